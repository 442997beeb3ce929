import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folders import memory, tiny, without
from korea_nato._editing.rules import check
from korea_nato._load import whole

ITPP = "programmes/itpp.json"
SUMMIT = "events/vilnius-summit.json"
GAZETTE = "sources/gazette-new-programme.json"
WEBSITE = "sources/nato-website-tailored-programme.json"


def found(files):
    """Return what the editorial check finds in a folder with these files, each as its sentence."""
    return [str(error) for error in check(whole(memory(files)))]


def say(files, about, **says):
    """Return a passage of the website that says something more."""
    passage = {"about": about, "says": says, "wording": "one more"}
    files[WEBSITE]["passages"].append({key: part for key, part in passage.items() if part})
    return files


def test_the_small_folder_passes():
    """A folder in which every fact is supported and every conflict settled has nothing to find."""
    assert [] == found(tiny())


def test_the_shipped_data_pass(shipped):
    """The editorial check finds nothing in the data of the package."""
    assert [] == [str(error) for error in check(shipped)]


CLAIMED = [(place, field) for place, passage in enumerate(tiny()[GAZETTE]["passages"]) for field in passage["says"]]


@pytest.mark.parametrize(("place", "field"), CLAIMED, ids=str)
def test_taking_the_claim_away_names_record_and_field(place, field):
    """Where the one claim on a fact is taken away, the check names the record's file and the field."""
    files = tiny()
    passage = files[GAZETTE]["passages"][place]
    about = passage["about"]
    del passage["says"][field]
    files[GAZETTE]["passages"] = [one for one in files[GAZETTE]["passages"] if one["says"]]
    del files["sources/wire-new-programme.json"]
    files[WEBSITE]["passages"] = [
        one for one in files[WEBSITE]["passages"] if one.get("about") != about or field not in one.get("says", ())
    ]
    files[WEBSITE]["passages"].append({"about": about, "wording": "is attested"})
    programme, _, area = about.partition("/")
    [file] = [name for name in files if name.endswith(f"/{programme}.json")]
    at = {"cyber-defence": "areas[0].", "women-peace-security": "areas[1]."}.get(area, "") + field
    errors = found(files)

    assert any(error.startswith((f"{file}: {at}: no source supports", f"{file}: {at}.")) for error in errors), errors


