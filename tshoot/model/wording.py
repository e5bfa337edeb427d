"""A text that an author wrote, with its variants by operating system."""

from __future__ import annotations

from tshoot.model.record import record


@record
class Wording:
    """Markdown with `{fact}` placeholders; `variants` are chosen by the fact `os`, `text` serves all others."""

    text: str
    variants: tuple[tuple[str, str], ...] = ()
    """Pairs of a value of `os` and its text."""

    def for_os(self, os: str | None) -> str:
        """The text for this operating system."""
        return next((text for name, text in self.variants if name == os), self.text)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text, for rules that look at all of them."""
        return (*(text for _, text in self.variants), *((self.text,) if self.text else ()))
