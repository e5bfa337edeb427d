from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from tshoot.model.record import record


@record
class Point:
    """Two numbers."""

    x: int
    y: int = 0


@record(kw_only=True)
class Named(Point):
    """With a name."""

    name: str = ""
    tags: list[str] = field(default_factory=list)


def test_equality_and_hash_are_by_class_and_value() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(1, 3)
    assert Point(1) != Named(x=1)
    other: object = (1, 0)
    assert Point(1) != other
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_it_is_a_dataclass_to_the_standard_library() -> None:
    assert replace(Point(1, 2), y=5) == Point(1, 5)
    assert [one.name for one in fields(Named)] == ["x", "y", "name", "tags"]
    assert is_dataclass(Point)


def test_it_shows_its_fields() -> None:
    assert repr(Named(x=1, name="a")) == "Named(x=1, y=0, name='a', tags=[])"


def test_it_has_no_room_for_other_attributes() -> None:
    with pytest.raises((AttributeError, FrozenInstanceError)):
        Point(1).z = 3  # type: ignore[attr-defined]
