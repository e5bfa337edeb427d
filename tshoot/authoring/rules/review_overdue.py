"""Trees that should have been looked at."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "review-overdue"
SEVERITY: Severity = "warning"
DESCRIPTION = "The date of review has not passed."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about a review that is overdue."""
    due = subject.tree.review_by
    if due and subject.today and due < subject.today:
        message = f"the tree was to be reviewed by {due}"
        yield subject.finding(ID, "review_by", message, "read it through, then set a new date", "warning")


EXPLANATION = """\
Menus move, products go, and a tree that was right misleads people. The owner promised to look at it by this date.
Walk it once, correct what is old, and set a new date.
"""

BAD = """\
tree: 1
title: Printer does not print
review_by: 2020-01-31
nodes:
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
review_by: 2099-01-31
nodes:
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
