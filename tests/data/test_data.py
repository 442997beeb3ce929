import json
import re
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import korea_nato
from breaks import breaks, pieces, points_at
from folders import Memory, bytes_of, errors_in, put
from korea_nato import analysis
from korea_nato._load import whole
from korea_nato._model.fields import part_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.record import ID
from korea_nato._model.texts import Text
from korea_nato._storage.json import canonical, parse
from korea_nato._storage.reader import read
from korea_nato._storage.writer import form
from korea_nato.errors import BadData

ACRONYM = re.compile(r"[A-Za-z0-9 .-]{2,12}")
FILES = bytes_of(Path(__file__).parents[2] / "data")


def spread(files, most=12):
    """Return all files that are alone of their folder's name, and of a folder at most so many, from first to last."""
    folders = {}
    for file in files:
        folders.setdefault(file.rpartition("/")[0] or file, []).append(file)
    return [file for one in folders.values() for file in one[:: -(-len(one) // most)]]


# Break any one value of any shipped file.


@pytest.mark.parametrize("file", spread(FILES))
def test_breaking_any_value_names_file_and_field(shipped, file):
    """Every value of files of every folder, broken in every way: the errors are of that file and at that field."""
    missed = []
    for piece, start in pieces(file, json.loads(FILES[file])):
        assert [] == errors_in(shipped.store, file, json.dumps(piece).encode())
        for at, new in breaks(file, piece, start):
            errors = errors_in(shipped.store, file, json.dumps(put(piece, at, new)).encode())
            if not errors or any(error.file != file or not points_at(error.at, at) for error in errors):
                missed.append((at, new, errors))

    assert [] == missed


@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_breaking_any_value_of_the_whole_folder_names_file_and_field(data):
    """A load of all shipped files, one value of one of them broken, has an error of that file at that field."""
    file = data.draw(st.sampled_from(sorted(FILES)))
    value = json.loads(FILES[file])
    at, new = data.draw(st.sampled_from(list(breaks(file, value))))

    with pytest.raises(BadData) as caught:
        whole(Memory({**FILES, file: json.dumps(put(value, at, new)).encode()}))
    assert any(error.file == file and points_at(error.at, at) for error in caught.value.errors)
    assert file == "vocabulary.json" or {file} == {error.file for error in caught.value.errors}


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_good(shipped, file):
    """The one-file reader finds nothing wrong with any shipped file."""
    assert [] == errors_in(shipped.store, file, FILES[file])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)
def test_records_are_read_as_they_are_written(shipped, kind):
    """Reading the form of a shipped record gives the record, and its text the text."""
    for record in shipped.records(kind):
        text = canonical(form(record))

        assert (record, []) == read(part_of(kind), parse(text.encode()), shipped.store, record.id)


# What the data promise, beyond what each record promises by itself.


def test_the_known_conflicts_are_shown(shipped):
    """Sources disagree on the programme before the ITPP and on the day of the ITPP, and the editors say why."""
    shown = {conflict.id: conflict.settled for conflict in shipped.conflicts()}

    assert {"ipcp-first", "ipcp-third"} & {*shown["itpp.previous"]}
    assert "2023-07-13" in shown["itpp.adopted"]
    assert ("2023-07-11", "2023-07-09") == (str(korea_nato.ITPP.adopted), str(korea_nato.ITPP.in_force))


def test_offices_fit_the_date(shipped):
    """Whoever takes part in an office held it on the day, where the days of its term are known."""
    unfit = [
        (event.id, one.actor.id, one.office)
        for event in shipped.events(context=True)
        for one in event.participants
        if one.office
        and not any(str(office.title) == one.office and office.covers(event.date) for office in one.actor.offices)
    ]

    assert [] == unfit


def test_a_previous_programme_is_older(shipped):
    """A programme comes after the one that it names as its previous."""
    for programme in shipped.programmes(context=True):
        before = programme.previous

        assert before is None or before.adopted < programme.adopted


def test_areas_continue_those_of_older_programmes(shipped):
    """An area goes on from one of an earlier programme of the same partner."""
    programmes = {area.id: programme for programme in shipped.programmes(context=True) for area in programme.areas}
    for area in programmes:
        for one in shipped.record(area).continues:
            older, newer = programmes[one.area.id], programmes[area]

            assert older.adopted < newer.adopted
            assert older.partner == newer.partner


def test_what_followed_a_commitment_is_later(shipped):
    """What is said to have followed a commitment did not end before it was made."""
    for commitment in shipped.commitments(context=True):
        made = commitment.made_at.date if commitment.made_at else None
        for follow_up in commitment.followed_by:
            if made and follow_up.event.date:
                assert made.first_day <= (follow_up.event.ends or follow_up.event.date).last_day, commitment.id


def test_what_was_not_the_first_had_something_before_it(shipped):
    """Where the record says that an event was not the first of its kind, it has an earlier one."""
    later = [one for one in shipped.events() if one.first is False]

    assert later
    assert [] == [one.id for one in later if not analysis.firsts(one, dataset=shipped)[0].earlier]


def test_names_are_in_their_script(shipped):
    """English names have no letters of Hangul; Korean ones have some, or are an acronym."""
    for kind in KINDS[:-1]:
        for record in shipped.records(kind):
            names = [value for value in (getattr(record, name, None) for name in ("name", "title")) if value]
            for name in (one for one in names if isinstance(one, Text)):
                assert not hangul(name["en"]), record.id
                assert "ko" not in name or hangul(name["ko"]) or ACRONYM.fullmatch(name["ko"]), record.id


def hangul(text):
    """Return whether a text has a letter of Hangul in it."""
    return any("HANGUL" in unicodedata.name(letter, "") for letter in text)


def test_no_event_is_there_twice(shipped):
    """No two events have the same kind, the same day, the same participants and the same place in a larger event."""
    seen = [
        (
            (event.kind, str(event.date), event.part_of, sorted(one.actor.id for one in event.participants)),
            event.id,
        )
        for event in shipped.events(context=True)
        if event.date and event.participants and event.status == "held"
    ]

    assert [] == [(one[1], other[1]) for one, other in combinations(seen, 2) if one[0] == other[0]]


def test_a_reprint_says_nothing_earlier_than_what_it_reprints(shipped):
    """A copy is not older than its original, and is in no circle."""
    for source in shipped.sources(context=True):
        if source.copy_of and source.published and source.copy_of.published:
            assert source.copy_of.published.first_day <= source.published.last_day, source.id


def test_no_source_is_from_after_the_closing_day(shipped):
    """Nothing was read, published or held after the day on which the record was closed."""
    closed = shipped.about.closed.last_day
    for source in shipped.sources(context=True):
        days = [day.first_day for day in (source.published, source.accessed) if day]

        assert all(day <= closed for day in days), source.id
    for event in shipped.events(context=True):
        assert event.status == "announced" or event.date is None or event.date.first_day <= closed, event.id


def test_every_word_of_the_vocabulary_is_defined(shipped):
    """Every list of the vocabulary has well-formed words, each with a definition."""
    lists = shipped.store.own("vocabulary.json")

    assert [] == [word for words in lists.values() for word in words if not ID.fullmatch(word)]
    assert [] == [
        word for words in lists.values() for word, meaning in words.items() if min(map(len, meaning.values())) < 2
    ]


def test_each_list_of_areas_is_in_one_order(shipped):
    """The places that a source gives in its own list are whole numbers from one, each once a list and record."""
    for source in shipped.sources(context=True):
        places = [(passage.about, passage.nth) for passage in source.passages if passage.nth is not None]

        assert all(nth >= 1 for _, nth in places), source.id


def test_settled_values_have_reasons(shipped):
    """Every settlement says why in a sentence."""
    for conflict in shipped.conflicts():
        for value, settlement in conflict.settled.items():
            assert str(settlement.why).endswith((".", "?", ")", '"')), (conflict.id, value)
            assert " " in str(settlement.why)
