"""The keys of the files beside the trees: tests, settings, glossary."""

from __future__ import annotations

from tshoot.authoring.vocabulary.key import Key

TEST = (
    Key("name", "text", "its name; also what is wrong, in the person's words", "an error"),
    Key("as", "persona", "`user` or `agent`", "`user`"),
    Key("at", "moment", 'the time that it plays at, such as `2027-05-31` or `2027-05-31T09:30` (UTC): what "yesterday"'
        " is", "the year 2000"),
    Key("facts", "values", "what is known from the start. A fact that `walk` asks for is not told before: it must have"
        " this value at the end"),
    Key("checks", "found", "check to its result: a result word, `refused`, `failed`, `unsupported`, `unavailable`,"
        " or a mapping with `result` and values; a list of these for its first, second … run",
        "`unsupported`: the question is asked"),
    Key("walk", "walk", "nodes or fixes in order, each with an answer as a person types it; a list of answers with"
        " `many`"),
    Key("answers", "answers", "answers in order, wherever the walk stands, when `walk` does not name the place"),
    Key("chance", "chance", '`1` or `0`: what "Did that fix it?" gets once the answers have run out',
        "the test fails there"),
    Key("calls", "texts-by-name", "called tree to the `code` or kind that it returns, or `walk` to really walk it",
        "the first key of the caller's `on`"),
    Key("follow", "flag", "`true`: a hand-off goes on in the other tree", "a hand-off ends the walk"),
)  # fmt: skip
"""What a test says."""

EXPECTED = (
    Key("end", "outcome", "a kind of `end`, or an outcome: resolved, workaround, handed off, escalated, replaced,"
        " unsupported, abandoned"),
    Key("handoff", "packet", "the tree or queue that it goes to, or a mapping that says what goes along"),
    Key("passed", "nodes-named", "nodes that are passed in this order; others may come between"),
    Key("texts", "texts", "texts that the person reads in this order"),
    Key("learned", "values", "facts and their values at the end"),
    Key("summary", "texts", "texts that stand in the summary"),
)  # fmt: skip
"""What must come of a test; one of them at least."""

STEP = (
    Key("say", "answer", "the answer"),
    Key("shows", "texts", "texts that stand, in this order, in what was told since the last answer, the question, its"
        " options, `why` and `how`, and for an agent `say` and `agent`"),
    Key("understood", "text", "how the words are read: the label or name of an option, a value, `I don't know`,"
        " `skip`; the `q` of a question back; `unclear` where they must be asked again"),
)  # fmt: skip
"""An item of a walk that says more than the answer."""

PACKET = (
    Key("to", "destination", "the tree or queue that it goes to"),
    Key("reason", "text", "a text that stands in the reason"),
    Key("first", "text", "a text that stands in what to do first"),
    Key("priority", "priority", "the priority of the case"),
    Key("missing", "facts-named", "exactly the facts that had to be known and are not"),
)
"""`handoff` of a test, where it says what goes along."""

TESTS_FILE = (Key("tests", "tests", "the tests, each with `name`", "an error"),)

SETTINGS = (
    Key("settings", "version", "the version of this language: `1`", "an error"),
    Key("aliases", "aliases", "a name, and the other words that people use for it", "no other words"),
    Key("learn", "flag", "`true`: your organisation consents that confirmed wordings are kept. Anything else is a"
        " no", "no consent"),
)  # fmt: skip
"""`settings.yaml`."""

GLOSSARY = (
    Key("glossary", "version", "the version of this language: `1`"),
    Key("terms", "terms", "each word with its meaning; in the long form `means`, and `also` for its other names"),
)
"""`glossary.yaml`."""

TERM = (
    Key("means", "meaning", "what the word means, in up to 1,000 characters"),
    Key("also", "texts", "its other names"),
)
"""The long form of a term."""

TRANSLATION = (
    Key("translation", "version", "the version of this language: `1`"),
    Key("language", "language", "the language that it is in"),
    Key("seen", "texts-by-name", "which version of each text was translated; `tshoot translate` writes it"),
)
"""The head of a translation."""

TRANSLATED = (
    Key("title", "text", "the title"),
    Key("summary", "text", "the summary"),
    Key("facts", "below", "the texts of the facts, by their names"),
    Key("faq", "below", "the texts of the frequent questions, by the original question"),
    Key("escalate", "below", "the texts for leaving"),
    Key("nodes", "below", "the texts of the nodes, by their ids"),
)
"""The texts of a translation, laid out as in its tree."""
