"""Questions that people ask back: the entry that answers, by phenomenon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tshoot.language.answers import Help, Offer, Question, Reading, read_answer

YES_NO = (Offer("Yes", "Yes"), Offer("No", "No"))
Entry = tuple[str, str] | tuple[str, str, tuple[str, ...]]


def shelf(*entries: Entry) -> tuple[Help, ...]:
    """A tree's list of questions: question, answer, other phrasings."""
    return tuple(
        Help(place, (entry[0], *(entry[2] if len(entry) > 2 else ())), entry[1])
        for place, entry in enumerate(entries)
    )


OFFICE = shelf(
    (
        "What is a VPN?",
        "A closed tunnel from your computer to the company, so that nobody on the way reads along.",
    ),
    ("How do I check whether the VPN is connected?", "There is a shield beside the clock, green when you are in."),
    ("Where is the network name written?", "On a label at the bottom of the box from your provider."),
    ("How do I restart the router?", "Pull its plug, wait for ten seconds, and put it back in."),
    ("Will I lose my open documents?", "No. Save them first; nothing else is touched.", ("is my work gone",)),
    ("Why do you ask for the number of my desk?", "The ports of a floor are numbered, which shows the switch."),
    ("Is it safe to use the Wi-Fi of a hotel?", "Yes, as long as the shield is green before you open anything."),
    ("What does a docking station cost?", "Between 90 and 250 euros, and your team pays for it."),
    ("How long does an update take?", "Mostly ten minutes, sometimes half an hour."),
    ("What does error 809 mean?", "The tunnel is blocked on the way, often by a firewall."),
)
CAR = shelf(
    ("How do I measure the tyre pressure?", "Push the gauge on the valve and read the number."),
    ("Where do I find the right pressure?", "On the sticker in the frame of the driver's door."),
    ("What is a wheel bearing?", "The wheel turns on it. A worn one hums, louder in bends."),
    (
        "Is it dangerous to drive with a worn bearing?",
        "Yes, the wheel can come loose. Have it changed within days.",
    ),
    ("How deep must the tread be?", "At least three millimetres in summer and four in winter."),
    ("What does balancing mean?", "Small weights are put on the rim so that the wheel runs without shaking."),
    ("How much is a set of new tyres?", "From 250 to 600, fitting included."),
    ("Can I repair a puncture myself?", "With the kit from the trunk, for the way to the next garage."),
    ("Why does the steering wheel shake?", "Mostly a wheel has lost its weight or a tyre is out of round."),
)
HOME = shelf(
    (
        "How do I bleed a radiator?",
        "Put the small key on the valve, hold a cup below, and open it until water comes.",
    ),
    (
        "What is the expansion tank?",
        "A red or grey can beside the boiler that takes up the water when it gets warm.",
    ),
    ("How do I read the pressure of the heating?", "A round dial on the boiler shows it, mostly 1 to 2 bar."),
    ("Where is the shut-off valve?", "Mostly in the cellar where the pipe comes into the house."),
    ("Can the boiler explode?", "No. A safety valve opens long before."),
    ("What will a service call cost me?", "About 120 with the way there."),
    ("What does error F28 mean?", "The burner tried to light and did not. Mostly the gas tap is closed."),
    ("Why is one radiator cold?", "There is air in it, or its valve is stuck."),
    ("Do I have to switch the heating off first?", "Yes, and wait until the pump has stopped."),
)
LISTS = {"office": OFFICE, "car": CAR, "home": HOME}


def read(text: str, tree: str, asked: str, terms: tuple[Help, ...] = ()) -> Reading:
    """How a text is read at a question of a tree."""
    return read_answer(text, Question(asked, YES_NO, helps=LISTS[tree], terms=terms))


def entry_of(text: str, tree: str, asked: str) -> str:
    """The question of the list that a text was read as, or the kind of the reading."""
    reading = read(text, tree, asked)
    return LISTS[tree][reading.faq].phrases[0] if reading.kind == "faq" else reading.kind


VPN = "Is the VPN connected?"
TYRES = "Is the pressure of all four tyres right?"
HUM = "Does the hum get louder in a bend?"
DIAL = "Is the pressure of the heating above 1 bar?"
AIR = "Is the radiator warm at the bottom and cold at the top?"
CODE = "Does the boiler show an error code?"


