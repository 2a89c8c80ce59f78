"""The face: what lies where, how a stroke runs over it, and how a terminal shows it."""
