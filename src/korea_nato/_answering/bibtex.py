"""An item of CSL as an entry of BibTeX."""

import re
from collections.abc import Iterator

from korea_nato._answering.bibliography import Item, day

_PLACES = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
# The characters that mean something to TeX, and how it writes them.
_TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# What an article of these stands in, by which biblatex and pandoc tell it from a journal's.
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
# Babel's names of the languages of sources: biblatex prints what stands in `language`, and only keeps `langid`.
_LANGUAGES = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
# Signs that TeX would join into another, such as two hyphens into a dash.
_JOINED = re.compile(r"([-`'!?<>,])(?=[-`'<>,])")


def bibtex(item: Item) -> str:
    """Return an item as an entry; double braces keep the capitals of titles and names whole."""
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(item) if value)
    return f"@{_entry_type(item)}{{{item['id']},\n{lines}\n}}\n"


def tex(text: str) -> str:
    r"""Return a text as TeX writes it.

    >>> print(tex("Q&A {100%}"))
    Q\&A {\textbraceleft}100\%{\textbraceright}
    """
    return _JOINED.sub(r"\1{}", text.translate(_TEX))


def _entry_type(item: Item) -> str:
    if item["type"].startswith("article"):
        return "article"
    return "techreport" if item["type"] == "report" else "misc"


def _fields(item: Item) -> Iterator[tuple[str, str | None]]:
    yield "title", _whole(item["title"])
    yield "author", " and ".join(_whole(name["literal"]) for name in item.get("author", ()))
    yield _PLACES[_entry_type(item)], _whole(item.get("container-title") or item.get("publisher", ""))
    yield "origpublisher", _whole(item.get("original-publisher", ""))
    yield "entrysubtype", _SUBTYPES.get(item["type"])
    # BibTeX reads the year, biblatex the date; without either, biblatex would print the year of access.
    yield "year", (day(item, "issued") or "n.d.")[:4]
    yield "date", day(item, "issued")
    yield "type", item.get("genre")
    yield "version", tex(item.get("version", ""))
    yield "langid", _LANGUAGES.get(item.get("language", "").partition("-")[0])
    yield "url", item.get("URL", "").replace("{", "%7B").replace("}", "%7D")
    yield "urldate", day(item, "accessed")
    yield "note", tex(item.get("note", ""))


def _whole(text: str) -> str:
    return f"{{{tex(text)}}}" if text else ""
