"""What reading and parsing find, beside the rules that have a file of their own."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.model.diagnostic import Severity
from tshoot.model.record import record


@record
class ParsingRule:
    """What a module of `rules/` says of itself, for a rule whose findings come from reading."""

    description: str
    explanation: str
    bad: str = ""
    """A whole small file; empty where no small file shows it."""
    good: str = ""
    severity: Severity = "error"


def _rule(
    description: str,
    explanation: str,
    bad: str = "",
    change: tuple[str, str] = ("", ""),
    severity: Severity = "error",
) -> ParsingRule:
    """A rule whose good example is the bad one with one text changed."""
    whole = _HEAD + bad + _TAIL if bad else ""
    return ParsingRule(description, explanation.strip() + "\n", whole, whole.replace(*change), severity)


_HEAD = "tree: 1\ntitle: Printer does not print\n"
_TAIL = "  fixed: {end: resolved, tell: Good. Your printer works again.}\n"

PARSING_RULES: Mapping[str, ParsingRule] = {
    "yaml-characters": _rule(
        "A file is UTF-8 text without tabs and invisible characters.",
        """
YAML is indented by spaces, and tabs look like them. Invisible characters can make a file read otherwise than it
looks. Replace tabs by spaces, and save the file as UTF-8. `tshoot lint --fix` replaces tabs.
""",
        "nodes:\n\tpower: {tell: Switch the printer on.}\n",
        ("\t", "  "),
    ),
    "yaml-limit": _rule(
        "A file stays within the bounds of size, depth and number of values.",
        """
Bounds keep a damaged or hostile file from making everybody wait: 1 MiB, 40 levels, 50,000 values, 2 seconds of
reading. No tree that people walk comes near them. Divide the tree in two that hand off to each other.
""",
        f"nodes:\n  power: {{tell: {'[' * 40}Switch it on.{']' * 40}}}\n",
        ("[" * 40 + "Switch it on." + "]" * 40, "Switch it on."),
    ),
    "yaml-feature": _rule(
        "A file holds one document without anchors, aliases, merges and tags.",
        """
Anchors, aliases, merges and tags make a file short and hard to follow, and let a few lines grow without bound. A
tree is read by people who know little YAML. Write the value out, and put another tree into a file of its own.
""",
        "nodes:\n  power: {tell: &text Switch the printer on.}\n",
        ("&text ", ""),
    ),
    "yaml-syntax": _rule(
        "A file is valid YAML.",
        """
Nothing can be read behind a mistake in the syntax, so nobody is offered the tree. Most of these are a text with ':
' in it, a quote that is not closed, or a line that is indented otherwise than its neighbours. Put such a text in
quotes.
""",
        "nodes:\n  power:\n    tell: Switch it on: the button is behind.\n",
        ("Switch it on: the button is behind.", '"Switch it on: the button is behind."'),
    ),
    "yaml-quotes": _rule(
        "Texts stand in straight quotes, or in none.",
        """
Word processors write typographic quotes. YAML takes them for a part of the text, so people would read them, and a
target in them is no node. Write straight quotes. `tshoot lint --fix` does it.
""",
        "nodes:\n  power: {tell: “Switch the printer on.”}\n",
        ("“Switch the printer on.”", '"Switch the printer on."'),
    ),
    "yaml-remark": _rule(
        "A remark does not cut off a text.",
        """
In YAML ` #` begins a remark, and what follows is not read: people see half of a sentence. Put the whole text in
quotes. Where you mean a remark, write a space behind the `#`.
""",
        "nodes:\n  cable:\n    tell: Pull cable #3 out.\n",
        ("Pull cable #3 out.", '"Pull cable #3 out."'),
        "warning",
    ),
    "yaml-lines": _rule(
        "A text of several lines swallows no item of a list and no key.",
        """
A line that is indented further than the one above goes on with its text. An item of a list there becomes a part of
the item above, and nobody finds the tree by it. Indent all items alike.
""",
        "symptoms:\n  - no print\n   - pages stay white\nnodes:\n",
        ("   - pages", "  - pages"),
    ),
    "yaml-key": _rule(
        "Keys are words.",
        """
A key is a word with a colon and a space behind it. A list, a mapping or nothing in its place cannot be read. Write
the space behind the colon, and put brackets in quotes where they belong to a word.
""",
        "nodes:\n  power: {tell: Is it on?, then:fixed}\n",
        ("then:fixed", "then: fixed"),
    ),
    "duplicate-key": _rule(
        "No key and no option stands twice in its mapping.",
        """
With a key twice, only one of the two can count, and readers of the file cannot tell which. In a file of tests, the
same holds for two walks of one name. Delete or rename one of them.
""",
        "tier: 1\ntier: 2\nnodes:\n",
        ("tier: 1\n", ""),
    ),
    "unknown-key": _rule(
        "Every key is one of the language.",
        """
