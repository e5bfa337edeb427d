"""Text to values: the YAML reader, the parser, the rules and the tree tests."""
