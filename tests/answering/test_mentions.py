from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import memory, tiny
from korea_nato import areas_in
from korea_nato._answering.mentions import AreaMention, lexicon
from korea_nato._dataset import Dataset, bundled
from korea_nato._model.names import fold
from korea_nato._model.terms import HOW, every
from korea_nato._storage import own
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, BadValue, DataError
from korea_nato.mentions import marked, rows

# Prose of other matters, in which the words of the areas mean what they always do.
PLAIN = [
    "The science museum opened a new wing for children on Saturday.",
    "Women made up more than half of the students who graduated this year.",
    "Climate change is making the growing season of Alpine vineyards longer.",
    "Climate change threatens the food security of small islands.",
    "New technologies have changed how dentists plan their work.",
    "Her quiet diplomacy kept the two brothers on speaking terms.",
    "The coach moved the training camp to a lake in the mountains.",
    "Before any operation, a dialogue with the patient and a consultation are advised.",
    "The bank improved its security after a robbery at its main branch.",
    "A cyber café near the station serves the best coffee in town.",
    "Artificial intelligence now writes product descriptions for online shops.",
    "Capacity building for small charities begins with bookkeeping.",
    "The hospital needs interoperability between its laboratory and billing systems.",
    "The Ministry of Science and Technology will award the school prizes in May.",
    "The NATO phonetic alphabet is taught in the women's flying club.",
    "The army band played for the women of the town, and peace returned at midnight.",
    "Defence lawyers said that the science behind the fingerprint was weak.",
    "The military history museum reports on the climate of the Ice Age.",
    "여성 독자를 위한 잡지가 이번 달에 창간되었다.",
    "기후변화로 사과 재배지가 북쪽으로 옮겨 가고 있다.",
    "과학기술정보통신부는 통신 요금 인하를 발표했다.",
    "신기술을 쓴 세탁기가 전시회에서 인기를 끌었다.",
    "부모와 자녀의 대화가 줄어들고 있다는 조사가 나왔다.",
    "회사는 직원 역량 강화를 위해 외국어 수업을 연다.",
    "사이버 대학의 새 학기 등록이 월요일에 시작된다.",
    "공공기관의 외교 경력자 채용 시험이 끝났다.",
    "女性向けの雑誌が今月創刊された。",
    "気候変動で桜の開花が早くなっている。",
    "科学技術館で子ども向けの実験教室が開かれた。",
    "新技術を使った炊飯器がよく売れている。",
    "气候变化使葡萄的收获期提前了。",
    "这所大学的科学技术史课程很受欢迎。",
    "Die Frauen des Dorfes backen jeden Samstag Brot.",
    "Der Klimawandel setzt den Fichten im Harz zu.",
    "Les femmes de la chorale répètent le jeudi soir.",
    "Le changement climatique avance la date des vendanges.",
    "La inteligencia artificial ayuda a los médicos a leer radiografías.",
    "Изменение климата влияет на урожай винограда.",
    "Женщины нашего хора поют в субботу.",
    "İklim değişikliği fındık hasadını erkene çekti.",
]


def found(text, dataset=None):
    """Return the short id of the area of each mention in a text."""
    return [mention.area.short_id for mention in (dataset or bundled()).areas_in(text)]


def left_out():
    """Yield each source's claims on the areas' names, with the wordings that no other source uses."""
    claims = [claim for claim in bundled().claims(field="name") if claim.about.startswith("itpp/")]
    users = defaultdict(set)
    for claim in claims:
        users[fold(claim.says)].add(claim.source.id)
    for source in sorted({claim.source.id for claim in claims}):
        mine = [claim for claim in claims if claim.source.id == source]
        yield mine, {claim.says for claim in mine if users[fold(claim.says)] == {source}}


