from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given

from korea_nato._model.sources import Passage
from korea_nato.errors import BadValue
from strategies import words


def test_the_origin_is_the_one_whose_text_it_is(tiny):
    """A reprint's origin is that of the source it copies; a wire's text is the wire's; else the publisher's."""
    sources = tiny.sources()

    assert "nato-website" == sources["nato-website-tailored-programme"].origin.id
    assert "wire" == sources["gazette-new-programme"].origin.id
    assert "wire" == sources["wire-new-programme"].origin.id


def test_a_link_opens_the_source_at_the_wording(tiny):
    """Hyphens, commas and ampersands are percent-encoded, since a text fragment gives them a meaning."""
    source = tiny.sources()["gazette-new-programme"]
    link = source.link("a-b, c & d")

    assert "https://gazette.example/new-programme#:~:text=a%2Db%2C%20c%20%26%20d" == link


def test_an_address_that_has_a_fragment_keeps_it(tiny):
    """A text fragment is added to the fragment that is there."""
    source = tiny.sources()["nato-website-tailored-programme"]

    assert "https://nato.example/page#top:~:text=7%EC%9B%94" == source.link("7월")


def test_without_an_address_there_is_no_link(tiny):
    """A source that is not on the web opens nowhere."""
    assert tiny.sources()["wire-new-programme"].link("two areas") is None


@given(wording=words())
def test_links_hold_the_wording_whole(wording):
    """Decoding the fragment gives the wording, and nothing in it has a meaning of its own."""
    link = _source().link(wording)
    fragment = link.partition(":~:text=")[2]

    assert wording == unquote(fragment)
    assert not set('-,& "<>') & set(fragment)


def _source():
    from folders import memory, tiny
    from korea_nato._load import whole

    return attrs.evolve(whole(memory(tiny())).sources()["gazette-new-programme"])


def test_a_passage_is_what_it_is_about_and_its_wording():
    """A passage shows itself in these two."""
    assert "itpp: two areas" == str(Passage(about="itpp", wording="two areas"))


def test_an_address_with_a_text_directive_gets_no_second(tiny):
    """An address that opens at a phrase already opens at the wording instead."""
    source = attrs.evolve(tiny.sources()[0], url="https://a.example/b#:~:text=old")

    assert "https://a.example/b#:~:text=new%20words" == source.link("new words")
    assert "https://a.example/b#top:~:text=x" == attrs.evolve(source, url="https://a.example/b#top:~:text=y").link("x")


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({}, "needs 'about' or 'either', and not both"),
        ({"about": "itpp", "either": ("itpp", "ipcp-first")}, "needs 'about' or 'either', and not both"),
        ({"either": ("itpp",)}, "either: names one record only (that is 'about')"),
    ],
    ids=["none", "both", "one"],
)
def test_a_passage_is_about_a_record_or_about_one_of_several(told, problem):
    """Whoever makes a passage is told at once that it says of nothing what it says, or of too much."""
    with pytest.raises(BadValue) as caught:
        Passage(wording="x", **told)
    assert problem == str(caught.value)
