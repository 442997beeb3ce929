"""Words in several languages, and the immutable mapping that holds them."""

import re
from collections.abc import Iterator, Mapping
from typing import Never, TypeVar

from korea_nato.errors import BadValue, shown

T = TypeVar("T", covariant=True)

LANGUAGE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
A_LANGUAGE = "a language tag such as 'en' or 'ko'"
_LANGUAGE = re.compile(LANGUAGE, re.ASCII)


class Frozen(Mapping[str, T]):
    """An immutable, hashable mapping, in order of its keys.

    >>> Frozen({"b": 2, "a": 1})
    Frozen({'a': 1, 'b': 2})
    """

    __module__ = "korea_nato"
    __slots__ = ("_pairs",)
    _pairs: tuple[tuple[str, T], ...]

    def __init__(self, mapping: Mapping[str, T]) -> None:
        object.__setattr__(self, "_pairs", tuple(sorted(mapping.items())))

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"a {type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"a {type(self).__name__} is immutable")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (dict(self._pairs),)

    def __getitem__(self, key: str) -> T:
        for name, value in self._pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(self._pairs)

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self._pairs)!r})"


def require_language(tag: str, at: str = "") -> None:
    """Raise ``BadValue`` unless a text is a language tag (BCP 47: language, script, region)."""
    if not _LANGUAGE.fullmatch(tag):
        raise BadValue(f"{shown(tag)} is not {A_LANGUAGE}", at)


class Text(Frozen[str]):
    """The same words in several languages, by BCP 47 tag; English is always there and is its ``str``.

    Where a text is asked for, it is its English: it equals it, is formatted and joined to other texts as such.

    Raises ``errors.BadValue`` where English is missing or a language tag is invalid.

    >>> text = Text({"en": "cyber defence", "ko": "사이버 방위"})
    >>> str(text), text["ko"]
    ('cyber defence', '사이버 방위')
    """

    __module__ = "korea_nato"
    __slots__ = ()

    def __init__(self, mapping: Mapping[str, str]) -> None:
        super().__init__(mapping)
        for language in self:
            require_language(language)
        if "en" not in self:
            raise BadValue("has no English ('en')")

    def best(self, language: str) -> str:
        """Return the words in a language, or else in English.

        >>> Text({"en": "cyber defence"}).best("ko")
        'cyber defence'
        """
        return self.get(language) or self["en"]

    def __eq__(self, other: object) -> bool:
        return self["en"] == other if isinstance(other, str) else super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self["en"])

    def __str__(self) -> str:
        return self["en"]

    def __format__(self, form: str) -> str:
        return format(self["en"], form)

    def __add__(self, other: object) -> str:
        return self["en"] + str(other) if isinstance(other, str | Text) else NotImplemented

    def __radd__(self, other: object) -> str:
        return other + self["en"] if isinstance(other, str) else NotImplemented

    def upper(self) -> str:
        """Return the English in capital letters."""
        return self["en"].upper()

    def lower(self) -> str:
        """Return the English in small letters."""
        return self["en"].lower()

    def startswith(self, start: str) -> bool:
        """Return whether the English begins so."""
        return self["en"].startswith(start)

    def endswith(self, end: str) -> bool:
        """Return whether the English ends so."""
        return self["en"].endswith(end)

    def split(self, at: str | None = None) -> list[str]:
        """Return the words of the English."""
        return self["en"].split(at)
