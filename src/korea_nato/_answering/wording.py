"""The words around the values of records, on cards, pages and tables, in English and Korean."""

from collections.abc import Mapping
from functools import cache

from korea_nato._model.listed import listed
from korea_nato._model.record import json_key

LANGUAGES = ("en", "ko")

# Each word of the pages: English, Korean.
_WORDS = {
    "about": ("About this record", "이 기록에 대하여"),
    "according_to": ("according to", "출처:"),
    "agrees": ("agrees, without being enough", "일치하지만 근거로는 부족함"),
    "all": ("all", "전체"),
    "also_here": ("Where it appears", "연결된 기록"),
    "area": ("Area", "분야"),
    "attended": ("took part in", "참여한 사건"),
    "browse": ("Everything in the record", "기록의 모든 항목"),
    "cite": ("How to cite", "인용 방법"),
    "claims": ("claims", "건의 진술"),
    "closed": ("closed on", "마감일"),
    "conflict": ("sources disagree", "자료마다 다름"),
    "data_file": ("Data file", "데이터 파일"),
    "denied": ("denied", "부인"),
    "differs": ("differs", "다름"),
    "dispute": ("Dispute this", "이의 제기"),
    "dispute_how": (
        "Say which record and field you mean, what it should hold, and which document says so, in which words."
        " The editors then settle the difference in the open, in the record's own file.",
        "어느 기록의 어느 항목인지, 어떤 값이어야 하는지, 어느 문서가 어떤 표현으로 그렇게 밝히는지 알려 주십시오."
        " 편집자는 해당 기록의 파일에 판단과 이유를 공개합니다.",
    ),
    "either": ("one of several records is meant", "여러 기록 중 하나를 뜻함"),
    "event": ("Event", "사건"),
    "expected": ("expected", "예상"),
    "explorer": ("Explorer", "탐색기"),
    "facts": ("What the record holds, and who says so", "기록의 내용과 근거"),
    "first_page": ("Timeline", "연표"),
    "from": ("From year", "시작 연도"),
    "heard": ("was addressed in", "들은 발언"),
    "held": ("the record holds", "이 기록의 값"),
    "inferred": ("inferred from the context", "문맥에서 추론"),
    "kind": ("Kind", "종류"),
    "language": ("Language of a source", "자료의 언어"),
    "more": ("more", "건 더 있음"),
    "no_records": ("no", "결과 없음:"),
    "none_left": ("Nothing fits these filters.", "조건에 맞는 항목이 없습니다."),
    "note": ("Note", "주석"),
    "number_of_sources": ("sources", "개 자료"),
    "or": ("or", "또는"),
    "other_language": ("한국어", "English"),
    "part": ("states only", "일부만 언급"),
    "passages": ("What this source says", "이 자료의 내용"),
    "person": ("Person or organisation", "인물 또는 기관"),
    "planned": ("planned", "계획"),
    "promised": ("promised", "약속"),
    "published": ("published", "발행"),
    "reset": ("Clear all filters", "필터 지우기"),
    "said": ("said", "발언"),
    "says": ("says", "자료의 값:"),
    "search": ("Words", "검색어"),
    "settled": ("The editors' reason", "편집자의 판단 이유"),
    "settled_as": ("settled", "편집자 판단"),
    "skip": ("Skip to the content", "본문으로 건너뛰기"),
    "statement": ("Statement", "발언"),
    "supports": ("supports", "뒷받침함"),
    "to": ("To year", "끝 연도"),
    "topic": ("Topic", "주제"),
    "undated": ("no date", "날짜 없음"),
    "unsettled": ("not settled", "아직 정리되지 않음"),
    "value_about": ("about", "대상"),
    "without_address": ("no address", "주소 없음"),
    "words_page": ("Words and their meaning", "용어와 뜻"),
    "years": ("By year", "연도별"),
    "yes": ("yes", "예"),
}

# The kinds of record: English singular and plural, Korean.
KIND_NAMES = {
    "programme": ("programme", "programmes", "프로그램"),
    "area": ("area", "areas", "협력 분야"),
    "event": ("event", "events", "사건"),
    "statement": ("statement", "statements", "발언"),
    "commitment": ("commitment", "commitments", "약속"),
    "person": ("person", "people", "인물"),
    "organisation": ("organisation", "organisations", "기관"),
    "place": ("place", "places", "장소"),
    "publisher": ("publisher", "publishers", "발행처"),
    "source": ("source", "sources", "자료"),
}
# What has no page of its own.
_OTHERS = {"claim": ("claim", "claims", "진술"), "conflict": ("conflict", "conflicts", "이견")}

