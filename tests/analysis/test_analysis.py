"""The questions that cross kinds of records."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import memory, put, tiny
from korea_nato import analysis
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato.errors import BadValue, MissingExtra, NoSuchRecord


def changed(*changes: tuple[str, tuple[str | int, ...], object]) -> Dataset:
    """Return the small dataset with some values of some files put otherwise."""
    files = tiny()
    for file, way, value in changes:
        files[file] = put(files[file], way, value)
    return whole(memory(files))


def relations(dataset: Dataset) -> dict[str, str]:
    """Return how each area of the small programmes changed."""
    return {one.id: one.relation for one in analysis.compare("ipcp-first", "itpp", dataset=dataset)}


def test_an_area_without_an_ancestor_is_new(tiny):
    """What continues an older area is kept; what does not is new."""
    expected = {"ipcp-first/cyber-defence > itpp/cyber-defence": "kept", "itpp/women-peace-security": "new"}

    assert expected == relations(tiny)


def test_an_area_without_a_successor_is_dropped():
    """An older area that nothing continues is dropped, and comes last."""
    lone = {"id": "cyber-defence", "number": 1, "name": {"en": "Cyber defence", "ko": "사이버 방위"}}
    dataset = changed(("programmes/itpp.json", ("areas", 0), lone))

    assert list(relations(dataset).values()) == ["new", "new", "dropped"]


@pytest.mark.parametrize(("older", "newer"), [("itpp", "itpp"), ("itpp", "ipcp-first")])
def test_only_what_follows_can_be_compared(tiny, older, newer):
    """A programme beside itself, or before its elder, would show every area as new, which it is not."""
    with pytest.raises(BadValue, match=f"^'{newer}' does not follow '{older}'$"):
        analysis.compare(older, newer, dataset=tiny)


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        (lambda: analysis.support("itpp", 5), "field: 5 is not a word"),
        (lambda: analysis.support("itpp", []), "field: [] is not a word"),
        (lambda: analysis.cooccurrence(by=None), "by: None is not a kind of record with areas"),
        (lambda: analysis.without(by=[]), "by: [] is not a kind of record with areas"),
        (lambda: analysis.without(5), "programme: 5 is neither an id nor a record"),
        (lambda: analysis.network("abc"), "events: 'a' is not an event"),
        (lambda: analysis.network(5), "events: 5 is not an event"),
        (lambda: analysis.promises(dataset="data"), "dataset: 'data' is not a Dataset (use 'load')"),
    ],
)
def test_what_is_of_a_wrong_type_is_refused_in_one_sentence(question, problem):
    """The sentence names the argument and what was given."""
    with pytest.raises(BadValue) as caught:
        question()
    assert problem == str(caught.value)


def test_programmes_of_two_partners_are_held_side_by_side():
    """What has one short id or is linked by ``matches`` is common, whichever comes first; the rest is in one only."""
    europe = [
        {"id": "cyber-defence", "name": {"en": "Cyber"}},
        {"id": "women", "name": {"en": "Women"}, "matches": ["itpp/women-peace-security"]},
        {"id": "space", "name": {"en": "Space"}},
    ]
    dataset = changed(("programmes/itpp-europe.json", ("areas",), europe))

    assert {
        "itpp/cyber-defence > itpp-europe/cyber-defence": "common",
        "itpp/women-peace-security > itpp-europe/women": "common",
        "itpp-europe/space": "only",
    } == {one.id: one.relation for one in analysis.compare("itpp", "itpp-europe", dataset=dataset)}
    assert ["common", "common", "only"] == [
        one.relation for one in analysis.compare("itpp-europe", "itpp", dataset=dataset)
    ]


def test_a_comparison_shows_the_claims_on_both_names(tiny):
    """A change carries what sources call the older and the newer area."""
    [kept, _] = analysis.compare("ipcp-first", "itpp", dataset=tiny)

    assert {"ipcp-first/cyber-defence", "itpp/cyber-defence"} == {claim.about for claim in kept.claims}
    assert tuple(claim.id for claim in kept.claims) == kept.claim_ids


def test_areas_are_followed_through_the_programmes_between(shipped):
    """What goes back from the ITPP to the first IPCP does so through the editions between them."""
    changes = analysis.compare("ipcp-first", "itpp", dataset=shipped)
    newer = [one.newer for one in changes if one.newer]

    assert set(shipped.programme("itpp").areas) == set(newer)
    assert {"new", "kept", "dropped"} <= {one.relation for one in changes}


def test_a_chain_is_as_strong_as_its_strongest_change_and_stated_only_where_each_step_is():
    """Renamed once and kept afterwards is renamed; stated once and editorial afterwards is editorial."""
    step = {"area": "ipcp-first/cyber-defence", "relation": "renamed", "basis": "stated"}
    middle = {
        "name": {"en": "The second programme"},
        "partner": "republic-of-korea",
        "previous": "ipcp-first",
        "summary": {"en": "Between the two."},
        "areas": [{"id": "cyber-defence", "name": {"en": "Cyber"}, "continues": [step]}],
    }
    files = tiny()
    files["programmes/ipcp-second.json"] = middle
    way = ("areas", 0, "continues", 0, "area")
    files["programmes/itpp.json"] = put(files["programmes/itpp.json"], way, "ipcp-second/cyber-defence")
    dataset = whole(memory(files))
    change = analysis.compare("ipcp-first", "itpp", dataset=dataset)[0]

    assert (change.relation, change.basis) == ("renamed", "editorial")


def test_attestations_are_the_claims_on_the_names_of_areas(tiny):
    """Each source that names an area stands with its wording and its place in the source's list."""
    found = analysis.attestations("itpp", dataset=tiny)

    assert [one.claim.nth for one in found if one.source.id == "gazette-new-programme"] == [1, 2]
    assert all(one.claim.about == one.area.id and one.name == one.claim.says for one in found)


