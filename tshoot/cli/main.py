"""Finding the command that was meant, and turning every failure into a sentence and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from tshoot.cli.options import WITH_VALUE, add_common, new_parser
from tshoot.errors import INTERRUPTED, TshootError
from tshoot.lines.stopping import Stopped
from tshoot.lines.streams import complain, not_written, prepare, settle
from tshoot.model.record import record

OPERATIONAL = 3


@record
class Command:
    """One command: its module is loaded when it is used."""

    module: str
    help: str


COMMANDS: dict[str, Command] = {
    "run": Command("run", "walk one tree"),
    "resume": Command("resume", "go on with a case"),
    "cases": Command("cases", "list, show, note, export, import or delete cases"),
    "wordings": Command("wordings", "list, edit, switch, export or forget learned wordings"),
    "stats": Command("stats", "what the cases tell authors: misread phrases"),
    "trees": Command("trees", "what is in the library"),
    "search": Command("search", "which tree fits a problem"),
    "match": Command("match", "how a sentence is understood"),
    "lint": Command("lint", "check tree files"),
    "test": Command("test", "run the tests of tree files"),
    "translate": Command("translate", "begin the translation of a tree, or bring it up to date"),
    "diff": Command("diff", "what changed between two versions of a tree"),
    "graph": Command("graph", "draw a tree, or the map of a library"),
    "docs": Command("docs", "the library as a manual to read or print"),
    "preview": Command("preview", "walk a tree while you edit it"),
    "new": Command("new", "begin a tree with its test"),
    "import": Command("import_", "make a first tree of a flowchart"),
    "schema": Command("schema", "the JSON Schema of tree files, for editors"),
    "lsp": Command("lsp", "serve an editor: findings, names, repairs"),
    "doctor": Command("doctor", "check this installation"),
    "completion": Command("completion", "the completion script of a shell"),
    "complete": Command("complete", ""),
}
"""Commands without a help text are not for people."""
TALKS = {"run", "resume"}
"""Commands that hold a conversation, as does none at all."""


def run(words: Sequence[str]) -> int:
    """Run the command that these words name; without one, open the chat."""
    prepare()
    code = _guarded(words)
    settle()
    return code


def _guarded(words: Sequence[str]) -> int:
    try:
        return _written(words)
    except TshootError as error:
        _complain(error.sentence, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        complain(f"\nStopped.{_saved(words)}\n")
        return INTERRUPTED
    except Stopped as stopped:
        complain(f"\ntshoot was told to end.{_saved(words)}\n")
        return stopped.exit_code
    except Exception as error:
        # An output that cannot be written has no file name; all other files are their owners' affair.
        if isinstance(error, OSError) and error.filename is None:
            return not_written(error)
        return _bug(words)


def _saved(words: Sequence[str]) -> str:
    """What has become of the answers; empty for a command that keeps none."""
    return "" if _command_in(words) in COMMANDS.keys() - TALKS else " Everything up to the last answer is saved."


def _written(words: Sequence[str]) -> int:
    """The exit code of a command all of whose output has left."""
    try:
        code = _run(list(words))
    except SystemExit as done:  # the parser has helped or complained
        code = int(done.code or 0)
    sys.stdout.flush()
    return code


def _run(words: list[str]) -> int:
    name = _command_in(words)
    if name is None and ("-h" in words or "--help" in words):
        sys.stdout.write(overview())
        return 0
    if name == "help":
        words.remove("help")
        asked = next((word for word in words if word in COMMANDS), None)
        return _run([asked, "--help"]) if asked else _run(["--help"])
    if name is None or name not in COMMANDS:
        return _chat(words, name)
    words.remove(name)
    command = COMMANDS[name]
    module = import_module(f"tshoot.cli.{command.module}")
    parser = new_parser(f"tshoot {name}", module.HELP)
    module.add_arguments(parser)
    add_common(parser)
    return int(module.run(parser.parse_args(words)))


def _chat(words: list[str], problem: str | None) -> int:
    """The chat; a sentence in place of a command is the problem, a single unknown word a mistake."""
    if problem is not None and " " not in problem.strip():
        _unknown(problem)
        return 2
    module = import_module("tshoot.cli.chat")
    parser = new_parser("tshoot", module.HELP)
    module.add_arguments(parser)
    add_common(parser)
    return int(module.run(parser.parse_args(words)))


def _command_in(words: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value."""
    value_next = False
    for word in words:
        if value_next or word.startswith("-"):
            value_next = not value_next and word in WITH_VALUE
            continue
        return word
    return None


def _unknown(name: str) -> None:
    from difflib import get_close_matches

    named = [name for name, command in COMMANDS.items() if command.help]
    near = get_close_matches(name, named, 1)
    hint = f"Did you mean `tshoot {near[0]}`?" if near else "`tshoot --help` lists the commands."
    _complain(f"There is no command '{name[:60]}'.", f"{hint} To search for a problem: tshoot search WORDS")


def overview() -> str:
    """The list of commands."""
    rows = [("tshoot", "the chat: say what is wrong")]
    rows += [(f"tshoot {name}", command.help) for name, command in COMMANDS.items() if command.help]
    width = max(len(usage) for usage, _ in rows)
    lines = [f"  {usage.ljust(width)}   {text}" for usage, text in rows]
    options = "Everywhere: --trees DIR, --state DIR."
    more = "For the chat, run and resume: --as user|agent, --plain, --json, --answers FILE."
    return "\n".join(
        [
            "From “something is wrong” to “it works”, or to a hand-off.",
            "",
            *lines,
            "",
            options,
            more,
            "`tshoot COMMAND --help` says more.",
            "",
        ]
    )


def _complain(sentence: str, hint: str = "") -> None:
    from tshoot.language.clean import clean

    # A name or a path in it may hold anything.
    said = [f"tshoot: {clean(sentence, limit=1000)}", clean(hint, limit=1000)]
    complain("".join(f"{line}\n" for line in said if line))


def _bug(words: Sequence[str]) -> int:
    """A bug: the traceback goes to the log, a sentence to the person."""
    from tshoot.store.log import write_traceback

    path = write_traceback(_state_in(words))
    sentence = f"Something went wrong inside tshoot.{_saved(words)}"
    _complain(sentence, f"Details for support are in {path}" if path else "The details could not be written down.")
    return OPERATIONAL


def _state_in(words: Sequence[str]) -> str | None:
    for index, word in enumerate(words):
        if word == "--state" and index + 1 < len(words):
            return words[index + 1]
        if word.startswith("--state="):
            return word.removeprefix("--state=")
    return None
