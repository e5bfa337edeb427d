"""Benchmarks of the reader: what people type, and how often it is read right."""