def f1(*, spared):
    """Return the F1 of finding each source's areas in its wordings, without the wordings that it alone uses.

    What is ``spared`` (folded) stays in the vocabulary none the less.
    """
    right = false = missed = 0
    for claims, mine in left_out():
        words = lexicon(bundled().index, frozenset(word for word in mine if fold(word) not in spared))
        areas = {one.area.id for claim in claims for one in words.mentions(claim.wording)}
        named = {claim.about for claim in claims}
        right, false, missed = (
            right + len(areas & named),
            false + len(areas - named),
            missed + len(named - areas),
        )
    return 2 * right / (2 * right + false + missed)


def test_a_source_is_read_with_the_vocabulary_of_all_others():
    """The areas that a source names are found without its wordings: F1 is at least 0.95, as documented."""
    terms = {fold(word) for one in own.terms(bundled().store).areas for how in HOW for word in every(getattr(one, how))}

    assert f1(spared=terms) >= 0.95


def test_a_wording_is_found_that_no_one_wrote_down():
    """Even where the hand-kept terms lose a source's own wordings too, F1 is at least 0.9, as documented."""
    assert f1(spared=()) >= 0.9


def test_prose_of_other_matters_speaks_of_no_area():
    """Of forty sentences one alarms: the name of an area, which always counts, in the name of a ministry."""
    alarms = {sentence: found(sentence) for sentence in PLAIN if found(sentence)}

    assert 40 == len(PLAIN)
    assert {PLAIN[13]: ["science-technology"]} == alarms


@pytest.mark.parametrize("sentence", PLAIN)
def test_prose_of_other_matters_stays_so_beside_a_text_that_names_areas(sentence):
    """Company is of the same sentence: a paragraph about NATO changes nothing in the next."""
    alone = found(sentence)

    assert ["cyber-defence", *alone] == found(f"NATO spoke of cyber defence.\n\n{sentence}")


def test_every_name_always_counts():
    """The name of each area, in each language, is found alone and names that area."""
    for area in bundled().areas(programme="itpp"):
        for name in area.name.values():
            assert [area.short_id] == found(name)


def test_every_agreeing_wording_of_a_source_counts_among_areas():
    """What a source calls an area is found where another area stands beside it."""
    for claim in bundled().claims(field="name"):
        if claim.about.startswith("itpp/") and claim.agrees and not claim.either:
            beside = "NATO, public diplomacy"
            assert claim.about in {one.area.id for one in areas_in(f"{claim.says}; {beside}")}, claim.says


@pytest.mark.parametrize(
    "text",
    [
        "cyber defence",
        "cyber-defense",
        "CYBERDEFENCE",
        "Cyber\nDefense",
        "cyber\u00addefence",
        "cyber‑defence",
        "사이버 방위",
        "사이버방위를",
        "사이버·방위",
        "사이버방위와의",
        "サイバー防衛",
        "Ｃｙｂｅｒ　ｄｅｆｅｎｃｅ",
        "cyberdéfense",
        "CYBERDEFENSE",
        "кибербезопасности",
        "SİBER SAVUNMA",
        "网络安全",
    ],
)
def test_spelling_is_folded(text):
    """Case, hyphens, spaces, dots, accents, wide letters, particles and British or American hide no term."""
    assert ["cyber-defence"] == found(f"({text})")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("군축·비확산", 1),
        ("군축 및 비확산", 1),
        ("군축.비확산", 1),
        ("군축과 비확산", 1),
        ("women, peace and security", 1),
        ("Women, Peace, & Security", 1),
        ("Women Peace", 0),
        ("cyberdefencer", 0),
        ("cybersecurityman", 0),
        ("최신흥기술", 0),
        ("공공외교관", 0),
        ("science, technology, engineering and mathematics", 0),
    ],
)
def test_a_term_is_a_whole_word(text, areas):
    """A term may be spelt in several ways and take a particle, but is not part of a longer word."""
    assert areas == len(found(text))


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Climate change was discussed.", []),
        ("NATO discussed climate change.", ["climate-change-security"]),
        ("Climate change, NATO said.", ["climate-change-security"]),
        ("NATO met. Climate change was discussed.", []),
        ("S. Korea and NATO, said K. Lee, discussed climate change.", ["climate-change-security"]),
        (
            "They agreed on cyber defence, science and women.",
            ["cyber-defence", "science-technology", "women-peace-security"],
        ),
        ("NATO met scientists, women and men.", []),
        ("Frauen und NATO", []),
        ("기후변화가 심하다.", []),
        ("나토와 기후변화를 논의했다.", ["climate-change-security"]),
    ],
)
def test_an_ordinary_word_counts_in_company_only(text, areas):
    """A word of ordinary prose counts where its sentence has another area or, for some, NATO."""
    assert areas == found(text)