@pytest.mark.parametrize("by", ["events", "commitments", "statements", "sources"])
def test_pairs_and_lonely_areas_follow_from_the_same_records(shipped, by):
    """An area in a pair is not one of which nothing speaks; the commonest pair comes first."""
    pairs = analysis.cooccurrence(by=by, dataset=shipped)
    paired = {area.id for pair in pairs for area in (pair.one, pair.other)}

    assert not paired & set(analysis.without(by=by, dataset=shipped).ids)
    assert sorted((pair.n for pair in pairs), reverse=True) == [pair.n for pair in pairs]


def test_a_pair_lists_the_records_that_speak_of_both(tiny):
    """In the small folder one source names both areas, and no event does."""
    [pair] = analysis.cooccurrence(by="sources", dataset=tiny)

    assert "gazette-new-programme" in pair.records
    assert len(pair.records) == pair.n
    assert analysis.cooccurrence(by="events", dataset=tiny).ids == ()
    assert analysis.without(by="events", dataset=tiny).ids == ("itpp/women-peace-security",)


def test_an_unknown_kind_of_record_is_refused_with_the_nearest():
    """A misspelt kind is one sentence."""
    with pytest.raises(BadValue, match="'event' is not a kind of record with areas"):
        analysis.cooccurrence(by="event")


def test_the_network_has_an_edge_a_participation(shipped):
    """Actors and events are nodes, participations edges with role, office and date."""
    events = shipped.events()
    graph = analysis.network(events)

    assert isinstance(graph, networkx.MultiGraph)
    assert sum(len(event.participants) for event in events) == graph.number_of_edges()
    assert set(events.ids) == {node for node, kind in graph.nodes(data="kind") if kind == "event"}


def test_the_network_of_the_bundled_events_is_the_default(shipped):
    """Without events, those of the package are drawn."""
    assert set(analysis.network().nodes) == set(analysis.network(shipped.events()).nodes)


def test_without_networkx_a_network_is_one_friendly_sentence(monkeypatch):
    """The missing library is named by the extra that brings it."""
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)

    with pytest.raises(MissingExtra, match=r"korea-nato\[network\]"):
        analysis.network([])


