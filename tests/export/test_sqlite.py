import json
import re
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given

import folders
from korea_nato import export
from korea_nato._load import whole
from korea_nato.export._relations import relations
from korea_nato.export.sqlite import content
from strategies import datasets


def opened(dataset):
    """Return a connection to the database of a dataset, that closes itself."""
    database = sqlite3.connect(":memory:")
    database.deserialize(content(dataset))
    return closing(database)


@pytest.fixture(name="database", scope="module")
def fixture_database(shipped, tmp_path_factory):
    """Yield a connection to the database of the bundled data, as it lies on the disk."""
    path = tmp_path_factory.mktemp("sqlite") / "korea-nato.db"
    export.write("sqlite", path, shipped)
    with closing(sqlite3.connect(path)) as database:
        yield database


@pytest.fixture(name="small", scope="module")
def fixture_small(tiny):
    """Yield a connection to the database of the small dataset."""
    with opened(tiny) as database:
        yield database


def ask(database, question, *parameters):
    """Return the rows that answer a question."""
    return database.execute(question, parameters).fetchall()


def check(database, dataset):
    """Compare every cell of every table with the record, and let SQLite check what it holds."""
    for table in relations(dataset):
        expected = [tuple(cell(value) for value in row) for row in table.rows()]

        assert expected == ask(database, f'SELECT * FROM "{table.name}"'), table.name
    assert ask(database, "PRAGMA foreign_key_check") == []
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]
    for search in ("texts_fts", "claims_fts"):
        # The index is whole in itself; it holds the pieces of words, and so differs from its table on purpose.
        database.execute(f"INSERT INTO {search} ({search}) VALUES ('integrity-check')")


