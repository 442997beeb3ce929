import json

import pytest

from folders import memory, tiny
from korea_nato._dataset import bundled
from korea_nato._editing.rules import check
from korea_nato._editing.start import start
from korea_nato._load import whole

GAZETTE = "sources/gazette-new-programme.json"
WEBSITE = "sources/nato-website-tailored-programme.json"
REPORT = "sources/tribune-new-programme.json"
DOUBT = "statements/critics-doubt.json"
HOPE = "statements/yoon-hope.json"


def found(files, words):
    """Return what the editorial check finds with these words in it, each as its sentence."""
    return [str(error) for error in check(whole(memory(files))) if words in str(error)]


def gist(file, language, text):
    """Return a folder in which a statement has another gist."""
    files = tiny()
    files[file]["gist"] = {"en": "A gist.", language: text}
    return files


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "An official said that he hopes.", "An official"),
        ("en", "Officials said that they hope.", "Officials"),
        ("en", "A senior South Korean official said so.", "A senior South Korean official"),
        ("ko", "관계자는 희망한다고 말했다.", "관계자는"),
        ("ko", "한국 정부 고위 당국자들이 희망한다고 말했다.", "한국 정부 고위 당국자들이"),
    ],
)
def test_a_named_speaker_is_not_an_official(language, text, words):
    """A gist speaks of somebody who is not named only where the speaker is a body of the kind ``group``."""
    error = f"{HOPE}: gist.{language}: speaks of {words!r}, where the speaker is 'yoon-suk-yeol'"

    assert [error] == found(gist(HOPE, language, text), "speaks of")
    assert [] == found(gist(DOUBT, language, text), "speaks of")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He told officials that he hopes."),
        ("en", "The official text is what he hopes for."),
        ("en", "An official of long standing, Yoon hopes for more."),
        ("ko", "윤석열 전 당국자는 희망한다고 말했다."),
        ("ko", "대통령은 당국자들이 만나기를 희망했다."),
    ],
)
def test_a_gist_may_tell_of_officials(language, text):
    """Officials may be spoken of, or spoken to, and a speaker who is named may have been one."""
    assert [] == found(gist(HOPE, language, text), "speaks of")


def test_an_article_is_not_a_name():
    """A speaker whose name is a short word is not named by an article."""
    files = gist(HOPE, "en", "An official said that he hopes.")
    files["people.json"]["yoon-suk-yeol"]["also"] = ["An Suk-yeol"]

    assert found(files, "speaks of 'An official'")


def test_an_office_is_not_its_official():
    """A gist in which an official of an office speaks is not the office's."""
    files = gist(HOPE, "en", "An official of the office hopes.")
    files[HOPE]["speakers"] = ["rok-presidential-office"]

    assert found(files, "where the speaker is 'rok-presidential-office'")


def noted(note, **passage):
    """Return a folder in which the website has one more passage, with a note."""
    files = tiny()
    files[WEBSITE]["passages"].append({"about": "itpp", "wording": "one more", **passage, "note": note})
    return files


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("As those present told the press.", "those present"),
        ("배석자가 전했다.", "배석"),
        ("The fields, as NATO told them.", "as NATO told"),
        ("So it was, as the spokesperson of the office told.", "as the spokesperson of the office told"),
    ],
)
def test_who_told_it_is_said_in_a_field(note, words):
    """A note by which somebody told what a passage says is not enough: ``according_to`` names them."""
    place = len(tiny()[WEBSITE]["passages"])
    error = f"{WEBSITE}: passages[{place}].note: tells who told it ({words!r}), and 'according_to' does not"

    assert [error] == found(noted(note), "who told it")
    assert [] == found(noted(note, according_to=["nato"]), "who told it")