def test_promises_come_in_order_of_what_is_due(tiny, shipped):
    """What is due first comes first, what has no day last; what followed stands beside."""
    dues = [str(one.commitment.due or "9999") for one in analysis.promises(dataset=shipped)]
    [promise] = analysis.promises(dataset=tiny)

    assert sorted(dues) == dues
    assert (
        str(promise.commitment.due),
        [one.event.id for one in promise.followed_by],
    ) == ("2027", ["secretary-visit"])


def test_a_first_names_earlier_candidates_and_says_what_the_record_holds(shipped):
    """Rasmussen's visit is an earlier one of a Secretary General than Stoltenberg's, which is not a first."""
    [first] = analysis.firsts("stoltenberg-moon-seoul-visit", dataset=shipped)

    assert "rasmussen-seoul-visit" in [event.id for event in first.earlier]
    assert first.n_before >= len(first.earlier)
    assert {claim.id for claim in first.claims} == set(first.claim_ids)
    assert first.record_begins <= first.event.date


def test_every_candidate_is_an_earlier_event_of_the_same_kind(shipped):
    """No candidate is of the same day or of another kind."""
    for first in analysis.firsts(dataset=shipped):
        for event in first.earlier:
            assert event.kind == first.event.kind
            assert event.date.last_day < first.event.date.first_day


def test_events_that_no_one_calls_the_first_are_not_asked(tiny):
    """Only events with such a claim are answers."""
    assert analysis.firsts(dataset=tiny).ids == ("vilnius-summit",)


@given(st.data())
def test_support_counts_what_supports(shipped, data):
    """Support has as many sources as support the record, fewer publishers, and its days in order."""
    record = data.draw(st.sampled_from([*shipped.events(), *shipped.programmes(), *shipped.areas()]))
    support = analysis.support(record, dataset=shipped)
    supporting = [claim for claim in shipped.claims(about=record) if claim.supports]

    assert {claim.source for claim in supporting} == set(support.sources)
    assert support.n_official + support.n_press == support.n_publishers <= support.n_sources
    assert support.first_report is None or support.first_report <= support.last_report
    assert {source.language for source in support.sources} == set(support.languages)


def test_support_of_a_field_names_who_said_so_to_the_source(tiny):
    """The presidential office is the origin of the paper's day."""
    support = analysis.support("itpp", "adopted", dataset=tiny)

    assert (
        support.label,
        [actor.id for actor in support.origins],
    ) == ("itpp.adopted", ["rok-presidential-office"])


def test_support_of_a_field_without_claims_is_refused_with_the_nearest():
    """A misspelt field is one sentence."""
    with pytest.raises(NoSuchRecord, match=r"the field 'adoptd' \(did you mean 'adopted'"):
        analysis.support("itpp", "adoptd")


def test_support_without_a_record_is_that_of_every_fact(tiny):
    """Each record and field with claims has its line, the same as when it is asked for by itself."""
    found = analysis.support(dataset=tiny)
    facts = sorted({(claim.about, claim.field) for claim in tiny.claims()})

    assert [f"{about}.{field}" for about, field in facts] == list(found.ids)
    assert list(found) == [analysis.support(about, field, dataset=tiny) for about, field in facts]
    assert not any(one.inferred and one.n_inferred == 0 for one in found)


def test_an_area_that_was_split_and_merged_again_has_each_ancestor_once():
    """Two areas of the programme between that go on from one, and become one again, lead to that one area."""
    steps = [{"area": "ipcp-first/cyber-defence", "relation": "renamed", "basis": "stated"}]
    files = tiny()
    files["programmes/ipcp-second.json"] = {
        "name": {"en": "The second programme"},
        "partner": "republic-of-korea",
        "previous": "ipcp-first",
        "summary": {"en": "Between the two."},
        "areas": [{"id": id, "name": {"en": id}, "continues": steps} for id in ("attack", "defence")],
    }
    both = [{**steps[0], "area": f"ipcp-second/{id}"} for id in ("attack", "defence")]
    files["programmes/itpp.json"] = put(files["programmes/itpp.json"], ("areas", 0, "continues"), both)
    changes = analysis.compare("ipcp-first", "itpp", dataset=whole(memory(files)))

    assert ["ipcp-first/cyber-defence"] == [one.older.id for one in changes if one.older]
