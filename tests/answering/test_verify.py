from hashlib import sha256

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import memory, tiny
from korea_nato import verify
from korea_nato._answering.verify import doubts, flat, verify_folder
from korea_nato._load import whole
from korea_nato._model.sources import Passage
from korea_nato.errors import BadValue, NoSuchRecord
from strategies import words


def source_of(*wordings):
    """Return a source with these wordings."""
    source = whole(memory(tiny())).sources()["wire-new-programme"]
    passages = tuple(Passage(about="itpp", wording=wording) for wording in wordings)
    return attrs.evolve(source, passages=passages)


SOURCE = source_of("x")


@given(wording=words(), before=words(), after=words())
def test_a_wording_that_stands_in_the_text_is_found(wording, before, after):
    """A text that holds the wording between other words misses nothing."""
    source = attrs.evolve(SOURCE, passages=(Passage(about="itpp", wording=wording),))

    assert () == verify(source, f"{before} {wording} {after}")


@given(wording=words(), data=st.data())
def test_a_wording_is_missed_in_an_empty_text(wording, data):
    """In a text without its letters, every wording that has any is missing, and named once."""
    source = attrs.evolve(SOURCE, passages=tuple(Passage(about=about, wording=wording) for about in ("itpp", "nato")))

    assert ((wording,) if flat(wording) else ()) == verify(source, "")


@given(text=words())
def test_flattening_is_done_once(text):
    """A flat text is flat already."""
    assert flat(text) == flat(flat(text))


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ('Yoon\'s "cap"', "Yoon’s “cap”"),
        ("north-east", "north–east"),
        ("one two", "one\n   two"),
        ("one two", "one\u00a0two"),
        ("finance", "ﬁnance"),
        ("훈련센터", "훈련센터"),
        ("eleven areas", "ele\u00adven\u200b areas"),
        ("ＮＡＴＯ", "NATO"),
    ],
)
def test_quotes_dashes_spaces_and_forms_are_folded(wording, text):
    """What two typists would write differently is the same wording, whichever side has which."""
    assert () == verify(source_of(wording), text)
    assert () == verify(source_of(text), wording)


def test_every_missing_wording_is_named_once_in_order():
    """The answer holds what is not there, in the order of the passages."""
    source = source_of("b", "a", "here", "b")

    assert ("b", "a") == verify(source, "only here")


def test_case_is_not_folded():
    """An anchor has the case of its text."""
    assert ("NATO",) == verify(source_of("NATO"), "nato")


def test_a_source_is_named_by_its_id(shipped):
    """The id of a bundled source will do, and an unknown one raises."""
    source = shipped.sources(context=True)[0]

    assert verify(source, "x") == verify(source.id, "x")
    with pytest.raises(NoSuchRecord, match="no source 'nobody'"):
        verify("nobody", "x")


def test_a_dataset_verifies_its_own_sources(tiny):
    """The id is looked for in the dataset that is asked."""
    assert "adopted the ITPP" in tiny.verify("gazette-new-programme", "")
    with pytest.raises(NoSuchRecord):
        verify("gazette-new-programme", "")


def test_a_text_is_a_text():
    """Bytes and paths are refused in one sentence."""
    with pytest.raises(BadValue, match="the text is of type bytes, not str"):
        verify(SOURCE, b"x")


def test_the_texts_of_a_folder_are_known_by_their_hash(tmp_path):
    """Each file is matched to the source whose SHA-256 it has, and read; others are named as unknown."""
    texts = {"a.txt": b"adopted the ITPP and the rest", "b.txt": b"no source"}
    for name, content in texts.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    files = tiny()
    files["sources/gazette-new-programme.json"]["text_sha256"] = sha256(texts["a.txt"]).hexdigest()
    dataset = whole(memory(files))
    found = list(verify_folder(tmp_path, dataset.index))

    assert [("a.txt", "gazette-new-programme"), ("b.txt", None)] == [
        (name, source and source.id) for name, source, *_ in found
    ]
    assert "adopted the ITPP" not in found[0][2]
    assert "signed in Vilnius" in found[0][2]
    assert () == found[1][2]


@pytest.mark.parametrize("changed", [b"adopted the ITPP\r\nand more\r\n", b"\xef\xbb\xbfadopted the ITPP\nand more\n"])
def test_a_text_whose_line_ends_a_system_changed_is_the_same_text(tmp_path, changed):
    """Line ends of Windows and a byte order mark make no other text of the one that was coded."""
    (tmp_path / "a.txt").write_bytes(changed)
    files = tiny()
    coded = b"adopted the ITPP\nand more\n"
    files["sources/gazette-new-programme.json"]["text_sha256"] = sha256(coded).hexdigest()
    ((_, source, missing, _),) = verify_folder(tmp_path, whole(memory(files)).index)

    assert source is not None
    assert "gazette-new-programme" == source.id
    assert "adopted the ITPP" not in missing


def test_a_text_of_a_folder_is_in_utf_8(tmp_path):
    """A text of a source in another encoding is refused in one sentence; other files are not looked into."""
    (tmp_path / "a.txt").write_bytes("나토".encode("euc-kr"))
    files = tiny()

    assert [("a.txt", None, (), ())] == list(verify_folder(tmp_path, whole(memory(files)).index))
    files["sources/gazette-new-programme.json"]["text_sha256"] = sha256("나토".encode("euc-kr")).hexdigest()
    with pytest.raises(BadValue, match=r"'a.txt' is not a text in UTF-8"):
        list(verify_folder(tmp_path, whole(memory(files)).index))


@pytest.mark.parametrize(
    ("wording", "text", "reason"),
    [
        ("11개 분야", "협력은 11개 분야에서 이뤄진다", "is cut inside a word"),
        ("11개 분야에서", "협력은 11개 분야에서 이뤄진다", None),
        ("operation", "cooperation began", "is cut inside a word"),
        ("operation", "cooperation began, an operation", None),
        ("協力", "日韓協力会議", None),
        ("one two", "one\ntwo", "crosses a line"),
        ("one two", "One says: one “two”.", None),
        (
            "he agreed",
            "According to Seoul, he agreed.",
            "its sentence says 'According to', and 'according_to' is empty",
        ),
        ("he agreed", "According to Seoul, it rained. And he agreed.", None),
        ("합의했다", "관계자에 따르면 합의했다", "its sentence says '에 따르면', and 'according_to' is empty"),
    ],
)
def test_wordings_that_no_browser_opens_and_unnamed_speakers_are_doubted(wording, text, reason):
    """What is cut in a word, crosses a line, or is said by someone whom the passage does not name is listed."""
    assert ([(wording, reason)] if reason else []) == list(doubts(source_of(wording), text))
