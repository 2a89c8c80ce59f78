"""A routine on paper."""
