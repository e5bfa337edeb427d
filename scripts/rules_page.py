"""Writes docs/authoring/rules.md from the rules; a test holds the page to them."""

from __future__ import annotations

from pathlib import Path

from tshoot.authoring.rule_list import rule_texts
from tshoot.render.rule_manual import manual

PAGE = Path(__file__).parents[1] / "docs" / "authoring" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(manual(rule_texts().values()), encoding="utf-8")