def cell(value):
    """Return a value as SQLite holds it."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if hasattr(value, "isoformat") else value


def test_every_cell_is_the_records(database, shipped):
    """Each table has each row, every link leads to a row, and the search has all that it should."""
    check(database, shipped)


@given(dataset=datasets())
def test_any_dataset_can_be_written(dataset):
    """The same is so for any dataset."""
    with opened(dataset) as database:
        check(database, dataset)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO event_areas VALUES ('vilnius-summit', 9, 'itpp/cyber-offence')",
        "UPDATE events SET place = 'nowhere'",
        "UPDATE events SET context = 'perhaps'",
        "INSERT INTO records VALUES ('itpp', 'programme', 'again')",
    ],
)
def test_keys_and_rules_are_enforced(small, statement):
    """A link to nothing, an id that is there already and a flag that is none are refused."""
    small.execute("PRAGMA foreign_keys = ON")

    with pytest.raises(sqlite3.IntegrityError):
        small.execute(statement)


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("cyber", "itpp/cyber-defence"),
        ("사이버", "itpp/cyber-defence"),
        ("나토*", "nato"),
        ('"Yoon Suk-yeol"', "yoon-suk-yeol"),
        ("tailored programme", "itpp"),
        ("attacks", "itpp/cyber-defence"),
        ("hopes", "yoon-hope"),
    ],
)
def test_names_titles_and_summaries_are_found(small, words, record):
    """The search finds names in every language, other spellings, titles, summaries and gists."""
    found = ask(
        small,
        "SELECT record FROM texts WHERE rowid IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?)",
        words,
    )

    assert (record,) in found


def test_accents_and_case_do_not_matter(small):
    """A word is found whatever its case and accents."""
    found = ask(small, "SELECT text FROM texts_fts WHERE texts_fts MATCH 'STÓLTENBERG'")

    assert ("Jens Stoltenberg",) in found


def test_wordings_are_found(small):
    """The search finds the claims whose wording has the words."""
    found = ask(
        small,
        "SELECT DISTINCT about FROM claims"
        " WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'two day summit')",
    )

    assert found == [("vilnius-summit",)]


def views(database):
    """Return the names of all views."""
    return [name for (name,) in ask(database, "SELECT name FROM sqlite_master WHERE type = 'view'")]


def test_every_view_can_be_asked(database):
    """Each view answers, and says in a question what it answers."""
    for name in views(database):
        database.execute(f'SELECT * FROM "{name}"').fetchall()
        ((made,),) = ask(database, "SELECT sql FROM sqlite_master WHERE name = ?", name)

        assert "?" in made.partition("-- ")[2].partition("\n")[0]


def test_the_timeline_is_the_events_in_order(database, shipped):
    """The view has the events in the order of the record."""
    assert list(shipped.events().ids) == [id for (id,) in ask(database, "SELECT id FROM timeline")]


def test_the_disputes_have_every_claim_and_its_settlement(small):
    """The view shows what each source says of a disputed field, and why the record does not hold it."""
    found = ask(small, "SELECT says, agrees, settled_as FROM disputes WHERE about = 'itpp' AND field = 'adopted'")

    assert {("2023-07-11", 1, None), ("2023-07", 1, None), ("2023-07-13", 0, "slip")} == set(found)


def test_a_part_of_what_a_source_says_has_its_settlement():
    """Where only one of several things that a source says differs, the dispute has the reason for that one."""
    files = folders.tiny()
    files["sources/wire-new-programme.json"]["passages"].append(
        {
            "about": "vilnius-summit",
            "says": {"areas": ["itpp/cyber-defence", "itpp/women-peace-security"]},
            "wording": "two areas came up",
        }
    )
    files["events/vilnius-summit.json"]["settled"] = {
        "areas": {"itpp/women-peace-security": {"kind": "unresolved", "why": {"en": "One paper says so."}}}
    }
    with opened(whole(folders.memory(files))) as database:
        found = ask(database, "SELECT says, settled_as FROM disputes WHERE field = 'areas' AND NOT agrees")

    assert [("itpp/cyber-defence, itpp/women-peace-security", "unresolved")] == found


def test_the_meetings_are_pairs(small):
    """The view has each who met whom, both ways."""
    found = ask(small, "SELECT one, other FROM meetings WHERE event = 'itpp-adoption'")

    assert found == [("Yoon Suk Yeol", "NATO"), ("NATO", "Yoon Suk Yeol")]


def test_the_area_changes_name_both_areas(small):
    """The view says what became of an area of the older programme."""
    found = ask(small, "SELECT from_programme, older, relation, to_programme, newer FROM area_changes")

    assert found == [("ipcp-first", "Cyber defence", "kept", "itpp", "Cyber defence")]


def test_the_area_names_are_the_words_of_each_source(small):
    """The view has what each source calls an area, in its language."""
    found = ask(small, "SELECT said, language FROM area_names WHERE area = 'Cyber defence' AND programme = 'itpp'")

    assert found == [("cyber defence", "en"), ("security", "ko"), ("사이버 방위", "ko")]


def test_areas_without_events_are_counted_as_such(small):
    """The view counts what touches each area, nothing being zero."""
    found = dict(ask(small, "SELECT id, n_events FROM area_events"))

    assert (found["itpp/cyber-defence"], found["itpp/women-peace-security"]) == (1, 0)


def test_what_was_said_has_its_speaker_and_day(small):
    """The view has speaker and day, that of the event where the statement has none."""
    found = ask(small, "SELECT date, speaker, form FROM said WHERE statement = 'yoon-hope'")

    assert found == [("2023-07-11", "Yoon Suk Yeol", "quoted")]


def test_the_promises_have_what_followed(small):
    """The view has what was promised, when it is due and what followed."""
    found = ask(small, "SELECT id, made, due, followed_by, basis FROM promises")

    assert found == [("cyber-centre", "2023-07-11", "2027", "secretary-visit", "editorial")]


def test_the_support_counts_copies_once(small):
    """The view counts as publishers those whose text it is, as Python does."""
    found = ask(small, "SELECT n_sources, n_publishers FROM support WHERE about = 'itpp' AND field = 'area_count'")

    assert found == [(3, 2)]


def test_the_version_and_the_closing_day_are_in_it(database, shipped):
    """The table ``about`` says of which version it is, and when it was closed."""
    assert [(shipped.about.version, str(shipped.about.closed))] == ask(database, "SELECT version, closed FROM about")


def test_the_schema_says_what_columns_mean(small):
    """Whoever reads the schema finds the meaning of a column beside it."""
    ((made,),) = ask(small, "SELECT sql FROM sqlite_master WHERE name = 'events'")

    assert '"made_at"' not in made
    assert '"status" TEXT, -- What it is for an event: held, announced, cancelled or alleged.' in made


@pytest.mark.parametrize("word", ["사이버", "사이버방위", "방위", "나토", "계획"])
def test_korean_is_found_as_it_is_typed(database, shipped, word):
    """A word inside another, before a particle, or written together is found, each as with a search for its letters."""
    asked = "SELECT count(*) FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
    [(found,)] = ask(database, asked, f'"{word}"')
    wanted = [claim for claim in shipped.claims() if word in re.sub("[ ·・-]", "", claim.wording)]

    assert len(wanted) <= found
