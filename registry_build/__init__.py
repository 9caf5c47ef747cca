"""Compiles the registry of actors from data that may ship and from our own curated files."""
