"""What an editor asks about a tree file: names, places, completion, outline. No protocol, no screen."""
