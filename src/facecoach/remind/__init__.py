"""Reminders by the system's own timers: what is written where, and the one notification."""
