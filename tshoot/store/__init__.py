"""The only floor that touches disk and database: cases, settings and the catalogue of trees."""
