import pytest

from folders import memory, tiny
from korea_nato._editing.rules import check
from korea_nato._load import whole

ITPP = "programmes/itpp.json"
SUMMIT = "events/vilnius-summit.json"
ADOPTION = "events/itpp-adoption.json"
GAZETTE = "sources/gazette-new-programme.json"
WEBSITE = "sources/nato-website-tailored-programme.json"


def found(files):
    """Return what the editorial check finds in a folder with these files, each as its sentence."""
    return [str(error) for error in check(whole(memory(files)))]


def say(files, **passage):
    """Return a folder in which the website has one more passage."""
    order = ("about", "says", "wording", "basis", "part", "note")
    passage["wording"] = "one more"
    files[WEBSITE]["passages"].append({key: passage[key] for key in order if key in passage})
    return files


TAKES_BACK = [
    ("Since when it ran, not when it was adopted.", "not when"),
    ("Said of every programme of this kind.", "Said of every"),
    ("The page says it of the name.", "says it of"),
    ("The page does not say that the list is the programme's.", "does not say that"),
    ("This is not the day of the act.", "not the day"),
]


@pytest.mark.parametrize(("note", "words"), TAKES_BACK)
def test_a_note_does_not_take_back_what_is_said(note, words):
    """A passage says nothing that its own note denies, unless the value was inferred."""
    passage = {"about": "itpp", "says": {"area_count": 2}, "note": note}
    place = len(tiny()[WEBSITE]["passages"])
    error = f"{WEBSITE}: passages[{place}].note: takes back what is said ({words!r})"

    assert [f"{error}: without 'says', or 'inferred', it would not"] == found(say(tiny(), **passage))
    assert [] == found(say(tiny(), **passage, basis="inferred"))
    assert [] == found(say(tiny(), about="itpp", note=note))


@pytest.mark.parametrize("note", ["The source names the office and not the person.", "Two areas at once."])
def test_a_note_may_say_more(note):
    """A note that only explains what is said takes nothing back."""
    assert [] == found(say(tiny(), about="itpp", says={"area_count": 2}, note=note))


def test_a_claim_belongs_to_the_edition_that_it_means():
    """A year of adoption that differs from a programme's and fits another edition of it speaks of that."""
    error = f"{WEBSITE}: '2012' is when 'ipcp-first' was adopted, so 'one more' speaks of that"
    errors = found(say(tiny(), about="itpp", says={"adopted": "2012"}))

    assert error in errors
    assert not any("when 'itpp'" in one for one in errors)


def later(files, file, field, day):
    """Return a folder in which a file has another day."""
    files[file][field] = day
    return files


@pytest.mark.parametrize(
    ("file", "field", "day"),
    [
        (WEBSITE, "accessed", "2026-02-01"),
        (WEBSITE, "published", "2027"),
        ("statements/critics-doubt.json", "date", "2026-03"),
    ],
)
def test_no_day_is_after_the_record_was_closed(file, field, day):
    """A day after the closing day of ``about.json`` is found, where nothing says that it lies ahead."""
    error = f"{file}: {field}: '{day}' is after the record was closed (2026-01-31)"

    assert error in found(later(tiny(), file, field, day))
    assert not [one for one in found(later(tiny(), file, field, "2026")) if "was closed" in one]


@pytest.mark.parametrize(
    ("file", "field"),
    [("commitments/cyber-centre.json", "due"), ("events/secretary-visit.json", "date"), (ITPP, "period_to")],
)
def test_what_is_promised_or_announced_may_lie_ahead(file, field):
    """A deadline, the end of a period and the day of an announced event may come after the closing day."""
    assert not [one for one in found(later(tiny(), file, field, "2030")) if "was closed" in one]


def published(day):
    """Return a folder in which a source of one passage on the summit has appeared on a day."""
    files = tiny()
    files["sources/wire-summit-ahead.json"] = {
        "kind": "news",
        "title": "Ahead",
        "publisher": "wire",
        "published": day,
        "language": "en",
        "seen": "whole",
        "passages": [{"about": "vilnius-summit", "wording": "the summit"}],
    }
    return files


