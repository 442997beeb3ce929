"""What a folder of data says of itself."""

from attrs import field, frozen

from korea_nato._model.record import ADDRESS
from korea_nato._model.values import Text, Value, When


@frozen(kw_only=True, eq=False, repr=False)
class About(Value):
    """Whose record it is, its version, the day on which it was closed, what was read and what it does not cover."""

    __module__ = "korea_nato"

    title: Text
    authors: tuple[str, ...]
    licence: str
    address: str | None = field(default=None, metadata=ADDRESS)
    version: str
    closed: When
    read: Text
    not_covered: tuple[Text, ...] = ()
