"""Values to text: diagnostics, transcripts, summaries."""
