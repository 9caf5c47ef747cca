"""The steps; records only go forward."""
