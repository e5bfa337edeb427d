"""From files to values and findings: the bounded YAML reader, the parser, the rules and the tree tests."""
