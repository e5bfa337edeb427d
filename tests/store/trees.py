"""Small trees for tests of the catalogue."""

from __future__ import annotations

from pathlib import Path


def text(title: str = "Wi-Fi", symptom: str = "no wifi", more: str = "") -> str:
    """A small tree."""
    return f"""tree: 1
title: {title}
{more}
symptoms:
  - {symptom}
nodes:
  start:
    ask: Does it work?
    options: {{Yes: good, No: bad}}
  good:
    end: resolved
  bad:
    end: escalate
    to: queue:desk
"""


def put(folder: Path, **files: str) -> None:
    """Writes trees, and makes them look as if they had been there for long."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content)
