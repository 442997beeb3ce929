import json

import pytest

import korea_nato
from folders import memory, tiny, write
from korea_nato import cite, load
from korea_nato._answering.bibliography import csl_type
from korea_nato._load import whole
from korea_nato.errors import BadValue, NoSuchRecord

GAZETTE = "gazette-new-programme"
KOREAN = "nato-website-tailored-programme"
WIRE = "wire-new-programme"


def cited(dataset, what=None, form="text"):
    """Return how to cite something of a dataset."""
    return dataset.cite(what, form)


def item(dataset, what=None):
    """Return the one CSL item for something of a dataset."""
    (only,) = json.loads(cited(dataset, what, "csl"))
    return only


def claim_of(dataset, source, field):
    """Return the first claim of a source on a field."""
    return dataset.claims(source=source, field=field)[0]


def test_the_dataset_is_cited_with_its_version_and_the_day_it_was_closed(tiny):
    """The folder's own authors, title, version, closing day, address and licence stand in one line."""
    expected = (
        "A. Coder, B. Coder. A small record. Version 2026.1.0, 2026-01-31. https://record.example/small "
        "The date is the day on which the record was closed; licence CC0-1.0; "
        f"the SHA-256 of the data begins with {tiny.digest[:12]}."
    )

    assert expected == cited(tiny)


def test_a_record_without_an_address_says_so():
    """Until a record has an address, none is invented, and how to cite it says that there is none."""
    files = tiny()
    del files["about.json"]["address"]
    own = whole(memory(files))

    assert "licence CC0-1.0; it has no address yet; the SHA-256" in cited(own)
    assert "it has no address yet" in cited(own, None, "bibtex")
    assert "URL" not in item(own)


def test_the_bundled_dataset_is_the_one_that_is_cited_without_another():
    """Without a dataset of one's own, the version is that of the package."""
    assert f"Version {korea_nato.__version__}, " in cite()


def test_a_source_is_cited_with_all_that_is_known_of_it(tiny):
    """Author, title, publisher, day, whose text it is, address and day of access, and the archive."""
    expected = (
        "A. Writer. A new programme. The Gazette, 2023-07-11. Text of The Wire. "
        "https://gazette.example/new-programme (accessed 2026-01-02). Archived at https://archive.example/1."
    )

    assert expected == cited(tiny, GAZETTE)


def test_what_is_not_known_is_left_out(tiny):
    """A source without author, date and days of access has none in any form, and no empty place for it."""
    assert "[Partnership]. NATO's website. https://nato.example/page#top" == cited(tiny, KOREAN)
    assert {"id", "type", "title", "publisher", "language", "URL"} == set(item(tiny, KOREAN))
    assert "year = {n.d.}" in cited(tiny, KOREAN, "bibtex")
    assert " date" not in cited(tiny, KOREAN, "bibtex")


def test_a_date_is_cited_as_precisely_as_it_is_known(tiny):
    """A month stays a month."""
    assert {"date-parts": [[2023, 7]]} == item(tiny, WIRE)["issued"]
    assert "  date = {2023-07},\n" in cited(tiny, WIRE, "bibtex")


def test_a_publisher_is_named_in_the_language_of_the_source():
    """A Korean source has its publisher's Korean name, where that is known."""
    files = tiny()
    files["publishers.json"]["nato-website"]["name"]["ko"] = "나토 누리집"

    assert "나토 누리집" == item(whole(memory(files)), KOREAN)["publisher"]


def test_a_claim_is_cited_with_its_record_and_the_link_to_its_wording(tiny):
    """The address opens the source at the wording; the note says what it says of which record."""
    claim = claim_of(tiny, GAZETTE, "area_count")
    found = item(tiny, claim)

    assert claim.link == found["URL"]
    assert (
        "“adopted the ITPP”: Individually Tailored Partnership Programme (itpp), area_count = 2; "
        "coded in A small record 2026.1.0"
    ) == found["note"]
    assert claim.link in cited(tiny, claim)
    assert found["note"] in cited(tiny, claim)


def test_a_claim_that_attests_a_record_says_so(tiny):
    """A passage that says nothing but that the record exists is cited as such."""
    claim = claim_of(tiny, KOREAN, "attested")

    assert "(itpp), attested;" in cited(tiny, claim)


def test_a_claim_of_a_source_without_an_address_has_no_link(tiny):
    """Where no address is known, none is made up."""
    claim = claim_of(tiny, WIRE, "area_count")

    assert "URL" not in item(tiny, claim)


@pytest.mark.parametrize("form", ["text", "bibtex", "csl"])
def test_ids_and_records_are_cited_alike(tiny, form):
    """A source or a claim is given itself or by its id."""
    source = tiny.sources()[GAZETTE]
    claim = claim_of(tiny, GAZETTE, "area_count")

    assert cited(tiny, source, form) == cited(tiny, source.id, form)
    assert cited(tiny, claim, form) == cited(tiny, claim.id, form)
    assert cited(tiny, claim, form) != cited(tiny, source, form)


