import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._storage.json import canonical, parse
from korea_nato.errors import BadValue, shown
from strategies import json_values, words


@given(value=json_values())
def test_what_is_written_is_read_back(value):
    """Canonical text parses to the value from which it was made."""
    wrapped = {"value": value}

    assert wrapped == parse(canonical(wrapped).encode())


@given(value=json_values())
def test_canonical_text_is_stable(value):
    """Writing what was read from canonical text gives the same text."""
    text = canonical([value])

    assert text == canonical(parse(text.encode()))


@given(value=st.recursive(words(), lambda inner: st.lists(inner, min_size=1), max_leaves=40))
def test_a_list_that_does_not_fit_is_spread(value):
    """A line is longer than 100 columns only where it holds one long text, and no list."""
    for line in canonical([value]).splitlines():
        assert len(line) <= 100 or not line.strip().startswith("[")


@given(text=words())
def test_letters_are_not_escaped(text):
    """Korean letters stand in the file as they are."""
    assert text in json.loads(canonical([text]))
    assert "\\u" not in canonical(["사이버 방위"])


def test_a_value_that_fits_in_100_columns_stands_on_one_line():
    """At 99 columns, which leaves one for a comma, a value is kept together, and at 100 it is spread."""
    fits = {"k": ["x" * 88]}
    spread = {"k": ["x" * 89]}

    assert ["{", '  "k": ["' + "x" * 88 + '"]', "}", ""] == canonical(fits).split("\n")
    assert ["{", '  "k": [', '    "' + "x" * 89 + '"', "  ]", "}", ""] == canonical(spread).split("\n")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"a": 1, "a": 2}', "the key 'a' is duplicated"),
        (b'{"x": {"b": 1, "c": 2, "b": 3}}', "the key 'b' is duplicated"),
        (b"{", "is not JSON (line 1, column 2)"),
        (b"", "is not JSON (line 1, column 1)"),
        (b"\xff", "is not UTF-8"),
        (b"[NaN]", "NaN is not JSON"),
        (b"[-Infinity]", "-Infinity is not JSON"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"a":' * 200_000, "is nested too deeply"),
        (b"\xef\xbb\xbf{}", "begins with a byte order mark (UTF-8 needs none)"),
    ],
    ids=["twice", "twice inside", "open", "nothing", "latin", "nan", "infinity", "lists", "objects", "mark"],
)
def test_what_is_not_strict_json_is_refused_with_the_reason(data, problem):
    """Duplicate keys, other encodings, constants that JSON has not, and endless nesting are errors."""
    with pytest.raises(BadValue) as caught:
        parse(data)

    assert problem == caught.value.problem


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("11 July", "'11 July'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 59}…'"),
        ({"a": 1}, "an object"),
        ([1], "a list"),
        (None, "null"),
        (True, "true"),
        (7, "7"),
    ],
    ids=repr,
)
def test_values_are_named_as_json_writes_them(value, words):
    """An error shows a value as its file has it, and a long one cut."""
    assert words == shown(value)


def test_a_number_without_end_is_refused_as_bad_data():
    """Python's own limit on the digits of a number reaches nobody as a bare ``ValueError``."""
    with pytest.raises(BadValue, match="has a number that is too long"):
        parse(b'{"text_length": ' + b"9" * 5000 + b"}")
