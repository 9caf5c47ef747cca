"""The record as a local web app; `create_app` makes it, `parley serve` runs it."""

from parley.web.app import create_app
from parley.web.live import Live
from parley.web.settings import Settings

__all__ = ["Live", "Settings", "create_app"]
