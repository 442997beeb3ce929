import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import memory, tiny, without
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato._storage import own
from korea_nato._storage.store import Store
from korea_nato.errors import BadData


def parted():
    """Return the small folder as two: the second alone has the source of the wire and the sibling programme."""
    alone = ("sources/wire-new-programme.json", "programmes/itpp-europe.json")
    own = ("sources/nato-website-tailored-programme.json", *alone)
    files = tiny()
    return {name: files[name] for name in files if name not in own}, {name: files[name] for name in files}


def test_two_folders_hold_what_either_holds(tiny):
    """The records of both are in the joined dataset, each once, and so are the claims."""
    one, other = (whole(memory(files)) for files in parted())
    both = one | other

    assert tiny.index.everything == both.index.everything
    assert tiny.index.claims == both.index.claims


@given(st.permutations([0, 1]))
def test_the_order_of_two_folders_matters_to_their_title_alone(order):
    """Either way the records are the same, and the first dataset says whose they are."""
    parts = [whole(memory(files)) for files in parted()]
    parts[1] = whole(memory({**parted()[1], "about.json": {**tiny()["about.json"], "title": {"en": "Another"}}}))
    one, other = (parts[place] for place in order)

    assert (one | other).index.everything == (other | one).index.everything
    assert one.about == (one | other).about


def test_joining_a_dataset_with_itself_changes_nothing(tiny):
    """A dataset joined with itself has the same records, claims, words and terms."""
    both = tiny | tiny

    assert tiny.index.claims == both.index.claims
    assert tiny.vocabulary() == both.vocabulary()
    assert own.terms(tiny.store) == own.terms(both.store)


def test_words_and_terms_of_both_are_known():
    """A word, and the wordings of an area, that one folder alone has are in the whole; the first's meaning stands."""
    files = tiny()
    files["vocabulary.json"]["topics"] = {
        "space": {"en": "another meaning"},
        "hybrid-threats": {"en": "below war"},
        "china": {"en": "a state"},
    }
    files["terms.json"]["areas"] += [{"area": "itpp/women-peace-security", "always": {"en": ["women"]}}]
    both = whole(memory(tiny())) | whole(memory(files))

    assert {"space", "hybrid-threats", "china"} == set(both.vocabulary()["topics"])
    assert "beyond the air" == str(both.vocabulary()["topics"]["space"])
    assert 2 == len(own.terms(both.store).areas)


def test_a_record_that_differs_is_an_error_that_names_it():
    """What two folders hold differently under one id is not taken from either in silence."""
    files = tiny()
    files["places.json"]["vilnius"]["kind"] = "region"
    files["events/secretary-visit.json"]["date"] = "2024-03"
    with pytest.raises(BadData) as caught:
        _ = whole(memory(tiny())) | Dataset(Store(memory(files)))

    assert [
        "places.json: vilnius: is another in the other folder",
        "events/secretary-visit.json: is another in the other folder",
    ] == [str(error) for error in caught.value.errors]


def test_an_id_that_means_a_place_here_and_an_event_there_is_an_error():
    """Ids are unique over all kinds in the joined dataset, too."""
    files = tiny()
    files["places.json"]["secretary-visit"] = {"name": {"en": "Visit"}, "kind": "city"}
    del files["events/secretary-visit.json"]
    files["commitments/cyber-centre.json"] = without(files["commitments/cyber-centre.json"], ("followed_by",))
    with pytest.raises(BadData, match="the id 'secretary-visit' is that of place"):
        _ = whole(memory(tiny())) | Dataset(Store(memory(files)))


def test_a_joined_dataset_is_pickled_whole(tiny):
    """A joined dataset has no folder of its own, so its copy carries what it holds."""
    both = tiny | tiny

    assert both.index.claims == pickle.loads(pickle.dumps(both)).index.claims
    assert "<Dataset 'memory'>" == repr(both)


def test_only_a_dataset_joins_a_dataset(tiny):
    """Anything else is refused as Python refuses it."""
    with pytest.raises(TypeError, match="unsupported operand"):
        _ = tiny | 1
