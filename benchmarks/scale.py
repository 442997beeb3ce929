"""How time and memory grow with the record: at 1, 10 and 100 times 170 events, 500 sources and 2,000 claims.

python benchmarks/scale.py [TIMES ...]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from reading import EVENTS, PASSAGES, SOURCES, WORDS, defined, event, source, text, write

from korea_nato import Dataset, analysis, load

PEOPLE, PLACES, AREAS = 100, 50, 11
# Milliseconds in which a look-up answers, at every size.
LIMIT = 2


def generate(folder: Path, times: int) -> None:
    """Write a folder of the form of ``data/``, so many times as large."""
    people, places, events = PEOPLE * times, PLACES * times, EVENTS * times
    words = WORDS | {"place-kinds": {"city": "a city", "country": "a country"}}
    write(folder, "vocabulary.json", defined(words))
    write(folder, "about.json", ABOUT)
    cities = {f"city-{n}": {"name": text(f"City {n}"), "kind": "city", "within": "korea"} for n in range(places)}
    write(folder, "places.json", {"korea": {"name": text("Korea"), "kind": "country"}, **cities})
    write(folder, "people.json", {f"person-{n}": {"name": text(f"Person {n}")} for n in range(people)})
    write(folder, "publishers.json", {"paper": {"name": text("Paper"), "kind": "newspaper"}})
    areas = [{"id": f"area-{n}", "name": text(f"area {n}")} for n in range(AREAS * times)]
    programme = {"name": text("Programme"), "partner": "korea", "summary": text("A programme."), "areas": areas}
    write(folder, "programmes/itpp.json", programme)
    for number in range(events):
        names = [f"person-{(number * 7 + place) % people}" for place in range(3)]
        more = {
            "place": f"city-{number % places}",
            "participants": [{"actor": name, "role": "participant"} for name in names],
            "areas": [f"itpp/area-{number % len(areas)}"],
            "first": True,
        }
        write(folder, f"events/meeting-{number}.json", event(number) | more)
    for number in range(SOURCES * times):
        about = [(number * PASSAGES + place) % events for place in range(PASSAGES)]
        passages = [
            {"about": f"meeting-{of}", "says": {"date": event(of)["date"]}, "wording": f"met for time {of}"}
            for of in about
        ]
        write(folder, f"sources/paper-report-{number}.json", source(number) | {"passages": passages})


ABOUT = {
    "version": "1.0.0",
    "closed": "2026-11-24",
    "title": text("A record"),
    "authors": ["Nobody"],
    "licence": "CC0-1.0",
    "read": text("Nothing."),
}
# Look-ups, which are held to the limit at every size.
QUESTIONS: dict[str, Callable[[Dataset], object]] = {
    "record(id)": lambda data: data.record("meeting-7"),
    "events(person=)": lambda data: data.events(person="person-7"),
    "events(place=)": lambda data: data.events(place="city-7"),
    "events(area=)": lambda data: data.events(area="area-7"),
    "events(one day)": lambda data: data.events(since="2012-08-08", until="2012-08-08"),
    "claims(about=)": lambda data: data.claims(about="meeting-7"),
    "claims(source=)": lambda data: data.claims(source="paper-report-7"),
    "conflicts(about=)": lambda data: data.conflicts(about="meeting-7"),
}
# What is worked out anew each time, and so has no limit.
ANSWERS: dict[str, Callable[[Dataset], object]] = {
    "show(id)": lambda data: data.show("meeting-7"),
    "analysis.firsts()": lambda data: analysis.firsts(dataset=data),
}


def seconds(action: Callable[[], object]) -> float:
    """Return the wall-clock time of an action."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def resident() -> int:
    """Return the memory of this process in kB, where the system tells it, or else 0."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


def main(sizes: list[int]) -> None:
    """Print load and memory a claim, and each question's first call, which makes its list, and the median of others."""
    for times in sizes:
        with tempfile.TemporaryDirectory() as name:
            generate(Path(name), times)
            held = resident()
            start = time.perf_counter()
            dataset = load(name)
            spent, held = time.perf_counter() - start, resident() - held
            n = len(dataset.claims())
            each = f"{1e6 * spent / n:.0f} microseconds and {held / n:.1f} kB a claim"
            print(f"{times} times: load {spent:.2f} s, {each} (at most 1.1 times those of a smaller record)")
            for question, ask in {**QUESTIONS, **ANSWERS}.items():
                first, *again = (seconds(partial(ask, dataset)) for _ in range(6))
                limit = f" (at most {LIMIT} ms)" if question in QUESTIONS else ""
                print(f"  {question:20}{1000 * first:10.1f} ms, then {1000 * median(again):8.3f} ms{limit}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1, 10, 100])
