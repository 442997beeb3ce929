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
        (b'{"a": 1, "a": 2}', "a: duplicate key"),
        (b'{"x": [{"b": 1, "c": 2, "b": 3}]}', "x[0].b: duplicate key"),
        (b'{"a": 1, "a": 2', "is not JSON (line 1, column 16)"),
        (b'{"a": {"b": 1, "b": 2}, "c": ' + b"[" * 200_000, "is nested too deeply"),
        (b"{", "is not JSON (line 1, column 2)"),
        (b"", "is not JSON (line 1, column 1)"),
        (b"\xff", "is not UTF-8"),
        (b'{"a": NaN}', "a: NaN is not JSON"),
        (b"[1, -Infinity]", "[1]: -Infinity is not JSON"),
        (b'{"a": {"b": 9223372036854775808}}', "a.b: is a number that is too large (2^63 or more)"),
        (b"[" + b"9" * 5000 + b"]", "[0]: is a number that is too large (2^63 or more)"),
        (b"[1e400]", "[0]: is a number that is too large (2^63 or more)"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"a":' * 200_000, "is nested too deeply"),
        (b"\xef\xbb\xbf{}", "begins with a byte order mark (UTF-8 needs none)"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_the_reason(data, problem):
    """Duplicate keys, other encodings, constants that JSON has not, endless numbers and nesting are errors."""
    with pytest.raises(BadValue) as caught:
        parse(data)

    assert problem == str(caught.value)


@given(text=st.text('[]{},:"\\aeE0123456789.-+ NI\n'))
def test_what_can_be_parsed_is_what_python_parses(text):
    """Any text is a value, the same that Python's own reader finds, or one ``BadValue``."""
    try:
        value = parse(text.encode())
    except BadValue:
        return

    assert json.loads(text) == value


def test_many_duplicate_keys_take_no_long_time():
    """Twenty thousand duplicate keys are found in one pass."""
    data = b"{" + b", ".join(b'"k%d": 1, "k%d": 1' % (n, n) for n in range(20_000)) + b"}"

    with pytest.raises(BadValue, match="k0: duplicate key"):
        parse(data)


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
