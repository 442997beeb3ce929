"""A user's script: it need not run, and must pass the type checkers."""

from collections.abc import Iterator
from datetime import date

from korea_nato import (
    IPCP,
    ITPP,
    areas,
    claims,
    commitments,
    conflicts,
    coverage,
    errors,
    events,
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
