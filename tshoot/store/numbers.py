"""Case numbers that people can read to each other, such as `K7F3-Q2DM`."""

from __future__ import annotations

import os

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

_HEARD_AS = str.maketrans("ILO", "110", "- \t")


def random_number() -> str:
    """A number out of 2**40, from the system's source of randomness."""
    # os.urandom is what `secrets` reads, without its 8 ms of import.
    bits = int.from_bytes(os.urandom(5), "big")
    return with_dash("".join(_ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5)))


def canonical(text: str) -> str:
    """What was typed, as a number or the beginning of one; empty when it cannot be one."""
    letters = text.strip().upper().translate(_HEARD_AS)
    return with_dash(letters) if 0 < len(letters) <= 8 and set(letters) <= set(_ALPHABET) else ""


def is_number(text: str) -> bool:
    """Whether this is a whole number in its canonical form."""
    return len(text) == 9 and canonical(text) == text


def with_dash(letters: str) -> str:
    """In two groups of four."""
    return f"{letters[:4]}-{letters[4:]}" if len(letters) > 4 else letters