def test_an_entry_of_bibtex_keeps_capitals_and_escapes_what_tex_reads(tiny):
    """Titles and names stand in double braces, and an underscore is escaped."""
    entry = cited(tiny, form="bibtex")

    assert entry.startswith("@misc{a-small-record,\n  title = {{A small record}},\n")
    assert "  author = {{A. Coder} and {B. Coder}},\n" in entry
    assert "title = {{korea\\_nato: a record" in cite(form="bibtex")


@pytest.mark.parametrize(
    ("kind", "publisher", "expected"),
    [
        ("news", "newspaper", "article-newspaper"),
        ("news", "news-agency", "article-newspaper"),
        ("news", "broadcaster", "webpage"),
        ("opinion", "blog", "post-weblog"),
        ("analysis", "journal", "article-journal"),
        ("analysis", "think-tank", "report"),
        ("analysis", "magazine", "article-magazine"),
        ("transcript", "official", "speech"),
        ("document", "official", "document"),
        ("release", "news-agency", "webpage"),
        ("reference", "think-tank", "webpage"),
    ],
)
def test_the_type_follows_from_the_kinds_of_source_and_publisher(kind, publisher, expected):
    """What a source is decides, and for reports and comments where it stands."""
    files = tiny()
    for name in ("source-kinds", "publisher-kinds"):
        files["vocabulary.json"][name] |= {kind: {"en": "a kind"}, publisher: {"en": "a kind"}}
    files["publishers.json"]["gazette"]["kind"] = publisher
    files[f"sources/{GAZETTE}.json"]["kind"] = kind
    source = whole(memory(files)).sources()[GAZETTE]

    assert expected == csl_type(source)


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        ("gazette-new-program", "no record 'gazette-new-program'.*'gazette-new-programme'"),
        ("itpp-adoptoin", "no record 'itpp-adoptoin'"),
        ("gazette-new-programme#0", "no claim 'gazette-new-programme#0'"),
        ("", "no record ''"),
    ],
)
def test_an_unknown_id_is_an_error_with_the_nearest_one(tiny, what, problem):
    """What is neither a record nor a claim cannot be cited."""
    with pytest.raises(NoSuchRecord, match=f"^{problem}"):
        cited(tiny, what)


@pytest.mark.parametrize("what", ["secretary-visit", "A visit to Seoul"])
def test_a_record_is_cited_as_the_sources_behind_it(tiny, what):
    """An event has no author: its sources are cited, be it given by id, name or itself."""
    assert cited(tiny, GAZETTE) == cited(tiny, what) == cited(tiny, tiny.event(what))


@pytest.mark.parametrize("form", ["text", "bibtex", "csl"])
def test_a_selection_is_cited_as_all_sources_behind_it_each_once(tiny, form):
    """Records, claims or ids, one or many: a source that stands behind several is there once."""
    both = [cited(tiny, id, form) for id in (GAZETTE, KOREAN)]
    asked = cited(tiny, tiny.areas(programme="itpp"), form)

    assert asked == cited(tiny, ["itpp/cyber-defence", tiny.areas()["itpp/women-peace-security"]], form)
    assert asked == cited(tiny, (tiny.sources()[GAZETTE], KOREAN), form)
    if form != "csl":
        assert ("\n\n" if form == "bibtex" else "\n").join(both) == asked
    else:
        assert [GAZETTE, KOREAN] == [one["id"] for one in json.loads(asked)]


def test_a_conflict_is_cited_as_the_sources_that_disagree(tiny):
    """Behind a conflict stand the sources of all claims on the fact."""
    lines = cited(tiny, tiny.conflicts()["ipcp-first.adopted"]).splitlines()

    assert [cited(tiny, GAZETTE), cited(tiny, KOREAN)] == lines


@pytest.mark.parametrize("what", [3, b"itpp", [3]])
def test_what_is_no_id_is_said(tiny, what):
    """A number or bytes name nothing."""
    with pytest.raises(BadValue, match="is neither a record nor a claim, nor the id of one"):
        cited(tiny, what)


def test_what_no_source_speaks_of_is_said(tiny):
    """A region that no source names, and an empty selection, have no source to cite."""
    for what in (tiny.places()["europe"], []):
        with pytest.raises(BadValue, match="no source speaks of what is to be cited"):
            cited(tiny, what)


def test_the_digest_is_that_of_the_files(tmp_path):
    """The same files have the same digest wherever they lie, and any change of a file another."""
    changed = tiny()
    changed["places.json"]["vilnius"]["note"] = {"en": "A note."}
    write(tmp_path / "copy", tiny())

    assert whole(memory(tiny())).digest == load(tmp_path / "copy").digest
    assert whole(memory(tiny())).digest != whole(memory(changed)).digest


@pytest.mark.parametrize("form", ["bibtxt", "", None, 3, []])
def test_an_unknown_form_is_an_error(tiny, form):
    """Only text, bibtex and csl are forms."""
    with pytest.raises(BadValue, match=r"^form: no form "):
        cited(tiny, None, form)
