"""The strategies of all property tests: nasty real values first, then values, records and whole folders."""

import string
from datetime import date
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from folders import Files, memory, tiny
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato._model.actors import Place
from korea_nato._model.collection import Records
from korea_nato._model.texts import Text
from korea_nato._model.values import Quantity, When

# Words that have broken somebody's program before.
NASTY = (
    "사이버 방위",
    "군축·비확산",
    "윤석열 대통령",
    "individual–tailored — programme",
    "Yoon’s “cap” & ‘shirt’",
    "Zelenskyj, Zelenský",
    "=cmd('calc')",
    "</script><b>&amp;",
    '"quoted", \\backslash\\',
    "[bold]not markup[/bold]",
    "a, b; c|d\te".replace("\t", " "),
    "null",
    "true",
    "11",
    "2023-07-11",
    "🇰🇷 é ﬁ",
    "x" * 130,
)
NASTY_DAYS = ("2012", "2012-09", "2012-09-20", "2012-02-29", "2000-02", "1999-12-31", "1000", "2999-12-31", "2023-12")
NASTY_QUANTITIES = ("0", "~0", "1", "57", "~57", "~60", ">=0", ">=80", "<=0", "<=5", "~1000000")


# Letters that show nothing or stand for a lost one, beside those of Unicode's categories C and Z.
HIDDEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffd" + "".join(
    map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
)


def clean(text: str) -> str:
    """Return a text in Unicode's form NFC, without outer and doubled spaces, as texts of the data are."""
    return " ".join(normalize("NFC", text).split())


def words() -> st.SearchStrategy[str]:
    """Return texts that a field can hold."""
    letters = st.characters(exclude_categories=["C", "Z"], include_characters=" ", exclude_characters=HIDDEN)
    return st.sampled_from(NASTY) | st.text(letters, min_size=1, max_size=20).map(clean).filter(bool)


def ids() -> st.SearchStrategy[str]:
    """Return ids: lower-case words joined by hyphens."""
    word = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
    return st.lists(word, min_size=1, max_size=4).map("-".join)


def whens() -> st.SearchStrategy[When]:
    """Return dates of all three precisions."""
    length = st.sampled_from([4, 7, 10])
    days = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(lambda day: day.isoformat())
    return st.sampled_from(NASTY_DAYS).map(When) | st.builds(lambda day, n: When(day[:n]), days, length)


def near_whens() -> st.SearchStrategy[When]:
    """Return dates of two years, so that pairs of them often meet."""
    days = st.integers(2011, 2012).flatmap(
        lambda year: st.tuples(st.just(year), st.integers(1, 3), st.integers(1, 3), st.sampled_from([4, 7, 10]))
    )
    return days.map(lambda day: When(f"{day[0]}-{day[1]:02}-{day[2]:02}"[: day[3]]))


def quantities() -> st.SearchStrategy[Quantity]:
    """Return quantities with each of the signs, and without."""
    made = st.builds(
        lambda sign, n: Quantity(f"{sign}{n}"), st.sampled_from(["", "~", ">=", "<="]), st.integers(0, 120)
    )
    return st.sampled_from(NASTY_QUANTITIES).map(Quantity) | made


def texts() -> st.SearchStrategy[Text]:
    """Return texts in English, and often in Korean."""
    return st.fixed_dictionaries({"en": words()}, optional={"ko": words(), "zh-Hant-TW": words()}).map(Text)


def json_values() -> st.SearchStrategy[Any]:
    """Return JSON values of all types and depths."""
    leaves = st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | words() | st.just("")
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(words(), inner), max_leaves=30)


def collections() -> st.SearchStrategy[Records[Place]]:
    """Return collections of places, often with none, each with an id of its own."""
    kinds = st.sampled_from(["country", "city", "region"])
    places = st.builds(Place, id=ids(), name=texts(), kind=kinds)
    return st.lists(places, unique_by=lambda place: place.id, max_size=12).map(lambda items: Records(items, Place))


@st.composite
def folders(draw: st.DrawFn, *, claims: int = 12) -> Files:
    """Return a whole valid small folder: the tiny one with other names, more records and claims of many kinds."""
    files = tiny()
    for name in ("europe", "lithuania", "vilnius"):
        files["places.json"][name]["name"] = draw(text_forms())
    for number in range(draw(st.integers(0, 3))):
        files[f"events/event-{'abc'[number]}.json"] = draw(event_forms(list(files["people.json"])))
    files["programmes/ipcp-first.json"] |= draw(st.fixed_dictionaries({}, optional={"note": text_forms()}))
    for number in range(draw(st.integers(1, 3))):
        passages = draw(st.lists(passage_forms(), min_size=1, max_size=claims, unique_by=repr))
        files[f"sources/wire-paper-{'abc'[number]}.json"] = draw(source_forms(passages))
    return {name: ordered(name, value) for name, value in files.items()}


