import pytest

from korea_nato._model.actors import Place
from korea_nato._model.collection import Records
from korea_nato._model.events import Mention, Participation
from korea_nato._model.fields import shape_of
from korea_nato._model.programmes import Area
from korea_nato._model.sources import Passage
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, When
from korea_nato._storage import reader


def read(tiny, kind, raw):
    """Return what a part of a record reads as."""
    return reader.read(shape_of(kind), raw, tiny.store)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (int, 5, 5),
        (bool, True, True),
        (str, "x", "x"),
        (When, "2012-09", When("2012-09")),
        (When | None, "2012", When("2012")),
        (Quantity, "~60", Quantity("~60")),
        (Text, {"en": "x", "ko": "y"}, Text({"en": "x", "ko": "y"})),
        (tuple[str, ...], ["x", "y"], ("x", "y")),
        (Frozen[Quantity], {"a": 5, "b": ">=6"}, Frozen({"a": Quantity("5"), "b": Quantity(">=6")})),
        (Frozen[Frozen[tuple[str, ...]]], {"a": {"b": ["c"]}}, Frozen({"a": Frozen({"b": ("c",)})})),
    ],
    ids=str,
)
def test_each_type_of_field_has_its_reader(tiny, kind, raw, value):
    """The reader of a type makes the value that the JSON describes."""
    assert (value, []) == read(tiny, kind, raw)


def test_a_link_is_the_record(tiny):
    """An id is read as the very record, of the kind that the field names."""
    vilnius, wrong = read(tiny, Place | None, "vilnius")
    nato, _ = read(tiny, Participation, {"actor": "nato", "role": "host"})

    assert (tiny.places()["vilnius"], []) == (vilnius, wrong)
    assert tiny.organisations()["nato"] is nato.actor


def test_a_link_of_the_wrong_kind_is_dangling(tiny):
    """An organisation is not a place, however well its id is known."""
    assert (None, [("", "no place 'nato'")]) == read(tiny, Place, "nato")


def test_owned_records_have_the_owners_id_before_theirs(tiny):
    """Areas inside a programme are read with ids that begin with the programme's."""
    areas, wrong = read(tiny, Records[Area], [{"id": "y", "name": {"en": "z"}}])

    assert [] == wrong
    assert ("/y",) == areas.ids
    assert Records is type(areas)


def test_the_record_that_is_read_is_forgotten_afterwards(tiny):
    """A reading leaves nothing behind, whether it succeeds or not."""
    read(tiny, Passage, {"about": "itpp", "wording": "x"})
    read(tiny, Passage, {"about": "itpp"})

    with pytest.raises(LookupError):
        reader._reading.get()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ({"wording": "x"}, "needs 'about' or 'either', and not both"),
        (
            {"about": "itpp", "either": ["itpp", "ipcp-first"], "wording": "x"},
            "needs 'about' or 'either', and not both",
        ),
    ],
)
def test_a_passage_has_one_of_about_and_either(tiny, raw, problem):
    """A passage speaks of a record, or of several of which one is meant."""
    assert (None, [("", problem)]) == read(tiny, Passage, raw)


def test_the_records_of_which_one_is_meant_are_of_one_kind(tiny):
    """An event and a programme cannot be meant by the same words."""
    raw = {"either": ["itpp", "vilnius-summit"], "wording": "x"}

    assert (None, [("either", "the records are not of one kind")]) == read(tiny, Passage, raw)


@pytest.mark.parametrize(
    ("about", "says", "value"),
    [
        ("itpp", {"adopted": "2023"}, (("adopted", When("2023")),)),
        ("itpp", {"name": "X Y"}, (("name", "X Y"),)),
        ("itpp", {"place": "vilnius"}, (("place", "vilnius"),)),
        ("itpp", {"signed_by": "nato"}, (("signed_by", ("nato",)),)),
        ("itpp", {"signed_by": ["nato", "critics"]}, (("signed_by", ("nato", "critics")),)),
        ("itpp", {"binding": False, "area_count": 1}, (("binding", False), ("area_count", 1))),
        ("itpp/cyber-defence", {"name": "X"}, (("name", "X"),)),
        ("vilnius-summit", {"areas": "itpp/cyber-defence"}, (("areas", ("itpp/cyber-defence",)),)),
        ("vilnius-summit", {"figures": {"minutes": 45}}, (("figures.minutes", Quantity("45")),)),
        ("vilnius-summit", {"first": True}, (("first", True),)),
        ("vilnius-summit", {"participants": [{"actor": "nato"}]}, (("participants", (Mention(actor="nato"),)),)),
        ("yoon-hope", {"phrase": "x"}, (("phrase", "x"),)),
    ],
    ids=str,
)
def test_what_is_said_takes_the_form_of_the_field(tiny, about, says, value):
    """A passage says dates as dates, names as texts, links as ids, one or several."""
    passage, wrong = read(tiny, Passage, {"about": about, "says": says, "wording": "x"})

    assert [] == wrong
    assert value == passage.says


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ({"signed_by": []}, ("says.signed_by", "is empty: what is not known is left out")),
        ({"signed_by": ["nato", "nato"]}, ("says.signed_by", "'nato' is duplicated")),
        ({"signed_by": 5}, ("says.signed_by", "5 is not a list")),
        ({"signed_by": "vilnius"}, ("says.signed_by", "no person or organisation 'vilnius'")),
        ({"place": ["vilnius"]}, ("says.place", "a list is not a text")),
        ({"name": {"en": "x"}}, ("says.name", "an object is not a text")),
        ({"partner": "vilnius"}, ("says.partner", "this field of programmes takes no claims")),
        ({"attested": True}, ("says.attested", "no such field")),
        ("x", ("says", "'x' is not an object")),
        (None, ("says", "null is not an object")),
    ],
    ids=str,
)
def test_what_cannot_be_said_is_refused(tiny, says, problem):
    """A claim of another form, or on a field that takes none, is an error at that field."""
    assert (None, [problem]) == read(tiny, Passage, {"about": "itpp", "says": says, "wording": "x"})


def test_a_passage_about_nothing_known_is_one_error(tiny):
    """Where the record of a passage is unknown, what it says of it is not judged."""
    raw = {"about": "itppp", "says": {"colour": "red"}, "wording": "x"}

    assert (None, [("about", "no record 'itppp' (did you mean 'itpp'?)")]) == read(tiny, Passage, raw)


def test_an_office_may_be_said_by_nothing_but_an_object(tiny):
    """A list of participants holds objects, each with an actor."""
    raw = {"about": "vilnius-summit", "says": {"participants": ["nato", {"role": "host"}]}, "wording": "x"}

    assert (
        None,
        [("says.participants[0]", "'nato' is not an object"), ("says.participants[1].actor", "is missing")],
    ) == read(tiny, Passage, raw)