@pytest.mark.parametrize(
    ("tree", "asked", "text", "expected"),
    [
        # the entry's own words, in another order or form
        ("office", VPN, "what is this vpn", "What is a VPN?"),
        ("office", VPN, "how long do updates take usually?", "How long does an update take?"),
        ("office", VPN, "where can I find the name of my network?", "Where is the network name written?"),
        ("car", HUM, "what are wheel bearings", "What is a wheel bearing?"),
        (
            "car",
            TYRES,
            "is driving with such a worn bearing dangerous?",
            "Is it dangerous to drive with a worn bearing?",
        ),
        ("home", AIR, "how are radiators bled?", "How do I bleed a radiator?"),
        ("home", CODE, "what is the meaning of F28?", "What does error F28 mean?"),
        # a typing error
        ("office", VPN, "how do i restrat the ruoter?", "How do I restart the router?"),
        ("car", TYRES, "what does balncing mean?", "What does balancing mean?"),
        ("home", AIR, "how do i bleed the raditor", "How do I bleed a radiator?"),
        # words that mean the same
        ("office", VPN, "are my files deleted then?", "Will I lose my open documents?"),
        ("office", VPN, "what would i have to pay for a docking station?", "What does a docking station cost?"),
        ("office", VPN, "how do I reboot that router", "How do I restart the router?"),
        ("car", HUM, "what is the price of new tyres?", "How much is a set of new tyres?"),
        ("car", TYRES, "can i fix the puncture on my own?", "Can I repair a puncture myself?"),
        ("home", DIAL, "is it possible that the boiler blows up? will it explode", "Can the boiler explode?"),
        ("home", CODE, "how expensive is a service call", "What will a service call cost me?"),
        # words of the answer
        ("office", VPN, "which shield do you mean?", "How do I check whether the VPN is connected?"),
        ("car", TYRES, "is that on the sticker in the door?", "Where do I find the right pressure?"),
        ("home", AIR, "where does the small key go?", "How do I bleed a radiator?"),
        # "it" and "that" are what was asked
        ("office", VPN, "how do i check that it is?", "How do I check whether the VPN is connected?"),
        ("office", VPN, "what is that?", "What is a VPN?"),
        ("car", TYRES, "how would I measure that?", "How do I measure the tyre pressure?"),
        ("home", DIAL, "how do I see that?", "How do I read the pressure of the heating?"),
        ("home", AIR, "why is it like that?", "Why is one radiator cold?"),
        # the same subject, but something else is wanted
        ("car", HUM, "what is a bearing?", "What is a wheel bearing?"),
        (
            "car",
            HUM,
            "can I drive with a bad bearing, is it risky?",
            "Is it dangerous to drive with a worn bearing?",
        ),
        (
            "car",
            TYRES,
            "what should the pressure be, where is that written?",
            "Where do I find the right pressure?",
        ),
        ("car", TYRES, "what is the procedure for checking the pressure?", "How do I measure the tyre pressure?"),
        ("home", AIR, "what is the reason that a radiator stays cold?", "Why is one radiator cold?"),
        ("home", AIR, "what are the steps to bleed one?", "How do I bleed a radiator?"),
        # the subject is elsewhere than the question
        ("office", VPN, "How much does such a docking station cost?", "What does a docking station cost?"),
        (
            "car",
            TYRES,
            "before I do that, why does my steering wheel shake?",
            "Why does the steering wheel shake?",
        ),
        ("home", DIAL, "and where can I shut off the water?", "Where is the shut-off valve?"),
        # long and polite
        ("office", VPN, "Sorry, but could you please explain to me what exactly a VPN is?", "What is a VPN?"),
        (
            "car",
            TYRES,
            "Hi, I was wondering if you could tell me how deep the tread has to be?",
            "How deep must the tread be?",
        ),
        (
            "home",
            AIR,
            "ok but do i need to turn the heating off before that",
            "Do I have to switch the heating off first?",
        ),
    ],
)
def test_the_right_entry(tree: str, asked: str, text: str, expected: str) -> None:
    assert entry_of(text, tree, asked) == expected


@pytest.mark.parametrize("tree", sorted(LISTS))
@pytest.mark.parametrize("place", range(9))
def test_the_very_question_is_its_entry(tree: str, place: int) -> None:
    for phrase in LISTS[tree][place].phrases:
        assert read(phrase, tree, "Did that fix it?").faq == place


@pytest.mark.parametrize(
    "text",
    [
        "what is the weather like?",
        "who won the match yesterday?",
        "can you recommend a restaurant?",
        "what is your name?",
        "how old are you?",
        "are you a robot?",
        "what time is it?",
        "where do bananas grow?",
        "do you like cheese?",
        "why do birds sing?",
    ],
)
@pytest.mark.parametrize(("tree", "asked"), [("office", VPN), ("car", TYRES), ("home", AIR)])
def test_nothing_answers_what_is_about_something_else(tree: str, asked: str, text: str) -> None:
    assert read(text, tree, asked).kind == "command"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("how do I iron a shirt?", "how"),
        ("why are bananas bent?", "why"),
        ("what is a rhinoceros?", "how"),
        ("how?", "how"),
        ("why?", "why"),
        ("sorry, what do you mean?", "how"),
        ("I don't understand the question", "how"),
        ("I don't get it", "how"),
        ("come again?", "how"),
    ],
)
def test_without_an_entry_the_own_help_of_the_question_is_shown(text: str, command: str) -> None:
    reading = read(text, "home", AIR)
    assert (reading.kind, reading.command) == ("command", command)


