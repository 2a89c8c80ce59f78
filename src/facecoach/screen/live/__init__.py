"""A session while it runs: in panels, as lines, as JSON events."""
