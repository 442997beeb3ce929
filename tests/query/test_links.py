from korea_nato._model.events import Event
from korea_nato._model.programmes import Programme
from korea_nato._query.links import leading, links


def test_a_record_leads_to_all_that_its_fields_and_their_parts_name(tiny):
    """Each link stands with the field in which it is, be it a record, a part that names one, or an id."""
    found = list(links(tiny.event("itpp-adoption")))

    assert [("participants", "yoon-suk-yeol"), ("participants", "nato")] == [
        link for link in found if link[0] == "participants"
    ]
    assert ("place", "vilnius") in found
    assert ("concludes", "itpp") in found


def test_a_source_leads_to_what_its_passages_are_about_and_to_who_speaks_in_them(tiny):
    """The records of a passage are ids, and count as links; words of a source do not."""
    source = tiny.sources()["gazette-new-programme"]
    about = {id for passage in source.passages for id in passage.records}
    spoken = {actor.id for passage in source.passages for actor in passage.according_to}

    assert about | spoken == {id for field, id in links(source) if field == "passages"}


def test_an_area_that_its_programme_owns_is_not_a_link(tiny):
    """What stands inside a record is a part of it."""
    assert [] == [link for link in links(tiny.programme("itpp")) if link[0] == "areas"]


def test_the_fields_of_which_a_source_says_records():
    """Links and participants are said by ids, all else by its value."""
    assert {"place", "areas", "participants"} == leading(Event)
    assert {"place", "signed_by", "previous"} == leading(Programme)