def test_a_note_may_tell_of_others():
    """A note that names others, and does not make them the tellers, needs no field."""
    assert [] == found(noted("The name as the picture has it; NATO told nothing."), "who told it")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("The text follows the ministry's release.", "follows the"),
        ("The text runs word for word with another.", "runs word for word with"),
        ("The page rests on another.", "rests on"),
        ("A reprint of a text.", "reprint of"),
    ],
)
def test_whose_text_it_is_is_said_in_a_field(note, words):
    """A note by which a text is somebody else's is not enough: ``agency`` or another field says whose."""
    files = tiny()
    files[WEBSITE]["note"] = {"en": note}
    error = f"{WEBSITE}: note: tells of another's text ({words!r}), and neither 'agency' nor 'copy_of' names it"

    assert [error] == found(files, "another's text")

    files[WEBSITE]["agency"] = "wire"

    assert [] == found(files, "another's text")


def test_a_source_that_names_its_tellers_may_run_with_another():
    """Where passages say who told them, the note needs no more."""
    files = noted("", according_to=["nato"])
    del files[WEBSITE]["passages"][-1]["note"]
    files[WEBSITE]["note"] = {"en": "The text rests on another."}

    assert [] == found(files, "another's text")


def report(*passages, **fields):
    """Return a folder in which another paper has a report with these passages."""
    files = tiny()
    files["publishers.json"]["tribune"] = {"name": {"en": "The Tribune"}, "kind": "newspaper"}
    source = {"kind": "news", "title": "New", "publisher": "tribune", "published": "2023-07-12", "language": "en"}
    files[REPORT] = {**source, "seen": "whole", **fields, "passages": list(passages)}
    return files


SUMMIT = {"about": "vilnius-summit", "says": {"place": "lithuania"}, "wording": "The two-day summit"}
CENTRE = {"about": "cyber-centre", "says": {"by": "rok-government"}, "wording": "a cyber centre by 2027"}
COPIED = f"{GAZETTE}: 2 of its anchors stand in 'tribune-new-programme', and neither 'agency' nor 'copy_of' says why"


@pytest.mark.parametrize(("published", "twice"), [("2023-07-12", True), ("2019-02-12", False)])
def test_a_source_is_there_once(published, twice):
    """Two sources of one address and one day are one source; a page that changed has another day."""
    address = "https://example.org/new"
    files = report(SUMMIT, url=address, published=published)
    files[GAZETTE] |= {"url": address, "published": "2023-07-12"}
    told = f"{REPORT}: url: is that of 'gazette-new-programme', published on the same day"

    assert [told] * twice == found(files, "on the same day")


def test_shared_words_have_one_origin():
    """Two sources of which two anchors are the same, whatever the case, are of one origin, and say so."""
    assert [COPIED] == found(report(SUMMIT, CENTRE), "anchors stand")
    assert [] == found(report(SUMMIT, CENTRE, agency="wire"), "anchors stand")
    assert [] == found(report(SUMMIT, CENTRE, copy_of="gazette-new-programme"), "anchors stand")


@pytest.mark.parametrize(
    "passages",
    [
        (SUMMIT,),
        (SUMMIT, {**SUMMIT, "says": {"first": True}}),
        (SUMMIT, {**CENTRE, "about": "vilnius-summit", "says": {"first": True}}),
        (SUMMIT, {**CENTRE, "according_to": ["nato"]}),
        (SUMMIT, {"about": "itpp", "says": {"acronym": "ITPP"}, "wording": "adopted the ITPP"}),
        (SUMMIT, {"about": "yoon-hope", "says": {"form": "quoted"}, "wording": "Yoon told them"}),
    ],
)
def test_what_may_be_the_same_by_chance(passages):
    """One anchor, names, quotations, words on another record and what somebody is said to tell make no copy."""
    assert [] == found(report(*passages), "anchors stand")


def test_a_translation_has_its_own_words():
    """Sources in two languages have no words in common but names."""
    assert [] == found(report(SUMMIT, CENTRE, language="ko"), "anchors stand")


def titled(title, **fields):
    """Return a folder with one more event, at which somebody may have spoken."""
    files = tiny()
    event = {"kind": "visit", "title": title, "summary": {"en": "So it was."}, "date": "2023-07-10", **fields}
    files["events/last-talks.json"] = event
    return files


