"""`python -m facecoach`."""

from facecoach.start import run

run()
