import os
import shutil
import subprocess
import sys
from pathlib import Path

import korea_nato

# A field of every shape that a class can have, of which sources make claims, and a value of each.
FIELDS = """    first: bool | None = field(default=None, metadata=STAR)
    attendance: Quantity | None = field(default=None, metadata=STAR)
    hosts: tuple[Actor, ...] = field(default=(), metadata=STAR)
    public: bool | None = field(default=None, metadata=STAR)
    room: int | None = field(default=None, metadata=STAR)
    marks: tuple[str, ...] = field(default=(), metadata=STAR)
    sessions: tuple[When, ...] = field(default=(), metadata=STAR)
    seats: tuple[Quantity, ...] = field(default=(), metadata=STAR)
    doors: Frozen[When] = field(default=Frozen({}), metadata=words("figure-kinds", **STAR))
    flags: Frozen[bool] = field(default=Frozen({}), metadata=words("figure-kinds", **STAR))
    cost: Cost | None = field(default=None, metadata=STAR)
    costs: tuple[Cost, ...] = field(default=(), metadata=STAR)
    slot: str | None = field(default=None, metadata=words("event-kinds", **STAR))
    after: "Event | None" = field(default=None, metadata=STAR)
    began: Hour | None = field(default=None, metadata=STAR)
    bells: tuple[Hour, ...] = field(default=(), metadata=STAR)
"""
VALUES = {
    "attendance": "~300",
    "hosts": ["nato", "yoon-suk-yeol"],
    "public": True,
    "room": 4,
    "marks": ["red"],
    "sessions": ["2023-07-11", "2023"],
    "seats": ["~5", 7],
    "doors": {"leaders": "2023-07-11"},
    "flags": {"leaders": True},
    "cost": {"amount": 5, "currency": "EUR"},
    "costs": [{"amount": 1, "currency": "EUR"}, {"amount": 2, "currency": "KRW"}],
    "slot": "visit",
    "after": "secretary-visit",
    "began": "14:30",
    "bells": ["14", "15:00"],
}
COST = '''@described
class Cost(Value):
    """What something costs, and in which currency."""

    amount: int
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@described
class Event(Record):
'''
HOUR = '''@frozen(eq=False, repr=False)
class Hour(Scalar):
    """An hour as precise as its sources."""

    text: str

    def agrees_with(self, other: "Hour") -> bool:
        return self.text.startswith(other.text) or other.text.startswith(self.text)


@frozen(eq=False, repr=False)
class Quantity(Scalar):
'''
# What the page on the design asks for these: lines that are added to a module, and before which.
LINES = [
    ("_model/events.py", "@described\nclass Event(Record):\n", COST),
    ("_model/events.py", "    first: bool | None = field(default=None, metadata=STAR)\n", FIELDS),
    ("_model/events.py", "values import Quantity", "values import Hour, Quantity"),
    ("_model/values.py", "@frozen(eq=False, repr=False)\nclass Quantity(Scalar):\n", HOUR),
    ("_model/fields.py", "values import Quantity", "values import Hour, Quantity"),
    ("_model/fields.py", "class Shape(Enum):\n", 'class Shape(Enum):\n    HOUR = "hour"\n'),
    ("_model/fields.py", "    Quantity: Shape.QUANTITY,\n", "    Quantity: Shape.QUANTITY,\n    Hour: Shape.HOUR,\n"),
    ("_storage/reader.py", "import Frozen, Text\n", "import Frozen, Text\nfrom korea_nato._model.values import Hour\n"),
    (
        "_storage/reader.py",
        "    Shape.LANGUAGES: _languages,\n",
        "    Shape.LANGUAGES: _languages,\n    Shape.HOUR: lambda _: lambda value, _: Hour(strict.string(value)),\n",
    ),
    ("_storage/trusted.py", "values import Quantity", "values import Hour, Quantity"),
    (
        "_storage/trusted.py",
        "    Shape.LINK: _link,\n",
        "    Shape.LINK: _link,\n    Shape.HOUR: lambda field: lambda raw, now: Hour(raw),\n",
    ),
    ("export/_schemas.py", '    Shape.TEXT: "text",\n', '    Shape.TEXT: "text",\n    Shape.HOUR: "text",\n'),
    ("_evidence/agreement.py", "values import Quantity", "values import Hour, Quantity"),
    ("_evidence/agreement.py", "    Place: Comp", "    Hour: Comparison(_same_time, _as_long),\n    Place: Comp"),
]
ASKED = """
import ast, sys
from folders import memory, tiny
from korea_nato import export
from korea_nato._dataset import Dataset
from korea_nato._editing.files import files as written
from korea_nato._editing.rules import check
from korea_nato._load import whole
from korea_nato._storage.store import Store

values = ast.literal_eval(sys.argv[1])
files = tiny()
files["events/vilnius-summit.json"].update(values)
said = [{"about": "vilnius-summit", "says": {name: value}, "wording": name} for name, value in values.items()]
files["sources/gazette-new-programme.json"]["passages"] += said
dataset = whole(memory(files))
event = dataset.event("vilnius-summit")
claims = [claim for claim in dataset.claims(about=event) if claim.wording in values]
wrong = [error for error in check(dataset) if error.at.partition(".")[0] in values]

print({name: event.to_dict()[name] for name in values} == values)
print(Dataset(Store(memory(files), trusted=True)).event("vilnius-summit") == event)
print(whole(memory({name: text.encode() for name, text in written(dataset)})).event("vilnius-summit") == event)
print(len(claims), [str(claim) for claim in claims if not claim.supports], list(map(str, wrong)))
print(set(values) - {name.partition("_")[0] for name in dataset.events().to_arrow().column_names})
print([name for name in values if f"  {name}:" not in str(dataset.show(event)).replace(" (leaders)", "")])
print([name for name in values if f"kn:{name}" not in export.content("turtle", dataset).decode()])
print(all(len(export.content(format, dataset)) > 0 for format in ("jsonld", "sqlite", "jsonschema", "codebook")))
"""


def test_a_field_of_any_shape_is_one_line(tmp_path):
    """Readers, writer, tables, claims, the check, cards and the graph know a field by its line, whatever its shape."""
    ignored = shutil.ignore_patterns("data", "__pycache__")
    package = shutil.copytree(Path(korea_nato.__file__).parent, tmp_path / "korea_nato", ignore=ignored)
    for name, old, new in LINES:
        module = Path(package, name)
        code = module.read_text(encoding="utf-8")
        assert 1 == code.count(old), (name, old)
        module.write_text(code.replace(old, new), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path(__file__).parents[1])])}
    run = subprocess.run([sys.executable, "-c", ASKED, repr(VALUES)], env=env, capture_output=True, encoding="utf-8")

    assert "" == run.stderr
    assert ["True", "True", "True", "15 [] []", "set()", "[]", "[]", "True"] == run.stdout.splitlines()
