import copy
import pickle
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._model.record import Settlement
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, When, short
from korea_nato.errors import BadValue
from strategies import near_whens, quantities, texts, whens, words

ANY = whens() | quantities() | texts()


@given(value=ANY)
def test_values_survive_pickling_and_copying(value):
    """A value equals its pickle, its copy and its deep copy, and they have one hash."""
    copies = [pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)]

    assert [value] * 3 == copies
    assert {hash(value)} == {hash(other) for other in copies}


@given(value=ANY)
def test_values_are_frozen_and_closed(value):
    """No field of a value can be set, and none be added."""
    with pytest.raises(AttributeError):
        value.text = "2012"
    with pytest.raises(AttributeError):
        value.colour = "red"


@given(when=whens())
def test_a_date_agrees_with_itself(when):
    """Agreement is reflexive."""
    assert when.agrees_with(when)


@given(one=near_whens(), other=near_whens())
def test_agreement_of_dates_is_symmetric_and_means_that_they_overlap(one, other):
    """Two dates agree where the days that they can mean have one in common, whichever is asked."""
    overlap = one.first_day <= other.last_day and other.first_day <= one.last_day

    assert overlap == one.agrees_with(other) == other.agrees_with(one)


@given(when=whens(), length=st.sampled_from([4, 7, 10]))
def test_coarsening_keeps_agreement(when, length):
    """A date agrees with its own month and year."""
    assert when.agrees_with(When(when.text[:length]))


@given(one=near_whens(), other=near_whens(), length=st.sampled_from([4, 7]))
def test_what_agrees_with_a_date_agrees_with_its_coarser_form(one, other, length):
    """Where two dates agree, the coarser form of either agrees with the other."""
    coarse = When(one.text[:length])

    assert coarse.agrees_with(other) or not one.agrees_with(other)


@given(when=whens())
def test_the_first_day_is_not_after_the_last(when):
    """A date means days from the first to the last, one where its precision is the day."""
    assert when.first_day <= when.last_day
    assert (when.precision == "day") == (when.first_day == when.last_day)


@given(when=whens())
def test_a_date_ends_before_the_next_begins(when):
    """The day after the last is one that the date cannot mean."""
    next_day = date.fromordinal(min(when.last_day.toordinal() + 1, date.max.toordinal()))

    assert next_day.isoformat()[: len(when.text)] != when.text or next_day == date.max


@given(dates=st.lists(near_whens()))
def test_dates_are_in_order_of_their_first_day_the_coarser_first(dates):
    """Sorting dates sorts their first days, and of those that begin together the coarser comes first."""
    keys = [(when.first_day, len(when.text)) for when in sorted(dates)]

    assert sorted(keys) == keys


@given(one=near_whens(), other=near_whens())
def test_a_date_compares_with_a_text_as_with_the_date_that_it_means(one, other):
    """Equality, order and hash are the same whether the other is a date or its text."""
    assert (one == other) == (one == other.text) == (other.text == one)
    assert (one < other, one <= other) == (one < other.text, one <= other.text)
    assert hash(one) == hash(one.text)


def test_comparing_with_something_else_is_refused():
    """A date has no order against a number or what is not a date, and equality with a day says what to write."""
    with pytest.raises(TypeError):
        When("2012") < 2013  # noqa: B015
    with pytest.raises(BadValue, match="'next year' is not YYYY"):
        When("2012") < "next year"  # noqa: B015
    with pytest.raises(TypeError, match=r"compare \.first_day"):
        When("2012-09-20") == date(2012, 9, 20)  # noqa: B015
    assert When("2012-09-20") < date(2012, 9, 21)


@given(when=whens())
def test_a_date_has_its_parts(when):
    """Year, month and day are those of its text, and None where it has none."""
    parts = [when.year, when.month, when.day]

    assert when.isoformat() == "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(parts) if part)


def test_a_date_is_formatted_as_a_day_or_as_its_text():
    """Codes of strftime format the first day that it can mean, anything else its text."""
    assert "11 July 2023|   2023|2023-07" == f"{When('2023-07-11'):%d %B %Y}|{When('2023'):>7}|{When('2023-07')}"


@given(text=texts(), end=words())
def test_a_text_is_its_english_where_a_text_is_asked_for(text, end):
    """It equals its English, is formatted, joined, cut and searched as such."""
    english = text["en"]

    assert text == english
    assert english == text
    assert hash(text) == hash(english)
    assert [english + end, end + english, f"{english:>90}"] == [text + end, end + text, f"{text:>90}"]
    assert [english.upper(), english.lower(), english.split()] == [text.upper(), text.lower(), text.split()]
    assert text.startswith(english[:1])
    assert text.endswith(english[-1:])
    assert english * 2 == text + text


def test_a_text_joins_only_with_texts():
    """A number is not joined to a text, as with any text."""
    text = Text({"en": "cyber"})

    for join in (lambda: text + 1, lambda: 1 + text):
        with pytest.raises(TypeError):
            join()


@given(text=texts())
def test_a_text_gives_its_best_in_a_language(text):
    """The words in that language where there are some, and else the English; asking by key stays strict."""
    assert text.get("ko", text["en"]) == text.best("ko")
    assert text["en"] == text.best("vi")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2012-9",
        "2012-09-1",
        "20120920",
        "2012-13",
        "2023-02-29",
        "0000",
        "2012-00",
        "２０１２",
        "2012\n",
        None,
        2012,
    ],
    ids=repr,
)
def test_what_is_no_date_is_refused(text):
    """Other forms, days that no calendar has and other types raise ``BadValue``."""
    with pytest.raises(BadValue, match="is not"):
        When(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2012", "2012"),
        (date(2012, 9, 20), "2012-09-20"),
        (datetime(2012, 9, 20, 3), "2012-09-20"),
        (When("2012"), "2012"),
    ],
    ids=repr,
)
def test_a_date_is_made_of_what_users_have(value, text):
    """``When.of`` takes a text, a date, a time and a date of its own kind."""
    assert When(text) == When.of(value)


