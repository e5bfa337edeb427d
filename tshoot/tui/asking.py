"""How a prompt is put before a person: its texts, its rows, and what to say in the empty input. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from tshoot.engine.answering import offered
from tshoot.engine.state import Choice, Prompt
from tshoot.model.fact import FactType
from tshoot.tui.content import Part, joined, lead_and_rest, markup, plain
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.rows import Row

SKIP = "\0skip"
UNKNOWN = "\0unknown"
CANCEL = "\0cancel"
SUBMIT = "\0submit"
TAKE_NEWER = "\0newer"
KEEP_OLD = "\0older"
TYPED = "\0typed:"
"""Beginning of the key of a row that stands for words to say."""

FREE_DIGITS = ("text", "number", "date", "email", "phone", "file", "list")
"""Kinds of facts whose values may begin with a digit or are typed anyway."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A prompt as it is shown."""

    text: Content
    rows: tuple[Row, ...] = ()
    placeholder: str = ""
    say: Content | None = None
    note: Content | None = None
    hint: Content | None = None
    digits: bool = True
    checks: bool = False
    secret: bool = False


def asking(prompt: Prompt, *, agent: bool = False, reworded: bool = False, ticked: frozenset[str] = frozenset(),
           first: Iterable[Choice] = (), consent: str = "", before: str = "") -> Asking:  # fmt: skip
    """A prompt for this person.

    `first`: the candidates of an unclear answer; `reworded`: the user's wording too; `before`: said above it.
    """
    rows = _rows(prompt, ticked, tuple(choice.key for choice in first))
    shown = Asking(
        text=joined((before, "$muted"), "\n\n" if before else "", _text(prompt, consent)),
        rows=rows,
        placeholder=_placeholder(prompt, rows),
        hint=_hint(prompt),
        digits=len(rows) <= 9 and _takes_digits(prompt),
        checks=prompt.kind == "many",
        secret=bool(prompt.fact and prompt.fact.secret),
    )
    if not agent:
        return shown
    say = markup(prompt.say) if prompt.say else None
    hidden = say is not None and not reworded and prompt.kind not in ("do", "wait")
    return replace(
        shown, say=say, note=markup(prompt.agent, "$muted") if prompt.agent else None,
        text=Content("") if hidden else shown.text,
    )  # fmt: skip


def _text(prompt: Prompt, consent: str) -> Content:
    if prompt.kind == "check":
        return markup(consent, "bold")
    if prompt.kind in ("do", "wait"):
        parts: list[Part] = [markup(prompt.text)] if prompt.text else []
        if prompt.question:
            parts += ["\n\n" if parts else "", Content.styled(prompt.question, "bold")]
        return joined(*parts)
    lead, rest = lead_and_rest(prompt.text)
    return joined(markup(lead, "bold"), *(("\n\n", markup(rest)) if rest else ()))


def _rows(prompt: Prompt, ticked: frozenset[str], first: tuple[str, ...]) -> tuple[Row, ...]:
    match prompt.kind:
        case "wait":
            return (Row(SKIP, Content("Skip the wait"), number="1"),)
        case "check":
            return (
                Row("Yes", Content("Yes, look"), number="1"),
                Row("No", Content("No, I answer myself"), number="2"),
            )
        case "input":
            return _typed_rows(prompt.fact)
    choices = sorted(
        offered(prompt), key=lambda choice: first.index(choice.key) if choice.key in first else len(first)
    )
    group = ("Did you mean", "Or") if first else ("", "")
    rows = [
        Row(
            choice.key, plain(choice.label), number=str(number),
            group=group[0] if choice.key in first else group[1],
        )
        for number, choice in enumerate(choices, 1)
    ]  # fmt: skip
    return _to_tick(rows, ticked) if prompt.kind == "many" else tuple(rows)


def _to_tick(rows: Sequence[Row], ticked: frozenset[str]) -> tuple[Row, ...]:
    """Rows with boxes, then the one that goes on: "none of these", or with something ticked "that is all"."""
    boxes = [replace(row, checked=row.key in ticked) for row in rows if row.key]
    ways_on = [replace(row, group=" ") for row in rows if not row.key]
    if ticked:
        ways_on = [Row(SUBMIT, Content("That is all"), number=str(len(boxes) + 1), group=" ")]
    return (*boxes, *ways_on)


def _typed_rows(fact: FactType | None) -> tuple[Row, ...]:
    values = (
        fact.values if fact and fact.kind == "choice" else ("Yes", "No") if fact and fact.kind == "boolean" else ()
    )
    rows = [Row(TYPED + value, plain(value), number=str(number)) for number, value in enumerate(values, 1)]
    number = str(len(rows) + 1) if rows else ""
    return (*rows, Row(UNKNOWN, Content.styled("I don't know", "$muted" if not rows else ""), number=number))


def _takes_digits(prompt: Prompt) -> bool:
    return not (prompt.kind == "input" and prompt.fact and prompt.fact.kind in FREE_DIGITS)


def _placeholder(prompt: Prompt, rows: tuple[Row, ...]) -> str:
    if prompt.kind == "input" and prompt.fact:
        return _value_hint(prompt.fact)
    count = sum(bool(row.number) for row in rows)
    numbers = {1: "1", 2: "1 or 2"}.get(count, f"1{GLYPHS.dash}{count}")
    if prompt.kind == "many":
        boxes = sum(row.checked is not None for row in rows)
        return "Tick what applies, then enter" if count > 9 else f"Tick with 1{GLYPHS.dash}{boxes}, then enter"
    if [row.key for row in rows] == ["Done"]:
        return "Press enter when that is done"
    if prompt.kind == "wait":
        return "Goes on by itself"
    return f"Type your answer, {numbers}" if count == 2 else f"Type your answer, or {numbers}"


def _value_hint(fact: FactType) -> str:
    unit = f" in {fact.unit}" if fact.unit else ""
    match fact.kind:
        case "number":
            return f"A number{unit}{_bounds(fact)}"
        case "date":
            return f"A date, such as 2027-03-31 or yesterday{_bounds(fact)}"
        case "email":
            return "An e-mail address"
        case "phone":
            return "A phone number"
        case "file":
            return "The path of a file"
        case "list":
            return (
                f"One or more, with commas between: {', '.join(fact.values)}"
                if fact.values
                else "With commas between"
            )
        case "choice" | "boolean":
            return "Type your answer, or its number"
    if fact.secret:
        return "It is neither shown nor kept"
    return "Type your answer"


def _bounds(fact: FactType) -> str:
    least, most = fact.minimum, fact.maximum
    if least is not None and most is not None:
        return f", {_number(least)} to {_number(most)}"
    if least is not None:
        return f", {_number(least)} or more"
    return f", {_number(most)} or less" if most is not None else ""


def _number(value: float | str) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _hint(prompt: Prompt) -> Content | None:
    if not prompt.again:
        return None
    return joined(
        ("We have been here before. ", "$say"), ("F2", "$primary bold"), (" takes you to a person.", "$muted")
    )
