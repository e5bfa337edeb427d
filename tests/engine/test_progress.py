"""How far it is: never far back, and all of it at the end."""

import pytest

from tests.support import AT, asked, begun, give
from tshoot.engine.session import Session

FIXES = """
nodes:
  fixes:
    try:
      - {id: a, do: A., chance: 0.1, then: more}
      - {id: b, do: B., chance: 0.1}
      - {id: c, do: C., chance: 0.1}
    else: out
  more: {wait: 5, then: return}
  out: {end: escalate}
"""


def left(session: Session) -> tuple[int, int]:
    progress = session.progress()
    return progress.likely, progress.longest


def test_fixes_that_were_tried_are_not_ahead_any_more() -> None:
    session = begun(t=FIXES)
    seen = []
    for answer in ("Done", "Done", "No", "No", "No"):
        seen.append((asked(session), *left(session)))
        give(session, answer)
    assert seen == [("a", 3, 4), ("more", 4, 5), ("a", 3, 4), ("b", 2, 3), ("c", 1, 2)]


def test_what_is_asked_before_leaving_counts() -> None:
    session = begun(t="nodes:\n  a: {end: escalate}")
    for ahead in (5, 4, 3, 2, 1):
        assert left(session) == (ahead, ahead)
        give(session, "?")
    assert session.progress().fraction == 1


@pytest.mark.parametrize("persona", ["user", "agent"])
def test_a_long_way_that_opens_up_moves_it_back_by_little(persona: str) -> None:
    nodes = "\n".join(f"  n{i}: {{ask: Q{i}?, options: {{Yes: n{i + 1}, No: n{i + 1}}}}}" for i in range(9))
    near = """
    nodes:
      a: {ask: A?, options: {Yes: b, No: b}}
      b: {ask: B?, options: {Yes: c, No: c}}
      c: {handoff: far}
    """
    session = begun(
        persona=persona,
        t=near,
        far=f"nodes:\n{nodes}\n  n9: {{end: resolved}}",
    )
    before = session.progress().fraction
    assert before == 0
    while session.state.prompt:
        give(session, "Yes")
        assert session.progress().fraction >= before - 0.1001
        before = session.progress().fraction
    assert before == 1


def test_going_back_takes_the_progress_back_too() -> None:
    session = begun(t=FIXES)
    first = session.progress()
    give(session, "Done", "Done")
    session.back(2, at=AT)
    assert session.progress() == first
