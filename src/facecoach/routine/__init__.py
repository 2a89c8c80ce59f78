"""A routine as a file: the format, where routines are found, and how new ones are written."""
