"""The small values of which records are made."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import total_ordering
from typing import Any, cast

from attr import fields, frozen

from korea_nato._model.texts import Frozen, Text
from korea_nato.errors import BadValue, quoted

_WHEN = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_QUANTITY = re.compile(r"(~|>=|<=)?(0|[1-9]\d*)", re.ASCII)
# So many parts are shown where a value is shown.
_FEW = 5


@frozen(eq=False, repr=False)
class Value:
    """A plain value: equal by its parts, hashable; its repr omits defaults."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(self) is not type(other):
            return NotImplemented
        return self is other or _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash((type(self), _parts(self)))

    def __repr__(self) -> str:
        told = (
            f"{part.name}={short(getattr(self, part.name))}"
            for part in fields(type(self))
            if getattr(self, part.name) != part.default
        )
        return f"{type(self).__name__}({', '.join(told)})"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values, under the keys of the data's files: links as ids, what is absent left out.

        >>> from korea_nato import events
        >>> events()["itpp-adoption"].to_dict()["date"]
        '2023-07-11'
        """
        return {name: _inside(value) for name, value in self._told() if value not in (None, (), Frozen({}))}

    def _told(self) -> Iterable[tuple[str, object]]:
        """Return what ``to_dict`` tells, by its key: the id, and each field."""
        names = dict.fromkeys(("id", *_names(type(self))))
        return ((name.rstrip("_"), getattr(self, name, None)) for name in names)

    def _repr_html_(self) -> str:
        from korea_nato._model.html import pairs

        return pairs(self.to_dict().items())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        from korea_nato._model.pydantic import as_instance

        return as_instance(cls, plain)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, object]:
        return {"type": "object"}


def plain(value: Any) -> Any:
    """Return a value as plain JSON values; what stands inside it by an id of its own is that id."""
    if isinstance(value, Scalar):
        return value.written()
    if isinstance(value, Mapping):
        return {name: _inside(one) for name, one in value.items()}
    if isinstance(value, Value):
        return value.to_dict()
    if hasattr(value, "to_dicts"):
        return value.to_dicts()
    if isinstance(value, tuple):
        return _pairs(value) or [_inside(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _inside(value: Any) -> object:
    return value.id if isinstance(getattr(value, "noun", None), str) and hasattr(value, "id") else plain(value)


def _pairs(value: tuple[Any, ...]) -> dict[str, object]:
    """Return what a passage says as an object; nothing for any other tuple."""
    paired = all(isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str) for one in value)
    return {name: _inside(one) for name, one in value} if paired else {}


def _parts(value: Value) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in _names(type(value)))


def _names(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the parts of a value: what begins with an underscore is not told."""
    return tuple(part.name for part in fields(kind) if not part.name.startswith("_"))


def short(value: object) -> str:
    """Return a value in few words: records by their ids, texts by their English, the first of many parts."""
    named = getattr(value, "id", None)
    if named is not None:
        return repr(named)
    if isinstance(value, tuple):
        more = [f"... {len(value) - _FEW} more"] if len(value) > _FEW else []
        return f"[{', '.join([*map(short, value[:_FEW]), *more])}]"
    return repr(str(value)) if isinstance(value, Scalar | Text) else repr(value)


class Scalar(Value):
    """A value without parts, which stands in files as a text."""

    __slots__ = ()
    text: str

    def written(self) -> str | int:
        """Return what stands in files for it."""
        return self.text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


