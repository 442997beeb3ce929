"""Plain values as HTML for a notebook: left-aligned, addresses as links."""

from collections.abc import Iterable, Mapping

# Notebooks align the cells of a table to the right, unless each says otherwise.
LEFT = "text-align:left;vertical-align:top"


def escaped(text: str) -> str:
    """Return a text as HTML."""
    # Imported here because few ask for HTML.
    from html import escape

    return escape(text)


def pairs(told: Iterable[tuple[str, object]]) -> str:
    """Return names and plain values as a table of two columns.

    >>> pairs([("url", "https://example.org")]).count("<a ")
    1
    """
    rows = (
        f'<tr><th style="{LEFT}">{escaped(name)}</th><td style="{LEFT}">{_value(value)}</td></tr>'
        for name, value in told
    )
    return f"<table>{''.join(rows)}</table>"


def link(address: str, words: str) -> str:
    """Return words that lead to an address."""
    return f'<a href="{escaped(address)}">{escaped(words)}</a>'


def is_address(text: str) -> bool:
    """Return whether a text is an address of the web."""
    return text.startswith(("http://", "https://"))


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "<br>".join(f"{escaped(str(name))}: {_value(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "<br>".join(_value(", ".join(map(str, one.values())) if isinstance(one, dict) else one) for one in value)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return link(text, text) if is_address(text) else escaped(text)
