"""What a move does to a face, and what that rules out."""
