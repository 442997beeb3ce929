"""Whatever is asked first, by however many threads, the answer is right and made once."""

import os
import subprocess
import sys
import threading
import time

import pytest

from folders import memory, tiny
from korea_nato._model.actors import Place
from korea_nato._model.once import LOCK
from korea_nato._query.index import Index
from korea_nato._storage.store import Store

# The questions of a fresh process: each gives a text by which its answer is known, or an object that is one for all.
QUESTIONS = {
    "ITPP": "repr((id(korea_nato.ITPP), korea_nato.ITPP.areas.ids))",
    "events": "repr(korea_nato.events(place='vilnius').ids)",
    "claims": "repr(list(map(id, korea_nato.claims(about='itpp'))))",
    "conflicts": "repr(korea_nato.conflicts().ids)",
    "areas_in": "repr([one.area.id for one in korea_nato.areas_in('NATO 사이버 방위, counter-terrorism')])",
    "show": "str(korea_nato.show('itpp-adoption'))",
    "rows": "repr(korea_nato.statements().rows())",
}
MIX = [*QUESTIONS] * 9 + ["ITPP"]
START = """
import json, sys, threading
import korea_nato
from concurrent.futures import ThreadPoolExecutor

questions = {questions!r}
def answers(names, ask):
    gate = threading.Barrier(len(names))
    def one(name):
        gate.wait()
        return name, ask(name)
    with ThreadPoolExecutor(len(names)) as pool:
        return list(pool.map(one, names))
def told(found):
    print(json.dumps(sorted({{f"{{name}} {{answer}}" for name, answer in found}})))
"""


def fresh(code, *flags):
    """Return the answers of code in a process of its own."""
    words = [sys.executable, *flags, "-X", "utf8", "-c", START.format(questions=QUESTIONS) + code]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120)

    assert 0 == done.returncode, done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.mark.parametrize("names", [MIX, *([name] * 64 for name in ("ITPP", "events", "claims", "areas_in"))], ids=str)
def test_first_use_by_64_threads_is_right_and_made_once(names):
    """64 threads that ask first all get the answer that one thread gets afterwards."""
    code = f"""
sys.setswitchinterval(1e-6)
found = answers({names!r}, lambda name: eval(questions[name]))
sys.setswitchinterval(0.005)
told(found)
told([(name, eval(questions[name])) for name in {sorted(set(names))!r}])
"""
    together, alone = fresh(code)

    assert together == alone


def test_a_loaded_dataset_is_shared_by_threads(folder):
    """A dataset that is read once answers 64 threads at a time as it answers one."""
    code = f"""
shared = korea_nato.load({str(folder)!r})
asked = ["claims", "conflicts", "events", "statements", "areas_in"] * 12 + ["claims"] * 4
def ask(name):
    told = getattr(shared, name)(*["cyber defence"] if name == "areas_in" else [])
    return repr([id(one) for one in told] if name in ("claims", "events") else told)
found = answers(asked, ask)
told(found)
told([(name, ask(name)) for name in set(asked)])
"""
    together, alone = fresh(code)

    assert together == alone


def test_questions_of_coroutines_run_in_threads():
    """``asyncio.to_thread`` may ask first, and often."""
    code = """
import asyncio
async def main():
    asked = [name for name in questions if name != "rows"] * 6
    threads = [asyncio.to_thread(eval, questions[name], {"korea_nato": korea_nato}) for name in asked]
    return await asyncio.gather(*threads)
found = asyncio.run(main())
print(len(set(found)))
print(len({eval(questions[name]) for name in questions if name != "rows"}))
"""
    together, alone = fresh(code)

    assert together == alone


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_answers_while_a_thread_of_its_parent_asks():
    """A process that was forked in the midst of a reading waits for no thread that it does not have."""
    code = """
import os, time
korea_nato.ITPP
asking = threading.Thread(target=lambda: len(korea_nato.claims()))
asking.start()
statuses = []
for _ in range(8):
    time.sleep(0.005)
    child = os.fork()
    if not child:
        os._exit(0 if len(korea_nato.events()) and len(korea_nato.ITPP.areas) == 11 else 1)
    statuses.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
asking.join()
print(statuses)
"""
    assert ["[0, 0, 0, 0, 0, 0, 0, 0]"] == fresh(code)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_collects_garbage_though_a_thread_of_its_parent_reads():
    """The collector, which a thread of the parent had paused, runs in a process that does not have this thread."""
    code = """
import gc, os
from korea_nato._model.once import uncollected
reading, done = threading.Event(), threading.Event()
def read():
    with uncollected():
        reading.set()
        done.wait()
thread = threading.Thread(target=read)
thread.start()
reading.wait()
child = os.fork()
if not child:
    os._exit(gc.isenabled())
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
off = not gc.isenabled()
done.set()
thread.join()
print(status, off, gc.isenabled())
"""
    assert ["1 True True"] == fresh(code, "-W", "ignore::DeprecationWarning")


def test_spawned_processes_answer(tmp_path):
    """Workers that start from nothing give the records that are here."""
    script = tmp_path / "spawned.py"
    script.write_text(
        "import multiprocessing, korea_nato\n"
        "def ids(kind): return getattr(korea_nato, kind)().ids\n"
        "if __name__ == '__main__':\n"
        "    kinds = ['events', 'places']\n"
        "    with multiprocessing.get_context('spawn').Pool(2) as pool:\n"
        "        print(pool.map(ids, kinds) == [ids(kind) for kind in kinds])\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, encoding="utf-8", timeout=120)

    assert "True\n" == done.stdout, done.stderr


def test_a_false_circle_is_never_kept():
    """After a crowd that asked first, the whole record is read without an error."""
    code = f"""
sys.setswitchinterval(1e-6)
answers({MIX!r}, lambda name: eval(questions[name]))
print(korea_nato.events.__self__.store.errors)
"""
    assert ["[]"] == fresh(code)


def test_who_waits_for_another_finds_what_that_has_made():
    """A thread that asks while another is making the answer gets the very same."""
    store = Store(memory(tiny()))
    index = Index(store)
    questions = [lambda: store.files.shelf(Place), lambda: index.claims]
    found = {}
    waiting = [threading.Thread(target=lambda ask=ask: found.update({ask: ask()})) for ask in questions]
    with LOCK:
        for thread in waiting:
            thread.start()
        time.sleep(0.1)
        made = [ask() for ask in questions]
    for thread in waiting:
        thread.join()

    assert all(found[ask] is one for ask, one in zip(questions, made, strict=True))
