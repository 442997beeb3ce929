import korea_nato
from folders import memory, tiny
from korea_nato import coverage
from korea_nato._load import whole
from korea_nato._model.values import When


def test_coverage_counts_what_was_read(tiny):
    """Sources are counted by publisher, by language and by how much was read."""
    told = tiny.coverage()

    assert (3, 3, {"opening": 1, "whole": 2}, {"en": 2, "ko": 1}) == (
        told.n_sources,
        told.n_publishers,
        dict(told.seen),
        dict(told.languages),
    )
    assert (When("2023-07"), When("2023-07-11")) == (told.sources_from, told.sources_to)
    assert (When("2023-07-11"), When("2024-02")) == (told.events_from, told.events_to)


def test_coverage_is_told_in_words(tiny):
    """Its text says the same, with what is not covered."""
    lines = str(tiny.coverage()).splitlines()

    assert "A small record 2026.1.0, closed on 2026-01-31" == lines[0]
    assert "3 sources of 3 publishers (1 opening, 2 whole)" == lines[1]
    assert ["Read: Two papers.", "Not covered: All the rest."] == lines[5:]
    assert repr(tiny.coverage()) == "\n".join(lines)


def test_coverage_is_told_in_korean(tiny):
    """A Korean reader meets Korean words for how much was read, and a counting word."""
    assert "발행처 3곳의 자료 3건 (앞부분 1건, 전체 2건)" == tiny.coverage().told("ko")[1]
    assert tiny.coverage().told("ko")[2].endswith("건")


def test_one_source_is_told_as_one():
    """A single source of a single publisher is no plural."""
    files = {file: value for file, value in tiny().items() if not file.startswith("sources/")}
    one = next(file for file in tiny() if file.startswith("sources/"))

    assert "\n1 source of 1 publisher (1 " in str(whole(memory(files | {one: tiny()[one]})).coverage())


def test_coverage_of_nothing_has_no_days():
    """A folder that only tells what it is covers no day."""
    told = whole(memory({"about.json": tiny()["about.json"]})).coverage()

    assert (0, None, None) == (told.n_sources, told.sources_from, told.events_to)


def test_coverage_is_that_of_the_bundled_data(shipped):
    """Without a dataset, the bundled one is meant, whose version is the package's."""
    assert len(shipped.sources(context=True)) == coverage().n_sources
    assert korea_nato.__version__ == coverage().version


def test_coverage_tells_on_how_little_facts_rest(tiny):
    """Facts with one source are among those with one origin, and these among the supported ones."""
    told = tiny.coverage()
    facts = {(claim.about, claim.field) for claim in tiny.claims() if claim.supports}

    assert len(facts) == told.n_facts >= told.one_origin >= told.one_source > 0 == told.inferred
    assert f"{told.n_facts} supported facts: {told.one_source} by one source" in str(told)


def test_coverage_is_counted_by_year_and_kind(tiny):
    """Each kind of record has a row for each year: its records, and their sources, origins and languages."""
    years = tiny.coverage().years

    assert ["2012/programme", "2023/programme", "2023/event", "2023/statement", "2023/commitment", "2023/source"] == [
        one.label for one in years if one.year < 2024
    ]
    assert (2, 2, 1, 1) == (
        years["2023/source"].n_records,
        years["2023/source"].n_sources,
        years["2023/source"].n_origins,
        years["2023/source"].n_languages,
    )


def test_every_dated_record_is_in_a_year(shipped):
    """The rows of the shipped record hold as many events as have a date."""
    rows = [one for one in shipped.coverage().years if one.kind == "event"]

    assert sum(bool(event.date) for event in shipped.events(context=True)) == sum(one.n_records for one in rows)
    assert all(one.n_languages <= one.n_sources >= one.n_origins > 0 for one in rows)