# The closed lists of the vocabulary; one of another folder keeps its own name.
_LISTS = {
    "acts": ("Acts", "채택 행위"),
    "areas-known": ("Whether all areas are known", "알려진 분야의 범위"),
    "bases": ("What a link rests on", "연결의 근거"),
    "claim-bases": ("What a claim rests on", "진술의 근거"),
    "event-kinds": ("Kinds of event", "사건의 종류"),
    "event-statuses": ("Statuses of events", "사건의 상태"),
    "figure-kinds": ("Figures", "수치"),
    "modalities": ("How a source puts it", "자료의 서술 방식"),
    "organisation-kinds": ("Kinds of organisation", "기관의 종류"),
    "place-kinds": ("Kinds of place", "장소의 종류"),
    "publisher-kinds": ("Kinds of publisher", "발행처의 종류"),
    "relations": ("How areas go on", "분야의 관계"),
    "roles": ("Roles", "역할"),
    "seen": ("How much of a source was read", "열람 범위"),
    "settlement-kinds": ("How differences are settled", "차이의 판단"),
    "source-kinds": ("Kinds of source", "자료의 종류"),
    "statement-forms": ("Forms of statements", "발언의 형식"),
    "topics": ("Topics", "주제"),
}

# The fields whose names a Korean reader meets; others keep their own.
_FIELDS = {
    "about": "대상",
    "accessed": "열람일",
    "acronym": "약칭",
    "act": "행위",
    "addressees": "상대",
    "adopted": "채택일",
    "agency": "통신사",
    "agrees": "일치",
    "also": "다른 표기",
    "archive_url": "보존 주소",
    "area_count": "분야 수",
    "areas": "분야",
    "areas_known": "알려진 분야",
    "attested": "확인",
    "author": "필자",
    "basis": "근거 방식",
    "binding": "구속력",
    "by": "주체",
    "change": "변화",
    "claims": "진술",
    "commitment": "약속",
    "concludes": "체결한 프로그램",
    "continues": "이어지는 분야",
    "copy_of": "원문",
    "country": "국가",
    "date": "날짜",
    "differing": "다른 값",
    "due": "기한",
    "ends": "종료일",
    "event": "사건",
    "field": "항목",
    "figures": "수치",
    "first": "최초 여부",
    "followed_by": "후속 사건",
    "form": "형식",
    "gist": "요지",
    "id": "식별자",
    "in_force": "발효일",
    "kind": "종류",
    "language": "언어",
    "link": "링크",
    "list": "목록",
    "made": "약속한 날",
    "made_at": "약속한 자리",
    "matches": "다른 나라 프로그램의 같은 분야",
    "meaning": "뜻",
    "modality": "서술 방식",
    "n_publishers": "발행처 수",
    "n_sources": "자료 수",
    "name": "이름",
    "new": "이후",
    "newer": "이후 분야",
    "note": "주석",
    "number": "번호",
    "of": "종류",
    "offices": "직책",
    "old": "이전",
    "older": "이전 분야",
    "organisation": "소속 기관",
    "part_of": "상위 사건·기관",
    "participants": "참가자",
    "partner": "파트너국",
    "period_from": "기간 시작",
    "period_to": "기간 끝",
    "phrase": "표현",
    "place": "장소",
    "previous": "이전 프로그램",
    "programme": "프로그램",
    "published": "발행일",
    "publisher": "발행처",
    "relation": "관계",
    "renewable": "갱신 가능",
    "same_as": "다른 식별자",
    "says": "진술",
    "seen": "열람 범위",
    "signed_by": "서명·채택자",
    "source": "자료",
    "speakers": "발언자",
    "status": "상태",
    "summary": "요약",
    "text_length": "글자 수",
    "title": "제목",
    "topics": "주제",
    "url": "주소",
    "value": "값",
    "why": "이유",
    "within": "상위 장소",
    "word": "낱말",
    "wording": "원문 표현",
}


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of a card or a page in a language."""
    place = LANGUAGES.index(language)
    return {name: both[place] for name, both in _WORDS.items()}


def kind_name(noun: str, language: str, plural: bool = False) -> str:
    """Return what a kind of record is called."""
    one, several, korean = (KIND_NAMES | _OTHERS)[noun]
    if language == "ko":
        return korean
    return several if plural else one


def list_name(name: str, language: str) -> str:
    """Return what a closed list is called."""
    return _LISTS.get(name, (name, name))[LANGUAGES.index(language)]


def field_name(field: str, language: str) -> str:
    """Return what a field is called: its own name in plain words, or the Korean one."""
    name, _, word = field.partition(".")
    called = _FIELDS.get(name, name) if language == "ko" else json_key(name)
    plain = called.replace("_", " ")
    return f"{plain} ({listed(word, language)})" if word else plain
