"""The journal, and what it comes to: days, weeks, streaks."""
