"""Nodes: the first key tells the kind, and each kind has its own keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict, get_args

from tshoot.authoring.branches import arms
from tshoot.authoring.context import Context
from tshoot.authoring.duration import parse_duration
from tshoot.authoring.facts import FACT_KEYS, fact_type, name_mistake
from tshoot.authoring.fields import ELSE, Fields
from tshoot.authoring.findings import listing, quote
from tshoot.authoring.fixes import fixes
from tshoot.authoring.items import Items, Pair, Pairs, Scalar
from tshoot.authoring.leaving import destination, leaving
from tshoot.authoring.meant import meant
from tshoot.authoring.options import options
from tshoot.authoring.vocabulary import nodes as vocabulary
from tshoot.authoring.vocabulary.key import names
from tshoot.model.fact import FactType
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import (
    Ask,
    Branch,
    Call,
    Check,
    Do,
    End,
    EndKind,
    Handoff,
    Input,
    Node,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

COMMON = names(vocabulary.COMMON)
KEYS: Mapping[str, tuple[str, ...]] = {kind: names(keys) for kind, keys in vocabulary.KINDS.items()}
"""The keys of each kind of node beside the common ones."""
_ALL_KEYS = frozenset({*COMMON, *(key for keys in KEYS.values() for key in keys)})

END_KINDS: tuple[EndKind, ...] = get_args(EndKind)

Facts = Mapping[str, FactType]


class Shared(TypedDict):
    """What every kind of node has, as keyword arguments."""

    id: str
    why: Wording | None
    how: Wording | None
    say: Wording | None
    agent: Wording | None
    when: str


def node(context: Context, pair: Pair, facts: Facts) -> Node | None:
    """The node of this id and value; None when its kind cannot be told."""
    name, noun = pair.key.text, f"the node {quote(pair.key.text)}"
    if not isinstance(pair.value, Pairs):
        if isinstance(pair.value, (Scalar, Items)):
            context.error(pair.key.span, "bad-value", *_no_node(pair, noun))
        return None
    kind = _kind(context, pair.value, noun, pair)
    if not kind:
        return None
    value = _renamed(pair.value, kind)
    known = (*KEYS[kind], *COMMON)
    if second := next((p.key for p in value.pairs if p.key.text in KEYS and p.key.text not in known), None):
        message = f"{noun} has two kinds, {quote(kind)} and {quote(second.text)}"
        context.error(second.span, "conflict", message, "make two nodes of it; 'then' leads from one to the other")
        known = (*known, *KEYS[second.text])
    fields = Fields(context, value, f"nodes.{name}", noun, known, pair.key.span)
    return _BUILDERS[kind](fields, _shared(fields, name), facts)


def _no_node(pair: Pair, noun: str) -> tuple[str, str]:
    """Sentence and hint for a node that has no keys."""
    if isinstance(pair.value, Scalar) and pair.value.text.strip():
        text = pair.value.text.strip()
        kind = text.replace(":", " ").partition(" ")[0]
        hint = f"write its kind below it: {listing(KEYS)}"
        if kind in KEYS or text in END_KINDS:
            hint = f"write 'end: {text}' below it" if text in END_KINDS else f"write '{kind}: …' below it"
        return f"{noun} is a text; a node has keys, and the first one is its kind", hint
    if isinstance(pair.value, Items):
        return f"{noun} is a list; a node has keys, and the first one is its kind", "leave out the '-'"
    return f"{noun} is empty", f"indent its keys further than its name, and begin with {listing(KEYS)}"


def _kind(context: Context, pairs: Pairs, noun: str, pair: Pair) -> str:
    keys = pairs.keys()
    if not keys:
        context.error(pair.key.span, "missing-kind", f"{noun} is empty", f"begin with {listing(KEYS)}")
        return ""
    if keys[0] in KEYS:
        return keys[0]
    first = pairs.pairs[0].key
    if other := next((key for key in keys if key in KEYS), ""):
        message = f"{noun} begins with {quote(first.text)}, not with its kind"
        context.error(first.span, "missing-kind", message, f"move '{other}' to the first line of the node")
        return other
    begin = f"begin with {listing(KEYS)}"
    if first.text in _ALL_KEYS:
        message = f"{noun} does not say what it does: it begins with {quote(first.text)}, which is no kind"
        context.error(first.span, "missing-kind", message, begin)
        return ""
    near = meant(first.text, KEYS)
    hint = f"did you mean {quote(near)}?" if near else begin
    context.error(first.span, "unknown-kind", f"{noun} begins with {quote(first.text)}, which is no kind", hint)
    return near


def _renamed(pairs: Pairs, kind: str) -> Pairs:
    """With a misspelled kind put right, so that nothing more is said about it."""
    if kind in pairs.keys():  # noqa: SIM118 - not a dict
        return pairs
    first, *others = pairs.pairs
    return Pairs((Pair(Scalar(kind, True, first.key.span), first.value), *others), pairs.span)


def _shared(fields: Fields, name: str) -> Shared:
    return {
        "id": name,
        "why": fields.wording("why"),
        "how": fields.wording("how"),
        "say": fields.wording("say"),
        "agent": fields.wording("agent"),
        "when": fields.text("when"),
    }


def _text(fields: Fields, name: str) -> Wording:
    return fields.wording(name, required=True) or Wording("")


def _ask(fields: Fields, shared: Shared, facts: Facts) -> Node:
    many, none = fields.flag("many"), fields.text("none")
    if none and not many:
        fields.bad("none", "has 'none', which only a question with 'many: true' has", "add 'many: true'")
    return Ask(
        **shared,
        text=_text(fields, "ask"),
        options=options(fields, required=True),
        many=many,
        none=none,
        fact=_fact_name(fields, "fact"),
        then=fields.text("then"),
    )


def _input(fields: Fields, shared: Shared, facts: Facts) -> Node:
    item = fields.item("input", required=True)
    then = fields.text("then")
    if isinstance(item, Pairs):
        inner = Fields(fields.context, item, fields.path("input"), fields.noun, ("fact", *FACT_KEYS), fields.span)
        name = _fact_name(inner, "fact", required=True) or fields.where
        fact = fact_type(inner, facts.get(name) or STANDARD_FACTS.get(name) or FactType(name))
    else:
        name = _fact_name(fields, "input") or fields.where
        fact = facts.get(name) or STANDARD_FACTS.get(name) or FactType(name)
    return Input(**shared, fact=fact, then=then)


def _fact_name(fields: Fields, key: str, required: bool = False) -> str:
    name = fields.text(key, required)
    if name and (wrong := name_mistake(name)):
        fields.bad(key, f"names the fact {quote(name)}, which {wrong}", rule="bad-id")
        return ""
    return name


def _do(fields: Fields, shared: Shared, facts: Facts) -> Node:
    if fields.has("then") and (fields.has("fixed") or fields.has(ELSE)):
        fields.bad(
            "then", "has 'then' beside 'fixed' or 'else'", "keep 'then' to go on without asking", "conflict"
        )
    return Do(
        **shared,
        text=_text(fields, "do"),
        fixed=fields.text("fixed"),
        otherwise=fields.text(ELSE),
        then=fields.text("then"),
    )


def _tell(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Tell(**shared, text=_text(fields, "tell"), then=fields.text("then"))


def _check(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Check(
        **shared,
        check=fields.text("check", required=True),
        arguments=fields.pairs("with"),
        set=fields.pairs("set"),
        on=dict(fields.pairs("on")),
        text=fields.wording("ask"),
        options=options(fields, required=fields.has("ask")),
        fact=_fact_name(fields, "fact"),
        otherwise=fields.text(ELSE),
        then=fields.text("then"),
    )


def _branch(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Branch(**shared, arms=tuple(arms(fields)))


def _set(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Set(**shared, set=fields.pairs("set", required=True), then=fields.text("then"))


def _wait(fields: Fields, shared: Shared, facts: Facts) -> Node:
    text = fields.text("wait", required=True)
    seconds = parse_duration(text)
    if text and seconds is None:
        fields.bad("wait", f"waits for {quote(text)}, expected a time up to a day", "write it like '2 minutes'")
    return Wait(**shared, seconds=seconds or 1, text=fields.wording("tell"), then=fields.text("then"))


def _try(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Try(
        **shared,
        fixes=fixes(fields),
        written=fields.choice("order", ("cost", "written")) == "written",
        fixed=fields.text("fixed"),
        otherwise=fields.text(ELSE),
    )


def _call(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Call(
        **shared,
        tree=fields.text("call", required=True),
        arguments=fields.pairs("with"),
        on=dict(fields.pairs("on")),
        otherwise=fields.text(ELSE),
        then=fields.text("then"),
    )


def _handoff(fields: Fields, shared: Shared, facts: Facts) -> Node:
    return Handoff(**shared, to=destination(fields, "handoff", required=True), **leaving(fields))


def _end(fields: Fields, shared: Shared, facts: Facts) -> Node:
    kind = fields.choice("end", END_KINDS) if fields.item("end", required=True) else None
    return End(
        **shared,
        end=kind or "escalate",
        text=fields.wording("tell"),
        code=fields.text("code"),
        to=destination(fields, "to"),
        **leaving(fields),
    )


_BUILDERS: Mapping[str, Callable[[Fields, Shared, Facts], Node]] = {
    "ask": _ask, "input": _input, "do": _do, "tell": _tell, "check": _check, "branch": _branch, "set": _set,
    "wait": _wait, "try": _try, "call": _call, "handoff": _handoff, "end": _end,
}  # fmt: skip
