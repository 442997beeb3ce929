import pytest

from folders import memory, put, tiny, without, write
from korea_nato import diff, errors
from korea_nato._load import whole

FILES = tiny()


def told(old, new):
    """Return what changed between two folders, each difference in short."""
    found = diff(whole(memory(old)), whole(memory(new)))
    return [(one.of, one.change, one.id.partition("#")[0], one.old, one.new) for one in found]


def changed(file, at, value):
    """Return the small folder with one value changed."""
    files = tiny()
    return {**files, file: put(files[file], at, value)}


def test_a_dataset_does_not_differ_from_itself(tiny):
    """Nothing changed, so there is no difference."""
    assert 0 == len(diff(tiny, tiny))


@pytest.mark.parametrize(
    ("file", "at", "value", "old", "new"),
    [
        (
            "events/secretary-visit.json",
            ("title",),
            {"en": "A journey", "ko": "방문"},
            "A visit to Seoul",
            "A journey / 방문",
        ),
        ("events/vilnius-summit.json", ("topics",), ["space"], "space; hybrid-threats", "space"),
        ("events/vilnius-summit.json", ("part_of",), "secretary-visit", None, "secretary-visit"),
        ("programmes/itpp.json", ("formerly",), ["itpp-older"], "itpp-old", "itpp-older"),
        (
            "commitments/cyber-centre.json",
            ("followed_by", 0, "basis"),
            "stated",
            "event: secretary-visit, basis: editorial",
            "event: secretary-visit, basis: stated",
        ),
    ],
)
def test_a_fact_that_changed_is_told_with_both_values(file, at, value, old, new):
    """A changed value of any shape is one difference, named after record and field, both values in words."""
    id = file.rpartition("/")[2].removesuffix(".json")

    change = "added" if old is None else "changed"
    assert [("fact", change, f"{id}.{at[0]}", old, new)] == told(tiny(), changed(file, at, value))


def test_a_change_of_a_record_is_not_one_of_those_that_link_to_it():
    """Where a place gets a note, the events that are there do not differ."""
    files = changed("places.json", ("vilnius", "note"), {"en": "A note."})

    assert [("fact", "added", "vilnius.note", None, "A note.")] == told(tiny(), files)


def test_a_record_is_added_and_removed_as_a_whole():
    """A new record is one difference, with what a person would call it; backwards it is a removed one."""
    files = tiny()
    files["places.json"]["seoul"] = {"name": {"en": "Seoul"}, "kind": "city", "within": "republic-of-korea"}

    assert [("record", "added", "seoul", None, "Seoul")] == told(tiny(), files)
    assert [("record", "removed", "seoul", "Seoul", None)] == told(files, tiny())


def test_a_record_under_a_new_id_is_compared_with_what_it_was():
    """A record that has the old id under ``formerly`` is the same record: its ids differ, and nothing is removed."""
    files = tiny()
    gone = files.pop("statements/critics-doubt.json")
    files["statements/critics-are-doubtful.json"] = {**gone, "formerly": ["critics-doubt"]}
    for passage in files["sources/gazette-new-programme.json"]["passages"]:
        passage["about"] = passage["about"].replace("critics-doubt", "critics-are-doubtful")

    assert {
        ("fact", "changed", "critics-are-doubtful.id", "critics-doubt", "critics-are-doubtful"),
        ("fact", "added", "critics-are-doubtful.formerly", None, "critics-doubt"),
    } == {one for one in told(tiny(), files) if one[0] != "claim"}


def test_a_claim_is_added_removed_and_changed():
    """Claims are told by what they say; one that is put in another way is told with what changed beside its value."""
    file = "sources/wire-new-programme.json"
    files = tiny()
    files[file] = without(files[file], ("passages", 0))
    files[file]["passages"] = [{"about": "itpp", "says": {"area_count": 2}, "wording": "of two areas"}]

    assert [
        ("claim", "added", "wire-new-programme", None, "2"),
        ("claim", "removed", "wire-new-programme", "2", None),
    ] == sorted(told(tiny(), files))
    assert [
        (
            "claim",
            "changed",
            "wire-new-programme",
            "modality: reported; note: None; supports: true",
            "modality: expected; note: A plan.; supports: false",
        )
    ] == told(
        tiny(),
        changed(file, ("passages", 0), {**tiny()[file]["passages"][0], "modality": "expected", "note": "A plan."}),
    )


def test_folders_are_compared_as_datasets_are(tmp_path, tiny):
    """``diff`` takes the path of a folder, too, and raises as ``load`` does."""
    with pytest.raises(errors.NoFolder):
        diff(tmp_path / "none", tiny)
    with pytest.raises(errors.BadValue, match="is not a Dataset"):
        diff(tiny, 5)

    assert 0 == len(diff(write(tmp_path / "tiny", FILES), tiny))


def test_a_difference_is_a_row_and_a_line():
    """Differences are records like others: rows, labels and short reprs."""
    found = diff(whole(memory(tiny())), whole(memory(changed("events/secretary-visit.json", ("date",), "2024-03"))))
    fact = found["secretary-visit.date"]

    assert ["of", "change", "about", "field", "old", "new", "id"] == list(found.rows()[0])
    assert "<Difference fact secretary-visit.date: 2024-02 -> 2024-03>" == repr(fact)
