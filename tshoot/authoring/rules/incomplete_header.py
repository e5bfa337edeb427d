"""What a library needs to know about a tree."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "incomplete-header"
SEVERITY: Severity = "info"
DESCRIPTION = "A tree has symptoms, a summary, an owner and a date of review."

_KEYS = (
    ("symptoms", "nobody finds it by what they type", "'symptoms:' with five to ten phrases"),
    ("summary", "lists show its title alone", "'summary: …'"),
    ("owner", "nobody is asked to keep it right", "'owner: …'"),
    ("review_by", "nobody is reminded to look at it", "'review_by: …' with a date"),
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about what is missing at the top of the file."""
    missing = [one for one in _KEYS if not getattr(subject.tree, one[0]) and one[0] not in subject.parsed.places]
    if len(missing) == 1:
        key, effect, what = missing[0]
        yield subject.finding(ID, "@title", f"the tree has no '{key}': {effect}", f"add {what}", "info")
    elif missing:
        *others, last = (f"no '{key}' ({effect})" for key, effect, _ in missing)
        *before, end = (what for _, _, what in missing)
        message = f"the tree has {', '.join(others)} and {last}"
        yield subject.finding(ID, "@title", message, f"add {', '.join(before)} and {end}", "info")


EXPLANATION = """\
Symptoms let people find the tree by what they type, the summary tells it from others in lists, the owner is asked
when it is wrong, and the date of review keeps it from growing old unseen. Add what is missing at the top of the
file.
"""

BAD = """\
tree: 1
title: Printer does not print
symptoms: [printer does not print, nothing comes out of the printer]
owner: service-desk
review_by: 2099-12-31
nodes:
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
symptoms: [printer does not print, nothing comes out of the printer]
summary: From a silent printer to a printed page.
owner: service-desk
review_by: 2099-12-31
nodes:
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
