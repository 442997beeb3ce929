import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._evidence.agreement import comparison, fact, near
from korea_nato._model.columns import said
from korea_nato._model.events import Mention
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Quantity, When
from strategies import near_whens, quantities


def agrees(record, field, claimed, find):
    """Return whether what is said agrees with the record's value."""
    held = fact(record, field)
    return comparison(held).agrees(held, claimed, record, find)


def precise(record, field, claimed, find):
    """Return whether what is said is as precise as the record's value."""
    held = fact(record, field)
    return comparison(held).precise(held, claimed, record, find)


@given(held=near_whens(), claimed=near_whens())
def test_dates_agree_where_their_days_overlap(tiny, held, claimed):
    """A claimed date agrees with the record's where both can mean one day, and is exact where no coarser."""
    itpp = attrs.evolve(tiny.programme("itpp"), in_force=held)
    overlap = held.first_day <= claimed.last_day and claimed.first_day <= held.last_day

    assert overlap == agrees(itpp, "in_force", claimed, tiny.record)
    assert (len(claimed.text) >= len(held.text)) == precise(itpp, "in_force", claimed, tiny.record)


@given(held=quantities(), claimed=quantities())
def test_quantities_agree_where_their_ranges_overlap(tiny, held, claimed):
    """A claimed quantity agrees where the ranges meet, and is exact where it is not wider."""
    summit = attrs.evolve(tiny.event("vilnius-summit"), figures=Frozen({"leaders": held}))
    width, claimed_width = held.high - held.low, claimed.high - claimed.low

    assert (held.low <= claimed.high and claimed.low <= held.high) == agrees(
        summit, "figures.leaders", claimed, tiny.record
    )
    assert (claimed == held or claimed_width <= width) == precise(summit, "figures.leaders", claimed, tiny.record)


@pytest.mark.parametrize(
    ("record", "field", "claimed", "agreeing", "exact"),
    [
        ("itpp", "area_count", 2, True, True),
        ("itpp", "area_count", 11, False, True),
        ("itpp", "binding", False, True, True),
        ("itpp", "binding", True, False, True),
        ("itpp", "place", "vilnius", True, True),
        ("itpp", "place", "lithuania", True, False),
        ("itpp", "place", "europe", True, False),
        ("itpp", "place", "republic-of-korea", False, False),
        ("vilnius-summit", "place", "vilnius", True, True),
        ("itpp", "place", "nato", False, False),
        ("itpp", "signed_by", "yoon-suk-yeol", True, True),
        ("itpp", "signed_by", "nato", False, False),
        ("vilnius-summit", "areas", "itpp/cyber-defence", True, True),
        ("vilnius-summit", "areas", "ipcp-first/cyber-defence", False, False),
        ("itpp/cyber-defence", "name", "CYBER-DEFENCE", True, True),
        ("itpp/cyber-defence", "name", "사이버방위", True, True),
        ("itpp/cyber-defence", "name", "Cyber Defense", True, True),
        ("itpp/cyber-defence", "name", "cyber security", False, True),
        ("itpp/women-peace-security", "name", "“Women·Peace and—Security”", True, True),
        ("itpp/women-peace-security", "name", "“Women, Peace and-Security”", True, True),
        ("itpp", "acronym", "itpp", True, True),
        ("itpp", "acronym", "ITTP", False, True),
        ("critics-doubt", "phrase", "FEW advantages", True, True),
        ("itpp-adoption", "participants", Mention(actor="nato"), True, True),
        ("itpp-adoption", "participants", Mention(actor="nato", role="host"), True, True),
        ("itpp-adoption", "participants", Mention(actor="nato", role="signatory"), False, False),
        ("itpp-adoption", "participants", Mention(actor="critics"), False, False),
        ("itpp-adoption", "participants", Mention(actor="rok-government"), True, False),
        ("itpp-adoption", "participants", Mention(actor="yoon-suk-yeol", office="President"), True, True),
        ("itpp-adoption", "participants", Mention(actor="yoon-suk-yeol", office="Guest"), False, False),
        ("itpp-adoption", "attested", True, True, True),
    ],
    ids=str,
)
def test_agreement_and_precision_by_kind_of_field(tiny, record, field, claimed, agreeing, exact):
    """Each kind of field has its rule: equality, one within the other, membership, folded names, acting for."""
    held = tiny.record(record)

    assert agreeing == agrees(held, field, claimed, tiny.record)
    assert exact == precise(held, field, claimed, tiny.record)


def test_whoever_acted_for_a_body_did_so_at_the_time(tiny):
    """A body is a participant only where the person held an office of it on the day."""
    late = attrs.evolve(tiny.event("itpp-adoption"), date=When("2021"), concludes=None)

    assert not agrees(late, "participants", Mention(actor="rok-government"), tiny.record)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("vilnius", "europe", True),
        ("europe", "vilnius", True),
        ("vilnius", "vilnius", True),
        ("vilnius", "nato", False),
    ],
)
def test_places_are_near_where_one_lies_within_the_other(tiny, one, other, expected):
    """Whichever is asked first, a place is near those around it and those within it."""
    assert expected == near(tiny.record(one), tiny.record(other))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (11, "11"),
        (When("2012"), "2012"),
        (Quantity("~60"), "~60"),
        (("a", "b"), "a, b"),
        ((Mention(actor="nato"), Mention(actor="critics")), "nato, critics"),
        ("x", "x"),
    ],
    ids=str,
)
def test_what_is_said_is_one_text(value, text):
    """A value as it is said, or held, is a short text; it is the key under which it is settled."""
    assert text == said(value)


def test_what_is_held_is_found_by_field(tiny):
    """A field is found by its name, a figure by its word too; that a record is attested is always held."""
    summit = tiny.event("vilnius-summit")

    assert "lithuania" == said(fact(summit, "place"))
    assert Quantity("~30") == fact(summit, "figures.leaders")
    assert fact(summit, "figures.nothing") is None
    assert fact(summit, "attested") is True


@given(data=st.data())
def test_support_implies_agreement(tiny, data):
    """No claim supports a value that it does not agree with, and none that is coarser."""
    claim = data.draw(st.sampled_from(list(tiny.claims())))

    assert claim.agrees or not claim.supports
