"""How pydantic holds the classes of this package; only pydantic asks, and it has brought its core then."""

from collections.abc import Callable
from typing import Any

from pydantic_core import CoreSchema, core_schema


def as_instance(kind: type[object], write: Callable[[Any], object]) -> CoreSchema:
    """Return how pydantic holds a class: as what it is, and written as plain values."""
    return core_schema.is_instance_schema(kind, serialization=core_schema.plain_serializer_function_ser_schema(write))