def test_the_longest_wording_wins():
    """A wording inside a longer one is not found beside it."""
    mentions = areas_in("NATO: response to climate change in the security realm")

    assert ["response to climate change in the security realm"] == [mention.words for mention in mentions]


WORDS = "cyber defence|climate change|women|NATO|군축·비확산|대테러를|가|a|対テロ|public|diplomacy|-|é|İ|、"
ODD = [" ", ". ", "\n\n", "\ud800", "\x00"]
PIECES = st.lists(st.sampled_from([*WORDS.split("|"), *ODD]), max_size=12).map("".join)


@given(PIECES)
def test_mentions_lie_in_order_and_apart(text):
    """Each mention has its words at its place, after the one before, whatever the text holds."""
    mentions = areas_in(text)

    assert all(text[one.start : one.end] == one.words != "" for one in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


ODD_SIGNS = {
    "spaces": [" ", "\u2009\u202f\x85\u2028\xa0\u3000"],
    "invisible": ["", "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u034f\ufe0f\xad"],
    "dashes": ["-", "\u2010\u2011\u2013\u2014\u2212\uff0d"],
}


@pytest.mark.parametrize(("plain", "signs"), ODD_SIGNS.values(), ids=ODD_SIGNS)
@pytest.mark.parametrize(
    "text",
    [
        "NATO spoke{0}of cyb{0}er de{0}fence and wo{0}men",
        "NATOのサイ{0}バー防{0}衛",
        "나토와 군축·비{0}확산, 사이{0}버 안보",
        "l'OTAN et la cyber{0}dé{0}fense",
    ],
)
def test_signs_of_every_class_hide_no_mention(plain, signs, text):
    """Whatever space, dash or invisible sign a program writes, the areas are those of the plain text."""
    for sign in signs:
        assert found(text.format(plain)) == found(text.format(sign)) != [], hex(ord(sign))


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
@pytest.mark.parametrize(
    "text", ["NATOのサイバー防衛", "NATOのｻｲﾊﾞｰ防衛", "나토의 사이버 방위", "cyberdéfense de l'OTAN"]
)
def test_letters_in_pieces_and_half_width_are_letters(form, text):
    """Kana, Korean and accents in pieces, and half-width kana, name the area at their own place."""
    pieces = normalize(form, text)

    assert ["cyber-defence"] == found(text) == found(pieces)
    assert all(pieces[one.start : one.end] == one.words for one in areas_in(pieces))


PARTICLES = "란|라며|라고|이자|마저|조차|밖에|처럼|보다|랑|에게|에서부터|에까지|은|는|이|가|을|를|과|와"


@pytest.mark.parametrize("particle", PARTICLES.split("|"))
def test_a_korean_particle_hides_no_term(particle):
    """A noun with any of the particles is the noun."""
    assert ["public-diplomacy"] == found(f"공공외교{particle} 중요하다.")


@given(PIECES, PIECES)
def test_paragraphs_are_read_apart(one, other):
    """The mentions of two paragraphs are those of each."""
    assert found(one) + found(other) == found(f"{one}.\n\n.{other}")


@given(PIECES)
def test_decomposed_letters_are_the_same_letters(text):
    """A text whose letters are in pieces (NFD) has the same mentions, at the places of its own."""
    pieces = normalize("NFD", text)
    mentions = areas_in(pieces)

    assert [one.words for one in areas_in(normalize("NFC", text))] == [normalize("NFC", one.words) for one in mentions]
    assert all(pieces[one.start : one.end] == one.words for one in mentions)


@given(PIECES)
def test_marks_add_the_areas_and_change_nothing_else(text):
    """Marks taken out again, the text is as it was."""
    mentions = areas_in(text)
    shown = marked(text, mentions)
    for one in mentions:
        shown = shown.replace(f"[{one}]", one.words, 1)

    assert text == shown


def test_a_mention_can_be_marked_and_made_a_row():
    """A terminal shows the area after the words; a program gets flat values."""
    text = "They spoke of cyber defence."
    mentions = areas_in(text)

    assert "They spoke of [cyber defence → cyber-defence]." == marked(text, mentions)
    assert [{"area": "itpp/cyber-defence", "start": 14, "end": 27, "words": "cyber defence"}] == rows(mentions)
    assert AreaMention(area=mentions[0].area, start=14, end=27, words="cyber defence") == mentions[0]


@pytest.mark.parametrize("text", ["", " ", "\x00\x01", "\ud800\udfff", ".", "\n\n\n", "💂" * 9])
def test_a_text_without_words_has_no_mentions(text):
    """Nothing, control characters, half characters and pictures are texts without mentions."""
    assert () == areas_in(text)


@pytest.mark.parametrize(
    ("value", "kind"),
    [(b"NATO", "bytes"), (Path("x"), "PosixPath"), (None, "NoneType"), (5, "int"), (["x"], "list")],
)
def test_what_is_no_text_is_refused(value, kind):
    """Bytes, a path and the like raise ``BadValue``, which names their type."""
    with pytest.raises(BadValue) as caught:
        areas_in(value)

    assert f"text: {kind} is not a text (read a file first)" == str(caught.value)


def test_a_long_text_is_read_in_one_pass():
    """A word that goes on for a million letters, or a sentence of a hundred thousand terms, has an end."""
    assert () == areas_in("climate" + "e" * 1_000_000)
    assert () == areas_in("climate change " * 20_000)
    assert () == areas_in("." * 1_000_000)
    assert () == areas_in("Wait" + "?!" * 500_000 + "x")
    assert 20_001 == len(areas_in("NATO: " + "climate change " * 20_000 + "cyber defence"))


def test_marks_without_end_are_read_in_one_pass():
    """A letter with a hundred thousand marks, which is slow to normalise, takes no more than a moment."""
    begun = perf_counter()
    areas_in("NATO a" + "\u0301\u0323" * 60_000)

    assert perf_counter() - begun < 5


def test_each_dataset_has_its_own_vocabulary():
    """Another folder has its own areas and terms, and one without terms has the names of its areas."""
    files = tiny()
    del files["terms.json"]
    bare = Dataset(Store(memory(files)))

    assert ["cyber-defence"] == found("사이버 방위", Dataset(Store(memory(tiny()))))
    assert [] == found("사이버 안보 cyber resilience", bare)
    assert ["cyber-defence"] == found("cyber-defense", bare)


@pytest.mark.parametrize(
    ("terms", "at", "problem"),
    [
        (
            {"areas": [{"area": "itpp/cyber"}]},
            "areas[0].area",
            "no area 'itpp/cyber' (did you mean 'itpp/cyber-defence'?)",
        ),
        (
            {"company": {"english": ["x"]}},
            "company.english",
            "'english' is not a language tag such as 'en' or 'ko'",
        ),
        ({"companies": {"en": ["x"]}}, "companies", "no such field (did you mean 'company'?)"),
        ({"company": {"en": ["-"]}}, "company.en", "'-' is not a term of 1 to 90 letters"),
        (b"[", "", "is not JSON (line 1, column 2)"),
    ],
)
def test_bad_terms_are_bad_data(terms, at, problem):
    """What is wrong in ``terms.json`` is told with its place, whenever the terms are first asked for."""
    broken = Dataset(Store(memory(tiny() | {"terms.json": terms})))

    with pytest.raises(BadData) as caught:
        broken.areas_in("x")
    assert (DataError("terms.json", at, problem),) == caught.value.errors
