"""A routine as words: the file format, where routines are found, and how new ones are written."""
