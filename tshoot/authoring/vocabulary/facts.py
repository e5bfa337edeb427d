"""The keys of a fact's declaration."""

from __future__ import annotations

from tshoot.authoring.vocabulary.key import Key

FACT = (
    Key("type", "fact-type", "how answers are read: `text` without it, `choice` when there are `values`"),
    Key("prompt", "wording", "the question that asks for it. With a prompt, the fact is asked for when something"
        " needs it; without one, it is never asked for by itself"),
    Key("label", "text", 'how a person reads its name; made from the name otherwise (`wifi_signal`: "Wifi signal")'),
    Key("why", "wording", "why this is asked; shown on request"),
    Key("how", "wording", "how to find out; shown on request"),
    Key("values", "texts", "the values of a `choice`, or of a `list`"),
    Key("unit", "text", "shown behind a number, also where a text has `{fact}`", examples=("percent",)),
    Key("min", "bound", "the lowest `number`, or the earliest `date`"),
    Key("max", "bound", "the highest `number`, or the latest `date`"),
    Key("min_length", "whole 0 20000", "the fewest characters of a text"),
    Key("max_length", "whole 1 20000", "the most characters of a text; 500 unless said otherwise"),
    Key("pattern", "text", "what a text must look like as a whole, see [patterns](#patterns)",
        examples=("LT-[0-9]{4}",)),
    Key("error", "text", "your own sentence for a value that does not fit"),
    Key("secret", "flag", "`true`: asked for, then never stored and never shown. It cannot be used in conditions,"
        " texts or `needs`"),
    Key("default", "value", "its value where it is not known"),
)  # fmt: skip
"""The declaration of a fact, under `facts` or within `input`."""

TYPES = {
    "text": ("any line", "text"),
    "number": ('`20`, `1,5`, "about twenty"', "number"),
    "date": ('`2027-03-31`, `31.3.2027`, "yesterday", "last Monday", "3 days ago"', "ISO date"),
    "email": ("an address, also within a sentence", "address"),
    "phone": ("a number of 5 to 21 digits, also within a sentence", "text"),
    "choice": ("one of `values`, in the person's own words", "the value"),
    "list": ("several of `values`; without values, words with commas between", "list"),
    "file": ("the path of a file, which is not opened", "text"),
    "boolean": ("yes or no, in any words", "true or false"),
}
"""Each type, what it takes, and how it is kept."""

OTHER_TYPES = {"e-mail": "email", "E-mail": "email"}
"""Other ways to write a type."""
