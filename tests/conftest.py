"""Keeps the real home, terminal and environment out of every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy computer is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def no_real_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home and a data folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("TSHOOT_TREES", "NO_COLOR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TSHOOT_STATE", str(home / "state"))
    monkeypatch.setenv("TZ", "UTC")
    return home
