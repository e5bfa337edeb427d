"""Operational failures: what a person is told when the surroundings, not the tree, are at fault."""

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""


class TshootError(Exception):
    """A failure that ends a command with exit code 3, one plain sentence and what to do next."""

    exit_code = 3

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class UsageError(TshootError):
    """A command was given words that it cannot act on; exit code 2."""

    exit_code = 2


class StorageError(TshootError):
    """The data folder or its database cannot be read or written."""


class CaseBusy(TshootError):
    """Another window has gone on with the case; nothing was written over it."""


class UnknownCase(UsageError):
    """No case of that number is here."""


class UnknownTree(UsageError):
    """No tree of that name is in the library, or it is broken."""
