"""`python -m facecoach`."""

from facecoach.cli import run

run()
