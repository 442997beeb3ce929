# pyright: strict
"""A user's script: it need not run, and must pass the type checkers."""

from collections.abc import Iterator
from datetime import date

from korea_nato import (
    IPCP,
    ITPP,
    Area,
    AreaMention,
    Card,
    Cards,
    Claim,
    Conflict,
    Coverage,
    Dataset,
    Event,
    Organisation,
    Person,
    Place,
    Programme,
    Quantity,
    Record,
    Records,
    Source,
    Text,
    When,
    areas,
    areas_in,
    cite,
    claims,
    commitments,
    conflicts,
    coverage,
    errors,
    events,
    export,
    load,
    organisations,
    people,
    places,
    programmes,
    publishers,
    show,
    sources,
    statements,
    verify,
)


def korean_names() -> dict[str, str | None]:
    """Return the Korean name of each area."""
    return {area.id: area.name.get("ko") for area in ITPP.areas}


def meetings(since: date) -> Iterator[tuple[str, str | None]]:
    """Yield the title of each meeting with its country."""
    for event in events(since=since, kind="meeting", area=ITPP.areas["cyber-defence"]):
        country = event.place.country if event.place else None
        yield str(event.title), str(country.name) if country else None


def who_says_so() -> list[str]:
    """Return who says when the programme was adopted, and in which words."""
    return [
        f"{claim.source.publisher.name}: {claim.wording} ({claim.link or 'no address'})"
        for claim in claims(about=ITPP, field="adopted")
        if claim.supports
    ]


def why() -> dict[str, tuple[str, ...]]:
    """Return the reasons of the editors, by fact."""
    return {conflict.id: conflict.why for conflict in conflicts(about=IPCP)}


def days(programme: str) -> int:
    """Return how many days the date of a programme can mean."""
    try:
        adopted = programmes()[programme].adopted
    except errors.NoSuchRecord:
        return 0
    return (adopted.last_day - adopted.first_day).days + 1 if adopted else 0


def rows(folder: str) -> list[dict[str, object]]:
    """Return the rows of another folder, and of the bundled one."""
    first = events()[0]
    rest = events()[1:].where(lambda event: event.id != first.id)
    return [*load(folder).events().rows(), *rest.rows()]


def counts() -> list[int]:
    """Return how many there are of each."""
    number: int | None = ITPP.areas[0].number
    return [
        number or 0,
        len(areas(programme=IPCP)),
        len(commitments(programme="itpp")),
        len(statements(speaker="yoon-suk-yeol")),
        len(people()) + len(organisations()) + len(places()) + len(publishers()),
        len(verify(sources()[0], "some text")),
        len(str(show(ITPP))),
        len(coverage().not_covered),
    ]


def titles(found: Records[Event]) -> list[str]:
    """Return the titles of any events."""
    return [str(event.title) for event in found]


def oldest(dataset: Dataset, place: Place) -> Event | None:
    """Return the first event at a place, in any dataset."""
    found: Records[Event] = dataset.events(place=place)
    return found[0] if found else None


def words(claim: Claim, conflict: Conflict) -> tuple[Source, str, tuple[Claim, ...]]:
    """Return who says something, in which words, and who else speaks of it."""
    return claim.source, claim.wording, conflict.claims


def label(record: Record) -> str:
    """Return what a person would call any record."""
    return record.label


def actors(people: Records[Person], organisations: Records[Organisation]) -> list[Text]:
    """Return the names of all who act."""
    return [*(person.name for person in people), *(one.name for one in organisations)]


def values(programme: Programme, area: Area) -> tuple[When | None, Quantity, int | None]:
    """Return small values, made and found."""
    return programme.adopted, Quantity(">=80"), area.number


def told(text: str) -> tuple[tuple[AreaMention, ...], Card | Cards, Coverage, str]:
    """Return what the package tells in words."""
    return areas_in(text), show(events()), coverage(), cite()


def written(path: str) -> tuple[str, ...]:
    """Return the names of the files that an export wrote."""
    return export.write("json", path)