@total_ordering
@frozen(eq=False, repr=False)
class When(Scalar):
    """A date as precise as its sources: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises ``errors.BadValue`` (a ``ValueError``) for any other form and for days that no calendar has.
    Dates are in order of their first day, the coarser one first.
    A date equals its text and compares with one; ``format`` takes the codes of ``strftime`` for its first day.

    >>> When("2012-09-20") == "2012-09-20", When("2012") < "2013-01", f"{When('2012-09-20'):%d %B %Y}"
    (True, True, '20 September 2012')

    >>> When("2012").agrees_with(When("2012-09-20"))
    True
    >>> When("2012-02").last_day
    datetime.date(2012, 2, 29)
    """

    __module__ = "korea_nato"

    text: str

    def __attrs_post_init__(self) -> None:
        if type(self.text) is not str or not _WHEN.fullmatch(self.text):
            raise BadValue(f"{quoted(self.text)} is not YYYY, YYYY-MM or YYYY-MM-DD")
        try:
            date.fromisoformat((self.text + "-01-01")[:10])
        except ValueError:
            raise BadValue(f"{quoted(self.text)} is not a day of the calendar") from None

    @classmethod
    def of(cls, value: "str | int | date | When") -> "When":
        """Return the date meant by a text, a year, a ``datetime.date`` or another date."""
        if isinstance(value, When):
            return value
        if isinstance(value, date):
            return cls(value.isoformat()[:10])
        return cls(str(value) if type(value) is int else cast(str, value))

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The month, from 1 to 12, or None where only the year is known."""
        return int(self.text[5:7]) if len(self.text) > 4 else None

    @property
    def day(self) -> int | None:
        """The day of the month, or None where it is not known."""
        return int(self.text[8:]) if len(self.text) > 7 else None

    @property
    def precision(self) -> str:
        """``"year"``, ``"month"`` or ``"day"``."""
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    @property
    def first_day(self) -> date:
        """The first day that it can mean."""
        return date.fromisoformat((self.text + "-01-01")[:10])

    @property
    def last_day(self) -> date:
        """The last day that it can mean."""
        first = self.first_day
        if self.precision == "day":
            return first
        if self.precision == "year" or first.month == 12:
            return date(first.year, 12, 31)
        return date(first.year, first.month + 1, 1) - timedelta(days=1)

    def agrees_with(self, other: "When") -> bool:
        """Return whether both can mean the same day."""
        return self.text.startswith(other.text) or other.text.startswith(self.text)

    def isoformat(self) -> str:
        """Return its text."""
        return self.text

    def __eq__(self, other: object) -> bool:
        if isinstance(other, date):
            raise TypeError(f"a date of this package is compared with a text ('{self}'); compare .first_day with a day")
        return self.text == other if isinstance(other, str) else super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        return self.text < When.of(other).text if isinstance(other, When | str | date) else NotImplemented

    def __format__(self, form: str) -> str:
        return self.first_day.strftime(form) if "%" in form else format(self.text, form)


@frozen(eq=False, repr=False)
class Quantity(Scalar):
    """A number as sources give it: ``57``, ``~60`` (ten per cent either way), ``>=80`` or ``<=5``.

    Raises ``errors.BadValue`` for any other form.

    >>> Quantity("~60").agrees_with(Quantity("57"))
    True
    """

    __module__ = "korea_nato"

    text: str

    def __attrs_post_init__(self) -> None:
        if type(self.text) is not str or not _QUANTITY.fullmatch(self.text):
            raise BadValue(f"{quoted(self.text)} is not a whole number, '~60', '>=80' or '<=5'")

    @property
    def number(self) -> int:
        """The number without its sign."""
        return int(self.text.lstrip("~<>="))

    @property
    def low(self) -> float:
        """The least that it can mean."""
        return {"~": self.number * 0.9, "<": 0}.get(self.text[0], self.number)

    @property
    def high(self) -> float:
        """The most that it can mean."""
        return {"~": self.number * 1.1, ">": float("inf")}.get(self.text[0], self.number)

    def agrees_with(self, other: "Quantity") -> bool:
        """Return whether both can mean the same number."""
        return self.low <= other.high and other.low <= self.high

    def written(self) -> str | int:
        """Return what stands in files for it: a number where it is one without a sign."""
        return int(self.text) if self.text.isdigit() else self.text
