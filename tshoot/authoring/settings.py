"""`settings.yaml`: the words of a company, and what the organisation consents to."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import quote
from tshoot.authoring.items import Pairs, Scalar
from tshoot.authoring.library_file import ParsedFile, Phrases, parse_file
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.others import SETTINGS
from tshoot.language.aliases import MOST_PHRASES
from tshoot.language.words import STOP_WORDS, tokens, word_set
from tshoot.model.library import Aliases, Settings

SETTINGS_KEYS = names(SETTINGS)

_ANSWERS = word_set(
    """yes yeah yep yup no nope nah ok okay sure right correct none nothing all both either neither other
    one two three four five six seven eight nine ten first second third fourth fifth last"""
)


def parse_settings(source: bytes | str, path: str) -> ParsedFile[Settings]:
    """Parses a file of settings; never raises."""
    return parse_file(source, path, "settings", SETTINGS_KEYS, _settings)


def _settings(fields: Fields | None, cut: bool) -> Settings:
    if fields is None:
        return Settings(learn=False)
    learn = _learn(fields)
    # Whoever took the consent back may have done so in the part that could not be read.
    return Settings(aliases=_aliases(fields), learn=False if cut else learn)


def _learn(fields: Fields) -> bool | None:
    """The consent; whatever is not `true` is none."""
    if not fields.has("learn"):
        return None
    item = fields.item("learn", required=True)
    if item is None:
        return False
    if isinstance(item, Scalar) and isinstance(item.value, bool):
        return item.value
    fields.wrong("learn", item, "true or false", "write true or false, without quotes")
    return False


def _aliases(fields: Fields) -> Aliases:
    pairs = fields.mapping("aliases")
    if not pairs:
        return ()
    item = fields.item("aliases")
    assert isinstance(item, Pairs)
    names = item.keys()
    own = Fields(fields.context, item, "aliases", "'aliases'", names, item.span)
    phrases = Phrases(names)
    found = []
    count = 0
    for name in names:
        if not phrases.take_name(own, name) or own.item(name, required=True) is None:
            continue
        also = tuple(_others(own, name, phrases))
        count += 1 + len(also)
        if count > MOST_PHRASES:
            own.bad(name, f"has more than {MOST_PHRASES:,} words and names", "delete some", "yaml-limit")
            break
        found.append((name, also))
    return tuple(found)


def _others(own: Fields, name: str, phrases: Phrases) -> Iterator[str]:
    """The other words for a name that can be told from an answer."""
    for index, phrase in own.numbered_texts(name, required=True):
        where = f"{name}.{index}"
        if _is_an_answer(phrase):
            message = f"has {quote(phrase)} for {quote(name)}, which people also say as an answer or a command"
            own.bad(where, message, "take words that mean nothing else", "conflict")
        elif phrases.take(own, where, phrase, name):
            yield phrase


def _is_an_answer(phrase: str) -> bool:
    """Whether the words are needed for themselves: "no", "back", "it"."""
    from tshoot.language.commands import read_command

    words = tokens(phrase)
    if words and all(word in STOP_WORDS or word in _ANSWERS or word.isdigit() for word in words):
        return True
    return read_command(phrase) is not None
