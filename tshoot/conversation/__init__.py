"""One person's conversation over the engine, the store and the checks; every face drives it."""
