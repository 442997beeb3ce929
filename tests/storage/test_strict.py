import pytest
from hypothesis import given

from korea_nato._model.record import ID
from korea_nato._model.values import Quantity, When
from korea_nato._storage import json as _json
from korea_nato._storage import strict as _strict
from korea_nato.errors import BadValue
from strategies import json_values, quantities, whens, words

HOOKS = {
    _strict.string: str,
    _strict.verbatim: str,
    _strict.number: int,
    _strict.flag: bool,
    _strict.when: When,
    _strict.quantity: Quantity,
    _strict.list_: list,
    _json.object_: dict,
    _json.filled: dict,
    _strict.id_: str,
}


@given(value=json_values())
@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook.__name__)
def test_a_value_is_taken_as_it_is_or_refused(hook, value):
    """A strict reader returns a value of its type that is the JSON value itself, or raises ``BadValue``."""
    try:
        read = hook(value)
    except BadValue:
        return

    assert HOOKS[hook] is type(read)
    assert read == value or str(read) == str(value)


@given(text=words())
def test_texts_of_people_are_taken(text):
    """Korean letters, quotation marks, tags and accents are texts like any other."""
    assert text == _strict.string(text)


@given(when=whens(), quantity=quantities())
def test_dates_and_quantities_are_read_from_their_text(when, quantity):
    """What a value shows as its text reads as the value."""
    assert when == _strict.when(str(when))
    assert quantity == _strict.quantity(str(quantity))


def test_the_largest_values_are_taken():
    """The last year, count and number within the bounds are values like any other."""
    assert When("2999-12-31") == _strict.when("2999-12-31")
    assert 10_000_000 == _strict.count(10_000_000)
    assert 2**63 - 1 == _strict.quantity(">=9223372036854775807").number


def test_deep_lists_are_told_apart_or_refused():
    """A list too deep to be written out is bad data, not a fault of Python."""
    deep = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(BadValue, match="is nested too deeply"):
        _strict.distinct([deep, deep])


def test_a_quantity_may_be_a_number():
    """A bare number in JSON is a quantity without a sign."""
    assert Quantity("57") == _strict.quantity(57)


@pytest.mark.parametrize(
    ("hook", "value", "problem"),
    [
        (_strict.string, 5, "5 is not a text"),
        (_strict.string, "", "is empty: what is not known is left out"),
        (_strict.string, "  ", "is empty: what is not known is left out"),
        (_strict.string, "x ", "begins or ends in a space"),
        (_strict.string, "a\x00b", "has U+0000 in it (a control character)"),
        (_strict.verbatim, "\u202e", "has U+202E in it (RIGHT-TO-LEFT OVERRIDE)"),
        (_strict.verbatim, "\u00a0x", "begins or ends in a space"),
        (_strict.number, True, "true is not a whole number"),
        (_strict.number, -1, "-1 is not a whole number"),
        (_strict.number, 1.0, "1.0 is not a whole number"),
        (_strict.count, 0, "is 0: what is not known is left out"),
        (_strict.count, "1", "'1' is not a whole number"),
        (_strict.count, 10_000_001, "is more than 10,000,000"),
        (_strict.when, "0999-12-31", "0999 is not a year from 1000 to 2999"),
        (_strict.when, "3000", "3000 is not a year from 1000 to 2999"),
        (_strict.quantity, ">=9223372036854775808", "is a number that is too large (2^63 or more)"),
        (_strict.quantity, "9" * 5000, "is a number that is too large (2^63 or more)"),
        (_strict.flag, 1, "1 is not true or false"),
        (_strict.quantity, True, "true is not a whole number"),
        (_strict.quantity, [1], "a list is not a text"),
        (_strict.list_, "ab", "'ab' is not a list"),
        (_strict.list_, [], "is empty: what is not known is left out"),
        (_strict.distinct, [[1], {"a": 1}, [1]], "a list is duplicated"),
        (_strict.distinct, ["x", "y", "x"], "'x' is duplicated"),
        (_json.object_, ["k"], "a list is not an object"),
        (_json.filled, {}, "is empty: what is not known is left out"),
        (_strict.id_, "Cyber_Defence", "'Cyber_Defence' is not an id (lower-case words joined by hyphens)"),
        (_strict.id_, "a--b", "'a--b' is not an id (lower-case words joined by hyphens)"),
    ],
)
def test_what_is_refused_is_refused_with_the_reason(hook, value, problem):
    """Each strict reader says what the value is and what it is not."""
    with pytest.raises(BadValue) as caught:
        hook(value)

    assert problem == caught.value.problem


def test_a_form_is_held_to():
    """A text that does not have the form of its field is refused with the noun for the form."""
    assert "a-b" == _strict.formed("a-b", ID, "an id")
    with pytest.raises(BadValue, match="'A B' is not an id"):
        _strict.formed("A B", ID, "an id")
