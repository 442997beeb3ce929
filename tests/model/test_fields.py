import pytest
from attrs import fields

from korea_nato._model.actors import Office, Organisation, Person, Place
from korea_nato._model.events import Event, Mention
from korea_nato._model.fields import Field, Shape, fields_of, shape_of, starred
from korea_nato._model.kinds import CLAIMABLE
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Passage, Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, When


def field(kind, name):
    """Return the description of one field."""
    return next(one for one in fields_of(kind) if one.name == name)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (str, Field(shape=Shape.TEXT)),
        (int | None, Field(shape=Shape.NUMBER)),
        (bool, Field(shape=Shape.FLAG)),
        (When, Field(shape=Shape.DATE)),
        (Text | None, Field(shape=Shape.LANGUAGES)),
        (Place, Field(shape=Shape.LINK, kinds=(Place,))),
        (Person | Organisation, Field(shape=Shape.LINK, kinds=(Person, Organisation))),
        (Office, Field(shape=Shape.PART, kinds=(Office,))),
        (tuple[Area, ...], Field(shape=Shape.LINK, kinds=(Area,), many=True)),
        (Frozen[Quantity], Field(shape=Shape.MAP, of=Field(shape=Shape.QUANTITY))),
    ],
    ids=str,
)
def test_an_annotation_gives_the_shape(kind, expected):
    """What a field holds follows from its annotation alone."""
    assert expected == shape_of(kind)


def test_marks_say_what_an_annotation_cannot():
    """Ids that stay ids, what is said, lists of words, forms and stars come from the marks of a field."""
    assert (Shape.ID, (Record,)) == (field(Passage, "about").shape, field(Passage, "about").kinds)
    assert (Shape.ID, (Person, Organisation)) == (field(Mention, "actor").shape, field(Mention, "actor").kinds)
    assert Shape.SAYS == field(Passage, "says").shape
    assert "event-kinds" == field(Event, "kind").words
    assert "a SHA-256 in hexadecimal" == field(Source, "text_sha256").form[1]
    assert field(Event, "date").claims
    assert not field(Event, "kind").claims


def test_owned_records_are_known_by_their_collection():
    """A programme owns its areas: a collection that is neither a list of links nor a map."""
    assert (Shape.OWNED, (Area,), True) == (
        field(Programme, "areas").shape,
        field(Programme, "areas").kinds,
        field(Programme, "areas").many,
    )


@pytest.mark.parametrize("kind", [*CLAIMABLE, Passage, Office], ids=lambda kind: kind.__name__)
def test_every_field_is_described_once(kind):
    """No field is left out, and the id stands first."""
    names = [one.name for one in fields_of(kind)]

    assert sorted(part.name for part in fields(kind)) == sorted(names)
    assert "id" not in names or "id" == names[0]


def test_what_a_source_says_is_simpler_than_what_a_record_holds():
    """Names are in one language, links are ids, and a participant may be the actor alone."""
    said = {one.name: one.said for kind in (Programme, Event) for one in starred(kind)}

    assert Shape.TEXT == said["name"].shape
    assert (Shape.ID, (Place,)) == (said["place"].shape, said["place"].kinds)
    assert (Mention,) == said["participants"].kinds
    assert Shape.DATE == said["date"].shape


def test_python_s_words_have_their_own_key():
    """The field ``from_`` is ``from`` in files and tables."""
    assert "from" == field(Office, "from_").key
