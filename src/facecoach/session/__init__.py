"""A guided session: a position on a timeline, the keys that move it, and what is kept of it."""
