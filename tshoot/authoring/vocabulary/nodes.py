"""The keys of each kind of node, and of the options, arms and fixes in them."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.authoring.vocabulary.head import LEAVING
from tshoot.authoring.vocabulary.key import Key

_SAID = (
    Key("why", "wording", "why this is asked; shown on request"),
    Key("how", "wording", "how to find out, or how to do it; shown on request"),
    Key("say", "wording", "what an agent reads aloud"),
    Key("agent", "wording", "a note for agents; users never see it"),
)

COMMON = (
    *_SAID,
    Key("when", "condition", "a [condition](#conditions). Where it does not hold, the node is passed over: to its"
        " `then`, else to the next node in the file", examples=("os == 'Windows'",)),
)  # fmt: skip
"""What every kind of node may have."""

_NEXT = Key("then", "node", "the next node")
_FIXED = Key("fixed", "node", "where to go when it helped; without it, the case is resolved")
_ON_OPTIONS = "where options without a target lead, and the answers to `many`"
_FACT_OF_ANSWER = ("the fact that the answer becomes: the option's key, or with `many` the list of keys. It is"
                   " declared by this")  # fmt: skip

KINDS: Mapping[str, tuple[Key, ...]] = {
    "ask": (
        Key("ask", "wording", "the question"),
        Key("options", "options", "the [options](#options): answers that are offered, each with where it leads"),
        Key("many", "flag", "`true`: several can be taken"),
        Key("none", "text", "with `many`: the label of the option that excludes all others. Without it, at least"
            " one must be taken", examples=("None of these",)),
        Key("fact", "fact", _FACT_OF_ANSWER),
        Key("then", "node", _ON_OPTIONS),
    ),
    "input": (
        Key("input", "input", "the name of a fact, or a mapping with `fact` and any key of a fact's declaration"),
        _NEXT,
    ),
    "do": (
        Key("do", "wording", "the instruction"),
        _FIXED,
        Key("else", "node", "where to go when it did not"),
        Key("then", "node", "in place of both: go on without asking, once it is done"),
    ),
    "tell": (Key("tell", "wording", "the text"), _NEXT),
    "check": (
        Key("check", "check", "its name"),
        Key("with", "texts-by-name", "arguments: names and texts, with placeholders"),
        Key("set", "expressions", "facts, computed from `result.NAME` when the check ran"),
        Key("on", "nodes-by-word", "result word to node"),
        Key("ask", "wording", "the question in its place, as in `ask`"),
        Key("options", "options", "the [options](#options) of that question"),
        Key("fact", "fact", "the fact that the answer to that question becomes"),
        Key("else", "node", "where other results lead; without it, the question is asked"),
        Key("then", "node", "where options without a target lead"),
    ),
    "branch": (
        Key("branch", "arms", "arms, each with `when` and `goto`; the last one has `else` alone"),
    ),
    "set": (Key("set", "expressions", "facts and [expressions](#conditions), in order"), _NEXT),
    "wait": (
        Key("wait", "duration", "how long", examples=("2 minutes", "90 seconds")),
        Key("tell", "wording", "what the person reads meanwhile"),
        _NEXT,
    ),
    "try": (
        Key("try", "fixes", "the fixes"),
        Key("order", "order", "`cost`: by chance over cost (the default); `written`: as you wrote them"),
        Key("fixed", "node", "where to go when one helped; without it, the case is resolved"),
        Key("else", "node", "where to go when all have failed"),
    ),
    "call": (
        Key("call", "tree", "the tree"),
        Key("with", "texts-by-name", 'facts that it starts with: names and texts. `"{fact}"` alone gives that'
            " fact's value; what is not known is not given"),
        Key("on", "nodes-by-word", "the `code` of the called tree's `end`, or else its kind (`resolved`,"
            " `escalate` …), to a node"),
        Key("else", "node", "where other words lead, and where to go when the tree is not there or this person"
            " may not walk it"),
        Key("then", "node", "in place of `else`: go on"),
    ),
    "handoff": (
        Key("handoff", "destination", "a tree, or `queue:NAME`", examples=("queue:service-desk",)),
        *LEAVING,
    ),
    "end": (
        Key("end", "end", "how it ends"),
        Key("tell", "wording", "what the person reads"),
        Key("code", "text", "a code for statistics; in a called tree, the word that the caller's `on` reads"),
        Key("to", "destination", "with `escalate`, `replace` and `request`: a tree or `queue:NAME`",
            examples=("queue:service-desk",)),
        *LEAVING,
    ),
}  # fmt: skip
"""Each kind of node with its keys, beside the common ones; the first one is the kind."""

KIND_TEXTS: Mapping[str, str] = {
    "ask": "A question with options",
    "input": "Asks for a typed fact",
    "do": 'An instruction, followed by "Did that fix it?"',
    "tell": "Information; then on",
    "check": "Runs a local check, with the person's consent",
    "branch": "Goes on by conditions, silently",
    "set": "Computes facts, silently",
    "wait": "A countdown that can be skipped",
    "try": "A list of independent fixes",
    "call": "Walks another tree, and comes back",
    "handoff": "On to another tree, or to a queue",
    "end": "An outcome",
}
"""What each kind of node does."""

END_KINDS: Mapping[str, tuple[str, str]] = {
    "resolved": ("it works", "resolved"),
    "workaround": ("it can be worked with; the cause may still be there", "workaround"),
    "escalate": ("this tier has tried what it can", "escalated"),
    "replace": ("it must be replaced", "replaced"),
    "request": ("somebody must provide something", "handed off"),
    "unsupported": ("this is not for us", "unsupported"),
    "cancelled": ("the person does not want to go on", "abandoned"),
}
"""Each kind of end, what it means, and the outcome of the case."""

OPTION = (
    Key("goto", "node", "the next node; the node's `then` without it"),
    Key("label", "text", "what a person reads; the key without it. The key stays the option's name in facts, tests"
        " and statistics"),
    Key("means", "texts", "other ways people say it"),
    Key("set", "expressions", "facts and expressions, computed when it is taken"),
    Key("when", "condition", "a condition; where it does not hold, the option is not offered"),
)  # fmt: skip
"""The long form of an option."""

ARM = (
    Key("when", "condition", "the condition under which it is taken"),
    Key("goto", "node", "where it leads"),
)
"""An arm of a `branch`; the last one has `else` alone."""

ARM_ELSE = (Key("else", "node", "where it leads when no other arm holds"),)

FIX = (
    Key("id", "id", "its name; nodes and fixes share one set of names"),
    Key("do", "wording", "the instruction"),
    Key("cost", "number 0 100000", "minutes that it takes, 0 to 100000; 1 without it"),
    Key("chance", "number 0 1", "your guess that it helps, 0 to 1; 0.5 without it"),
    Key("risk", "number 0 5", "what it may break, 0 to 5; each point counts as a minute of cost"),
    Key("when", "condition", "a condition; where it does not hold, the fix is left out"),
    Key("then", "node", "the first node of its further steps. They lead back with `then: return`, and"
        ' "Did that fix it?" is asked there'),
    *_SAID,
)  # fmt: skip
"""One fix of a `try`."""