A key that the language does not have says nothing to tshoot: mostly it is misspelled, or stands one level too high
or too deep. `tshoot lint --fix` corrects a spelling where only one word can be meant.
""",
        "sumary: From a silent printer to a printed page.\nnodes:\n",
        ("sumary", "summary"),
    ),
    "missing-key": _rule(
        "What must be said is said.",
        "Without this key, a question cannot be asked, or a fix not be shown. Add it; the hint says how it looks.",
        "nodes:\n  fixes:\n    try: [{id: restart, cost: 1}]\n"
        "    fixed: fixed\n    else: person\n  person: {end: escalate}\n",
        ("restart,", "restart, do: Switch the printer off and on.,"),
    ),
    "missing-text": _rule(
        "No text, list or mapping is empty.",
        "People would read an empty line, or have nothing to choose from. Write what belongs here, or delete the key.",
        "nodes:\n  power: {tell: }\n",
        ("{tell: }", "{tell: Switch the printer on.}"),
    ),
    "bad-value": _rule(
        "Every value has its key's type and stays within its bounds.",
        """
The message names what was expected: a number, a date, one of a few words, a list. Plain `yes` and `no` are texts
here; only `true` and `false` say that something is so.
""",
        "tier: two\nnodes:\n",
        ("tier: two", "tier: 2"),
    ),
    "missing-kind": _rule(
        "A node begins with its kind.",
        """
The first key of a node tells what it is: `ask`, `input`, `do`, `tell`, `check` and so on. Readers see it at once,
and so does tshoot. Move the kind to the front.
""",
        "nodes:\n  power: {why: It needs power., tell: Switch the printer on.}\n",
        (
            "{why: It needs power., tell: Switch the printer on.}",
            "{tell: Switch the printer on., why: It needs power.}",
        ),
    ),
    "unknown-kind": _rule(
        "The kind of a node is one of the language.",
        """
The first key of a node is its kind, and this word is none, so that nobody can be led through the node. `tshoot
lint --fix` corrects a spelling where only one kind can be meant.
""",
        "nodes:\n  power: {tel: Switch the printer on.}\n",
        ("tel:", "tell:"),
    ),
    "unknown-type": _rule(
        "The type of a fact is one of the language.",
        """
The type says how an answer is read and what it may be compared with: a number has an order, a choice has its
values. Take one of the types that the message names.
""",
        "facts:\n  pages: {type: nubmer}\nnodes:\n  count: {input: pages}\n"
        '  page: {tell: "That makes {pages} pages."}\n',
        ("nubmer", "number"),
    ),
    "bad-id": _rule(
        "Ids and names of facts are made of the letters they may hold.",
        """
Ids stand in targets, files and addresses, names of facts in conditions. Ids are made of letters, digits, `_`, `.`
and `-`; facts of letters, digits and `_`, and they begin with no digit.
""",
        "nodes:\n  power light: {tell: Switch the printer on.}\n",
        ("power light", "power-light"),
    ),
    "bad-pattern": _rule(
        "Patterns can be read, and take time in proportion to what they are given.",
        """
A pattern looks at what people type. Those of other languages can take hours for a short text, so only parts that
are quick are allowed here. [The language](language.md) lists them.
""",
        'facts:\n  label: {pattern: "[A-Z", prompt: What does the label say?}\nnodes:\n  ask-label: {input: label}\n'
        '  say: {tell: "I note {label}."}\n',
        ("[A-Z", "[A-Z]+"),
    ),
    "duplicate-id": _rule(
        "No two nodes or fixes have the same id.",
        """
Cases remember what was tried by its id. With one id twice, the chances of two fixes run together and nobody sees
which one helped. Give one of them another id.
""",
        "nodes:\n  fixes:\n    try: [{id: restart, do: Restart the printer.}, {id: restart, do: Wait for a minute.}]\n"
        "    fixed: fixed\n    else: person\n  person: {end: escalate}\n",
        ("{id: restart, do: Wait", "{id: wait, do: Wait"),
    ),
    "conflict": _rule(
        "Keys that exclude each other do not stand together.",
        """
Two keys say two things about the same matter, and one of them would be passed over. Decide for one. In settings
and glossary, a word has one meaning.
""",
        "nodes:\n  power: {do: Switch the printer on., fixed: fixed, else: person, then: person}\n"
        "  person: {end: escalate}\n",
        (", then: person", ""),
    ),
    "unread-file": _rule(
        "A file can be read.",
        """
The file is closed to you, is no ordinary file, or has the name of a translation (`wifi.es.yaml`) and holds a tree.
What cannot be read is offered to nobody. Change its permissions or its name.
""",
    ),
    "too-many": _rule(
        "A file with very many findings shows the first of them.",
        "More than 500 findings help nobody, and mostly they are one mistake. Repair the first ones and look again.",
    ),
    "unused-ignore": _rule(
        "A remark that ignores a rule stands where the rule finds something.",
        """
What was ignored has been repaired or has moved away. A remark that is left over may hide the next finding. Delete it;
`tshoot lint --fix` does. While the file has errors, nobody can know what a remark ignores, and nothing is said.
""",
        "# tshoot: ignore[dead-end]\nnodes:\n",
        ("# tshoot: ignore[dead-end]\n", ""),
        "info",
    ),
    "bad-ignore": _rule(
        "A remark that ignores names rules that exist, and findings that may be ignored.",
        """
A misspelled rule ignores nothing. An error of a tree cannot be ignored, as nobody would be offered the tree and lint
would not say why. Correct the name, or repair the error. `ignore-file` stands above the first key.
""",
        "review_by: 2020-01-31 # tshoot: ignore[reviw-overdue, review-overdue]\nnodes:\n",
        ("reviw-overdue, ", ""),
        "warning",
    ),
}
"""Rule to what is said about it."""
