"""The only place that touches disk and database: trees, cases and settings."""