@settings(max_examples=settings().max_examples // 4 + 1)
@given(data=st.data())
def test_taking_a_shipped_claim_away_is_found(shipped, data, bundled_files):
    """Where all claims on a shipped fact are taken away, the check names the record's file and the field."""
    supporting = [
        claim for claim in shipped.claims() if claim.supports and claim.field in ("adopted", "date", "area_count")
    ]
    claim = data.draw(st.sampled_from(supporting))
    files = dict(bundled_files)
    for source in shipped.sources(context=True):
        silence(files, f"sources/{source.id}.json", claim)
    [file] = [name for name in files if name.endswith(f"/{claim.about}.json") and not name.startswith("sources/")]

    assert any(error.startswith(f"{file}: {claim.field}: no source supports") for error in found(files))


def silence(files, file, claim):
    """Take what a source says of a fact away from its file; it attests the record still."""
    value = json.loads(files[file])
    for place, passage in enumerate(value["passages"]):
        if passage.get("about") == claim.about and claim.field in passage.get("says", ()):
            del passage["says"][claim.field]
            value["passages"][place] = {
                key: part for key, part in {**passage, "wording": f"anchor {place}"}.items() if part != {}
            }
            files[file] = json.dumps(value).encode()


@pytest.mark.parametrize(
    ("says", "error"),
    [
        ({"acronym": "ITTP"}, f"{ITPP}: acronym: 'ITTP' differs (nato-website-tailored-programme) and is not settled"),
        ({"area_count": 11}, f"{ITPP}: area_count: '11' differs (nato-website-tailored-programme) and is not settled"),
        ({"binding": True}, f"{ITPP}: binding: 'true' differs (nato-website-tailored-programme) and is not settled"),
        (
            {"place": "republic-of-korea"},
            f"{ITPP}: place: 'republic-of-korea' differs (nato-website-tailored-programme) and is not settled",
        ),
    ],
    ids=str,
)
def test_what_differs_must_be_settled(says, error):
    """A reported claim that differs is found, with its source, until the editors settle it."""
    assert error in found(say(tiny(), "itpp", **says))


def test_an_area_is_found_inside_its_programme():
    """What is wrong with an area names its place in the programme's file."""
    errors = found(say(tiny(), "itpp/women-peace-security", name="one more"))

    assert f"{ITPP}: areas[1].name: 'one more' differs (nato-website-tailored-programme) and is not settled" in errors


@pytest.mark.parametrize(
    ("field", "value"), [("adopted", "2023-07-14"), ("in_force", "2023-07-09"), ("acronym", "ITPP")]
)
def test_nothing_is_settled_that_does_not_differ(field, value):
    """A settlement of a value that no source gives, or that agrees, is found."""
    files = tiny()
    files[ITPP]["settled"].setdefault(field, {})[value] = {"kind": "slip", "why": {"en": "x"}}

    assert f"{ITPP}: settled.{field}.{value}: no source differs so" in found(files)


def test_a_value_in_each_language_is_supported():
    """A Korean name that no source prints is found, though the English one is supported."""
    files = tiny()
    files[ITPP]["areas"][1]["name"]["ko"] = "여성·평화·안보"

    assert [f"{ITPP}: areas[1].name: no source supports '여성·평화·안보'"] == found(files)


def test_each_participant_and_figure_is_supported():
    """One more participant, or figure, or area, needs a source of its own."""
    files = tiny()
    files["events/itpp-adoption.json"]["participants"].append({"actor": "critics", "role": "host"})
    files["commitments/cyber-centre.json"]["areas"].append("ipcp-first/cyber-defence")
    files[SUMMIT]["figures"] = {"leaders": "~30", "minutes": 46}

    assert {
        "events/itpp-adoption.json: participants: no source supports 'critics'",
        "commitments/cyber-centre.json: areas: no source supports 'ipcp-first/cyber-defence'",
        f"{SUMMIT}: figures.minutes: no source supports '46'",
        f"{SUMMIT}: figures.minutes: '45' differs (gazette-new-programme) and is not settled",
    } == set(found(files))


@pytest.mark.parametrize("id", ["events/secretary-visit", "statements/yoon-hope", "commitments/cyber-centre"])
def test_what_no_source_speaks_of_is_found(id):
    """An event, commitment or statement needs a source that attests it."""
    files = tiny()
    about = id.rpartition("/")[2]
    passages = [one for one in files[GAZETTE]["passages"] if one["about"] != about]
    files[GAZETTE]["passages"] = passages

    assert f"{id}.json: no source attests it" in found(files)


@pytest.mark.parametrize(
    ("says", "wording", "misnamed"),
    [
        ({"name": "사이버 방위"}, "사이버 방위 협력", False),
        ({"name": "사이버 방위"}, "사이버-방위", False),
        ({"name": "Cyber defence"}, "cyber defense", True),
    ],
    ids=str,
)
def test_a_name_stands_inside_its_wording(says, wording, misnamed):
    """A name that a source is said to use must stand in the anchor, spaces and hyphens apart."""
    files = tiny()
    files[WEBSITE]["passages"].append({"about": "itpp/cyber-defence", "says": says, "wording": wording})
    error = f"{WEBSITE}: {says['name']!r} does not stand in {wording!r}"

    assert ([error] if misnamed else []) == found(files)


@pytest.mark.parametrize(
    ("wording", "long"),
    [
        ("one two three four five six seven eight nine ten", False),
        ("one two three four five six seven eight nine ten eleven", True),
        ("x" * 90, False),
        ("x" * 91, True),
        ("사" * 90, False),
        ("漢" * 30, False),
        ("漢" * 31, True),
    ],
)
def test_an_anchor_is_short(wording, long):
    """Ten words, ninety characters, thirty in Chinese or Japanese script, and no more."""
    files = tiny()
    files[WEBSITE]["passages"].append({"about": "itpp", "wording": wording})
    error = f"{WEBSITE}: the wording {wording!r} is longer than an anchor"

    assert ([error] if long else []) == found(files)


def test_anchors_together_are_a_quarter_of_the_text_at_most():
    """All distinct anchors of a source are counted against the length of its text, where that is known."""
    files = tiny()
    letters = sum(map(len, {passage["wording"] for passage in files[GAZETTE]["passages"]}))

    assert [] == found({**files, GAZETTE: {**files[GAZETTE], "text_length": 4 * letters}})
    assert [f"{GAZETTE}: its anchors together are more than a quarter of its text"] == found(
        {**files, GAZETTE: {**files[GAZETTE], "text_length": 4 * letters - 1}}
    )


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (
            "sources/wire-new-programme.json",
            "sources/paper-new-programme.json",
            "its id does not begin with its publisher's, 'wire'",
        ),
        (
            "sources/wire-new-programme.json",
            "sources/wire-programme-2023.json",
            "its id holds a year, which a later source may correct",
        ),
        ("events/vilnius-summit.json", "events/summit.json", "its id is not of two to five words"),
        ("events/vilnius-summit.json", "events/a-b-c-d-e-f.json", "its id is not of two to five words"),
        ("commitments/cyber-centre.json", "commitments/centre.json", "its id is not of two to five words"),
    ],
)
def test_ids_are_well_formed(old, new, error):
    """An id holds no year; a source's begins with its publisher's; events and commitments have two to five words."""
    text = json.dumps(tiny(), ensure_ascii=False)
    names = [name.rpartition("/")[2].removesuffix(".json") for name in (old, new)]
    files = json.loads(text.replace(f'"{names[0]}"', f'"{names[1]}"').replace(old, new))

    assert f"{new}: {error}" in found(files)


