"""The shipped trees: that they are found, walked, tested and well written."""
