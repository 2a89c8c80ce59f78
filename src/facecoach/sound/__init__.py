"""What is heard: tones made by the program, who plays them, and what sounds when."""
