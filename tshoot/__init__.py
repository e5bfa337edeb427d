"""tshoot: a chat in the terminal that takes people from "something is wrong" to "it works" or a hand-off."""

__version__ = "0.1.0"
