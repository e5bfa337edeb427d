"""Trees that should have been looked at."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic

ID = "review-overdue"
DESCRIPTION = "The date of review has not passed."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about a review that is overdue."""
    due = subject.tree.review_by
    if due and subject.today and due < subject.today:
        message = f"the tree was to be reviewed by {due}"
        yield subject.finding(ID, "review_by", message, "read it through, then set a new date", "warning")
