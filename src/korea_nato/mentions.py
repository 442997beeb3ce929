"""What ``areas_in`` found: marked in the text, or as rows."""

# pyright: strict
from korea_nato._answering.mentions import marked, rows

__all__ = ["marked", "rows"]
