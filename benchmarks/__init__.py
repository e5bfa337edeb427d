"""Benchmarks: the numbers that tshoot promises, each measured beside what it is compared with."""