@pytest.mark.parametrize(
    ("tree", "asked", "text", "why"),
    [
        ("office", VPN, "how can I restart my router", "asks back; shares restart, router"),
        ("car", TYRES, "what is the price of new tyres?", "asks back; shares new, tyres"),
        ("home", DIAL, "how do I see that?", "asks back about what was asked"),
    ],
)
def test_the_evidence_is_named(tree: str, asked: str, text: str, why: str) -> None:
    assert read(text, tree, asked).why == why


# Words of the glossary

TERMS = (
    Help(0, ("dongle", "adapter stick"), "A small plug for something that the computer has no own part for."),
    Help(1, ("two-factor authentication", "2FA", "second factor"), "A second proof beside the password."),
    Help(2, ("VPN", "virtual private network"), "A tunnel."),
    Help(3, ("tread",), "The pattern of a tyre."),
    Help(4, ("router",), "The box that connects you."),
)
DONGLE = "Is the dongle plugged in?"


@pytest.mark.parametrize(
    ("tree", "text", "term"),
    [
        ("office", "what is a dongle?", 0),
        ("office", "dongle?", 0),
        ("office", "a dongle?", 0),
        ("office", "whats that dongle thing", 0),
        ("office", "never heard of a dongle", 0),
        ("office", "not sure what a dongle is", 0),
        ("office", "i dont know what dongle means", 0),
        ("office", "what does dongle mean", 0),
        ("office", "can you explain dongle to me?", 0),
        ("office", "what are dongles", 0),
        ("office", "whats an adapter stick?", 0),
        ("office", "what is two factor authentication", 1),
        ("office", "what is 2fa?", 1),
        ("office", "sorry, what do you mean by second factor?", 1),
        ("home", "what is a vpn?", 2),
        ("car", "what is the tread?", 3),
    ],
)
def test_a_word_is_explained(tree: str, text: str, term: int) -> None:
    reading = read(text, tree, DONGLE, TERMS)
    assert (reading.kind, reading.term) == ("term", term)


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        ("office", "What is a VPN?", "What is a VPN?"),
        ("office", "whats that vpn thing", "What is a VPN?"),
        ("office", "how do i restart the router", "How do I restart the router?"),
        ("car", "how deep must the tread be?", "How deep must the tread be?"),
        ("office", "what is the name of my network at the router?", "Where is the network name written?"),
    ],
)
def test_an_entry_of_the_tree_comes_before_a_word(tree: str, text: str, expected: str) -> None:
    reading = read(text, tree, DONGLE, TERMS)
    assert reading.kind == "faq"
    assert LISTS[tree][reading.faq].phrases[0] == expected


@pytest.mark.parametrize(
    "text", ["how do i unplug the dongle?", "where is the dongle?", "why does it need a dongle?"]
)
def test_a_word_is_not_explained_where_something_else_is_asked(text: str) -> None:
    assert read(text, "home", DONGLE, TERMS).kind != "term"


def test_an_option_of_that_name_is_an_answer() -> None:
    asked = Question("What is plugged in?", (Offer("Dongle", "Dongle"), Offer("None", "Nothing")), terms=TERMS)
    assert read_answer("dongle", asked).keys == ("Dongle",)


# Politeness


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ok, but how do I see that?", "faq"),
        ("okay so what is a vpn", "faq"),
        ("right, and how long does the update take?", "faq"),
        ("yes", "option"),
        ("ok yes it is", "option"),
        ("yes, what should I do now?", "option"),
        ("yes it is connected", "option"),
        ("no it is not", "option"),
    ],
)
def test_politeness_before_a_question_is_no_answer(text: str, kind: str) -> None:
    assert read(text, "office", VPN).kind == kind


# Anything at all


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(sorted(LISTS)), st.booleans())
def test_no_text_raises_and_each_is_read_the_same_again(text: str, tree: str, asking: bool) -> None:
    said = f"what is {text}?" if asking else text
    assert read(said, tree, DONGLE, TERMS) == read(said, tree, DONGLE, TERMS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=120)), max_size=5), st.text(max_size=80))
def test_no_list_raises(entries: list[tuple[str, str]], text: str) -> None:
    helps = tuple(Help(place, (asked,), answer) for place, (asked, answer) in enumerate(entries))
    question = Question(text, YES_NO, helps=helps, terms=helps)
    reading = read_answer(f"how do I see {text}?", question)
    assert reading.kind != "faq" or 0 <= reading.faq < len(helps)


@pytest.mark.parametrize("text", ["how " * 5_000 + "?", "what is " + "x" * 7_000 + "?", "if can " * 900 + "?"])
def test_long_questions_are_read_in_bounded_time(text: str) -> None:
    before = time.process_time()
    assert read(text, "office", VPN, TERMS).kind
    assert time.process_time() - before < 0.5


def test_empty_entries_are_passed_over() -> None:
    helps = (Help(0, ("",), ""), Help(1, ("?!",), "..."), Help(2, ("What is a fuse?",), "A thin wire."))
    assert read_answer("what is that fuse", Question("Is it lit?", YES_NO, helps=helps)).faq == 2