def test_what_is_reported_has_happened():
    """A source that is older than an event tells of it as planned or expected; one day is left to time zones."""
    error = "sources/wire-summit-ahead.json: 'the summit' was published before 'vilnius-summit' (2023-07-11)"
    planned = published("2023-07-09")
    planned["sources/wire-summit-ahead.json"]["passages"][0]["modality"] = "planned"

    assert [f"{error}, so it is not 'reported'"] == found(published("2023-07-09"))
    assert [] == found(published("2023-07-10")) == found(published("2023-07")) == found(planned)


def test_a_source_that_gives_another_day_reports():
    """Whoever dates an event earlier reports it all the same; the day is then settled."""
    files = published("2023-07-09")
    files["sources/wire-summit-ahead.json"]["passages"][0]["says"] = {"date": "2023-07-08"}

    assert not [one for one in found(files) if "so it is not" in one]


def test_an_end_that_lies_ahead_is_planned():
    """A source from the first day of an event that lasts knows its end as a plan only."""
    files = published("2023-07-11")
    passage = files["sources/wire-summit-ahead.json"]["passages"][0]
    files["events/vilnius-summit.json"]["ends"] = passage.setdefault("says", {})["ends"] = "2023-07-14"
    error = "sources/wire-summit-ahead.json: 'the summit' was published before 'vilnius-summit' (2023-07-14)"

    assert f"{error}, so it is not 'reported'" in found(files)

    passage["modality"] = "planned"

    assert not [one for one in found(files) if "was published before" in one]


@pytest.mark.parametrize("says", [{"due": "2027"}, {"by": "rok-government"}])
def test_a_promise_is_older_than_its_day(says):
    """What is promised is reported before the day on which it falls due."""
    assert not [one for one in found(say(tiny(), about="cyber-centre", says=says)) if "was published before" in one]


def witnessed(day):
    """Return a folder in which all that tells of one event appeared on a day."""
    files = published(day)
    files["events/last-talks.json"] = {
        "kind": "visit",
        "title": {"en": "Talks"},
        "summary": {"en": "They talk."},
        "date": "2023-07-10",
    }
    files["sources/wire-summit-ahead.json"]["passages"] = [
        {"about": "last-talks", "says": {"date": "2023-07-10"}, "wording": "the talks"}
    ]
    return files


def test_what_was_held_is_told_by_somebody_later():
    """An event of which every source is older than its day was announced, and is not known to have been held."""
    error = "events/last-talks.json: status: is 'held' and not 'announced', though every source was published before"
    announced = witnessed("2023-07-09")
    announced["events/last-talks.json"]["status"] = "announced"

    assert [f"{error} its day"] == found(witnessed("2023-07-09"))
    assert [] == found(witnessed("2023-07-10")) == found(witnessed("2023-07"))
    assert not [one for one in found(announced) if "is 'held'" in one]


@pytest.mark.parametrize(("status", "told"), [("announced", True), ("held", False), ("alleged", False)])
def test_nothing_is_said_at_what_did_not_take_place(status, told):
    """A statement is made at an event that was held, or that some say was held."""
    files = tiny()
    files["events/vilnius-summit.json"]["status"] = status
    error = "statements/yoon-hope.json: event: 'vilnius-summit' is 'announced', so nothing was said there"

    assert told == (error in found(files))


def test_what_was_said_has_a_form():
    """A source that tells what was said tells whether it quotes; not one that only attests it, or a part of it."""
    passage = {"about": "critics-doubt", "says": {"speakers": "critics"}}
    error = f"{WEBSITE}: no passage says in which form it gives 'critics-doubt' ('quoted' or 'reported')"

    assert [error] == found(say(tiny(), **passage))
    assert [] == found(say(tiny(), **passage, part="That they doubt.")) == found(say(tiny(), about="critics-doubt"))
    assert [] == found(say(tiny(), about="critics-doubt", says={"speakers": "critics", "form": "reported"}))


