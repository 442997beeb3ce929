"""What a folder of data says of itself."""

from attrs import frozen

from korea_nato._model.values import Text, Value, When


@frozen(kw_only=True, eq=False, repr=False)
class About(Value):
    """The version of the record, the day on which it was closed, what was read and what it does not cover."""

    version: str
    closed: When
    read: Text
    not_covered: tuple[Text, ...] = ()
