"""One rule a file: `ID`, `DESCRIPTION`, and `check`, which gives the findings about one tree."""
