"""Confirmed wordings: what a session teaches at its end, and what earlier ones have taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tshoot.conversation.opening_texts import words_of
from tshoot.engine.session import Session
from tshoot.engine.state import Choice, Prompt
from tshoot.errors import TshootError

if TYPE_CHECKING:
    from tshoot.conversation.workplace import Workplace
    from tshoot.engine.corrections import Correction
    from tshoot.language.question import Reading
    from tshoot.store.cases import CaseStore
    from tshoot.store.catalogue import Catalogue
    from tshoot.store.wordings import Taught

PLAIN = 0.95
"""Words that are read this surely say what they say: who takes them back has rather changed their mind."""

MOST_LESSONS = 20
"""Wordings of one case: nobody is misread so often, and one case shall not push out what others taught."""

PERSONAL = ("requester", "contact", "computer")
PERSONAL_KINDS = ("email", "phone", "file")
"""Facts about a person, by name or by type; their values are never part of a wording."""


def consents(catalogue: Catalogue) -> bool:
    """Whether the organisation consents that confirmed wordings are kept and used."""
    return catalogue.settings().learn is True


# Using


def taught(catalogue: Catalogue, store: CaseStore, prompt: Prompt) -> Prompt:
    """The question with what people have meant by its options; without consent, or a database, as it is."""
    if prompt.kind not in ("ask", "many", "do"):
        return prompt
    with suppress(TshootError):
        if consents(catalogue):
            return with_means(prompt, store.wordings.means_at(prompt.tree, prompt.node))
    return prompt


def with_means(prompt: Prompt, means: Mapping[str, tuple[str, ...]]) -> Prompt:
    """The question with further phrases for its options."""
    if not means:
        return prompt
    choices = (
        Choice(choice.key, choice.label, (*choice.means, *means.get(choice.key, ()))) for choice in prompt.choices
    )
    return replace(prompt, choices=tuple(choices))


# Learning


def learn(workplace: Workplace, case: str, session: Session) -> None:
    """Keep what an ended session teaches, with consent; whatever fails costs the lesson, and nothing else."""
    try:
        if consents(workplace.catalogue):
            found = tuple(islice(lessons(session), MOST_LESSONS))
            workplace.store.wordings.add(case, found, at=workplace.now())
    except TshootError:
        return
    except Exception:  # what was answered is saved and stands; the mistake is for the log
        from tshoot.store.log import write_traceback

        write_traceback(str(workplace.state))


def lessons(session: Session) -> Iterator[Taught]:
    """The wordings that a session confirms, redacted: nothing unless it came to an outcome."""
    from tshoot.engine.corrections import corrections
    from tshoot.language.redact import phrase
    from tshoot.store.wordings import Taught

    if session.state.ending is None or session.state.ending.outcome == "abandoned":
        return
    known = tuple(_personal(session))
    tree = _confirmed(session)
    if tree and (text := phrase(session.state.problem, known)) and not _is_known(text, _called(session, tree)):
        yield Taught(tree, text)
    for one in corrections(session.events):
        if one.node and one.option and (text := phrase(one.text, known)):
            prompt = session.asked_at(one.step)
            if prompt is None or not _is_known(text, _options(prompt)):
                off = prompt is None or _is_plain(one, prompt, session)
                yield Taught(one.tree, text, one.node, one.meant, off=off)


def _confirmed(session: Session) -> str:
    """The tree that the person chose and that was walked to its end; empty where it may be the wrong one."""
    ending = session.state.ending
    if ending is None or ending.kind == "person" or session.helped is False:
        return ""
    if any(words_of(note.text) for _, note in session.notes):
        return ""  # the message told of something else too
    return next(iter(session.state.entered), "")


def _personal(session: Session) -> Iterator[str]:
    for name, known in session.state.facts.items():
        kind = session.fact_type(name)
        if name in PERSONAL or (kind and kind.kind in PERSONAL_KINDS):
            yield str(known.value)


def _called(session: Session, name: str) -> tuple[str, ...]:
    tree = session.tree(name)
    return (tree.title, *tree.symptoms) if tree else ()


def _options(prompt: Prompt) -> tuple[str, ...]:
    return tuple(phrase for choice in prompt.choices for phrase in (choice.key, choice.label, *choice.means))


def _is_known(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether the author has said it already, for what was meant or for something else."""
    from tshoot.language.words import tokens

    said = tokens(text)
    return any(said == tokens(phrase) for phrase in phrases)


def _is_plain(one: Correction, prompt: Prompt, session: Session) -> bool:
    """Whether the words plainly say what they were read as: such a phrase would mislead everybody else."""
    from tshoot.conversation.hearing import question_of
    from tshoot.language.answers import read_answer

    reading: Reading = read_answer(one.text, question_of(prompt, session.tree(one.tree)))
    return reading.kind != "unclear" and reading.score >= PLAIN and reading.keys != (one.meant,)
