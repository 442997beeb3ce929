import json
import pickle

import pytest

from folders import memory, tiny
from korea_nato import analysis, export, load, plot
from korea_nato._dataset import Dataset, bundled
from korea_nato._editing.start import start
from korea_nato._load import whole
from korea_nato._model.actors import Place
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Programme
from korea_nato._storage.store import Store
from korea_nato.errors import BadValue, NoSuchRecord

QUESTIONS = (
    "programmes",
    "areas",
    "commitments",
    "events",
    "statements",
    "people",
    "organisations",
    "places",
    "publishers",
    "sources",
    "claims",
    "conflicts",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_returns_records(tiny, question):
    """Each plural method returns a collection whose rows are as many as its records."""
    answer = getattr(tiny, question)()

    assert isinstance(answer, Records)
    assert len(answer) == len(answer.rows()) > 0


def test_the_small_folder_holds_what_was_written(tiny):
    """Every record of the folder is in the answer of its kind, context among them where it is asked for."""
    assert ("ipcp-first", "itpp") == tiny.programmes().ids
    assert ("ipcp-first", "itpp", "itpp-europe") == tiny.programmes(context=True).ids
    assert ("itpp-europe",) == tiny.programmes(partner="europe").ids
    assert ("itpp-europe",) == tiny.programmes(partner=tiny.places()["europe"]).ids
    assert ("cyber-centre",) == tiny.commitments().ids
    assert ("yoon-hope", "critics-doubt") == tiny.statements().ids
    assert ("jens-stoltenberg", "yoon-suk-yeol") == tiny.people().ids


@pytest.mark.parametrize(
    ("question", "asked", "ids"),
    [
        ("areas", {}, ["ipcp-first/cyber-defence", "itpp/cyber-defence", "itpp/women-peace-security"]),
        ("areas", {"programme": "itpp"}, ["itpp/cyber-defence", "itpp/women-peace-security"]),
        ("areas", {"programme": "itpp-europe"}, []),
        ("events", {"kind": "summit"}, ["vilnius-summit"]),
        ("events", {"status": "announced"}, ["secretary-visit"]),
        ("events", {"area": "cyber-defence"}, ["vilnius-summit"]),
        ("events", {"area": "ipcp-first/cyber-defence"}, []),
        ("events", {"person": "yoon-suk-yeol"}, ["itpp-adoption"]),
        ("events", {"place": "europe"}, ["itpp-adoption", "vilnius-summit"]),
        ("events", {"place": "vilnius"}, ["itpp-adoption"]),
        ("events", {"programme": "itpp"}, ["itpp-adoption", "vilnius-summit"]),
        ("events", {"programme": "ipcp-first"}, []),
        ("events", {"text": "seoul"}, ["secretary-visit"]),
        ("statements", {"speaker": "critics"}, ["critics-doubt"]),
        ("statements", {"speaker": "rok-government"}, ["yoon-hope"]),
        ("statements", {"speaker": "yoon-suk-yeol"}, ["yoon-hope"]),
        ("statements", {"area": "ipcp-first/cyber-defence"}, ["yoon-hope"]),
        ("statements", {"event": "vilnius-summit"}, ["yoon-hope"]),
        ("statements", {"since": "2023-07-12"}, ["critics-doubt"]),
        ("commitments", {"programme": "itpp", "area": "cyber-defence", "event": "vilnius-summit"}, ["cyber-centre"]),
        ("commitments", {"event": "itpp-adoption"}, []),
        ("sources", {}, ["wire-new-programme", "gazette-new-programme", "nato-website-tailored-programme"]),
        ("sources", {"language": "ko"}, ["nato-website-tailored-programme"]),
        ("sources", {"publisher": "wire"}, ["wire-new-programme"]),
        ("sources", {"kind": "document"}, ["nato-website-tailored-programme"]),
        ("sources", {"since": "2023-07-11"}, ["wire-new-programme", "gazette-new-programme"]),
        ("sources", {"until": "2022"}, []),
        ("conflicts", {}, ["ipcp-first.adopted", "itpp.adopted"]),
        ("conflicts", {"about": "itpp"}, ["itpp.adopted"]),
        ("conflicts", {"about": "nato"}, []),
        ("places", {}, ["europe", "lithuania", "republic-of-korea", "vilnius"]),
        ("organisations", {"context": True}, ["critics", "nato", "rok-government", "rok-presidential-office"]),
        ("publishers", {}, ["gazette", "nato-website", "wire"]),
    ],
    ids=str,
)
def test_questions_are_answered(tiny, question, asked, ids):
    """Each filter keeps what it should, in order."""
    assert ids == list(getattr(tiny, question)(**asked).ids)


def test_a_filter_takes_the_record_itself(tiny):
    """Asking with a record, or with one from another reading, is asking with its id."""
    area = pickle.loads(pickle.dumps(tiny.programme("itpp").areas[0]))

    assert tiny.events(area="cyber-defence") == tiny.events(area=area)
    assert tiny.claims(about="itpp") == tiny.claims(about=tiny.programme("itpp"))


@pytest.mark.parametrize(
    ("question", "asked", "error"),
    [
        ("events", {"kind": "sumit"}, "no event kind 'sumit' (did you mean 'summit'?)"),
        ("events", {"status": "hold"}, "no event status 'hold' (did you mean 'held'?)"),
        ("events", {"area": "cyber"}, "no area 'cyber' (did you mean 'itpp/cyber-defence'?)"),
        ("events", {"person": "yoon-suk"}, "no person 'yoon-suk' (did you mean 'yoon-suk-yeol'?)"),
        ("events", {"place": "vilnuis"}, "no place 'vilnuis' (did you mean 'vilnius'?)"),
        ("events", {"organisation": "natto"}, "no organisation 'natto' (did you mean 'nato'?)"),
        ("events", {"programme": "ittp"}, "no programme 'ittp' (did you mean 'itpp'?)"),
        ("statements", {"speaker": "critic"}, "no person or organisation 'critic' (did you mean 'critics'?)"),
        ("statements", {"event": "vilnius"}, "no event 'vilnius' (did you mean 'vilnius-summit'?)"),
        ("sources", {"publisher": "wier"}, "no publisher 'wier' (did you mean 'wire'?)"),
        ("sources", {"language": "kr"}, "no source in the language 'kr' (there is en, ko)"),
        ("sources", {"kind": "new"}, "no source kind 'new' (did you mean 'news'?)"),
        ("claims", {"about": "ittp"}, "no record 'ittp' (did you mean 'itpp'?)"),
        ("claims", {"field": "adoptd"}, "no field with claims 'adoptd' (did you mean 'adopted'?)"),
        ("claims", {"source": "wire-new"}, "no source 'wire-new' (did you mean 'wire-new-programme'?)"),
        ("conflicts", {"about": "ittp"}, "no record 'ittp' (did you mean 'itpp'?)"),
    ],
    ids=str,
)
def test_what_is_unknown_is_never_an_empty_answer(tiny, question, asked, error):
    """An unknown id or word raises with the nearest."""
    with pytest.raises(NoSuchRecord) as caught:
        getattr(tiny, question)(**asked)

    assert error == str(caught.value)


def test_claims_are_about_one_record_only(tiny):
    """Claims about a programme are not those about its areas; field and source narrow them."""
    assert {"itpp"} == {claim.about for claim in tiny.claims(about="itpp")}
    assert {"area_count"} == {claim.field for claim in tiny.claims(field="area_count")}
    assert ["wire-new-programme"] == [
        claim.source.id for claim in tiny.claims(about="itpp", field="area_count", source="wire-new-programme")
    ]
    assert [] == list(tiny.claims(about="nato"))


def test_a_record_of_any_kind_is_found_by_its_id(tiny):
    """``record`` finds records and areas, also by an id that they once had, and takes records too."""
    assert tiny.programme("itpp") is tiny.record("itpp") is tiny.record("itpp-old")
    assert tiny.record(tiny.programme("itpp")) is tiny.programme("itpp-old")
    assert tiny.record("itpp/cyber-defence") is tiny.programme("itpp").areas[0]
    with pytest.raises(NoSuchRecord, match=r"no record 'vilnius-sumit' .did you mean 'vilnius-summit'.."):
        tiny.record("vilnius-sumit")


def test_one_programme_or_event_is_asked_by_name(tiny):
    """``programme`` and ``event`` give one record."""
    assert tiny.record("vilnius-summit") is tiny.event("vilnius-summit")
    assert tiny.event(tiny.event("vilnius-summit")) is tiny.event("vilnius-summit")


def test_provenance_travels_as_columns(tiny):
    """Every row says which sources name the record, how many independent ones, and whether they disagree."""
    rows = {row["id"]: row for row in (*tiny.programmes(context=True).rows(), *tiny.areas().rows())}
    names = ("sources", "n_sources", "n_publishers", "conflict")

    assert (
        ["gazette-new-programme", "nato-website-tailored-programme", "wire-new-programme"],
        3,
        2,
        True,
    ) == tuple(rows["itpp"][name] for name in names)
    assert (["nato-website-tailored-programme"], 1, 1, False) == tuple(rows["itpp-europe"][name] for name in names)
    assert (2, False) == (rows["itpp/cyber-defence"]["n_sources"], rows["itpp/cyber-defence"]["conflict"])


def test_provenance_stays_with_what_is_narrowed(tiny):
    """A slice or a part of an answer has the same columns."""
    names = list(tiny.events().rows()[0])

    assert names == list(tiny.events()[:1].rows()[0]) == list(tiny.events(kind="summit").rows()[0])


def test_what_the_folder_says_of_itself_is_read(tiny):
    """``about`` is what ``about.json`` says."""
    assert "2026.1.0" == tiny.about.version
    assert ["All the rest."] == list(map(str, tiny.about.not_covered))


def test_a_dataset_is_pickled_by_its_folder(folder):
    """A dataset from another process asks the same folder; the bundled one is the bundled one there."""
    dataset = load(folder)

    assert dataset.events() == pickle.loads(pickle.dumps(dataset)).events()
    assert bundled() is pickle.loads(pickle.dumps(bundled()))


def test_answers_with_provenance_survive_pickling(folder):
    """An answer from another process has its rows."""
    events = load(folder).events()

    assert events.rows() == pickle.loads(pickle.dumps(events)).rows()


def test_kinds_are_read_once(tiny):
    """The same collection answers each time."""
    assert tiny.index.records(Event) is tiny.index.records(Event)
    assert tiny.records(Place) is not tiny.records(Programme)


def test_people_and_places_are_counted_from_the_claims_that_name_them(tiny):
    """Who speaks, takes part or is said to say so, and where: the sources of these claims are their sources."""
    counted = {row["id"]: row for kind in ("people", "organisations", "places") for row in getattr(tiny, kind)().rows()}
    naming = {claim.source.id for claim in tiny.claims() if claim.says == "vilnius" and claim.field == "place"}

    assert naming
    assert naming <= set(counted["vilnius"]["sources"])
    assert all(len(row["sources"]) == row["n_sources"] >= row["n_publishers"] for row in counted.values())
    assert [1] * len(tiny.sources()) == [row["n_sources"] for row in tiny.sources().rows()]


def test_nothing_is_wired_to_one_programme():
    """Where no programme is named, the latest one of the dataset is meant, whatever it is called."""
    begun = start(bundled().store.own("vocabulary.json"))
    own = whole(memory({name: json.loads(text) for name, text in begun.items()}))
    (area,) = own.areas()

    assert "example-programme" == own.programme().id
    assert [area] == [one.area for one in own.areas_in("NATO and cyber defence")]
    assert [area] == [one.area for one in analysis.attestations(dataset=own)]
    assert (area.id,) == analysis.without(by="events", dataset=own).ids
    assert 0 == len(analysis.cooccurrence(dataset=own))
    assert (area.id,) == own.areas(programme=own.programme()).ids
    assert plot.table(plot.attestations(dataset=own))
    assert 0 == len(own.events(area="cyber-defence"))


def test_without_a_programme_that_has_areas_the_question_is_an_error():
    """A folder of which no programme has areas tells so."""
    files = tiny()
    for name in [name for name in files if name.startswith("programmes/")]:
        files[name].pop("areas", None)
    own = Dataset(Store(memory(files)))

    with pytest.raises(BadValue, match="programme: no programme of this record has areas"):
        own.programme()


def test_the_first_chart_of_areas_goes_back_to_the_first_programme_with_areas():
    """Where no older programme is named, the flow of areas begins with the first one whose areas are known."""
    assert plot.table(plot.flow()) == plot.table(plot.flow("ipcp-first", "itpp"))


def test_a_field_that_a_record_has_not_is_an_error_and_never_an_empty_answer(tiny):
    """Asked for a field that takes no claims on this record, the error names those that do; a bare one is empty."""
    with pytest.raises(NoSuchRecord, match=r"no field of 'itpp' that takes claims 'date' .there is .*adopted"):
        tiny.claims(about="itpp", field="date")

    assert 0 == len(tiny.claims(about="ipcp-first", field="period_from"))
    assert tiny.claims(about="vilnius-summit", field="figures.leaders").ids


def test_a_dataset_answers_the_questions_of_analysis(tiny):
    """Each question of ``analysis`` is asked of the dataset itself, without naming it again."""
    questions = {name for name in analysis.__all__ if name.islower()}

    assert questions == set(vars(tiny.analysis))
    assert analysis.promises(dataset=tiny) == tiny.analysis.promises()
    assert analysis.support("itpp", dataset=tiny) == tiny.analysis.support("itpp")
    assert {event.id for event in tiny.events()} <= set(tiny.analysis.network().nodes)


def test_a_dataset_writes_itself(tiny, tmp_path):
    """An export of a dataset is the one that ``export.write`` makes of it."""
    one, other = tmp_path / "one.json", tmp_path / "other.json"

    assert (str(one),) == tiny.export("csl", one) == tiny.export("csl", one, force=True)
    assert (str(other),) == export.write("csl", other, tiny)
    assert one.read_bytes() == other.read_bytes()
