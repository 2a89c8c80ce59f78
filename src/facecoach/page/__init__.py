"""A routine as a page for a phone's browser: one file that needs nothing from outside."""
