import pytest

from folders import memory, tiny
from korea_nato import analysis
from korea_nato._load import whole

BOTH = [{"actor": "yoon-suk-yeol", "role": "participant"}, {"actor": "jens-stoltenberg", "role": "visitor"}]


def counted(*events):
    """Return the contacts of a folder with these events only, each (kind, part of, participants, more)."""
    files = {name: value for name, value in tiny().items() if not name.startswith(("sources", "commitments", "statem"))}
    files = {name: value for name, value in files.items() if name != "events/secretary-visit.json"}
    kinds = files["vocabulary.json"]["event-kinds"]
    kinds |= {kind: {"en": kind} for kind in ("meeting", "talks", "phone-call", "conference")}
    files["vocabulary.json"]["roles"] |= {role: {"en": role} for role in ("visitor", "invited")}
    for number, (kind, part_of, participants, more) in enumerate(events):
        told = {"kind": kind, "title": {"en": "An event"}, "summary": {"en": "It took place."}, **more}
        told |= {"part_of": part_of} if part_of else {}
        files[f"events/event-{'abc'[number]}.json"] = told | ({"participants": participants} if participants else {})
    return analysis.contacts(dataset=whole(memory(files)))


@pytest.mark.parametrize("kind", ["meeting", "talks", "phone-call", "visit"])
def test_an_event_at_which_two_met_is_one_contact(kind):
    """A meeting, a round of talks, a call and a visit without a meeting of its own count alike: one each."""
    assert ("event-a",) == counted((kind, None, BOTH, {})).ids


def test_a_meeting_during_a_visit_counts_once():
    """A visit with meetings counts by these, each of which names the visit."""
    found = counted(("visit", None, BOTH, {}), ("meeting", "event-a", BOTH, {}), ("talks", "event-b", BOTH, {}))

    assert ("event-b", "event-c") == found.ids
    assert ["event-a", "event-a"] == [one.visit.id for one in found]


@pytest.mark.parametrize(
    "event",
    [
        ("conference", None, BOTH, {}),
        ("meeting", None, BOTH[:1], {}),
        ("meeting", None, [], {}),
        ("meeting", None, BOTH, {"status": "announced"}),
        ("meeting", None, [BOTH[0], {**BOTH[1], "role": "invited"}], {}),
    ],
)
def test_what_is_no_meeting_of_two_is_no_contact(event):
    """A conference, one actor alone, a plan, and a guest who may have stayed away make no contact."""
    assert 0 == len(counted(event))


def test_a_visit_with_a_planned_meeting_is_a_contact_itself():
    """A meeting that was only announced does not stand for the visit."""
    found = counted(("visit", None, BOTH, {}), ("meeting", "event-a", BOTH, {"status": "announced"}))

    assert ("event-a",) == found.ids


def test_a_contact_is_a_row_with_day_place_and_actors():
    """The table of contacts says when, where, within which visit, and who."""
    row = counted(("visit", None, BOTH, {"date": "2023-07-11", "place": "vilnius"})).rows()[0]

    assert ("2023-07-11", "vilnius", "event-a", ["yoon-suk-yeol", "jens-stoltenberg"], 2) == tuple(
        row[name] for name in ("date", "place", "visit", "actors", "n_actors")
    )
