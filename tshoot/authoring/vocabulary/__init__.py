"""Every key of the language, once: the parser, the schemas, the reference and the editors read them from here."""
