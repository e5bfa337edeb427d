"""The options of a question, in their short, long and listed forms."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import quote
from tshoot.authoring.items import Hole, Item, Items, Pair, Pairs, Scalar
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.nodes import OPTION
from tshoot.model.diagnostic import Span
from tshoot.model.tree import Option

OPTION_KEYS = names(OPTION)


def options(fields: Fields, required: bool) -> tuple[Option, ...]:
    """What stands under `options` of a node."""
    item = fields.item("options", required)
    found: dict[str, Option] = {}
    for key, value, span in _entries(fields, item) if item else ():
        if key in found:
            fields.context.error(span, "duplicate-key", f"{fields.noun} has the option {quote(key)} twice")
        else:
            found[key] = _option(fields, key, value, span)
    if item and not found and not isinstance(item, Scalar):
        fields.bad("options", "has no options", "add 'Yes: …' and 'No: …', or a list", "missing-text")
    return tuple(found.values())


def _entries(fields: Fields, item: Item) -> Iterator[tuple[str, Item | None, Span]]:
    """Key, value and place of each option."""
    if isinstance(item, Pairs):
        yield from ((pair.key.text, pair.value, pair.key.span) for pair in item.pairs)
    elif isinstance(item, Items):
        for entry in item.items:
            yield from _listed(fields, entry)
    else:
        fields.wrong("options", item, "a mapping like {Yes: next-node} or a list")


def _listed(fields: Fields, entry: Item) -> Iterator[tuple[str, Item | None, Span]]:
    if isinstance(entry, Scalar) and entry.text.strip():
        yield entry.text.strip(), None, entry.span
    elif isinstance(entry, Pairs) and (label := _find(entry, "label")):
        yield label.text, entry, label.span
    elif isinstance(entry, Pairs) and len(entry.pairs) == 1:
        pair = entry.pairs[0]
        yield pair.key.text, pair.value, pair.key.span
    elif not isinstance(entry, Hole):
        message = f"{fields.noun} has an option without a label"
        fields.context.error(entry.span, "bad-value", message, "write its label, or 'label: …' among its keys")


def _find(pairs: Pairs, key: str) -> Scalar | None:
    return next((p.value for p in pairs.pairs if p.key.text == key and isinstance(p.value, Scalar)), None)


def _option(fields: Fields, key: str, value: Item | None, span: Span) -> Option:
    where = fields.path(f"options.{key}")
    fields.context.places[where] = span
    if isinstance(value, Pairs):
        noun = f"the option {quote(key)} of {fields.noun}"
        own = Fields(fields.context, value, where, noun, OPTION_KEYS, span)
        return Option(
            key,
            own.text("label") or key,
            own.texts("means"),
            own.text("goto"),
            own.pairs("set"),
            own.text("when"),
        )
    goto = ""
    if isinstance(value, Items):
        fields.wrong(f"options.{key}", value, "the node that it leads to, or a mapping")
    elif isinstance(value, Scalar) and value.value is not None:
        goto = value.text.strip()
        fields.context.place(f"{where}.goto", Pair(Scalar(key, False, span), value))
    return Option(key, key, goto=goto)
