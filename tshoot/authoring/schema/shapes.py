"""The building blocks of the schemas: texts, lists, closed mappings, and what hovers say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tshoot.authoring.vocabulary.key import Key

Schema = dict[str, Any]
Forms = Callable[[str], Schema]
"""The schema of a form, by its name."""

_FILLED = {"#/definitions/text": "#/definitions/said", "#/definitions/wording": "#/definitions/said-wording"}
"""What may be empty, to what must not be: the keys that are required."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def ref(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def either(*schemas: Schema) -> Schema:
    """One of several shapes."""
    return {"anyOf": list(schemas)}


def array(items: Schema, least: int = 0) -> Schema:
    """A list."""
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def by_name(values: Schema, least: int = 0, known: Iterable[str] = (), **more: Any) -> Schema:
    """A mapping whose keys the author chooses; `known` ones are offered."""
    offered = {"properties": dict.fromkeys(known, values)} if known else {}
    bound = {"minProperties": least} if least else {}
    return {"type": "object", **offered, "additionalProperties": values, **bound, **more}


def closed(keys: Sequence[Key], forms: Forms, required: Sequence[str] = (), **more: Any) -> Schema:
    """A mapping of known keys."""
    shapes = properties(keys, forms)
    for name in required:
        if shapes[name].get("$ref") in _FILLED:
            shapes[name]["$ref"] = _FILLED[shapes[name]["$ref"]]
    found: Schema = {"type": "object", "properties": shapes, "additionalProperties": False}
    return {**found, **({"required": list(required)} if required else {}), **more}


def properties(keys: Iterable[Key], forms: Forms) -> Schema:
    """Keys with their shapes, and what a hover says about them."""
    return {key.name: {**forms(key.form), **told(key)} for key in keys}


def told(key: Key) -> Schema:
    """What editors show about a key."""
    text = sentence(without_links(key.text))
    if key.without:
        text += f" Without it: {without_links(key.without)}."
    return {**described(text), **({"examples": list(key.examples)} if key.examples else {})}


def without_links(text: str) -> str:
    """A cell of the reference away from its page."""
    return _LINK.sub(r"\1", text)


def sentence(text: str) -> str:
    """A cell of the reference as a sentence."""
    return text[:1].upper() + text[1:].removesuffix(".") + "."


def described(text: str) -> Schema:
    """A text for editors, once for those that read Markdown."""
    return {"description": text.replace("`", ""), "markdownDescription": text}


def words(known: Mapping[str, str] | Sequence[str], **more: Any) -> Schema:
    """One of some words, each with what it means."""
    found: Schema = {"enum": list(known), **more}
    if isinstance(known, Mapping):
        # Editors show these as they stand.
        found["enumDescriptions"] = [sentence(text).replace("`", "") for text in known.values()]
    return found


def or_nothing(schema: Schema) -> Schema:
    """This, or nothing yet: an optional key without a value is as good as none."""
    return either(schema, {"type": "null"})
