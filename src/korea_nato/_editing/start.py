"""A small folder to begin with: it loads, passes the check, and shows each sort of file once."""

from korea_nato._storage.json import canonical

# Invented throughout, and said to be so, since a new folder must not speak of real things by itself.
_FILES: dict[str, object] = {
    "about.json": {
        "title": {"en": "A record of an example", "ko": "예시 기록"},
        "authors": ["Your name"],
        "licence": "CC0-1.0",
        "version": "0.1",
        "closed": "2026-01-31",
        "read": {"en": "One invented article.", "ko": "가상의 기사 한 건."},
    },
    "places.json": {
        "example-city": {"name": {"en": "Example City", "ko": "예시시"}, "kind": "city", "within": "exampleland"},
        "exampleland": {"name": {"en": "Exampleland", "ko": "예시국"}, "kind": "country"},
    },
    "publishers.json": {
        "example-paper": {
            "name": {"en": "The Example Paper", "ko": "예시신문"},
            "kind": "newspaper",
            "country": "exampleland",
        }
    },
    "programmes/example-programme.json": {
        "name": {"en": "Example Partnership Programme"},
        "partner": "exampleland",
        "adopted": "2026-01-15",
        "summary": {
            "en": "An invented programme, to be replaced by a real one.",
            "ko": "실제 프로그램으로 바꾸어 쓸 가상의 프로그램.",
        },
        "areas": [{"id": "cyber-defence", "number": 1, "name": {"en": "Cyber defence"}}],
    },
    "events/example-adoption.json": {
        "kind": "adoption",
        "title": {"en": "The example programme is adopted", "ko": "예시 프로그램 채택"},
        "summary": {
            "en": "The invented programme was adopted in Example City.",
            "ko": "예시시에서 가상의 프로그램이 채택되었다.",
        },
        "date": "2026-01-15",
        "place": "example-city",
        "concludes": "example-programme",
    },
    "sources/example-paper-programme-adopted.json": {
        "kind": "news",
        "title": "An article that nobody published",
        "publisher": "example-paper",
        "published": "2026-01-16",
        "language": "en",
        "url": "https://example.org/an-article",
        "accessed": "2026-01-31",
        "seen": "whole",
        "passages": [
            {
                "about": "example-programme",
                "says": {"name": "Example Partnership Programme", "adopted": "2026-01-15"},
                "wording": "Example Partnership Programme on Thursday",
            },
            {
                "about": "example-programme/cyber-defence",
                "says": {"name": "cyber defence"},
                "wording": "on cyber defence",
            },
            {"about": "example-adoption", "says": {"place": "example-city"}, "wording": "in Example City"},
        ],
    },
}


def start(vocabulary: object) -> dict[str, bytes]:
    """Return the files of a new folder, with the closed lists that it may use."""
    return {name: canonical(value).encode() for name, value in {**_FILES, "vocabulary.json": vocabulary}.items()}
