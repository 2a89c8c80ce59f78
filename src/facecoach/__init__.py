"""A routine coach for the face, in the terminal."""

__version__ = "0.1.0"
