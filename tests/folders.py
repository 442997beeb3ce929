"""A small folder of data, written by hand, and the means to change it: most tests stand on it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from korea_nato._load import whole
from korea_nato._model.fields import part_of
from korea_nato._model.kinds import KINDS
from korea_nato._storage.folder import error_in, id_of
from korea_nato._storage.joined import Memory
from korea_nato._storage.json import canonical, filled, parse
from korea_nato._storage.own import own_files
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, BadValue, DataError

Files = dict[str, Any]


def tiny() -> Files:
    """Return the small folder: each file with its JSON value; it is whole, canonical and passes the check."""
    return deepcopy(_TINY)


def encoded(files: Files) -> dict[str, bytes]:
    """Return each file with its bytes."""
    return {name: value if isinstance(value, bytes) else text(value).encode() for name, value in files.items()}


def text(value: Any) -> str:
    """Return the text of a JSON value: canonical where it is one that a file of data holds."""
    return canonical(value) if value and isinstance(value, dict) else json.dumps(value)


def write(folder: Path, files: Files) -> Path:
    """Write the files of a folder, and return the folder."""
    for name, data in encoded(files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def memory(files: Files) -> Memory:
    """Return a folder in memory with these files."""
    return Memory(encoded(files))


def errors_of(files: Files) -> list[str]:
    """Return every error of a folder with these files, each as its sentence; none where it is good."""
    try:
        whole(memory(files))
    except BadData as error:
        return [str(one) for one in error.errors]
    return []


def errors_in(store: Store, file: str, data: bytes) -> list[DataError]:
    """Return what would be wrong with a file of a folder if it held these bytes, links included."""
    try:
        value = filled(parse(data))
    except BadValue as error:
        return [DataError(file, error.at, error.problem)]
    if file in own_files():
        return [DataError(file, *problem) for problem in store.read(own_files()[file], value)[1]]
    shelf = file.partition("/")[0]
    kind = next(kind for kind in KINDS if kind.shelf == shelf)
    values = value if shelf == file else {id_of(file): value}
    read = {id: store.read(part_of(kind), one, id) for id, one in values.items()}
    return [error_in(kind, id, *problem) for id, (_, wrong) in read.items() for problem in wrong]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return each JSON file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.json"))}


Step = str | int
Steps = tuple[Step, ...]


def steps(value: Any, at: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield every value in a JSON value, itself first, with the way to it."""
    yield at, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        yield from steps(part, (*at, step))


