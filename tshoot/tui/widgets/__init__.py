"""One public widget a file; widgets receive values and post messages."""
