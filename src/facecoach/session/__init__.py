"""A guided session: a position on a line, the keys that move it, and what is kept of it."""
