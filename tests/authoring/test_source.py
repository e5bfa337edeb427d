"""Reading the bytes of a file."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from tshoot.authoring.source import MAX_BYTES, read_bytes


@pytest.mark.parametrize("size", [0, 1, MAX_BYTES - 1, MAX_BYTES, MAX_BYTES + 1, MAX_BYTES + 9])
def test_reading_gives_the_whole_file_or_enough_to_see_that_it_is_too_large(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * size)
    assert len(read_bytes(path)) == min(size, MAX_BYTES + 1)


def test_reading_does_not_trust_the_size_that_a_file_says_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"four")
    small = os.stat_result((*path.stat()[:6], 1, *path.stat()[7:]))
    with patch.object(Path, "stat", lambda self: small):
        assert read_bytes(path) == b"four"
