"""What is on the screen: only screens talk to the conversation."""
