"""What tshoot talks about: trees, facts, events, cases and diagnostics, as frozen values without behaviour."""
