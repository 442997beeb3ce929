"""Conflicts: the facts about which sources differ, worked out from their claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import ClassVar

from korea_nato._evidence.agreement import Find, fact, near
from korea_nato._evidence.claims import Claim
from korea_nato._model.columns import said
from korea_nato._model.listed import listed
from korea_nato._model.record import Settlement, described
from korea_nato._model.sources import Said
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Quantity, Value, When


@described
class Conflict(Value):
    """A fact with a reported claim that differs from it, or with agreeing claims that differ from each other.

    ``claims`` are all those of the fact, ``settled`` the editors' kind and reason by differing value.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "conflict"
    table: ClassVar[tuple[str, ...]] = ("id", "about", "field", "value", "differing", "why", "why_ko", "claims")

    about: str
    field: str
    value: object
    claims: tuple[Claim, ...]
    differing: tuple[str, ...]
    settled: Frozen[Settlement] = Frozen({})

    @property
    def id(self) -> str:
        """The record and the field."""
        return f"{self.about}.{self.field}"

    @property
    def label(self) -> str:
        """The record and the field."""
        return self.id

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims on the fact."""
        return tuple(claim.id for claim in self.claims)

    @property
    def why(self) -> tuple[str, ...]:
        """The editors' kind and reason for each differing value, in words."""
        return self._why("en")

    @property
    def why_ko(self) -> tuple[str, ...]:
        """The same in Korean, where the editors wrote it."""
        return self._why("ko")

    def _why(self, language: str) -> tuple[str, ...]:
        return tuple(
            f"{value}: {listed(one.kind, language)}: {one.why.best(language)}" for value, one in self.settled.items()
        )

    def __repr__(self) -> str:
        return f"<Conflict {self.id}: {said(self.value)} against {', '.join(self.differing)}>"


def conflicts_in(claims: Iterable[Claim], find: Find) -> Iterator[Conflict]:
    """Yield the facts about which reported claims differ, from the record or from each other."""
    facts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        facts[claim.about, claim.field].append(claim)
    for (about, field), group in sorted(facts.items()):
        record = find(about)
        differing = _differing([claim for claim in group if claim.modality == "reported"], find)
        if differing:
            yield Conflict(
                about=about,
                field=field,
                value=fact(record, field),
                claims=tuple(sorted(group, key=lambda claim: claim.id)),
                differing=differing,
                settled=record.settled.get(field, Frozen({})),
            )


def _differing(claims: list[Claim], find: Find) -> tuple[str, ...]:
    found = {text for claim in claims for text in claim.differing}
    agreeing = list(dict.fromkeys(claim.says for claim in claims if claim.agrees))
    elsewhere = _elsewhere(agreeing, find) if claims and claims[0].field == "place" else ()
    return tuple(sorted(found.union(map(said, [*_apart(agreeing), *elsewhere]))))


def _apart(values: list[Said]) -> Iterator[Said]:
    """Yield the dates and quantities that cannot be right where another of them is."""
    spans = [(one, *_span(one)) for one in values if isinstance(one, When | Quantity)]
    latest, earliest = max((low for _, low, _ in spans), default=0), min((high for _, _, high in spans), default=0)
    return (one for one, low, high in spans if low > earliest or high < latest)


def _span(value: When | Quantity) -> tuple[float, float]:
    """Return the least and the most that a value can mean, a day as a number."""
    if isinstance(value, Quantity):
        return value.low, value.high
    return value.first_day.toordinal(), value.last_day.toordinal()


def _elsewhere(places: list[Said], find: Find) -> Iterator[Said]:
    """Yield the places that neither lie within another of them nor hold it."""
    for one, other in combinations(places, 2):
        if not near(find(str(one)), find(str(other))):
            yield from (one, other)
