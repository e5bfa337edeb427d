"""Every text of a tree on one page, for reviewers: Markdown in which all texts stand literally, as blocks of code."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.engine.trying import FIXED_QUESTION
from tshoot.language.clean import clean
from tshoot.model.fact import FactType
from tshoot.model.tree import (
    Ask,
    Check,
    DecisionTree,
    Do,
    End,
    Escalate,
    Fix,
    Handoff,
    Input,
    Node,
    Option,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

HEAD = (
    "<!-- All texts of the tree, written by `tshoot test --snapshot`. Do not edit: `tshoot test --snapshot --update`\n"
    "writes it anew. What stands in braces is filled in when somebody walks the tree. -->"
)
_LIMIT = 100_000

Named = tuple[str, str]
"""What a text is, and the text."""


def to_markdown(tree: DecisionTree) -> str:
    """All texts of a tree: what users and agents read, by operating system, in the order of the file."""
    parts = [HEAD, f"# {_code(tree.id)}", *_texts(_about(tree))]
    for name, node in tree.nodes.items():
        parts += [f"## {_code(name)}: {node.kind}", *_texts(_node(node))]
        if isinstance(node, Try):
            for fix in node.fixes:
                parts += [f"### {_code(fix.id)}: fix", *_texts(_fix(fix))]
    facts = [(name, list(_fact(fact))) for name, fact in tree.facts.items()]
    if facts:
        parts.append("## Facts")
    for name, texts in facts:
        parts += [f"### {_code(name)}: {fact_kind(tree.facts[name])}", *_texts(iter(texts))]
    if tree.faq:
        parts.append("## Questions back")
    for number, faq in enumerate(tree.faq, 1):
        asked = "\n".join((faq.question, *faq.also))
        parts += [f"### {number}", *_texts(iter([("Asked", asked), *_wording("Answer", faq.answer)]))]
    return "\n\n".join(parts) + "\n"


def fact_kind(fact: FactType) -> str:
    """What a fact may hold, in a word or two."""
    return f"{fact.kind}, secret" if fact.secret else fact.kind


def _about(tree: DecisionTree) -> Iterator[Named]:
    yield "Title", tree.title
    yield "Summary", tree.summary
    yield "Symptoms", "\n".join(tree.symptoms)
    yield from _leaving(tree.escalate)


def _node(node: Node) -> Iterator[Named]:
    match node:
        case Ask(text=text, options=options, none=none):
            yield from _wording("Question", text)
            yield "Options", _options(options, none)
        case Check(text=text, options=options):
            yield from _wording("Question, where the check cannot run", text)
            yield "Options", _options(options)
        case Input(fact=fact):
            yield from _fact(fact)
        case Do(text=text, then=then):
            yield from _wording("Instruction", text)
            yield "Question", "" if then else FIXED_QUESTION
        case Tell(text=text) | Wait(text=text):
            yield from _wording("Text", text)
        case End(end=end, text=text):
            yield "Outcome", end
            yield from _wording("Text", text)
            yield from _leaving(node)
        case Handoff(to=to):
            yield "To", to
            yield from _leaving(node)
    yield from _helps(node)


def _fix(fix: Fix) -> Iterator[Named]:
    yield from _wording("Instruction", fix.text)
    yield "Question", FIXED_QUESTION
    yield from _helps(fix)


def _helps(node: Node | Fix) -> Iterator[Named]:
    yield from _wording("Why", node.why)
    yield from _wording("How", node.how)
    yield from _wording("An agent says", node.say)
    yield from _wording("Note for the agent", node.agent)


def _leaving(node: End | Handoff | Escalate) -> Iterator[Named]:
    yield from _wording("Reason, for the next person", node.reason)
    yield from _wording("What to do first, for the next person", node.first)


def _fact(fact: FactType) -> Iterator[Named]:
    yield "Label", fact.title
    yield from _wording("Question", fact.prompt)
    yield "Values", "\n".join(fact.values)
    yield "Unit", fact.unit
    yield "When it does not fit", fact.error
    yield from _wording("Why", fact.why)
    yield from _wording("How", fact.how)


def _options(options: tuple[Option, ...], none: str = "") -> str:
    labels = [*(option.label for option in options), *([none] if none else [])]
    return "\n".join(f"{number}. {' '.join(label.split())}" for number, label in enumerate(labels, 1))


def _wording(name: str, wording: Wording | None) -> Iterator[Named]:
    """A text, and each of its variants under the name of the system."""
    if wording is None:
        return
    for system, text in wording.variants:
        yield f"{name} ({system})", text
    yield f"{name} (all others)" if wording.variants else name, wording.text


def _texts(named: Iterator[Named]) -> Iterator[str]:
    """Each text as a block of code: whatever stands in it, a reader of Markdown shows exactly that."""
    for name, text in named:
        shown = clean(text, limit=_LIMIT, lines=True)
        if shown.strip():
            rows = (f"    {line}".rstrip() for line in shown.strip("\n").split("\n"))
            yield f"{_code(name) if not _is_ours(name) else name}:"
            yield "\n".join(rows)


def _is_ours(name: str) -> bool:
    """Whether a name holds nothing that an author wrote with a meaning in Markdown."""
    return all(char.isalnum() or char in " ,()-" for char in name)


def _code(name: str) -> str:
    """A name of the author's inside a line."""
    text = quote(name)[1:-1].replace("`", "'")
    return f"`{text}`"
