import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import korea_nato

DESIGN = Path(__file__).parents[2] / "docs" / "design.md"
CHANGES = re.findall(r"^```diff\n# (\S+)\n(.*?)^```$", DESIGN.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

# What the changed package is asked; every line of it is a promise of the page.
ASKED = """
import json
from folders import memory, tiny
from korea_nato import codebook, errors
from korea_nato._dataset import Dataset
from korea_nato._editing.files import files as written
from korea_nato._load import whole
from korea_nato._storage.store import Store
from korea_nato.export import jsonschema, turtle

EVENT = "events/vilnius-summit.json"
files = tiny()
PROMISE = next(name for name in files if name.startswith("commitments/"))
files[EVENT]["began"] = "14:30"
files[PROMISE]["cost"] = {"amount": 5, "currency": "EUR"}
said = {"about": "vilnius-summit", "says": {"began": "14:30"}, "wording": "began at half past two"}
files["sources/gazette-new-programme.json"]["passages"].append(said)
folder = memory(files)
dataset = whole(folder)
event, promise = dataset.event("vilnius-summit"), dataset.commitments(context=True)[PROMISE[12:-5]]

# The reader and the value.
assert event.began == "14:30" and promise.cost.amount == 5, "read"
# to_dict.
assert event.to_dict()["began"] == "14:30"
assert promise.to_dict()["cost"] == {"amount": 5, "currency": "EUR"}
# The writer.
texts = dict(written(dataset))
assert json.loads(texts[EVENT])["began"] == "14:30"
assert json.loads(texts[PROMISE])["cost"] == {"amount": 5, "currency": "EUR"}
# The reader of trusted data.
assert Dataset(Store(folder, trusted=True)).event("vilnius-summit") == event
assert Dataset(Store(folder, trusted=True)).commitments(context=True)[promise.id] == promise
# The table.
assert dataset.events(context=True).rows()[dataset.events(context=True).ids.index(event.id)]["began"] == "14:30"
assert [row["cost"] for row in dataset.commitments(context=True).rows() if row["id"] == promise.id] == ["5 EUR"]
# The claims, and the card.
(claim,) = dataset.claims(about="vilnius-summit", field="began")
assert claim.agrees and claim.supports
assert "14:30" in str(dataset.show("vilnius-summit"))
# The codebook.
assert codebook("events", dataset=dataset)["events.began"].form == "an hour such as '14:30'"
assert codebook("events", dataset=dataset)["events.began"].claims
assert codebook("commitments", dataset=dataset)["commitments.cost"].meaning == "The cost."
# The schema.
schemas = {name: json.loads(text) for name, text in jsonschema.content(dataset).items() if name.endswith(".json")}
told = json.dumps(schemas)
assert "an hour such as '14:30'" in told and "What something costs, and in which currency." in told
# The graph.
graph = turtle.content(dataset).decode()
assert 'kn:began "14:30"' in graph and 'kn:currency "EUR"' in graph
# What is wrong.
files[EVENT]["began"], files[PROMISE]["cost"]["currency"] = "half past two", "euros"
try:
    whole(memory(files))
except errors.BadData as error:
    wrong = str(error)
assert f"{EVENT}: began: 'half past two' is not an hour such as '14:30'" in wrong
assert f"{PROMISE}: cost.currency: 'euros' is not a currency such as 'EUR'" in wrong
"""


def changed(text, change):
    """Return a text in which the lines of a change that are taken away are those that it brings."""
    lines = change.splitlines()
    old = "\n".join(line[1:] for line in lines if line[0] in " -")
    new = "\n".join(line[1:] for line in lines if line[0] in " +")

    assert 1 == text.count(f"\n{old}\n"), old

    return text.replace(f"\n{old}\n", f"\n{new}\n")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Return the folder of a copy of the package with the changes that the page shows."""
    folder = tmp_path_factory.mktemp("changed")
    ignored = shutil.ignore_patterns("data", "__pycache__")
    package = Path(shutil.copytree(Path(korea_nato.__file__).parent, folder / "korea_nato", ignore=ignored))
    for name, change in CHANGES:
        module = package / name
        module.write_text(changed(module.read_text(encoding="utf-8"), change), encoding="utf-8")
    return folder


def test_a_field_and_a_kind_of_value_are_one_edit_each(copy):
    """With the lines of the page alone, everything knows the new field and the new kind of value."""
    path = os.pathsep.join([str(copy), str(Path(__file__).parents[1])])
    words = [sys.executable, "-c", ASKED]
    run = subprocess.run(words, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)

    assert (0, "") == (run.returncode, run.stderr)
