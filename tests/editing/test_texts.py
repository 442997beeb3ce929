import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._cli.command import main
from korea_nato._editing.texts import Shared, shared

TEXTS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_a_shared_run_stands_in_both_texts(one, other):
    """Each run is long enough and stands in both texts, and two texts with a run in common have one."""
    found = list(shared({"a": one, "b": other}, 3))
    runs = {tuple(one.split()[place : place + 3]) for place in range(len(one.split()) - 2)}
    others = {tuple(other.split()[place : place + 3]) for place in range(len(other.split()) - 2)}

    assert all(run.words in one and run.words in other and run.n_words == len(run.words.split()) >= 3 for run in found)
    assert bool(runs & others) == bool(found)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("NATO and Korea met, they said", "nato AND korea met.", ["NATO and Korea met,"]),
        (
            "한국과 나토는 11개 분야에서 협력한다고",
            "어제 한국과 나토는 11개 분야에서 협력한다",
            ["한국과 나토는 11개 분야에서"],
        ),
        ("a b c x d e f", "d e f a b c", ["a b c", "d e f"]),
        ("a b c", "a b d", []),
        ("", "a b c", []),
    ],
)
def test_runs_are_the_longest_whatever_the_signs_and_the_language(one, other, words):
    """A copy is seen through case and punctuation, in Korean as in English, with all its words."""
    assert words == [run.words for run in shared({"one": one, "two": other}, 3)]


def test_the_command_names_the_texts_and_the_words(tmp_path, capsys):
    """A line for each shared run, and 1 where there is one, so that a coder sees the copy."""
    words = "one two three four five six seven eight nine ten eleven twelve"
    (tmp_path / "a.txt").write_text(f"Seoul. {words} and more")
    (tmp_path / "b.txt").write_text(f"Brussels. {words}")

    assert 1 == main(["compare-texts", str(tmp_path)])
    assert f"a.txt and b.txt: 12 words: {words}\n" == capsys.readouterr().out
    (tmp_path / "b.txt").write_text("Another text.")
    assert 0 == main(["compare-texts", str(tmp_path)])
    assert [Shared("a", "b", 12, words)] == list(shared({"a": words, "b": words}))
