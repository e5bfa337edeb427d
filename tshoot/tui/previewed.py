"""What a preview shows beside an ordinary chat: its status, the results of a check, the pages of the bench."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tshoot.conversation.preview_walk import PreviewWalk
from tshoot.conversation.previewing import STALE, WAITING, Preview
from tshoot.engine.state import Choice
from tshoot.model.fact import FactType
from tshoot.tui.asking import Asking
from tshoot.tui.bench_pages import Stand, counted, decisions_page, facts_page, outline_page, problems_page
from tshoot.tui.content import joined, markup, plain
from tshoot.tui.rows import Row
from tshoot.tui.widgets.bench import Page

RESULT = "\0result:"
"""Beginning of the key of a row that lets a check come to a result."""
RUN = "\0run"


def status(preview: Preview, *, short: bool) -> str:
    """Who walks, and how the file is."""
    errors = sum(one.severity == "error" for one in preview.findings())
    others = len(preview.findings()) - errors
    parts = [] if short else [f"preview as {preview.persona}"]
    parts += [counted(errors, "error")] if errors else []
    parts += [counted(others, "finding")] if others and not (short and errors) else []
    return ", ".join(parts) or "agent" * (preview.persona == "agent")


def stale_notice(preview: Preview, *, short: bool = False) -> Content | None:
    """That the file as it is cannot be read, and why; where there is room, also what may have been meant."""
    if not preview.stale:
        return None
    first = next((one for one in preview.findings() if one.severity == "error"), None)
    line = f"Line {first.span.line}: " if first and first.rule != "unread-file" else "Now "
    hint = first.hint if first and not short else ""
    meant = f" {hint[:1].upper()}{hint[1:]}{'' if hint.endswith('?') else '.'}" if hint else ""
    return joined((STALE, "bold $say"), " ", plain(f"{line}{first.message}.{meant}") if first else "")


def waiting_asking() -> Asking:
    """In place of a question, while there is no tree to walk."""
    return Asking(markup(WAITING, "bold"), (), "Waits for the file")


def check_asking(walk: PreviewWalk, first: Sequence[Choice] = (), *, roomy: bool = True) -> Asking:
    """A check, with what it may come to."""
    prompt = walk.prompt
    assert prompt is not None
    near = [choice.key for choice in first]
    choices = sorted(walk.results(), key=lambda one: near.index(one.key) if one.key in near else len(near))
    rows = [
        Row(f"{RESULT}{choice.key}", plain(choice.label), number=str(number))
        for number, choice in enumerate(choices, 1)
    ]
    rows.append(Row(RUN, Content("Really run it on this computer"), number=str(len(rows) + 1), group=" "))
    given = ", ".join(f"{name} {value}" for name, value in prompt.arguments)
    text = joined(
        plain(f"The check {prompt.check} runs here" + (f" with {given}" if given else "") + ".", "bold"),
        " What does it find?",
    )  # fmt: skip
    if roomy:
        text = joined(text, "\n\n", ("A person is asked: ", "$muted"), markup(walk.check_text(), "$muted"))
    values = walk.values()
    example = f"{choices[0].label} {values[-1]}=30" if values else choices[0].label
    return Asking(text, tuple(rows), f"A result, such as: {example}", digits=len(rows) <= 9)


def pages(preview: Preview) -> tuple[Page, ...]:
    """The four pages of the bench."""
    trace, nodes = preview.trace(), preview.outline()
    shown = preview.walk.session.state.frames
    own = shown[0].tree if shown else ""
    passed = [node for tree, node in trace.path if tree == preview.tree_id]
    stand = Stand(preview.here(), set(passed), passed[-1] if passed else "", str(preview.path))
    return (
        outline_page(nodes, stand),
        problems_page(preview.findings(), nodes),
        decisions_page(trace.decisions, preview.tree_id or own),
        _facts(preview),
    )


def _facts(preview: Preview) -> Page:
    session = preview.walk.session
    tree, known = session.tree(preview.tree_id), dict(session.state.facts)
    declared = dict(tree.facts) if tree and not preview.waiting else {}
    others = {name: session.fact_type(name) or FactType(name) for name in known if name not in declared}
    return facts_page((*declared.values(), *others.values()), known)