@pytest.mark.parametrize(
    ("text", "precision", "last"),
    [
        ("2012", "year", date(2012, 12, 31)),
        ("2012-02", "month", date(2012, 2, 29)),
        ("2012-12", "month", date(2012, 12, 31)),
        ("2012-09-20", "day", date(2012, 9, 20)),
        ("9999-12", "month", date.max),
    ],
)
def test_precision_and_last_day_follow_from_the_form(text, precision, last):
    """A year ends in December, a month on its last day, leap years included."""
    assert (precision, last) == (When(text).precision, When(text).last_day)


def test_values_show_themselves_as_they_are_written():
    """The repr of a value can be typed, and its text is what the file holds."""
    assert ("When('2012-09')", "2012-09") == (repr(When("2012-09")), str(When("2012-09")))
    assert ("Quantity('~60')", "~60") == (repr(Quantity("~60")), str(Quantity("~60")))
    assert "Frozen({'a': 1})" == repr(Frozen({"a": 1}))
    assert "Text({'en': 'x'})" == repr(Text({"en": "x"}))


@given(one=quantities(), other=quantities())
def test_agreement_of_quantities_is_symmetric_and_means_that_they_overlap(one, other):
    """Two quantities agree where their ranges meet, whichever is asked; each agrees with itself."""
    overlap = max(one.low, other.low) <= min(one.high, other.high)

    assert overlap == one.agrees_with(other) == other.agrees_with(one)
    assert one.agrees_with(one)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("57", 57, 57), ("~60", 54, 66), (">=80", 80, float("inf")), ("<=5", 0, 5), ("0", 0, 0)],
)
def test_a_sign_widens_a_number(text, low, high):
    """``~`` is ten per cent either way, ``>=`` and ``<=`` are open to one side."""
    quantity = Quantity(text)

    assert (pytest.approx(low), pytest.approx(high)) == (quantity.low, quantity.high)


@pytest.mark.parametrize("text", ["", "07", "-1", "1.5", "about 5", ">5", "~", "1,000", "５", "5\n", 5], ids=repr)
def test_what_is_no_quantity_is_refused(text):
    """Other forms and other types raise ``BadValue``."""
    with pytest.raises(BadValue, match="is not a whole number"):
        Quantity(text)


@given(pairs=st.dictionaries(words(), st.integers()))
def test_a_frozen_mapping_is_the_mapping_in_order_of_its_keys(pairs):
    """It equals the dictionary from which it was made, whatever the order, and hashes alike."""
    turned = dict(reversed(pairs.items()))

    assert pairs == Frozen(pairs) == Frozen(turned)
    assert sorted(pairs) == list(Frozen(pairs))
    assert len(pairs) == len(Frozen(pairs))
    assert hash(Frozen(pairs)) == hash(Frozen(turned))


def test_a_frozen_mapping_has_no_key_that_it_was_not_given():
    """A missing key is a ``KeyError``, as in every mapping, and nothing but a mapping equals it."""
    with pytest.raises(KeyError):
        Frozen({"a": 1})["b"]
    assert Frozen({"a": 1}) != "a"
    assert Frozen({}).get("a") is None


@pytest.mark.parametrize("mapping", [Frozen({"a": 1}), Text({"en": "x"})])
def test_a_mapping_is_immutable(mapping):
    """Nothing in it is set or deleted, and it is copied and pickled as itself."""
    with pytest.raises(AttributeError, match="is immutable"):
        mapping.more = 1
    with pytest.raises(AttributeError, match="is immutable"):
        del mapping._pairs
    assert mapping == copy.copy(mapping) == pickle.loads(pickle.dumps(mapping))
    assert type(mapping) is type(copy.copy(mapping))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ({"ko": "윤"}, "has no English"),
        ({}, "has no English"),
        ({"en": "x", "korean": "y"}, "'korean' is not a language tag"),
        ({"en": "x", "EN": "y"}, "'EN' is not a language tag"),
    ],
)
def test_a_text_has_english_and_language_tags(text, problem):
    """A text without English, or with a key that is not a tag, raises ``BadValue``."""
    with pytest.raises(BadValue, match=problem):
        Text(text)


@given(text=texts())
def test_a_text_is_its_english(text):
    """The ``str`` of a text is what it says in English."""
    assert text["en"] == str(text)


def test_values_of_different_classes_are_never_equal():
    """A date is not the quantity of the same digits."""
    assert When("2012") != Quantity("2012")
    assert Quantity("2012") != When("2012")


def test_a_plain_value_shows_its_fields_and_leaves_defaults_out():
    """The repr of a value made of parts names them."""
    settlement = Settlement(kind="slip", why="A mistake.")

    assert "Settlement(kind='slip', why='A mistake.')" == repr(settlement)


def test_values_are_short_inside_others(tiny):
    """Inside a repr, records are their ids, texts their English, tuples lists."""
    adoption = tiny.event("itpp-adoption")

    assert "'vilnius'" == short(adoption.place)
    assert "['x', '2012']" == short((Text({"en": "x"}), When("2012")))
    assert "7" == short(7)
    assert "Participation(actor='nato', role='host')" == repr(adoption.participants[1])
