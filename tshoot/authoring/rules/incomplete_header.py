"""What a library needs to know about a tree."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic

ID = "incomplete-header"
DESCRIPTION = "A tree has symptoms, a summary, an owner and a date of review."

_KEYS = (
    ("symptoms", "nobody finds it by what they type", "add 'symptoms:' with five to ten phrases"),
    ("summary", "lists show its title alone", "add 'summary: …'"),
    ("owner", "nobody is asked to keep it right", "add 'owner: …'"),
    ("review_by", "nobody is reminded to look at it", "add 'review_by: …' with a date"),
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about what is missing at the top of the file."""
    for key, effect, hint in _KEYS:
        if not getattr(subject.tree, key) and key not in subject.parsed.places:
            message = f"the tree has no '{key}': {effect}"
            yield subject.finding(ID, "@title", message, hint, "info")
