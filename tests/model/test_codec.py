import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import tree
from tshoot.authoring.parse import parse_tree
from tshoot.model.codec import CodecError, from_data, to_data
from tshoot.model.event import Answered, Changed, Checked, Event, Learned, Pinned, Started, WentBack
from tshoot.model.tree import DecisionTree

LIBRARY = [
    path
    for path in sorted((Path(__file__).parents[2] / "decision_trees").glob("*.yaml"))
    if ".test." not in path.name and path.name != "glossary.yaml"
]

VALUES = st.one_of(
    st.text(), st.integers(), st.booleans(), st.lists(st.text()).map(tuple), st.floats(allow_nan=False)
)
EVENTS = st.one_of(
    st.builds(Started, at=st.text(), tree=st.text(), problem=st.text(), facts=st.dictionaries(st.text(), VALUES)),
    st.builds(Answered, at=st.text(), tree=st.text(), node=st.text(), answer=st.just("value"), value=VALUES),
    st.builds(Checked, at=st.text(), tree=st.text(), node=st.text(), check=st.text(), status=st.just("done"),
              values=st.dictionaries(st.text(), VALUES)),
    st.builds(Pinned, at=st.text(), tree=st.text(), digest=st.text(),
              tried=st.dictionaries(st.text(), st.tuples(st.integers(), st.integers()))),
    st.builds(Learned, at=st.text(), fact=st.text(), value=VALUES),
    st.builds(WentBack, at=st.text(), steps=st.integers()),
    st.builds(Changed, at=st.text(), step=st.integers(), answer=st.just("option")),
)  # fmt: skip


@given(EVENTS)
def test_events_come_back_as_they_were(event: Event) -> None:
    assert from_data(Event, json.loads(json.dumps(to_data(event)))) == event


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_trees_come_back_as_they_were(path: Path) -> None:
    found = parse_tree(path.read_bytes(), path.name).tree
    assert found
    assert from_data(DecisionTree, json.loads(json.dumps(to_data(found)))) == found


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (None, "Event"),
        ([], "Event"),
        ({}, "kind"),
        ({"kind": "shell"}, "kind"),
        ({"kind": ["answered"]}, "kind"),
        ({"kind": "answered"}, "missing"),
        ({"kind": "went_back", "at": "", "steps": "3"}, "Event.steps"),
        ({"kind": "went_back", "at": "", "steps": True}, "Event.steps"),
        ({"kind": "went_back", "at": "", "evil": 1}, "unknown key"),
        ({"kind": "noted", "at": 1, "text": "x"}, "Event.at"),
        ({"kind": "noted", "at": "", "text": "x", "by": "root"}, "Event.by"),
        ({"kind": "learned", "at": "", "fact": "x", "value": None}, "Event.value"),
        ({"kind": "learned", "at": "", "fact": "x", "value": [1]}, "Event.value"),
        ({"kind": "pinned", "at": "", "tree": "x", "digest": "", "tried": {"a": [1]}}, "Event.tried"),
    ],
)
def test_wrong_shapes_are_refused_with_their_place(data: Any, place: str) -> None:
    with pytest.raises(CodecError, match=place):
        from_data(Event, data)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner), st.dictionaries(st.text() | st.sampled_from(["kind", "at", "tree"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_data_raises_anything_else(data: Any) -> None:
    for cls in (Event, DecisionTree):
        try:
            from_data(cls, data)
        except CodecError as error:
            assert str(error)


def test_what_is_at_its_default_is_left_out() -> None:
    data = to_data(tree("nodes:\n  a: {end: resolved}"))
    assert data["nodes"] == {"a": {"kind": "end", "id": "a", "end": "resolved"}}
    assert "symptoms" not in data
