"""Files of nearly a megabyte that are heavy in one way each; looked at within the limits of `fuzz_within_limits`."""

from __future__ import annotations

from collections.abc import Iterator

SIZE = 900_000
HEAD = "tree: 1\ntitle: T\nsymptoms: [a]\nnodes:\n"
END = "  z: {end: resolved}\n"


def _many(unit: str) -> str:
    return unit * (SIZE // len(unit.encode()))


def _told(unit: str) -> str:
    return f'{HEAD}  a: {{tell: "{_many(unit)}", then: z}}\n{END}'


def _when(unit: str, last: str = "os") -> str:
    return f'{HEAD}  a: {{tell: x, when: "{_many(unit)}{last}", then: z}}\n{END}'


def _nodes(line: str, count: int) -> str:
    return HEAD + "".join(line.format(i, i + 1, i + 2) for i in range(count)) + END


def _behind_a_branch(count: int) -> str:
    """Texts that show what was asked for on some ways alone."""
    branch = "  c: {branch: [{when: f == 'A', goto: n0}, {else: z}]}\n"
    first = "  q: {ask: Is it?, options: {Yes: r, No: b}}\n  r: {input: {fact: h, prompt: What?}, then: b}\n"
    asks = "  b: {ask: Which?, fact: f, options: {A: c, B: c}}\n"
    shows = (f'  n{i}: {{tell: "it is {{h}}", then: n{i + 1}}}\n' for i in range(count))
    return f"{HEAD}{first}{asks}{branch}{''.join(shows)}  n{count}: {{end: resolved}}\n{END}"


def _slips(count: int) -> str:
    """Facts that are declared, and as many others that are asked for."""
    names = [f"{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(count)]
    facts = "".join(f"  fact_number_{name}_zzz: {{type: number}}\n" for name in names)
    asks = (f"  n{i}: {{input: {{fact: fakt_number_{one}_yyy, prompt: What?}}}}\n" for i, one in enumerate(names))
    return f"{HEAD.replace('nodes:', f'facts:{chr(10)}{facts}nodes:')}{''.join(asks)}{END}"


def heavy() -> Iterator[bytes]:
    """One after the other."""
    alone = (
        "x\0",
        "a\t",
        "\x85a",
        " ",
        "\n",
        "\xa0 a",
        "a: b\r",
        "- ",
        "? ",
        "&a ",
        "*a ",
        '"',
        "'",
        "-",
        "! ",
        "[x](y)",
    )
    values = (
        "word ",
        "**a** ",
        "*",
        "[",
        "[x](y) ",
        "{os} ",
        "{",
        "“x” ",
        "A b. ",
        "漢字 ",
        "a\u0301",
        "# ",
        " #",
        "\\\\x41",
    )
    for unit in alone:
        yield _many(unit).encode()
    for unit in values:
        yield _told(unit).encode()
    for unit in ("(", "not ", "os == 1 and ", "1 + ", "- "):
        yield _when(unit).encode()
    for line in ("# x\n", "  # tshoot: ignore[x]\n", "  a: {tell: x}\n", "\xa0a: {tell: x}\n", "sumary: x\n"):
        yield (HEAD + _many(line) + END).encode()
    yield _nodes("  n{0}: {{tell: x, then: n{1}}}\n", 20_000).encode()
    yield _nodes("  n{0}: {{ask: x, options: {{Yes: n{1}, No: n{2}}}}}\n", 8_000).encode()
    loose = HEAD + "  a: {end: resolved}\n"
    yield (loose + "".join(f"  n{i}: {{tell: x, then: n{i + 1}}}\n" for i in range(5_000)) + END).encode()
    yield _behind_a_branch(5_000).encode()
    yield _slips(1_500).encode()
    yield (HEAD + "  # tshoot: ignore[" + _many("x, ") + "x]\n" + END).encode()
    yield "".join(" " * depth + "a:\n" for depth in range(1300)).encode()
    yield ("{" + _many("x: y, ") + "}").encode()
