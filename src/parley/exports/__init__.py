"""A reading → one format a file."""
