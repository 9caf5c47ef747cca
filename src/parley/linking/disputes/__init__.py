"""Rival values of one slot of one thing, each with those who claim it."""
