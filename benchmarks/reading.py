"""How long reading takes beside ``json.loads`` of the same files, on a generated folder.

    python benchmarks/reading.py [ROUNDS]

170 events, 500 sources and 2,000 claims; each round is a fresh process, imports apart.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

EVENTS, SOURCES, PASSAGES = 170, 500, 4
WORDS = {
    "event-kinds": {"meeting": "they meet"},
    "roles": {"participant": "took part"},
    "organisation-kinds": {"group": "a group"},
    "place-kinds": {"city": "a city"},
    "publisher-kinds": {"newspaper": "a newspaper"},
    "source-kinds": {"news": "a report"},
    "seen": {"whole": "all of it"},
    "modalities": {"reported": "it is so"},
}

MEASURE = """
import json, sys, time
from pathlib import Path
from korea_nato import load
from korea_nato._load import whole
folder = Path(sys.argv[1])
load(sys.argv[2])
start = time.perf_counter()
for path in folder.rglob("*.json"):
    json.loads(path.read_bytes())
between = time.perf_counter()
dataset = load(folder)
end = time.perf_counter()
assert len(dataset.claims()) == int(sys.argv[3])
print(between - start, end - between)
"""


def text(words: str) -> dict[str, str]:
    """Return a text in two languages."""
    return {"en": words, "ko": f"한국어 {words}"}


def event(number: int) -> dict[str, object]:
    """Return an event of an ordinary size."""
    return {
        "kind": "meeting",
        "title": text(f"Meeting {number}"),
        "summary": text(f"The two sides met for the {number}th time and spoke of what they had in common."),
        "date": f"20{number % 20 + 5:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "place": "vilnius",
        "participants": [{"actor": name, "role": "participant"} for name in ("one-side", "other-side")],
    }


def source(number: int) -> dict[str, object]:
    """Return a source with four passages of one claim each."""
    about = [(number * PASSAGES + place) % EVENTS for place in range(PASSAGES)]
    return {
        "kind": "news",
        "title": f"Report {number}",
        "publisher": "paper",
        "published": "2023-07-11",
        "language": "en",
        "url": f"https://example.org/{number}",
        "seen": "whole",
        "passages": [
            {"about": f"meeting-{of}", "says": {"date": event(of)["date"]}, "wording": f"met for time {of}"}
            for of in about
        ],
    }


def defined(words: dict[str, dict[str, str]]) -> dict[str, dict[str, dict[str, str]]]:
    """Return lists of words with their definitions in two languages."""
    return {name: {word: text(meaning) for word, meaning in some.items()} for name, some in words.items()}


def write(folder: Path, name: str, value: object) -> None:
    """Write a JSON file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def generate(folder: Path, events: int, sources: int) -> None:
    """Write a folder of the form of ``data/``."""
    write(folder, "vocabulary.json", defined(WORDS))
    write(folder, "places.json", {"vilnius": {"name": text("Vilnius"), "kind": "city"}})
    sides = {name: {"name": text(name), "kind": "group"} for name in ("one-side", "other-side")}
    write(folder, "organisations.json", sides)
    write(folder, "publishers.json", {"paper": {"name": text("Paper"), "kind": "newspaper"}})
    for number in range(events):
        write(folder, f"events/meeting-{number}.json", event(number))
    for number in range(sources):
        write(folder, f"sources/paper-report-{number}.json", source(number))


def main(rounds: int) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        large, small = Path(name, "large"), Path(name, "small")
        generate(large, EVENTS, SOURCES)
        # A first load of a small folder of the same kinds makes the readers, which is not reading.
        generate(small, EVENTS, 1)
        words = [sys.executable, "-c", MEASURE, str(large), str(small), str(SOURCES * PASSAGES)]
        runs = [subprocess.run(words, check=True, capture_output=True, text=True) for _ in range(rounds)]
    plain, read = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    print(f"json.loads of the files  {1000 * median(plain):8.1f} ms")
    print(f"load                     {1000 * median(read):8.1f} ms")
    ratio = median(b / a for a, b in zip(plain, read, strict=True))
    print(f"load / json.loads: {ratio:.2f} (at most 4.3)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
