import csv
import json
from datetime import date
from io import StringIO

import pytest

import korea_nato
from korea_nato import analysis

COLLECTIONS = {
    "programmes": korea_nato.programmes,
    "areas": korea_nato.areas,
    "events": korea_nato.events,
    "statements": korea_nato.statements,
    "commitments": korea_nato.commitments,
    "people": korea_nato.people,
    "organisations": korea_nato.organisations,
    "places": korea_nato.places,
    "publishers": korea_nato.publishers,
    "sources": korea_nato.sources,
    "claims": korea_nato.claims,
    "conflicts": korea_nato.conflicts,
    "promises": analysis.promises,
    "changes": lambda: analysis.compare("ipcp-first", "itpp"),
}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_is_plain_json(name):
    """``to_dicts`` gives what ``json.dumps`` takes, each with its id, and ``to_json`` the same as text."""
    records = COLLECTIONS[name]()
    told = json.loads(records.to_json())

    assert list(records.ids) == [one["id"] for one in told]
    assert told == json.loads(json.dumps(records.to_dicts()))


def test_a_record_has_the_form_of_its_file(bundled_files):
    """The plain form of an event is its file's, under its id."""
    for event in korea_nato.events():
        told = event.to_dict()
        file = json.loads(bundled_files[f"events/{event.id}.json"])

        assert {"id": event.id, **file}.items() <= {"status": event.status, **told}.items()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_table_is_text_with_commas(name):
    """``to_csv`` has a line of headings and a line for each record, whatever stands in a cell."""
    records = COLLECTIONS[name]()
    [head, *lines] = csv.reader(StringIO(records.to_csv()))

    assert list(records.head(1).rows()[0]) == head
    assert len(records) == len(lines)


def test_pandas_gets_days_as_days():
    """Days can be compared with texts, resampled, drawn and written as JSON."""
    pandas = pytest.importorskip("pandas")
    frame = korea_nato.events().to_pandas()
    since = frame[frame.date_first >= "2023"]

    assert "datetime64[s]" == str(frame.date_first.dtype)
    assert len(korea_nato.events().where(lambda one: one.date and one.date.first_day >= date(2023, 1, 1))) == len(since)
    assert (
        sum(one.date is not None for one in korea_nato.events())
        == frame.set_index("date_first").id.resample("YS").count().sum()
    )
    assert len(frame) == len(json.loads(frame[["id", "date_first"]].to_json(orient="records", date_format="iso")))
    assert pandas.api.types.is_list_like(frame.areas.iloc[0])


def test_altair_draws_a_frame():
    """A frame of events is a chart's data."""
    altair = pytest.importorskip("altair")
    frame = korea_nato.events(since=2023).to_pandas()[["date_first", "kind"]]
    chart = altair.Chart(frame).mark_bar().encode(x="yearmonth(date_first):T", y="count()")

    assert "date_first" in chart.to_json()


def test_pydantic_and_fastapi_take_records():
    """A type of this package is a field's type and an answer's, and is written as plain values."""
    pydantic = pytest.importorskip("pydantic")
    fastapi = pytest.importorskip("fastapi")
    testing = pytest.importorskip("fastapi.testclient")
    event = korea_nato.events()["itpp-adoption"]
    app = fastapi.FastAPI()

    @app.get("/event")
    def one() -> korea_nato.Event:
        return event

    @app.get("/events")
    def several() -> korea_nato.Records:
        return korea_nato.events(programme="itpp")

    client = testing.TestClient(app)

    assert event.to_dict() == json.loads(pydantic.TypeAdapter(korea_nato.Event).dump_json(event))
    assert event.to_dict() == client.get("/event").json()
    assert korea_nato.events(programme="itpp").to_dicts() == client.get("/events").json()
    assert 200 == client.get("/openapi.json").status_code


def test_collections_join():
    """Records of one kind are joined, met and taken apart by their ids."""
    summer, adoption = korea_nato.events(since="2023-06", until="2023-08"), korea_nato.events(kind="adoption")
    joined, met, apart = summer | adoption, summer & adoption, summer - adoption

    assert {*summer.ids, *adoption.ids} == {*joined.ids}
    assert [id for id in summer.ids if id in adoption.ids] == list(met.ids)
    assert [id for id in summer.ids if id not in adoption.ids] == list(apart.ids)
    assert summer.ids[:3] == summer.head(3).ids


def test_a_notebook_shows_a_screen_of_a_collection():
    """A long collection has a few telling columns, left-aligned, twenty rows, and says how to see the rest."""
    html = korea_nato.claims()._repr_html_()

    assert 21 == html.count("<tr>")
    assert html.count("<th ") <= 7
    assert f"{len(korea_nato.claims()) - 20} more claims" in html
    assert "text-align:left" in html
    assert '<a href="http' in html
