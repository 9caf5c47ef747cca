"""Files, pages and standard input → Report."""

from parley.sources.fetching import Fetching, report_at
from parley.sources.folders import count_reports
from parley.sources.inputs import Input, read_inputs, read_reports
from parley.sources.kinds import SUFFIXES
from parley.sources.language import ensure_english, identify

__all__ = [
    "SUFFIXES",
    "Fetching",
    "Input",
    "count_reports",
    "ensure_english",
    "identify",
    "read_inputs",
    "read_reports",
    "report_at",
]
