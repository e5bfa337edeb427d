"""The keys at the top of a tree, of its frequent questions, and of its way out."""

from __future__ import annotations

from tshoot.authoring.vocabulary.key import Key

HEAD = (
    Key("tree", "version", "the version of the language: `1`", "an error"),
    Key("id", "id", "the name that other trees and people use; letters, digits, `_`, `.`, `-`", "the file's name"),
    Key("title", "text", "what a person reads in lists, as the problem", "an error", ("Printer does not print",)),
    Key("summary", "text", "one line on what it covers", "lists show the title alone"),
    Key("tier", "whole 1 9", "1 to 9", "1", (1, 2, 3)),
    Key("audience", "audience", "`user`, `agent` or `both`: who may walk it. Agents walk all trees",
        "`both` for tier 1, `agent` above"),
    Key("area", "text", "a word to browse by, such as `network`", '"other"', ("network",)),
    Key("owner", "text", "who keeps it right", "nobody is asked", ("service-desk",)),
    Key("review_by", "date", "a date, such as `2027-05-31`; `lint` warns once it has passed", "nobody is reminded",
        ("2027-05-31",)),
    Key("status", "status", "`live`, `draft` or `retired`: see [the life of a tree](#the-life-of-a-tree)", "`live`"),
    Key("language", "language", "the language of its texts", "`en`", ("en", "es", "pt-BR")),
    Key("symptoms", "texts", "what people say when they have this problem: five to twenty phrases",
        "found by title and summary alone, and not listed for browsing; fine for trees that others call"),
    Key("not_symptoms", "texts", "what sounds alike and belongs elsewhere; it pushes the tree away"),
    Key("start", "node", "the first node", "the first in the file"),
    Key("facts", "facts", "[facts](#facts) that it needs to know"),
    Key("faq", "faq", "[questions that people ask back](#frequent-questions)"),
    Key("escalate", "escalate", "[defaults for leaving](#leaving-a-tree)", "the next tier's queue"),
    Key("nodes", "nodes", "the [nodes](#nodes), in the order in which they are passed when nothing else is said",
        "an error"),
)  # fmt: skip
"""The top level of a tree."""

FAQ = (
    Key("q", "text", "the question"),
    Key("also", "texts", "other phrasings"),
    Key("a", "wording", "the answer, with placeholders and format"),
    Key("at", "nodes-named", "the nodes where it belongs; everywhere without it"),
)
"""One entry of `faq`."""

LEAVING = (
    Key("needs", "facts-named", "facts that must be known before leaving. What is missing is asked for"),
    Key("reason", "wording", "why it leaves"),
    Key("first", "wording", "what the next person should do first"),
    Key("priority", "priority", "`low`, `medium`, `high` or `critical`; by impact and urgency without it"),
)
"""What every way out of a tree may hold."""

ESCALATE = (
    Key("to", "destination", "a tree, or `queue:NAME`", examples=("queue:service-desk",)),
    *LEAVING,
)
"""`escalate` of a tree."""
