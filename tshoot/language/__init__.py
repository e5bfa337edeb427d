"""What a typed sentence means: which answer, which command, which tree."""
