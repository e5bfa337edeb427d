"""JSON Schemas (draft 7) of the files that authors write, made from the keys that the parser knows."""