@pytest.mark.parametrize(
    ("date", "ends", "within"),
    [
        ("2023-07-11", None, True),
        ("2023-07", None, True),
        ("2023-07-11", "2023-07-12", True),
        ("2023-07-10", None, False),
        ("2023-07-13", None, False),
        ("2023-07-12", "2023-07-13", False),
    ],
)
def test_a_part_of_an_event_lies_within_it(date, ends, within):
    """A part begins no earlier and ends no later than the whole, as far as its days are known."""
    files = tiny()
    files["events/summit-dinner.json"] = {
        "kind": "visit",
        "title": {"en": "Dinner"},
        "summary": {"en": "They eat."},
        "date": date,
        **({"ends": ends} if ends else {}),
        "part_of": "vilnius-summit",
    }
    error = "events/summit-dinner.json: part_of: it is not within 'vilnius-summit' (2023-07-11 to 2023-07-12)"

    assert within == (error not in found(files))


@pytest.mark.parametrize(
    ("date", "area", "in_force"),
    [
        ("2013", "ipcp-first/cyber-defence", True),
        ("2023", "ipcp-first/cyber-defence", True),
        ("2023-07-11", "ipcp-first/cyber-defence", True),
        ("2023-07-12", "ipcp-first/cyber-defence", False),
        ("2011", "ipcp-first/cyber-defence", False),
        ("2023-07-10", "itpp/cyber-defence", False),
        ("2023-07", "itpp/cyber-defence", True),
        (None, "itpp/cyber-defence", True),
    ],
)
def test_an_event_touches_areas_of_the_programme_of_its_day(date, area, in_force):
    """An area is that of the programme in force, from its adoption to that of the next."""
    files = tiny()
    files["events/cyber-talks.json"] = {
        "kind": "visit",
        "title": {"en": "Talks"},
        "summary": {"en": "They talk."},
        **({"date": date} if date else {}),
        "areas": [area],
    }
    error = f"events/cyber-talks.json: areas: {area!r} is of a programme that was not in force on {date}"

    assert in_force == (error not in found(files))


@pytest.mark.parametrize(("topics", "passes"), [(["a"], True), (["a", "b", "c"], True), (["a", "b", "c", "d"], False)])
def test_a_record_has_few_topics(topics, passes):
    """Of four topics none is what a record is about: three are the most."""
    files = tiny()
    files["vocabulary.json"]["topics"] = {word: {"en": f"about {word}"} for word in [*topics, "hybrid-threats"]}
    files[SUMMIT]["topics"] = topics

    problem = f"{SUMMIT}: topics: are 4: 3 at the most say what it is about"
    assert passes == (problem not in found(files))


def in_korean(files):
    """Return a folder whose title is in English and Korean."""
    files["about.json"]["title"]["ko"] = "작은 기록"
    return files


def test_words_are_there_in_each_language_of_the_title():
    """Names, summaries, titles of offices and reasons are in each language in which the record has its title."""
    errors = found(in_korean(tiny()))
    lacking = "is not there in 'ko', a language of the title"

    assert f"places.json: europe.name: {lacking}" in errors
    assert f"people.json: jens-stoltenberg.offices[0].title: {lacking}" in errors
    assert f"{SUMMIT}: summary: {lacking}" in errors
    assert f"programmes/ipcp-first.json: settled.adopted.2019.why: {lacking}" in errors
    assert not [one for one in errors if "vilnius.name" in one or "yoon-suk-yeol" in one]


def test_a_name_that_takes_claims_is_the_sources():
    """The name of a programme or an area has the languages of the sources that name it."""
    assert not [one for one in found(in_korean(tiny())) if "areas[1].name" in one or "ipcp-first.json: name" in one]


def test_a_publisher_is_named_in_the_languages_in_which_it_prints():
    """A publisher needs its name in another language only where a source of it is in that."""
    errors = found(in_korean(tiny()))

    assert "publishers.json: nato-website.name: is not there in 'ko', a language of the title" in errors
    assert not [one for one in errors if "gazette.name" in one]
