"""What is known, as data: the face and its strokes, conditions, evidence, and the pages of `learn`."""
