"""New trees to begin with, each with a test that passes."""
