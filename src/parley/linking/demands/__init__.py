"""What each side asks, offers or promises, and what became of it."""
