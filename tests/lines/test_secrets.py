"""A secret that is typed at a terminal is not shown there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect

TREE = """
tree: 1
title: Code
nodes:
  pin: {input: {fact: pin, prompt: "Which code?", secret: true}}
  right: {ask: Did it work?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""


def test_what_is_typed_for_a_secret_does_not_show(tmp_path: Path) -> None:
    (tmp_path / "code.yaml").write_text(TREE)
    child = pexpect.spawn(
        sys.executable, ["-m", "tshoot", "run", "code", "--plain", "--trees", str(tmp_path)],
        env={**os.environ, "TERM": "xterm"}, timeout=20, encoding="utf-8",
    )  # fmt: skip
    child.expect("not shown")
    child.sendline("hunter2")
    child.expect("Did it work")
    assert "hunter2" not in child.before
    child.sendline("yes")
    child.expect("Did that help")
    child.sendline("no")
    child.expect(pexpect.EOF)
