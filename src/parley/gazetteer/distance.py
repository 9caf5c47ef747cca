"""Distances and directions on the earth."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin, sqrt

RADIUS = 6371.0088
"""Mean radius of the earth in kilometres (IUGG)."""
Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def kilometres(a: Point, b: Point) -> float:
    """The great-circle distance (haversine formula)."""
    north, south = radians(a[0]), radians(b[0])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(half)))


def shifted(start: Point, bearing: float, distance: float) -> Point:
    """The point so many kilometres away in a direction (degrees, clockwise from north); good to 1 % under 500 km."""
    angle = distance / RADIUS
    latitude = max(-90.0, min(90.0, start[0] + degrees(angle * cos(radians(bearing)))))
    middle = radians((start[0] + latitude) / 2)
    longitude = start[1] + degrees(angle * sin(radians(bearing))) / max(0.01, cos(middle))
    return latitude, (longitude + 180) % 360 - 180
