import pytest
from cattrs import IterableValidationError
from hypothesis import given
from hypothesis import strategies as st

from folders import encoded, memory, tiny
from korea_nato._load import whole
from korea_nato._model.fields import part_of, shape_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Programme
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, When
from korea_nato._storage.json import canonical, parse
from korea_nato._storage.problems import problems
from korea_nato._storage.reader import read
from korea_nato._storage.writer import form, plain
from korea_nato.errors import BadValue
from strategies import datasets, folders


@given(dataset=datasets())
def test_reading_what_was_written_gives_the_record(dataset):
    """A record equals what its own JSON form reads as, for every record of any folder."""
    for kind in KINDS:
        for record in dataset.records(kind):
            assert (record, []) == read(part_of(kind), form(record), dataset.store, record.id)


@given(files=folders(), data=st.data())
def test_canonical_text_is_kept(files, data):
    """From text to record to text is the identity on canonical text of records."""
    dataset = whole(memory(files))
    kind = data.draw(st.sampled_from([kind for kind in KINDS if not kind.shelf.endswith(".json")]))

    for record in dataset.records(kind):
        text = canonical(form(record))
        again, _ = read(part_of(kind), parse(text.encode()), dataset.store, record.id)

        assert text == canonical(form(again))


def test_the_small_folder_is_written_as_it_was():
    """The form of each record is the JSON value from which it was read, to the byte."""
    files = encoded(tiny())
    dataset = whole(memory(tiny()))

    for record in (one for kind in KINDS[4:] for one in dataset.records(kind)):
        assert files[f"{record.shelf}/{record.id}.json"].decode() == canonical(form(record))


def test_defaults_are_left_out(tiny):
    """A form has no null, no empty list and no default in it, and not its own id."""
    assert {"name": {"en": "Europe"}, "kind": "region"} == form(tiny.places()["europe"])
    assert "status" not in form(tiny.event("vilnius-summit"))
    assert {"announced"} == {form(tiny.event("secretary-visit"))["status"]}


@pytest.mark.parametrize(
    ("kind", "value", "json"),
    [
        (When, When("2012"), "2012"),
        (Quantity, Quantity("57"), 57),
        (Quantity | None, Quantity("~57"), "~57"),
        (Frozen[Quantity], Frozen({"b": Quantity("1"), "a": Quantity("~2")}), {"a": "~2", "b": 1}),
        (Text, Text({"en": "x"}), {"en": "x"}),
        (tuple[When, ...], (When("2012"),), ["2012"]),
        (bool, False, False),
        (int, 0, 0),
        (tuple[str, ...], (), []),
    ],
    ids=str,
)
def test_values_have_a_plain_form(kind, value, json):
    """Dates are texts, quantities numbers where they can be, tuples lists."""
    assert json == plain(value, shape_of(kind))
    assert type(json) is type(plain(value, shape_of(kind)))


def test_links_are_ids_and_owned_records_are_whole(tiny):
    """A record elsewhere is its id; the areas of a programme stand in it, with the last part of their ids."""
    told = form(tiny.programme("itpp"))

    assert ("ipcp-first", ["yoon-suk-yeol"]) == (told["previous"], told["signed_by"])
    assert ["cyber-defence", "women-peace-security"] == [area["id"] for area in told["areas"]]


@pytest.mark.parametrize("raw", [None, 5, "x", [1]], ids=repr)
def test_what_is_no_object_is_no_record(tiny, raw):
    """A record is read from an object; anything else is one error for the whole."""
    record, wrong = read(part_of(Programme), raw, tiny.store, "x")

    assert record is None
    assert [""] == [at for at, _ in wrong]


def test_an_error_that_is_not_ours_is_not_hidden():
    """A mistake of the program rises as itself: only bad data is put into words."""
    with pytest.raises(ZeroDivisionError):
        list(problems(ZeroDivisionError()))


def test_notes_of_others_are_no_steps(tiny):
    """A note that does not say where an error stands adds nothing to its path."""
    error = BadValue("is wrong", "name")
    error.add_note("seen by somebody")

    assert [("name", "is wrong")] == list(problems(IterableValidationError("", [error], list)))
