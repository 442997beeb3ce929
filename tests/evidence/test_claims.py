import pickle
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from folders import memory, tiny
from korea_nato._evidence.agreement import fact
from korea_nato._evidence.claims import claims_of
from korea_nato._evidence.conflicts import conflicts_in
from korea_nato._load import whole
from korea_nato._model.collection import Records
from korea_nato._model.columns import said
from korea_nato._model.values import Quantity, When
from strategies import datasets, folders


def by(tiny, about, field, source):
    """Return the claims of a source on a field of a record."""
    return list(tiny.claims(about=about, field=field, source=source))


def differ(one, other, dataset):
    """Return whether two values of one field contradict each other: the definition, in the longest words."""
    if isinstance(one, When):
        return one.last_day < other.first_day or other.last_day < one.first_day
    if isinstance(one, Quantity):
        return one.high < other.low or other.high < one.low
    return False


def naive_conflicts(dataset):
    """Return the facts in conflict by a double loop over all reported claims, and the values that differ."""
    found = {}
    reported = [claim for claim in dataset.claims() if claim.modality == "reported"]
    for claim in reported:
        if not claim.agrees:
            found.setdefault((claim.about, claim.field), set()).update(claim.differing)
    for one, other in combinations(reported, 2):
        same = (one.about, one.field) == (other.about, other.field)
        if same and one.agrees and other.agrees:
            place = one.field == "place" and not _within(dataset, one.says, other.says)
            if place or differ(one.says, other.says, dataset):
                found.setdefault((one.about, one.field), set()).update({said(one.says), said(other.says)})
    return found


def _within(dataset, one, other):
    ids = [[place.id for place in dataset.record(id).around()] for id in (one, other)]
    return one in ids[1] or other in ids[0]


@given(dataset=datasets())
def test_conflicts_are_those_of_the_naive_double_loop(dataset):
    """The facts in conflict, and their differing values, are what comparing all claims with all gives."""
    found = {(conflict.about, conflict.field): set(conflict.differing) for conflict in dataset.conflicts()}

    assert naive_conflicts(dataset) == found


@given(dataset=datasets(), random=st.randoms(use_true_random=False))
def test_conflicts_do_not_depend_on_the_order_of_claims(dataset, random):
    """Shuffled claims give the same conflicts, in the same order."""
    claims = list(dataset.claims())
    random.shuffle(claims)

    assert list(dataset.conflicts()) == list(conflicts_in(claims, dataset.record))


@given(files=folders(), data=st.data())
def test_a_further_supporting_claim_changes_no_fact(files, data):
    """Another source that says what the record holds adds no conflict and takes none away."""
    before = whole(memory(files))
    supporting = [claim for claim in before.claims() if claim.supports and "." not in claim.field]
    claim = data.draw(st.sampled_from([one for one in supporting if isinstance(one.says, int | str | When)]))
    says = claim.says if isinstance(claim.says, int | str) else str(claim.says)
    passage = {"about": claim.about, "wording": "a further paper"}
    passage |= {} if claim.field == "attested" else {"says": {claim.field: says}}
    paper = {**files["sources/wire-new-programme.json"], "passages": [passage]}
    after = whole(memory({**files, "sources/wire-further-paper.json": paper}))

    assert before.events() == after.events()
    assert before.programmes() == after.programmes()
    assert 1 + len(before.claims()) == len(after.claims())
    if (claim.about, claim.field) not in naive_conflicts(before):
        assert (claim.about, claim.field) not in naive_conflicts(after) or _split(before, claim)


def _split(dataset, claim):
    """Return whether coarser claims of others already allowed for what the further one rules out."""
    others = dataset.claims(about=claim.about, field=claim.field)
    return any(differ(claim.says, other.says, dataset) for other in others)


@given(dataset=datasets())
def test_support_implies_agreement_in_every_dataset(dataset):
    """A claim that supports agrees, and has nothing that differs."""
    for claim in dataset.claims():
        assert claim.agrees == (not claim.differing)
        assert claim.agrees or not claim.supports


@given(dataset=datasets())
def test_every_passage_makes_its_claims(dataset):
    """There is one claim for each record and field of a passage, and one for a passage that says nothing."""
    passages = [passage for source in dataset.sources() for passage in source.passages]
    expected = sum(len(passage.records) * (len(passage.says) or 1) for passage in passages)

    assert expected == len(dataset.claims())
    assert expected == len(set(dataset.claims().ids))


def test_a_claim_knows_its_source_and_words(tiny):
    """A claim carries what its passage says, and where."""
    [claim] = by(tiny, "itpp", "area_count", "gazette-new-programme")

    assert ("itpp", "area_count", 2, "adopted the ITPP", "reported") == (
        claim.about,
        claim.field,
        claim.says,
        claim.wording,
        claim.modality,
    )
    assert tiny.sources()["gazette-new-programme"] is claim.source
    assert ["rok-presidential-office"] == [one.id for one in claim.according_to]
    assert "https://gazette.example/new-programme#:~:text=adopted%20the%20ITPP" == claim.link
    assert "adopted the ITPP" == claim.label


def test_the_id_of_a_claim_is_stable(tiny):
    """An id is made of the source and what is said; it is the same in every run and place."""
    [claim] = by(tiny, "itpp", "area_count", "gazette-new-programme")

    assert "gazette-new-programme#" == claim.id[:-8]
    assert claim.id == by(whole_tiny(), "itpp", "area_count", "gazette-new-programme")[0].id
    assert f"<Claim {claim.id}: itpp.area_count = 2 ('adopted the ITPP')>" == repr(claim)


