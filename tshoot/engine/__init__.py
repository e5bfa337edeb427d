"""The pure core: a session's events in, its state out; no files, clocks or screens."""