def path(at: Steps) -> str:
    """Return a way as errors write it: ``passages[3].says.area_count``."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at)
    return written.removeprefix(".")


def put(value: Any, at: Steps, new: Any) -> Any:
    """Return a JSON value in which the value at the end of a way is another; the rest is shared, not copied."""
    if not at:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[at[0]] = put(value[at[0]], at[1:], new) if at[1:] else new
    return copy


def without(value: Any, at: Steps) -> Any:
    """Return a copy of a JSON value from which the value at the end of a way is taken."""
    copy = json.loads(json.dumps(value))
    holder = copy
    for step in at[:-1]:
        holder = holder[step]
    del holder[at[-1]]
    return copy


_TINY: Files = {
    "about.json": {
        "title": {"en": "A small record"},
        "authors": ["A. Coder", "B. Coder"],
        "licence": "CC0-1.0",
        "address": "https://record.example/small",
        "version": "2026.1.0",
        "closed": "2026-01-31",
        "read": {"en": "Two papers.", "ko": "신문 두 종."},
        "not_covered": [{"en": "All the rest."}],
    },
    "vocabulary.json": {
        "place-kinds": {
            "country": {"en": "a state"},
            "region": {"en": "a part of the world"},
            "city": {"en": "a town"},
        },
        "organisation-kinds": {
            "government": {"en": "of a state"},
            "office": {"en": "a part of one"},
            "group": {"en": "not named"},
        },
        "publisher-kinds": {"newspaper": {"en": "a paper"}, "official": {"en": "an organ of a side"}},
        "relations": {"kept": {"en": "goes on"}, "renamed": {"en": "goes on under another name"}},
        "bases": {"stated": {"en": "a source says so"}, "editorial": {"en": "the editors read so"}},
        "roles": {"signatory": {"en": "signed"}, "host": {"en": "received"}, "participant": {"en": "took part"}},
        "event-kinds": {
            "summit": {"en": "leaders meet"},
            "adoption": {"en": "a programme is adopted"},
            "visit": {"en": "a journey"},
        },
        "event-statuses": {
            "held": {"en": "took place"},
            "announced": {"en": "is to come"},
            "alleged": {"en": "is in dispute"},
        },
        "figure-kinds": {"leaders": {"en": "heads of state"}, "minutes": {"en": "length in minutes"}},
        "statement-forms": {"quoted": {"en": "in quotation marks"}, "reported": {"en": "in other words"}},
        "modalities": {
            "reported": {"en": "so it is"},
            "expected": {"en": "so it will be"},
            "planned": {"en": "meant"},
            "denied": {"en": "not so"},
        },
        "source-kinds": {"news": {"en": "a report"}, "document": {"en": "a text of the sides"}},
        "seen": {"whole": {"en": "read to the end"}, "opening": {"en": "its beginning"}},
        "acts": {"signed": {"en": "a person signed"}, "adopted": {"en": "both sides adopted"}},
        "areas-known": {"all": {"en": "every one", "ko": "전부"}, "some": {"en": "not every one"}},
        "claim-bases": {"stated": {"en": "in words"}, "inferred": {"en": "from the context"}},
        "topics": {"space": {"en": "beyond the air"}, "hybrid-threats": {"en": "below war"}},
        "settlement-kinds": {
            "slip": {"en": "a mistake"},
            "unresolved": {"en": "not known"},
            "revision": {"en": "changed later"},
        },
    },
    "terms.json": {
        "company": {"en": ["NATO"]},
        "areas": [{"area": "itpp/cyber-defence", "always": {"en": ["cyber defence"], "ko": ["사이버 방위"]}}],
    },
    "places.json": {
        "europe": {"name": {"en": "Europe"}, "kind": "region"},
        "lithuania": {"name": {"en": "Lithuania", "ko": "리투아니아"}, "kind": "country", "within": "europe"},
        "republic-of-korea": {
            "name": {"en": "Republic of Korea", "ko": "대한민국"},
            "same_as": ["iso3166:KR"],
            "kind": "country",
        },
        "vilnius": {"name": {"en": "Vilnius", "ko": "빌뉴스"}, "kind": "city", "within": "lithuania"},
    },
    "organisations.json": {
        "critics": {"name": {"en": "Critics who are not named"}, "kind": "group"},
        "nato": {"name": {"en": "NATO", "ko": "나토"}, "also": ["North Atlantic Treaty Organization"], "kind": "group"},
        "rok-government": {
            "name": {"en": "Government of the Republic of Korea"},
            "kind": "government",
            "country": "republic-of-korea",
        },
        "rok-presidential-office": {
            "name": {"en": "Presidential Office"},
            "kind": "office",
            "part_of": "rok-government",
        },
    },
    "publishers.json": {
        "gazette": {"name": {"en": "The Gazette"}, "kind": "newspaper"},
        "nato-website": {"name": {"en": "NATO's website"}, "kind": "official", "organisation": "nato"},
        "wire": {"name": {"en": "The Wire"}, "kind": "newspaper"},
    },
    "people.json": {
        "jens-stoltenberg": {
            "name": {"en": "Jens Stoltenberg", "ko": "옌스 스톨텐베르그"},
            "offices": [
                {"title": {"en": "Secretary General"}, "organisation": "nato", "from": "2014-10-01", "to": "2024-10-01"}
            ],
        },
        "yoon-suk-yeol": {
            "name": {"en": "Yoon Suk Yeol", "ko": "윤석열"},
            "also": ["Yoon Suk-yeol"],
            "offices": [
                {
                    "title": {"en": "President", "ko": "대통령"},
                    "organisation": "rok-presidential-office",
                    "from": "2022-05-10",
                }
            ],
        },
    },
    "programmes/ipcp-first.json": {
        "name": {"en": "Individual Partnership and Cooperation Programme"},
        "partner": "republic-of-korea",
        "adopted": "2012",
        "summary": {"en": "The first programme."},
        "areas": [{"id": "cyber-defence", "name": {"en": "Cyber defence"}}],
        "settled": {"adopted": {"2019": {"kind": "slip", "why": {"en": "The third edition is meant."}}}},
    },
    "programmes/itpp.json": {
        "name": {"en": "Individually Tailored Partnership Programme"},
        "also": ["Tailored Programme"],
        "acronym": "ITPP",
        "partner": "republic-of-korea",
        "adopted": "2023-07-11",
        "act": "signed",
        "in_force": "2023-07-09",
        "period_from": "2023",
        "period_to": "2026",
        "place": "vilnius",
        "signed_by": ["yoon-suk-yeol"],
        "area_count": 2,
        "areas_known": "all",
        "binding": False,
        "renewable": True,
        "previous": "ipcp-first",
        "summary": {"en": "The programme of 2023.", "ko": "2023년의 프로그램."},
        "areas": [
            {
                "id": "cyber-defence",
                "number": 1,
                "name": {"en": "Cyber defence", "ko": "사이버 방위"},
                "also": ["cyber defense"],
                "summary": {"en": "Against attacks."},
                "continues": [{"area": "ipcp-first/cyber-defence", "relation": "kept", "basis": "editorial"}],
            },
            {"id": "women-peace-security", "number": 2, "name": {"en": "Women, Peace and Security"}},
        ],
        "settled": {
            "adopted": {
                "2023-07-13": {
                    "kind": "slip",
                    "why": {"en": "One paper; all others say the 11th.", "ko": "한 신문만 다름."},
                }
            }
        },
        "formerly": ["itpp-old"],
    },
    "programmes/itpp-europe.json": {
        "name": {"en": "Programme for Europe"},
        "partner": "europe",
        "summary": {"en": "A sibling."},
        "context": True,
    },
    "events/itpp-adoption.json": {
        "kind": "adoption",
        "title": {"en": "The ITPP is adopted", "ko": "ITPP 채택"},
        "summary": {"en": "Both sides adopt it."},
        "date": "2023-07-11",
        "place": "vilnius",
        "part_of": "vilnius-summit",
        "concludes": "itpp",
        "participants": [
            {"actor": "yoon-suk-yeol", "role": "signatory", "office": "President"},
            {"actor": "nato", "role": "host"},
        ],
    },
    "events/secretary-visit.json": {
        "kind": "visit",
        "status": "announced",
        "title": {"en": "A visit to Seoul"},
        "summary": {"en": "The secretary is to come."},
        "date": "2024-02",
        "place": "republic-of-korea",
        "participants": [{"actor": "jens-stoltenberg", "role": "participant", "count": 1}],
    },
    "events/vilnius-summit.json": {
        "kind": "summit",
        "title": {"en": "Summit in Vilnius"},
        "summary": {"en": "Leaders meet for two days."},
        "date": "2023-07-11",
        "ends": "2023-07-12",
        "place": "lithuania",
        "areas": ["itpp/cyber-defence"],
        "topics": ["space", "hybrid-threats"],
        "figures": {"leaders": "~30", "minutes": 45},
        "first": True,
    },
    "commitments/cyber-centre.json": {
        "title": {"en": "A centre by 2027"},
        "summary": {"en": "Korea is to build a centre."},
        "by": ["rok-government"],
        "made_at": "vilnius-summit",
        "programme": "itpp",
        "areas": ["itpp/cyber-defence"],
        "due": "2027",
        "figures": {"leaders": 1},
        "followed_by": [{"event": "secretary-visit", "basis": "editorial"}],
    },
    "statements/critics-doubt.json": {
        "speakers": ["critics"],
        "date": "2023-07-12",
        "form": "reported",
        "gist": {"en": "The programme brings little."},
        "phrase": "few advantages",
    },
    "statements/yoon-hope.json": {
        "speakers": ["yoon-suk-yeol"],
        "addressees": ["jens-stoltenberg", "critics"],
        "event": "vilnius-summit",
        "form": "quoted",
        "areas": ["itpp/cyber-defence", "ipcp-first/cyber-defence"],
        "gist": {"en": "He hopes for more."},
    },
    "sources/gazette-new-programme.json": {
        "kind": "news",
        "title": "A new programme",
        "publisher": "gazette",
        "agency": "wire",
        "author": ["A. Writer"],
        "published": "2023-07-11",
        "language": "en",
        "url": "https://gazette.example/new-programme",
        "archive_url": "https://archive.example/1",
        "accessed": "2026-01-02",
        "seen": "whole",
        "text_sha256": "1" * 64,
        "text_length": 9000,
        "passages": [
            {
                "about": "itpp",
                "says": {
                    "acronym": "ITPP",
                    "adopted": "2023-07-11",
                    "act": "signed",
                    "in_force": "2023-07-09",
                    "period_from": "2023",
                    "period_to": "2026",
                    "place": "vilnius",
                    "signed_by": "yoon-suk-yeol",
                    "area_count": 2,
                    "binding": False,
                    "renewable": True,
                    "previous": "ipcp-first",
                },
                "wording": "adopted the ITPP",
                "according_to": ["rok-presidential-office"],
            },
            {
                "about": "itpp",
                "says": {"name": "Individually Tailored Partnership Programme"},
                "wording": "Individually Tailored Partnership Programme",
            },
            {"about": "itpp/cyber-defence", "says": {"name": "cyber defence"}, "wording": "cyber defence", "nth": 1},
            {
                "about": "itpp/women-peace-security",
                "says": {"name": "women, peace and security"},
                "wording": "women, peace and security",
                "nth": 2,
            },
            {"about": "ipcp-first", "says": {"adopted": "2012"}, "wording": "first signed in 2012"},
            {
                "about": "ipcp-first",
                "says": {"name": "Individual Partnership and Cooperation Programme"},
                "wording": "Individual Partnership and Cooperation Programme",
            },
            {"about": "ipcp-first/cyber-defence", "says": {"name": "Cyber defence"}, "wording": "cyber defence"},
            {
                "about": "itpp-adoption",
                "says": {
                    "place": "vilnius",
                    "participants": [
                        {"actor": "yoon-suk-yeol", "role": "signatory", "office": "President"},
                        {"actor": "nato"},
                    ],
                },
                "wording": "signed in Vilnius",
            },
            {
                "about": "vilnius-summit",
                "says": {
                    "date": "2023-07-11",
                    "ends": "2023-07-12",
                    "place": "lithuania",
                    "areas": "itpp/cyber-defence",
                    "figures": {"leaders": "~30", "minutes": 45},
                    "first": True,
                },
                "wording": "the two-day summit",
            },
            {
                "about": "secretary-visit",
                "says": {
                    "date": "2024-02",
                    "place": "republic-of-korea",
                    "participants": [{"actor": "jens-stoltenberg", "role": "participant", "count": 1}],
                },
                "wording": "will visit Seoul",
                "modality": "planned",
            },
            {
                "about": "cyber-centre",
                "says": {
                    "by": "rok-government",
                    "areas": "itpp/cyber-defence",
                    "due": "2027",
                    "figures": {"leaders": 1},
                },
                "wording": "a cyber centre by 2027",
            },
            {
                "about": "critics-doubt",
                "says": {"speakers": "critics", "date": "2023-07-12", "form": "reported"},
                "wording": "critics said",
            },
            {"about": "critics-doubt", "says": {"phrase": "few advantages"}, "wording": "has few advantages"},
            {
                "about": "yoon-hope",
                "says": {
                    "speakers": "yoon-suk-yeol",
                    "addressees": ["jens-stoltenberg", "critics"],
                    "form": "quoted",
                    "areas": ["itpp/cyber-defence", "ipcp-first/cyber-defence"],
                },
                "wording": "Yoon told them",
                "note": "Two areas at once.",
            },
        ],
    },
    "sources/nato-website-tailored-programme.json": {
        "kind": "document",
        "title": "[Partnership]",
        "publisher": "nato-website",
        "language": "ko",
        "url": "https://nato.example/page#top",
        "seen": "opening",
        "passages": [
            {"about": "itpp", "wording": "프로그램"},
            {"about": "itpp", "says": {"adopted": "2023-07-13", "area_count": 2}, "wording": "7월 13일"},
            {"about": "itpp", "says": {"adopted": "2023-07"}, "wording": "in July"},
            {"about": "itpp", "says": {"area_count": 3}, "wording": "three areas", "modality": "expected"},
            {
                "either": ["itpp/cyber-defence", "itpp/women-peace-security"],
                "says": {"name": "security"},
                "wording": "security",
                "basis": "inferred",
                "part": "Only that there is an area of it.",
            },
            {"about": "ipcp-first", "says": {"adopted": "2019"}, "wording": "since 2019"},
            {"about": "itpp/cyber-defence", "says": {"name": "사이버 방위"}, "wording": "사이버 방위"},
            {"about": "itpp-europe", "says": {"name": "Programme for Europe"}, "wording": "Programme for Europe"},
        ],
    },
    "sources/wire-new-programme.json": {
        "kind": "news",
        "title": "New programme",
        "publisher": "wire",
        "published": "2023-07",
        "language": "en",
        "seen": "whole",
        "copy_of": "gazette-new-programme",
        "passages": [{"about": "itpp", "says": {"area_count": 2}, "wording": "two areas"}],
    },
}
