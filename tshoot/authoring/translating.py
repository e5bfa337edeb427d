"""The file of a translation, written: begun, or brought up to date with its tree."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.authoring.translatable import Original, fingerprint, translatable
from tshoot.authoring.translation import VERSION, ParsedTranslation, missing_in
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree
from tshoot.model.wording import Wording


@record
class Written:
    """A file to write, and what is to do in it."""

    text: str
    missing: tuple[str, ...]
    """Texts that still read as the original."""
    stale: tuple[str, ...]
    """Texts whose original has changed since."""
    gone: tuple[str, ...]
    """Translated texts that the tree no longer has."""


def written(tree: DecisionTree, language: str, before: ParsedTranslation | None, seen: bool = False) -> Written:
    """The file with every text of the tree: translated where it was, else as the original reads.

    With `seen`, somebody has looked at all of it: no text is stale, and what reads as the original is meant to; but not
    what was not there to be looked at.
    """
    originals = translatable(tree)
    texts = dict(before.texts) if before else {}
    known = dict(before.seen) if before else {}
    if seen:
        missing = tuple(
            where for where, one in originals.items() if not isinstance(one, tuple) and where not in texts
        )
    else:
        missing = missing_in(originals, texts, known)
    stale = () if seen else tuple(before.stale) if before else ()
    marks = {
        where: known[where] if where in stale else fingerprint(text)
        for where, text in originals.items()
        if where in texts and where not in missing
    }
    body: dict[str, object] = {"translation": VERSION, "language": language}
    for where, original in originals.items():
        # Other ways of saying it differ between languages: none is asked for.
        if where in texts or not isinstance(original, tuple):
            _put(body, _parts(where, tree), texts.get(where, original))
    body["seen"] = marks
    gone = tuple(where for where in known if where not in originals)
    return Written(_yaml(body), missing, stale, gone)


def _parts(where: str, tree: DecisionTree) -> list[str]:
    """A path as the keys of nested mappings; ids and questions may hold dots."""
    kind, _, rest = where.partition(".")
    if not rest:
        return [kind]
    owners: Mapping[str, object] = (
        tree.nodes
        if kind == "nodes"
        else tree.facts
        if kind == "facts"
        else {one.question: one for one in tree.faq}
    )
    owner = max((name for name in owners if rest.startswith(f"{name}.")), key=len, default="")
    if not owner:
        return [kind, rest]
    inner = rest[len(owner) + 1 :]
    return [kind, owner, *_inner(inner)]


def _inner(inner: str) -> list[str]:
    """Below a node: `options.KEY`, `options.KEY.means`, `try.FIX.do`, `input.prompt`, `ask`."""
    head, _, rest = inner.partition(".")
    if head == "options":
        key = rest.removesuffix(".means")
        return [head, key, "means" if key != rest else "label"]
    if head in ("try", "input"):
        name, _, key = rest.rpartition(".")
        return [head, *([name] if name else []), key]
    return [inner]


def _put(body: dict[str, object], parts: list[str], text: Original) -> None:
    for part in parts[:-1]:
        below = body.setdefault(part, {})
        assert isinstance(below, dict)
        body = below
    body[parts[-1]] = _plain(text)


def _plain(text: Original) -> object:
    if isinstance(text, Wording):
        return (
            {**dict(text.variants), **({"else": text.text} if text.text else {})} if text.variants else text.text
        )
    return list(text)


def _yaml(body: Mapping[str, object]) -> str:
    import yaml

    return yaml.safe_dump(_short(body), allow_unicode=True, sort_keys=False, width=110)


def _short(value: object, options: bool = False) -> object:
    """An option that has a label alone is written as its label."""
    if not isinstance(value, Mapping):
        return value
    if options:
        return {key: one["label"] if list(one) == ["label"] else one for key, one in value.items()}
    return {key: _short(one, key == "options") for key, one in value.items()}
