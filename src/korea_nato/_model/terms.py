"""The hand-kept wordings of the areas, by language, as ``terms.json`` holds them."""

from collections.abc import Iterator

from korea_nato._model.programmes import Area
from korea_nato._model.record import described
from korea_nato._model.texts import Frozen, require_language
from korea_nato._model.values import Value
from korea_nato.errors import BadValue, shown

# How a wording means its area; see AreaTerms.
HOW = ("always", "in_company", "beside")
Wordings = Frozen[tuple[str, ...]]
# A longer text is a sentence, and no term.
_LONGEST = 90


@described
class AreaTerms(Value):
    """The wordings of one area.

    ``always`` are those that mean it wherever they stand; ``in_company`` those that do so in a sentence that
    names another area or has a word of company; ``beside`` those that do so only beside another area.
    """

    area: Area
    always: Wordings = Frozen({})
    in_company: Wordings = Frozen({})
    beside: Wordings = Frozen({})

    def __attrs_post_init__(self) -> None:
        for name in HOW:
            _in_languages(getattr(self, name), name)


@described
class Terms(Value):
    """The wordings of all areas, and the words whose company makes an ordinary word mean an area."""

    company: Wordings = Frozen({})
    areas: tuple[AreaTerms, ...] = ()

    def __attrs_post_init__(self) -> None:
        _in_languages(self.company, "company")
        seen: set[str] = set()
        for place, one in enumerate(self.areas):
            if one.area.id in seen:
                raise BadValue(f"{one.area.id!r} is duplicated", f"areas[{place}].area")
            seen.add(one.area.id)


def every(words: Wordings) -> Iterator[str]:
    """Yield the wordings of every language."""
    return (word for several in words.values() for word in several)


def _in_languages(words: Wordings, name: str) -> None:
    for language, several in words.items():
        require_language(language, f"{name}.{language}")
        for word in several:
            if len(word) > _LONGEST or not any(map(str.isalnum, word)):
                raise BadValue(f"{shown(word)} is not a term of 1 to {_LONGEST} letters", f"{name}.{language}")
