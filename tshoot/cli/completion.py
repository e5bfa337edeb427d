"""`tshoot completion SHELL`: the completion script of a shell, which asks `tshoot complete` at each press of tab."""

from __future__ import annotations

import argparse
import sys

from tshoot.cli.complete import SHELLS

HELP = "Print the completion script of your shell."

BASH = """\
# tshoot completion for bash. Add to ~/.bashrc:  eval "$(tshoot completion bash)"
_tshoot() {
    local IFS=$'\\n'
    COMPREPLY=($(tshoot complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o bashdefault -o default -F _tshoot tshoot
"""

ZSH = """\
#compdef tshoot
# tshoot completion for zsh. Add to ~/.zshrc, after compinit:  eval "$(tshoot completion zsh)"
_tshoot() {
    local -a found
    found=("${(@f)$(tshoot complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "${found[*]}" ]]; then
        compadd -- "${found[@]}"
    else
        _files
    fi
}
compdef _tshoot tshoot
"""

FISH = """\
# tshoot completion for fish. Save:  tshoot completion fish > ~/.config/fish/completions/tshoot.fish
function __tshoot_complete
    set -l typed (commandline -opc)
    set -l last (commandline -ct)
    tshoot complete -- $typed[2..-1] "$last" 2>/dev/null
end
complete -c tshoot -a '(__tshoot_complete)'
"""

_SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell; its first line says where the script goes")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    sys.stdout.write(_SCRIPTS[args.shell])
    return 0
