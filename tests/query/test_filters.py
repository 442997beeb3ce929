from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._model.values import When
from korea_nato._query import filters as _filters
from korea_nato.errors import BadValue
from strategies import datasets, when_forms


def event_filters():
    """Return sets of filters of events, of values that the small folder knows."""
    return st.fixed_dictionaries(
        {},
        optional={
            "since": when_forms(),
            "until": st.sampled_from(["2024-02-29", "2024", "2025"]),
            "kind": st.sampled_from(["summit", "visit", "adoption"]),
            "status": st.sampled_from(["held", "announced", "alleged"]),
            "area": st.sampled_from(["cyber-defence", "ipcp-first/cyber-defence", "women-peace-security"]),
            "person": st.sampled_from(["yoon-suk-yeol", "jens-stoltenberg"]),
            "organisation": st.sampled_from(["nato", "rok-government", "critics"]),
            "place": st.sampled_from(["vilnius", "lithuania", "europe", "republic-of-korea"]),
            "programme": st.sampled_from(["itpp", "ipcp-first"]),
            "text": st.sampled_from(["vilnius", "x", "ITPP"]),
            "context": st.just(True),
        },
    )


@given(dataset=datasets(), asked=event_filters())
def test_filters_commute(dataset, asked):
    """Filters asked together give what each alone gives, whatever their order."""
    context = asked.get("context", False)
    alone = [
        set(dataset.events(**{name: value, "context": context}).ids)
        for name, value in asked.items()
        if name != "context"
    ]
    together = dataset.events(**asked)

    assert set(dataset.events(context=context).ids).intersection(*alone) == set(together.ids)


@given(dataset=datasets(), asked=event_filters(), more=event_filters())
def test_narrowing_never_adds_a_record(dataset, asked, more):
    """A further filter gives a part of what there was, in the same order."""
    narrowed = dataset.events(**{**more, **asked, "context": True})
    wide = dataset.events(**{**asked, "context": True})

    assert [one for one in wide if one.id in narrowed.ids] == list(narrowed)


@given(dataset=datasets(), since=when_forms(), until=st.sampled_from(["2024-02-29", "2024"]))
def test_a_window_keeps_what_overlaps_it(dataset, since, until):
    """An event is in a window where a day that it can mean is, both ends included."""
    first, last = When(since).first_day, When(until).last_day
    expected = [
        event.id
        for event in dataset.events()
        if event.date and event.date.first_day <= last and (event.ends or event.date).last_day >= first
    ]

    assert expected == list(dataset.events(since=since, until=until).ids)


@given(dataset=datasets())
def test_records_are_in_order_of_dates_then_ids(dataset):
    """What has no date comes last."""
    keys = [(event.date is None, str(event.date), event.id) for event in dataset.events(context=True)]

    assert sorted(keys) == keys


@pytest.mark.parametrize(
    ("window", "ids"),
    [
        ({}, ["itpp-adoption", "vilnius-summit", "secretary-visit"]),
        ({"since": "2023-07-12"}, ["vilnius-summit", "secretary-visit"]),
        ({"until": "2023-07-10"}, []),
        ({"until": date(2023, 7, 11)}, ["itpp-adoption", "vilnius-summit"]),
        ({"since": When("2024-02-29")}, ["secretary-visit"]),
        ({"since": "2024-03"}, []),
        ({"since": "2023", "until": "2023"}, ["itpp-adoption", "vilnius-summit"]),
    ],
)
def test_windows_take_dates_of_all_kinds(tiny, window, ids):
    """``since`` and ``until`` are texts, ``datetime.date`` or ``When``, of any precision."""
    assert ids == list(tiny.events(**window).ids)


def test_a_window_cannot_end_before_it_begins(tiny):
    """``until`` before ``since`` is a mistake, not an empty answer."""
    with pytest.raises(BadValue) as caught:
        tiny.events(since="2023-07-12", until="2023-07-11")
    assert "until ('2023-07-11') is before since ('2023-07-12')" == str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"), [("since", "soon"), ("until", "2023-02-30"), ("since", 23), ("since", True)]
)
def test_a_day_that_is_none_is_named(tiny, name, value):
    """A bad date says which filter it was given to."""
    with pytest.raises(BadValue, match=f"^{name}: "):
        tiny.events(**{name: value})


def test_each_kind_has_its_own_date(tiny):
    """A statement's date may be its event's, a commitment's is where it was made, a place has none."""
    days = {
        "vilnius-summit": "2023-07-11",
        "yoon-hope": "2023-07-11",
        "critics-doubt": "2023-07-12",
        "cyber-centre": "2023-07-11",
        "itpp": "2023-07-11",
        "wire-new-programme": "2023-07",
        "vilnius": "None",
    }

    assert days == {id: str(_filters.when(tiny.record(id))) for id in days}


def test_a_filter_takes_the_record_or_its_id(tiny):
    """What is neither a record nor an id is a mistake."""
    assert "itpp" == _filters.text_of(tiny.programme("itpp")) == _filters.text_of("itpp")
    with pytest.raises(BadValue, match="5 is neither an id nor a record"):
        _filters.text_of(5)


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        (lambda data: data.events(kind=[["visit"]]), "event kind: ['visit'] is not a word"),
        (lambda data: data.events(status={}), "event status: {} is not a word"),
        (lambda data: data.sources(kind=()), "source kind: () is empty: leave the filter out"),
        (lambda data: data.sources(language={"en": 1}), "language: {'en': 1} is not a word"),
        (lambda data: data.claims(field=5), "field: 5 is not a word"),
        (lambda data: data.events(since=True), "since: True is not YYYY, YYYY-MM or YYYY-MM-DD"),
        (lambda data: data.search(None), "text: None is not a text"),
        (lambda data: data.events(person=[]), "person: [] is empty: leave the filter out"),
        (lambda data: data.events(area=5), "area: 5 is neither an id nor a record"),
        (lambda data: data.statements(speaker=b"x"), "speaker: b'x' is neither an id nor a record"),
        (lambda data: data.verify(None, "x"), "source: None is neither an id nor a record"),
    ],
)
def test_a_filter_of_a_wrong_type_is_named(tiny, question, problem):
    """The sentence names the filter and what was given, and no traceback comes from inside."""
    with pytest.raises(BadValue) as caught:
        question(tiny)
    assert problem == str(caught.value)


def test_links_are_compared_by_id(tiny):
    """A record that was copied or unpickled still filters."""
    test = _filters.equal("place", [tiny.places()["vilnius"]])

    assert [True, False, False] == [test(event) for event in tiny.events()]
    assert _filters.equal("place", None) is None
    assert _filters.equal("event", ["x"])(tiny.statements()["critics-doubt"]) is False


def test_whoever_acts_for_a_body_is_found(tiny):
    """An organisation finds who acts for it at the time of the event."""
    assert ["itpp-adoption"] == list(tiny.events(organisation="rok-government").ids)
    assert ["itpp-adoption", "secretary-visit"] == list(tiny.events(organisation="nato").ids)
    assert [] == list(tiny.events(organisation="critics").ids)


def test_an_event_without_a_place_is_nowhere():
    """Where no place is known, no filter of places keeps the event."""
    from folders import memory, tiny
    from korea_nato._load import whole

    files = tiny()
    del files["events/secretary-visit.json"]["place"]
    files["sources/gazette-new-programme.json"]["passages"][9]["says"].pop("place")

    assert "secretary-visit" not in whole(memory(files)).events(place="europe").ids
