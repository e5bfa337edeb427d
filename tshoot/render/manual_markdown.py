"""The manual as Markdown files: a page for each tree, an index, and a glossary; their links work on any forge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from tshoot.authoring.manual import Chapter, Manual
from tshoot.authoring.manual_steps import FixStep, Go, Passage, Ref, Step
from tshoot.engine.markup import Block, Run
from tshoot.render.manual_words import counted, effort, ends, facts_of, kind_of
from tshoot.render.markdown import literal

INDEX, WORDS = "README.md", "glossary.md"
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
"""Names that no file may have on Windows."""


def to_markdown(manual: Manual) -> dict[str, str]:
    """All files, by their paths below the folder of the manual."""
    paths = _paths(manual)
    files = {INDEX: _joined(_index(manual, paths))}
    files |= {paths[chapter.id]: _joined(_chapter(chapter, paths)) for chapter in manual.chapters}
    return files | ({WORDS: _joined(_glossary(manual))} if manual.terms else {})


def _paths(manual: Manual) -> dict[str, str]:
    """A file for each tree; no two differ in their case alone."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for chapter in manual.chapters:
        name = chapter.id if chapter.id.partition(".")[0].lower() not in _DEVICES else f"tree-{chapter.id}"
        number = 2
        path = f"trees/{name}.md"
        while path.lower() in taken:
            path, number = f"trees/{name}-{number}.md", number + 1
        taken.add(path.lower())
        found[chapter.id] = path
    return found


def _joined(rows: Iterable[str]) -> str:
    """Rows with one empty line between two of them; rows that belong together bring their own line ends."""
    return "\n\n".join(row for row in rows if row) + "\n"


def _index(manual: Manual, paths: Mapping[str, str]) -> Iterator[str]:
    yield f"# {literal(manual.title)}"
    yield f"{counted(manual)}."
    for part in manual.parts:
        yield f"## Tier {part.tier}"
        for area, chapters in part.areas:
            yield f"### {literal(area)}"
            yield "\n".join(
                f"- [{literal(chapter.title)}]({quote(paths[chapter.id])})"
                + (f": {literal(chapter.summary)}" if chapter.summary else "")
                for chapter in chapters
            )
    if manual.terms:
        yield f"## Words\n\n- [Glossary]({WORDS})"


def _chapter(chapter: Chapter, paths: Mapping[str, str]) -> Iterator[str]:
    yield f"[Contents](../{INDEX})"
    yield f"# {literal(chapter.title)}"
    yield literal(chapter.summary)
    where = [("Tier", str(chapter.tier)), *([("Area", chapter.area)] if chapter.area else []), *facts_of(chapter)]
    yield "\n".join(f"- {name}: {literal(said)}" for name, said in where)
    yield from _listed("Use it when somebody says", chapter.symptoms)
    yield from _listed("It is not for", chapter.not_symptoms)
    yield "## Steps"
    for step in chapter.steps:
        yield from _step(step, paths)
    if chapter.questions:
        yield "## Questions that people ask"
        for one in chapter.questions:
            yield f"**{literal(one.question)}**"
            yield from map(_passage, one.answers)
    yield from _around(chapter, paths)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    rows = "\n".join(f"- {literal(item)}" for item in items)
    if rows:
        yield f"## {title}"
        yield rows


def _step(step: Step, paths: Mapping[str, str]) -> Iterator[str]:
    # Every forge makes the same anchor of a heading of a word and a number.
    yield f"### Step {step.number}"
    own = [passage for passage in step.passages if not passage.kind]
    yield f"*{kind_of(step)}*"
    yield from map(_passage, own)
    if step.to:
        yield f"{'Steps of' if step.kind == 'call' else 'Goes on with'} {_ref(step.to, paths)}."
    if step.needs:
        yield f"To be known first: {literal(', '.join(step.needs))}."
    yield from (_passage(passage) for passage in step.passages if passage.kind)
    yield literal(step.lead)
    yield "\n".join(_fix(fix, number) for number, fix in enumerate(step.fixes, 1))
    yield "\n".join(f"- {_way(go)}" for go in step.ways)
    if not step.reached:
        yield "No way leads to this step."


def _way(go: Go) -> str:
    to = f"[step {go.step}](#step-{go.step})" if go.step else literal(go.text)
    return f"{literal(go.label)} → {to}{f' ({ends(go)})' if go.outcome else ''}"


def _fix(fix: FixStep, number: int) -> str:
    start = f"{number}. "
    only = f" Only if {literal(fix.when)}." if fix.when else ""
    rows = [*map(_passage, fix.passages), f"*{effort(fix).capitalize()}.*{only}", _way(fix.go) if fix.go else ""]
    text = "\n\n".join(row for row in rows if row)
    return start + text.replace("\n", "\n" + " " * len(start)).replace("\n" + " " * len(start) + "\n", "\n\n")


def _passage(passage: Passage) -> str:
    label = f"**{literal(passage.label)}:** " if passage.label else ""
    text = _blocks(passage.blocks)
    gap = "\n\n" if passage.blocks and passage.blocks[0].kind == "item" and label else ""
    return f"{label.rstrip() if gap else label}{gap}{text}"


def _blocks(blocks: tuple[Block, ...]) -> str:
    parts: list[str] = []
    before = None
    for block in blocks:
        runs = "".join(map(_run, block.runs))
        # Four blanks a level are enough for either kind of marker.
        text = f"{'    ' * block.depth}{block.marker} {runs}" if block.kind == "item" else runs
        parts.append(("\n" if before == block.kind == "item" else "\n\n" if parts else "") + text)
        before = block.kind
    return "".join(parts)


def _run(run: Run) -> str:
    if run.code:
        text = f"<code>{literal(run.text)}</code>"
    else:
        text = literal(run.text.strip())
        for wanted, mark in ((run.italic, "*"), (run.bold, "**")):
            text = f"{mark}{text}{mark}" if wanted and text else text
        lead = run.text[: len(run.text) - len(run.text.lstrip())]
        tail = run.text[len(run.text.rstrip()) :] if run.text.strip() else ""
        text = f"{lead}{text}{tail}"
    return f"[{text}](<{run.link}>)" if run.link else text


def _ref(ref: Ref, paths: Mapping[str, str]) -> str:
    title = literal(ref.title)
    return f"[{title}]({quote(paths[ref.id].removeprefix('trees/'))})" if ref.id else f"**{title}**"


def _around(chapter: Chapter, paths: Mapping[str, str]) -> Iterator[str]:
    if chapter.beyond or chapter.callers:
        yield "## Around it"
    if chapter.beyond:
        needs = f" To be known first: {literal(', '.join(chapter.needs))}." if chapter.needs else ""
        yield f"When these steps do not help, {_ref(chapter.beyond, paths)} takes over.{needs}"
    if chapter.callers:
        yield f"People come here from {', '.join(_ref(one, paths) for one in chapter.callers)}."


def _glossary(manual: Manual) -> Iterator[str]:
    yield f"[Contents]({INDEX})"
    yield "# Glossary"
    for term in manual.terms:
        also = f" ({literal(', '.join(term.also))})" if term.also else ""
        yield f"**{literal(term.name)}**{also}"
        yield _passage(term.meaning)
