"""What was claimed of talks over time, made ready to be drawn and to be listed day by day."""

from parley.web.timelines.drawing import MOST, drawing_of
from parley.web.timelines.shapes import Drawing
from parley.web.timelines.window import Window

__all__ = ["MOST", "Drawing", "Window", "drawing_of"]
