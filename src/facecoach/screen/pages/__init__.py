"""Pages that are printed once and stay: the streak, a routine, the zones."""