def whole_tiny():
    """Return the small dataset, read anew."""
    return whole(memory(tiny()))


def test_claims_survive_pickling(tiny):
    """A claim equals its pickle and hashes alike; claims of other sources are others."""
    claims = tiny.claims()
    copy = pickle.loads(pickle.dumps(claims))

    assert claims == copy
    assert hash(claims[0]) == hash(copy[0])
    assert len(claims) == len(set(claims))


@given(dataset=datasets())
def test_a_pickled_claim_answers_by_itself(dataset):
    """It takes along the records that it is held against, so that it needs no dataset where it is read."""
    for claim in dataset.claims():
        again = pickle.loads(pickle.dumps(claim))

        assert (claim.differing, claim.supports) == (again.differing, again.supports)
        assert again == claim
        assert hash(again) == hash(claim)
        assert again.to_dict() == claim.to_dict()


def test_a_claim_is_held_against_its_record_when_it_is_asked(tiny):
    """Claims are made without a look at the records of which they speak."""
    looked = []

    def find(id):
        looked.append(id)
        return tiny.record(id)

    source = tiny.sources()["wire-new-programme"]
    claims = list(claims_of(source, find))
    assert claims
    assert not looked

    assert [one.supports for one in tiny.claims(source=source)] == [one.supports for one in claims]
    assert {one.about for one in claims} <= set(looked)


def test_a_passage_that_says_nothing_attests(tiny):
    """A passage without ``says`` is a claim that its record exists, and supports it."""
    [claim] = by(tiny, "itpp", "attested", "nato-website-tailored-programme")

    assert (True, True, True) == (claim.says, claim.agrees, claim.supports)


def test_only_what_is_reported_supports_what_was_held(tiny):
    """An expected value neither supports nor contradicts; a coarser one agrees and supports nothing."""
    website = {str(claim.says): claim for claim in tiny.claims(about="itpp", source="nato-website-tailored-programme")}

    assert (False, False, ("3",)) == (website["3"].agrees, website["3"].supports, website["3"].differing)
    assert (True, False) == (website["2023-07"].agrees, website["2023-07"].supports)
    assert (False, False) == (website["2023-07-13"].agrees, website["2023-07-13"].supports)
    assert "itpp.area_count" not in tiny.conflicts().ids


def test_what_is_planned_supports_an_event_that_is_announced(tiny):
    """On an event that did not take place yet, a plan is support."""
    assert {True} == {claim.supports for claim in tiny.claims(about="secretary-visit")}
    assert {"planned"} == {claim.modality for claim in tiny.claims(about="secretary-visit")}


def test_a_conflict_shows_both_sides_and_the_reason(tiny):
    """A conflict has the value held, the differing ones, all claims, and how the editors settled it."""
    [conflict] = tiny.conflicts(about="itpp")

    assert ("itpp", "adopted", When("2023-07-11"), ("2023-07-13",)) == (
        conflict.about,
        conflict.field,
        conflict.value,
        conflict.differing,
    )
    assert "itpp.adopted" == conflict.id == conflict.label
    assert set(conflict.claims) == set(tiny.claims(about="itpp", field="adopted"))
    assert tuple(sorted(conflict.claim_ids)) == conflict.claim_ids
    assert ("2023-07-13: slip: One paper; all others say the 11th.",) == conflict.why
    assert "<Conflict itpp.adopted: 2023-07-11 against 2023-07-13>" == repr(conflict)
    assert ["2023-07-13: slip: One paper; all others say the 11th."] == Records([conflict]).rows()[0]["why"]


def test_two_claims_that_agree_can_differ_from_each_other():
    """A record of a year agrees with two days of it, which contradict each other."""
    files = tiny()
    passages = [
        {"about": "ipcp-first", "says": {"adopted": day}, "wording": f"on {day}"} for day in ("2012-09-20", "2012-10")
    ]
    files["sources/wire-two-days.json"] = {**files["sources/wire-new-programme.json"], "passages": passages}
    conflict = whole(memory(files)).conflicts(about="ipcp-first")[0]

    assert ("2012-09-20", "2012-10", "2019") == conflict.differing


def test_two_places_within_the_records_can_differ_from_each_other():
    """A record of a country agrees with two places in it, neither of which lies within the other."""
    files = tiny()
    files["places.json"]["kaunas"] = {"name": {"en": "Kaunas"}, "kind": "city", "within": "lithuania"}
    passages = [
        {"about": "vilnius-summit", "says": {"place": id}, "wording": f"in {id}"} for id in ("vilnius", "kaunas")
    ]
    files["sources/wire-two-towns.json"] = {**files["sources/wire-new-programme.json"], "passages": passages}
    dataset = whole(memory(files))

    assert [("kaunas", "vilnius")] == [one.differing for one in dataset.conflicts(about="vilnius-summit")]
    assert "lithuania" == said(fact(dataset.record("vilnius-summit"), "place"))


def test_the_reason_of_a_difference_is_korean_for_a_korean_reader(shipped):
    """The kind of a difference is told in the language of its reason."""
    conflict = shipped.conflicts()["itpp.acronym"]

    assert conflict.why[0].startswith("ITTP: slip: ")
    assert conflict.why_ko[0].startswith("ITTP: 오기: ")