@pytest.mark.parametrize("file", ["places.json", "organisations.json", "publishers.json", "people.json"])
def test_every_place_body_publisher_and_person_is_used(file):
    """What nothing leads to is found, at its place in its file."""
    files = tiny()
    first = next(iter(files[file].values()))
    files[file]["zz-nobody"] = {"name": first["name"], **({"kind": first["kind"]} if "kind" in first else {})}

    assert [f"{file}: zz-nobody: nothing leads to it"] == found(files)


def test_a_folder_says_what_it_is():
    """A folder without ``about.json`` can be read, and is found to lack it."""
    files = {name: value for name, value in tiny().items() if name != "about.json"}

    assert ["about.json: is missing"] == found(files)


@pytest.mark.parametrize("name", ["about.json", "vocabulary.json", "places.json", SUMMIT])
def test_files_are_in_canonical_form(name):
    """A file that holds the right value in another form is found."""
    files = {**tiny(), name: json.dumps(tiny()[name], indent=1).encode()}

    assert [f"{name}: is not in canonical form ('korea-nato fmt' rewrites it)"] == found(files)


def test_a_map_in_another_order_is_not_canonical():
    """Maps by id are sorted."""
    files = tiny()
    files["places.json"] = dict(reversed(files["places.json"].items()))

    assert ["places.json: is not in canonical form ('korea-nato fmt' rewrites it)"] == found(files)


def test_a_claim_that_is_gone_leaves_a_gap():
    """A folder without a source has its facts unsupported, one by one."""
    files = {name: value for name, value in tiny().items() if not name.startswith("sources/")}
    errors = found(files)

    assert f"{ITPP}: acronym: no source supports 'ITPP'" in errors
    assert f"{SUMMIT}: no source attests it" in errors
    assert "events/itpp-adoption.json: date: no source supports '2023-07-11'" not in errors


def test_without_keeps_the_rest():
    """Taking a value out of a folder of tests leaves the folder as it was."""
    files = tiny()

    assert "place" not in without(files[SUMMIT], ("place",))
    assert tiny() == files
