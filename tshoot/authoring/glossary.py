"""`glossary.yaml`: words that people stumble over, and what they mean."""

from __future__ import annotations

from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import quote
from tshoot.authoring.items import Hole, Pair, Pairs, Scalar
from tshoot.authoring.library_file import ParsedFile, Phrases, parse_file
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.others import GLOSSARY, TERM
from tshoot.model.library import Glossary, Term

GLOSSARY_KEYS = names(GLOSSARY)
TERM_KEYS = names(TERM)
LONGEST_MEANING = 1000
"""Characters: what is longer belongs into a tree."""
MOST_TERMS = 1000


def parse_glossary(source: bytes | str, path: str) -> ParsedFile[Glossary]:
    """Parses a glossary; never raises."""
    return parse_file(source, path, "glossary", GLOSSARY_KEYS, _glossary)


def _glossary(fields: Fields | None, cut: bool) -> Glossary:
    if fields is None:
        return Glossary()
    pairs = fields.mapping("terms", required=True)
    phrases = Phrases([pair.key.text for pair in pairs])
    found: list[Term] = []
    for pair in pairs:
        if len(found) >= MOST_TERMS:
            fields.bad(
                f"terms.{pair.key.text}", f"has more than {MOST_TERMS:,} terms", "delete some", "yaml-limit"
            )
            break
        if term := _term(fields, pair, phrases):
            found.append(term)
    return Glossary(tuple(found))


def _term(fields: Fields, pair: Pair, phrases: Phrases) -> Term | None:
    name = pair.key.text
    if isinstance(pair.value, Hole):
        return None
    where = fields.path(f"terms.{name}")
    own = Fields(fields.context, _in_full(pair), where, f"the term {quote(name)}", TERM_KEYS, pair.key.span)
    usable = phrases.take_name(own, name)
    means = own.text("means", required=True)
    if len(means) > LONGEST_MEANING:
        message = f"has a meaning of {len(means):,} characters, expected at most {LONGEST_MEANING:,}"
        own.bad("means", message, "shorten it")
        means = ""
    also = tuple(
        phrase
        for index, phrase in own.numbered_texts("also")
        if usable and phrases.take(own, f"also.{index}", phrase, name)
    )
    return Term(name, means, also) if usable and means else None


def _in_full(pair: Pair) -> Pairs:
    """The mapping that the short form `BIOS: The small program …` stands for."""
    if isinstance(pair.value, Pairs):
        return pair.value
    key = Scalar("means", True, pair.key.span)
    return Pairs((Pair(key, pair.value),), pair.value.span)
