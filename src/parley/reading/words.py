"""Word lists as they are written in the code: one string, white space between."""

__all__ = ["words"]


def words(listed: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(listed.split())
