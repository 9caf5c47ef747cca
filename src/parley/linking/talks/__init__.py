"""Talks: processes, rounds, truces, who claims which status, and the board."""
