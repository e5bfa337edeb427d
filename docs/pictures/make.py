"""Makes the pictures of the chat: `python docs/pictures/make.py`, then look at them.

A made-up person at a made-up computer walks trees that come with tshoot, so that the pictures show what there is.
"""

from __future__ import annotations

import asyncio
import html
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tshoot.checks.run import CheckResult
from tshoot.conversation.workplace import Workplace
from tshoot.model.event import Persona
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue
from tshoot.tui.app import ChatApp
from tshoot.tui.screens.welcome import WelcomeScreen

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "decision_trees"
COMPUTER = {"os": "Windows", "os_version": "Windows 11", "computer": "LT-0427"}
FOUND = CheckResult(
    result="disconnected", sentence="Your Wi-Fi is on, but not connected.", values={"signal": 70}, seconds=0.4
)

CELL = 12.2
"""Width of a character in Textual's pictures."""

Keys = tuple[str, ...]
"""What is pressed, one after the other; a text of several words is typed."""

PICTURES: Mapping[str, tuple[Persona, tuple[int, int], Keys]] = {
    "welcome": ("user", (84, 24), ("my laptop wont connect to the wifi",)),
    "chat": ("user", (88, 24), (
        "my laptop wont connect to the wifi since yesterday", "enter", "it is this one", "enter", "1",
        "yep its there", "enter", "HomeNet", "enter",
    )),
    "wide": ("user", (120, 27), (
        "my laptop wont connect to the wifi since yesterday", "enter", "it is this one", "enter", "1",
        "yep its there", "enter", "HomeNet", "enter",
    )),
    "agent": ("agent", (88, 26), ("printer jammed again", "enter", "they say paper jam", "enter")),
    "end": ("user", (88, 33), ("paper is stuck in the printer", "enter", "2", "yes it prints again", "enter")),
}  # fmt: skip


def workplace(folder: Path, persona: Persona) -> Workplace:
    """Surroundings that are the same every time."""
    catalogue = Catalogue((LIBRARY,), folder)
    catalogue.refresh()
    store = CaseStore(folder)
    store.new_number = lambda: "K7F3-Q2DM"  # type: ignore[method-assign]
    minutes = iter(range(10_000))
    return Workplace(
        state=folder, store=store, catalogue=catalogue, persona=persona, zone="Europe/Berlin",
        now=lambda: f"2026-11-22T08:{next(minutes) // 20 % 60:02}:00.000+00:00",
        run_check=lambda name, arguments: FOUND, computer=lambda: COMPUTER,
    )  # fmt: skip


async def picture(name: str, persona: Persona, size: tuple[int, int], keys: Keys) -> None:
    """One picture."""
    with tempfile.TemporaryDirectory() as folder:
        place = workplace(Path(folder), persona)
        app = ChatApp(place, lambda: WelcomeScreen(place))
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(*pressed(key))
                await pilot.pause(0.4)
            svg = app.export_screenshot(title="tshoot", simplify=True)
        place.close()
    (HERE / f"{name}.svg").write_text(with_own_fonts(svg), encoding="utf-8")


def pressed(key: str) -> list[str]:
    """A key, or a text letter by letter."""
    typed = " " in key or key[0].isupper()
    return ["space" if letter == " " else letter for letter in key] if typed else [key]


def with_own_fonts(svg: str) -> str:
    """The picture in the reader's own fonts, at a size that fits its cells: nothing is fetched from anywhere."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas").replace(
        "font-size: 20px", "font-size: 20.27px"
    )
    return re.sub(r"[ \t]+\n", "\n", re.sub(r'<text ([^>]*?)x="([\d.]+)"([^>]*)>([^<]*)</text>', placed, svg))


def placed(found: re.Match[str]) -> str:
    """A run of text as words with places of their own: not every program measures runs and blanks alike."""
    before, x, after, text = found.groups()
    if "textLength" not in after:
        return found[0]
    after = re.sub(r' textLength="[\d.]+"', "", after)
    words = []
    for word in re.finditer(r"\S+", html.unescape(text)):
        place = f'x="{float(x) + CELL * word.start():.1f}" textLength="{CELL * len(word[0]):.1f}"'
        words.append(f"<text {before}{place}{after}>{html.escape(word[0], quote=False)}</text>")
    return "".join(words)


if __name__ == "__main__":
    for name, (persona, size, keys) in PICTURES.items():
        asyncio.run(picture(name, persona, size, keys))
