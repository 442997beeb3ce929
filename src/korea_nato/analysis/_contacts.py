"""Contacts: the events at which actors met, each meeting once, whether it stood alone or was part of a visit."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from korea_nato._model.actors import Actor
from korea_nato._model.events import Event
from korea_nato._model.record import described
from korea_nato.analysis._results import Answer

# Kinds whose events are always talks between actors; a visit is a contact where none of these is part of it.
_TALKS = ("meeting", "talks", "phone-call")
_VISIT = "visit"


@described
class Contact(Answer):
    """An event at which two actors or more met or spoke, with the visit of which it was a part."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "contact"
    table: ClassVar[tuple[str, ...]] = ("event", "date", "kind", "visit", "place", "actors", "n_actors")
    told_by: ClassVar[dict[str, str]] = {"date": "event.date", "kind": "event.kind", "place": "event.place"}

    event: Event
    visit: Event | None
    actors: tuple[Actor, ...]

    @property
    def n_actors(self) -> int:
        """How many actors were there."""
        return len(self.actors)


def contacts_in(events: Iterable[Event]) -> Iterator[Contact]:
    """Yield the contacts among events, in their order."""
    events = tuple(events)
    talks = {id for event in events if event.kind in _TALKS and event.status == "held" for id in _wholes(event)}
    for event in events:
        actors = _there(event)
        counted = event.kind in _TALKS or (event.kind == _VISIT and event.id not in talks)
        if event.status == "held" and counted and len(actors) > 1:
            yield Contact(id=event.id, event=event, visit=_visit(event), actors=actors)


def _wholes(event: Event) -> dict[str, Event]:
    """Return what an event is a part of, by id, the nearest first."""
    found: dict[str, Event] = {}
    whole = event.part_of
    while whole is not None:
        found[whole.id] = whole
        whole = whole.part_of
    return found


def _visit(event: Event) -> Event | None:
    """Return the visit of which an event was a part, or which it was."""
    return next((one for one in (event, *_wholes(event).values()) if one.kind == _VISIT), None)


def _there(event: Event) -> tuple[Actor, ...]:
    """Return who was there, each once; whoever was only invited may have stayed away."""
    return tuple({one.actor.id: one.actor for one in event.participants if one.role != "invited"}.values())
