"""How people answer yes-or-no questions, by phenomenon; each table asks for the reading, or for being asked again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.answers import Offer, Question, read_answer

YES_NO = (Offer("Yes", "Yes"), Offer("No", "No"))
Row = tuple[str, str, str]


def reading(question: str, answer: str) -> str:
    """The option that the answer was read as, or the kind of the reading."""
    found = read_answer(answer, Question(question, YES_NO))
    return found.keys[0] if found.kind == "option" else found.kind


NEGATION: tuple[Row, ...] = (
    ("Does the drum turn?", "it does not turn", "No"),
    ("Does the drum turn?", "never turned since Monday", "No"),
    ("Does the drum turn?", "it refuses to turn", "No"),
    ("Does the drum turn?", "it stopped turning", "No"),
    ("Is the tap dripping?", "the dripping has stopped", "No"),
    ("Is there a smell of gas?", "there is no smell at all", "No"),
    ("Is there a smell of gas?", "can't smell anything", "No"),
    ("Do you see any scratches, dents or cracks?", "there are no scratches, dents or cracks", "No"),
    ("Does the heater fail to start?", "it won't start", "Yes"),
    ("Does the heater fail to start?", "it starts every time", "No"),
    ("Does the heater still refuse to start?", "it still doesn't start", "Yes"),
    ("Does the handle turn without force?", "it turns without force", "Yes"),
    ("Is the volume turned all the way down?", "it was turned down to zero", "Yes"),
    ("Does it make noise?", "no longer", "No"),
    ("Is it working again?", "it's not that it is broken, it works", "Yes"),
)
OPPOSITES: tuple[Row, ...] = (
    ("Are the screws loose?", "they are all snug", "No"),
    ("Is the fuse intact?", "the wire inside is burnt through", "No"),
    ("Is the shelf level?", "it leans to the left", "No"),
    ("Is the hose kinked?", "it is perfectly straight", "No"),
    ("Is the filter clogged with lint?", "the filter is clean", "No"),
    ("Is the tank empty?", "it's full to the brim", "No"),
    ("Is the water level above the mark?", "it is below the mark", "No"),
    ("Is the light green?", "it is red", "No"),
    ("Is the light lit?", "it's dark", "No"),
    ("Does the lid stay open?", "it falls shut", "No"),
    ("Is the wheel warmest in the middle?", "it is cold in the middle", "No"),
    ("Are the contacts corroded?", "they are shiny", "No"),
    ("Is the carpet wet?", "bone dry", "No"),
    ("Is the picture sharp?", "it's blurry", "No"),
    ("Is the outlet live?", "the outlet is dead", "No"),
)
QUANTIFIERS: tuple[Row, ...] = (
    ("Are any of the lamps broken?", "all of them are fine", "No"),
    ("Are any of the lamps broken?", "two of them are broken", "Yes"),
    ("Does it happen only in the morning?", "it happens at any time", "No"),
    ("Does it happen only in the morning?", "also in the evening", "No"),
    ("Does it happen only in the morning?", "only in the morning", "Yes"),
    ("Does the alarm go off all the time?", "sometimes it does", "No"),
    ("Do any of your neighbours have power?", "none of them", "No"),
    ("Do any of your neighbours have power?", "nobody has any", "No"),
    ("Is just one burner cold?", "both are cold", "No"),
)
STEPS: tuple[Row, ...] = (
    ("Does it ring with another cable?", "no difference", "No"),
    ("Does it ring with another cable?", "it sounds the same", "No"),
    ("Does it still rattle after that?", "nothing changed", "Yes"),
    ("Does it still rattle after that?", "the rattle is gone", "No"),
    ("Is it quieter with the door shut?", "same as before", "No"),
    ("Does the noise change when you brake?", "braking makes no difference", "No"),
)
OUTRIGHT: tuple[Row, ...] = (
    ("Is the pump running?", "it hums when I hold my ear to it, so yeah", "Yes"),
    ("Is the pump running?", "well, eventually, yes", "Yes"),
    ("Is the pump running?", "No not really, it only clicks", "No"),
    ("Is the pump running?", "I believe so", "Yes"),
    ("Is the pump running?", "not that I can see", "No"),
    ("Is the pump running?", "certainly", "Yes"),
    ("Is the pump running?", "it's quite the opposite", "No"),
    ("Is the pump running?", "👎", "No"),
    ("Is the pump running?", "sí", "Yes"),
)
KINDS: tuple[Row, ...] = (
    ("Does the fan make a noise?", "it squeals like a pig", "Yes"),
    ("Does the fan make a noise?", "it is silent", "No"),
    ("Is there any damage on the case?", "there is a crack in the corner", "Yes"),
)
PLACES: tuple[Row, ...] = (
    ("Is the radio on?", "the radio is on", "Yes"),
    ("Is the radio on?", "the radio is on the shelf", "unclear"),
    ("Is the heating working as it should?", "everything is as it should be", "Yes"),
    ("Is the heating working as it should?", "it does not do what it should", "No"),
)
TYPOS: tuple[Row, ...] = (
    ("Does the washing machine drain?", "it drians fine", "Yes"),
    ("Is the picture blurry?", "it is blury", "Yes"),
    ("Is the gasket damaged?", "yes its damgaed", "Yes"),
    ("Is the thermostat set to heating?", "the termostat is set to heating", "Yes"),
    ("Is the button stuck?", "nope, not stcuk", "No"),
)
HEDGES: tuple[Row, ...] = (
    ("Is the valve open?", "I think it is open", "Yes"),
    ("Is the valve open?", "probably not", "No"),
    ("Is the valve open?", "as far as I can tell it's closed", "No"),
    ("Is the valve open?", "no idea", "unknown"),
    ("Is the valve open?", "how do I check that?", "command"),
    ("Is the valve open?", "hard to say", "unknown"),
)
NONSENSE: tuple[Row, ...] = (
    ("Is the valve open?", "purple elephants", "unclear"),
    ("Is the valve open?", "asdf qwer", "unclear"),
    ("Is the valve open?", "...", "unclear"),
    ("Is the valve open?", "今天天气很好", "unclear"),
    ("Is the valve open?", "Привет, как дела", "unclear"),
    ("Is the valve open?", "I tried to look at it", "unclear"),
    ("Is the valve open?", "\x00\x1b[31m", "unclear"),
    ("Is the valve open?", "\ud800\udfff", "unclear"),
)


FIXES: tuple[tuple[str, str], ...] = (
    ("yay it prints again", "Yes"),
    ("it printed", "Yes"),
    ("looks like it did the trick", "Yes"),
    ("wow so much faster", "Yes"),
    ("it worked for one page then jammed again", "No"),
    ("it's doing it again", "No"),
    ("not much difference", "No"),
    ("yes and no", "unclear"),
    ("oops wrong one, one step back please", "command"),
    ("let's start over", "command"),
    ("i dont know which one", "unknown"),
)


@pytest.mark.parametrize(("answer", "expected"), FIXES)
def test_after_a_step(answer: str, expected: str) -> None:
    assert reading("Did that fix it?", answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), NEGATION)
def test_negation(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), OPPOSITES)
def test_opposites(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), QUANTIFIERS)
def test_quantifiers(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), STEPS)
def test_what_a_step_changed(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), OUTRIGHT)
def test_yes_and_no_said_outright(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), KINDS)
def test_kinds_of_things(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), PLACES)
def test_places_and_states(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), TYPOS)
def test_typing_errors(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), HEDGES)
def test_hedges_and_not_knowing(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("question", "answer", "expected"), NONSENSE)
def test_nonsense_is_asked_again(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize("paste", ["yes " * 300_000, "\x00" * 1_000_000, "a" * 1_000_000, "not " * 250_000])
def test_a_paste_of_a_megabyte_is_not_understood(paste: str) -> None:
    found = read_answer(paste, Question("Is the valve open?", YES_NO))
    assert (found.kind, found.candidates) == ("unclear", ("Yes", "No"))


@given(st.text(max_size=300), st.text(max_size=100))
def test_no_text_and_no_question_raise_and_a_reading_is_the_same_every_time(answer: str, question: str) -> None:
    asked = Question(question, YES_NO)
    assert read_answer(answer, asked) == read_answer(answer, asked)


SOUNDS = ("Complete silence", "A fast clicking", "The engine turns but does not start")
PLACES_OF_STAINS = ("On the ceiling", "On the wall", "On the floor")


@pytest.mark.parametrize(
    ("labels", "answer", "expected"),
    [
        (SOUNDS, "it is totally quiet", "Complete silence"),
        (SOUNDS, "rapid ticking", "A fast clicking"),
        (SOUNDS, "bananas", ""),
        (SOUNDS, "no clicking", ""),
        (SOUNDS, "either clicking or silence", ""),
        (SOUNDS, "-1", ""),
        (PLACES_OF_STAINS, "the wall by the window", "On the wall"),
        (PLACES_OF_STAINS, "🙂", ""),
    ],
)
def test_labels_are_taken_by_what_their_words_mean(labels: tuple[str, ...], answer: str, expected: str) -> None:
    found = read_answer(answer, Question("And what is it?", tuple(Offer(label, label) for label in labels)))
    assert found.keys == ((expected,) if expected else ())
    assert found.kind == ("option" if expected else "unclear")


def test_the_nearest_labels_are_named_first() -> None:
    question = Question("Where is it?", tuple(Offer(label, label) for label in PLACES_OF_STAINS))
    assert read_answer("on the carpet", question).candidates[0] == "On the floor"
