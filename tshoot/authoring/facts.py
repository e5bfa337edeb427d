"""Declarations of facts, under `facts` and inside an `input`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from tshoot.authoring.fields import Fields, is_date
from tshoot.authoring.findings import listing, quote
from tshoot.authoring.items import Hole, Item, Items, Pairs, Scalar
from tshoot.authoring.meant import meant
from tshoot.authoring.vocabulary.facts import FACT, OTHER_TYPES
from tshoot.authoring.vocabulary.key import names
from tshoot.engine.expressions import FUNCTIONS
from tshoot.model.fact import FactKind, FactType, Value
from tshoot.model.standard import STANDARD_FACTS

FACT_KEYS = names(FACT)
KINDS: tuple[FactKind, ...] = get_args(FactKind)
LONGEST_TEXT = 20_000

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_RESERVED = frozenset({"true", "false", "and", "or", "not", "in", "is", "if", "else", "None", "True", "False",
                       "lambda", "result", "for", "problem", *FUNCTIONS})  # fmt: skip


def name_mistake(name: str) -> str:
    """What is wrong with the name of a fact; nothing when it is right."""
    if not _NAME.match(name):
        return "may hold letters, digits and '_' only, and no digit first"
    return "is a word of the language" if name in _RESERVED else ""


def tree_facts(fields: Fields) -> dict[str, FactType]:
    """What stands under `facts` of a tree."""
    found: dict[str, FactType] = {}
    for pair in fields.mapping("facts"):
        name, noun = pair.key.text, f"the fact {quote(pair.key.text)}"
        where = f"facts.{name}"
        if wrong := name_mistake(name):
            better = re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_")
            hint = f"write {quote(better)}" if _NAME.match(better) and not name_mistake(better) else "rename it"
            fields.context.error(pair.key.span, "bad-id", f"{noun} {wrong}", hint)
        elif isinstance(pair.value, Pairs):
            own = Fields(fields.context, pair.value, where, noun, FACT_KEYS, pair.key.span)
            found[name] = fact_type(own, STANDARD_FACTS.get(name) or FactType(name))
        elif isinstance(pair.value, Scalar) and pair.value.value is None:
            fields.context.places[f"@facts.{name}"] = pair.key.span
            found[name] = STANDARD_FACTS.get(name) or FactType(name)
        elif not isinstance(pair.value, Hole):
            found[name] = _worded(fields, name, pair.value)
    return found


def _worded(fields: Fields, name: str, item: Item) -> FactType:
    """The declaration meant by `name: number`, which is a mistake."""
    kind = meant(item.text, KINDS) if isinstance(item, Scalar) else ""
    hint = f"write '{name}: {{type: {kind}}}'" if kind else ""
    fields.wrong(f"facts.{name}", item, "a mapping like {type: text}", hint)
    return FactType(name, next((known for known in KINDS if known == kind), "text"))


def fact_type(fields: Fields, base: FactType) -> FactType:
    """The declaration that results when the keys of a mapping are added to `base`."""
    kind = _kind(fields, base)
    if kind != base.kind:
        base = FactType(base.name, kind, base.label, base.prompt, base.why, base.how)
    low, high = _bounds(fields, base, kind)
    fact = replace(
        base,
        kind=kind,
        label=fields.text("label") or base.label,
        prompt=fields.wording("prompt") or base.prompt,
        why=fields.wording("why") or base.why,
        how=fields.wording("how") or base.how,
        values=fields.texts("values") or base.values,
        unit=fields.text("unit") or base.unit,
        minimum=low,
        maximum=high,
        min_length=int(fields.number("min_length", base.min_length, 0, LONGEST_TEXT, whole=True)),
        max_length=int(fields.number("max_length", base.max_length, 1, LONGEST_TEXT, whole=True)),
        pattern=_pattern(fields) or base.pattern,
        error=fields.text("error") or base.error,
        secret=fields.flag("secret") or base.secret,
    )
    _check(fields, fact)
    return replace(fact, default=_default(fields, fact))


def _kind(fields: Fields, base: FactType) -> FactKind:
    implied: FactKind = "choice" if fields.has("values") and base.kind not in ("choice", "list") else base.kind
    written = fields.text("type") if fields.has("type") else ""
    written = OTHER_TYPES.get(written, written)
    if not written or written in KINDS:
        return next((kind for kind in KINDS if kind == written), implied)
    near = meant(written, KINDS)
    message = f"has the type {quote(written)}, expected {listing(KINDS)}"
    fields.bad("type", message, f"did you mean {quote(near)}?" if near else "", "unknown-type")
    return next((kind for kind in KINDS if kind == near), implied)


def _bounds(fields: Fields, base: FactType, kind: FactKind) -> tuple[float | str | None, float | str | None]:
    low, high = _bound(fields, "min", kind), _bound(fields, "max", kind)
    return (base.minimum if low is None else low, base.maximum if high is None else high)


def _bound(fields: Fields, name: str, kind: FactKind) -> float | str | None:
    item = fields.item(name)
    if item is None:
        return None
    value = item.value if isinstance(item, Scalar) else None
    if kind == "date" and isinstance(value, str) and is_date(value):
        return value
    if kind == "number" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if kind in ("date", "number"):
        fields.wrong(name, item, f"a {kind}", "write it like 2027-05-31" if kind == "date" else "")
    else:
        fields.bad(
            name, f"has the key {quote(name)}, which only numbers and dates have", "delete it, or give a type"
        )
    return None


def _pattern(fields: Fields) -> str:
    text = fields.text("pattern")
    if text and (wrong := pattern_mistake(text)):
        fields.bad("pattern", f"has a pattern that cannot be used: {wrong}", rule="bad-pattern")
        return ""
    return text


def pattern_mistake(text: str) -> str:
    """What is wrong with a pattern; nothing when it is right."""
    from tshoot.language.pattern import PatternError, compile_pattern

    try:
        compile_pattern(text)
    except PatternError as error:
        return str(error)
    return ""


def _check(fields: Fields, fact: FactType) -> None:
    if fact.kind == "choice" and not fact.values:
        fields.bad("type", "is a choice without 'values'", "add 'values: [ … ]'", "missing-key")
    if fact.values and fact.kind not in ("choice", "list"):
        fields.bad("values", f"has 'values', but its type is {quote(fact.kind)}", "make its type 'choice'")
    if len(set(fact.values)) < len(fact.values):
        fields.bad("values", "has the same value twice")
    if fact.min_length > fact.max_length:
        fields.bad("min_length", f"has a 'min_length' above its 'max_length' of {fact.max_length}")
    high = fact.maximum
    if high is not None and _is_above(fact.minimum, high):
        fields.bad("min", f"has a 'min' above its 'max' of {_number(high)}")


def _is_above(low: float | str | None, high: float | str | None) -> bool:
    if isinstance(low, str) and isinstance(high, str):
        return low > high
    return isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high


def _number(bound: float | str) -> str:
    return bound if isinstance(bound, str) else f"{bound:g}"


def _default(fields: Fields, fact: FactType) -> Value | None:
    item = fields.item("default")
    if item is None:
        return fact.default
    value = _value(item)
    fits = {
        "number": isinstance(value, (int, float)) and not isinstance(value, bool),
        "boolean": isinstance(value, bool),
        "list": isinstance(value, tuple) and set(value) <= set(fact.values or value),
    }
    if fact.kind not in fits and isinstance(item, Scalar):
        value = item.text
    if not fits.get(fact.kind, isinstance(value, str) and (fact.kind != "choice" or value in fact.values)):
        fields.wrong("default", item, f"one of {listing(fact.values)}" if fact.values else f"a {fact.kind}")
        return None
    low, high = fact.minimum, fact.maximum
    if not (_is_above(low, high) or _within(value, low, high)):
        fields.bad("default", f"has a 'default' of {quote(str(value))}, outside of its 'min' and 'max'")
        return None
    return value


def _within(value: Value | None, low: float | str | None, high: float | str | None) -> bool:
    """Whether a number or a date keeps its bounds."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return not (isinstance(low, float) and value < low) and not (isinstance(high, float) and value > high)
    if isinstance(value, str):
        return not (isinstance(low, str) and value < low) and not (isinstance(high, str) and value > high)
    return True


def _value(item: Item) -> Value | None:
    if isinstance(item, Items):
        return tuple(entry.text for entry in item.items if isinstance(entry, Scalar))
    return item.value if isinstance(item, Scalar) else None
