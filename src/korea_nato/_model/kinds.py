"""The kinds of record, in the order in which folders, tables and exports have them."""

from korea_nato._model.actors import Organisation, Person, Place
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Publisher, Source

# The kinds that have files of their own.
KINDS: tuple[type[Record], ...] = (
    Place,
    Organisation,
    Publisher,
    Person,
    Programme,
    Event,
    Commitment,
    Statement,
    Source,
)
# The kinds of which a source can speak: areas stand inside their programmes.
CLAIMABLE: tuple[type[Record], ...] = (*KINDS, Area)