@pytest.mark.parametrize(
    ("language", "title", "name"),
    [
        ("en", "Yoon Suk Yeol's talks", "Yoon Suk Yeol"),
        ("en", "Talks of Yoon Suk-yeol", "Yoon Suk-yeol"),
        ("ko", "윤석열의 면담", "윤석열"),
    ],
)
def test_who_is_in_the_title_is_in_the_record(language, title, name):
    """A person in the title of an event takes part in it, or speaks or is spoken of there."""
    there = {"participants": [{"actor": "yoon-suk-yeol", "role": "participant"}]}
    problem = f"names {name!r}, who neither takes part nor speaks there nor is spoken of"

    assert [f"events/last-talks.json: title.{language}: {problem}"] == found(
        titled({"en": "Talks", language: title}), "neither takes part"
    )
    assert [] == found(titled({"en": "Talks", language: title}, **there), "neither takes part")


@pytest.mark.parametrize(
    "statement",
    [{"speakers": ["yoon-suk-yeol"]}, {"addressees": ["yoon-suk-yeol"]}, {"gist": {"en": "Yoon Suk Yeol is to come."}}],
)
def test_what_was_said_there_tells_who_is_meant(statement):
    """Whoever speaks at an event, is spoken to or is spoken of there may stand in its title."""
    files = titled({"en": "Yoon Suk Yeol is awaited"})
    files["statements/one-word.json"] = {
        "speakers": ["critics"],
        "event": "last-talks",
        "form": "reported",
        "gist": {"en": "A word."},
        **statement,
    }

    assert [] == found(files, "neither takes part")


def test_a_folder_without_people_names_none():
    """Where the record has no people, no title names one."""
    begun = start(bundled().store.own("vocabulary.json"))
    dataset = whole(memory({name: json.loads(text) for name, text in begun.items()}))

    assert not dataset.people(context=True)
    assert [] == check(dataset)


def test_a_name_is_a_whole_word():
    """A longer name that begins alike is another's."""
    assert [] == found(titled({"en": "Yoon Suk Yeoll's talks"}), "neither takes part")


def spoken(*statements, **passage):
    """Return a folder in which the Tribune tells of statements by the critics."""
    ids = [f"critics-word-{place}" for place in range(len(statements))]
    told = {"says": {"form": "reported"}, **passage}
    files = report(*({"about": id, "wording": f"the words of {id}", **told} for id in ids))
    for id, fields in zip(ids, statements, strict=True):
        statement = {"speakers": ["critics"], "form": "reported", "gist": {"en": "It brings little."}, **fields}
        files[f"statements/{id}.json"] = statement
    return files


def test_one_source_has_one_speaker_on_one_day():
    """What one source has one speaker say stands on one day, unless something tells of two."""
    files = spoken({"date": "2023-07-12"}, {"date": "2023-07-10"})
    error = f"{REPORT}: 'critics-word-1' (2023-07-10) and 'critics-word-0' (2023-07-12) are of one speaker"

    assert [f"{error}, and nothing tells of two days"] == found(files, "two days")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2023-07-12"}, {"date": "2023-07"}),
        ({"date": "2023-07-12"}, {}),
        ({"date": "2023-07-12"}, {"date": "2023-07-10", "speakers": ["nato"]}),
    ],
)
def test_days_that_may_be_one(one, other):
    """A month has the day, a statement without a day has any, and two speakers have each their own."""
    assert [] == found(spoken(one, other), "two days")


@pytest.mark.parametrize(
    "passage", [{"note": "Said two days before."}, {"says": {"form": "reported", "date": "2023-07"}}]
)
def test_a_source_may_tell_of_two_days(passage):
    """Where the source gives the day, or a note the reason, one speaker may have spoken on two days."""
    assert [] == found(spoken({"date": "2023-07-12"}, {"date": "2023-07-10"}, **passage), "two days")


def test_a_source_that_tells_of_the_event_tells_of_its_day():
    """A statement made at an event has its day from there, where the source speaks of the event too."""
    files = spoken({"date": "2023-07-12"}, {"event": "itpp-adoption"})

    assert found(files, "two days")

    files[REPORT]["passages"].append({"about": "itpp-adoption", "wording": "the adoption"})

    assert [] == found(files, "two days")