def ordered(name: str, value: Any) -> Any:
    """Return a value whose maps by id are in order, as canonical text has them."""
    return dict(sorted(value.items())) if name in ("places.json", "people.json") else value


def text_forms() -> st.SearchStrategy[dict[str, str]]:
    """Return the JSON form of texts."""
    return st.fixed_dictionaries({"en": words()}, optional={"ko": words()})


def when_forms() -> st.SearchStrategy[str]:
    """Return the JSON form of dates of a few days, so that windows and claims often meet."""
    return st.sampled_from(["2012", "2023", "2023-07", "2023-07-11", "2023-07-12", "2023-07-13", "2024-02-29"])


def event_forms(people: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Return the JSON form of events, from title and summary alone to all fields."""
    return st.fixed_dictionaries(
        {"kind": st.sampled_from(["summit", "visit"]), "title": text_forms(), "summary": text_forms()},
        optional={
            "status": st.sampled_from(["announced", "alleged"]),
            "date": when_forms(),
            "place": st.sampled_from(["vilnius", "europe", "republic-of-korea"]),
            "areas": st.sampled_from([["itpp/cyber-defence"], ["ipcp-first/cyber-defence", "itpp/cyber-defence"]]),
            "participants": st.lists(
                st.fixed_dictionaries({"actor": st.sampled_from([*people, "nato"]), "role": st.just("host")}),
                min_size=1,
                max_size=3,
                unique_by=lambda one: one["actor"],
            ),
            "context": st.just(True),
        },
    )


def passage_forms() -> st.SearchStrategy[dict[str, Any]]:
    """Return the JSON form of passages about the records that every folder of ours has."""
    said = {
        "itpp": st.fixed_dictionaries(
            {}, optional={"adopted": when_forms(), "area_count": st.integers(1, 3), "binding": st.booleans()}
        ),
        "ipcp-first": st.fixed_dictionaries({}, optional={"adopted": st.sampled_from(["2012-09", "2012-10", "2019"])}),
        "itpp/cyber-defence": st.fixed_dictionaries({}, optional={"name": words() | st.just("CYBER-defence")}),
        "vilnius-summit": st.fixed_dictionaries(
            {},
            optional={
                "place": st.sampled_from(["vilnius", "lithuania", "europe", "republic-of-korea"]),
                "date": when_forms(),
                "figures": st.fixed_dictionaries({"leaders": st.sampled_from([30, 31, 40, "~28", ">=31", "<=29"])}),
                "areas": st.sampled_from(["itpp/cyber-defence", "itpp/women-peace-security"]),
            },
        ),
        "itpp-adoption": st.fixed_dictionaries(
            {},
            optional={"participants": st.sampled_from([[{"actor": "nato"}], [{"actor": "jens-stoltenberg"}]])},
        ),
        "cyber-centre": st.fixed_dictionaries({}, optional={"by": st.sampled_from(["rok-government", "critics"])}),
    }
    return st.sampled_from(sorted(said)).flatmap(
        lambda about: st.fixed_dictionaries(
            {"about": st.just(about), "wording": words()},
            optional={"modality": st.sampled_from(["expected", "planned", "denied"]), "says": said[about].filter(bool)},
        )
    )


def source_forms(passages: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Return the JSON form of sources with these passages, none of which says the same twice."""
    return st.fixed_dictionaries(
        {
            "kind": st.just("news"),
            "title": words(),
            "publisher": st.sampled_from(["wire", "gazette"]),
            "language": st.sampled_from(["en", "ko"]),
            "seen": st.just("whole"),
            "passages": st.just(once(passages)),
        },
        optional={"published": when_forms()},
    )


def once(passages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return passages with a number each in the wording, so that no two of a source are the same claim."""
    return [{**passage, "wording": f"{passage['wording']} {place}"} for place, passage in enumerate(passages)]


def datasets() -> st.SearchStrategy[Dataset]:
    """Return the datasets of whole valid small folders."""
    return folders().map(lambda files: whole(memory(files)))
