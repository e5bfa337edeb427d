"""The chat in the terminal: a Textual app over the conversation, with screens, widgets and styles."""
