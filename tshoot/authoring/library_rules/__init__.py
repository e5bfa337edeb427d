"""One rule a file about trees that name each other: `ID`, `DESCRIPTION`, and `check`."""
