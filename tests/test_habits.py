"""What a contributor meets around the code says what the code and the pages say."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from korea_nato._model.kinds import KINDS
from korea_nato._storage.own import own_files

ROOT = Path(__file__).parents[1]
FORGE = ROOT / ".github"
FORMS = sorted((FORGE / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
TASKS = [*FORGE.rglob("*.yml"), ROOT / ".pre-commit-config.yaml", ROOT / "CITATION.cff"]


def loaded(path):
    """Return what a YAML file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def classified():
    """Return the versions of Python that the classifiers claim."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))


def test_the_build_takes_in_every_kind_of_record():
    """The build asks for each file and folder of the data, and takes in no other."""
    code = (ROOT / "hatch_build.py").read_text(encoding="utf-8")
    whole = ast.literal_eval(re.search(r"^WHOLE = (\(.*?^\))", code, re.MULTILINE | re.DOTALL)[1])

    assert sorted([*own_files(), *(kind.shelf for kind in KINDS)]) == [*whole]


@pytest.mark.parametrize("path", TASKS, ids=lambda path: path.name)
def test_a_yaml_file_holds_a_mapping(path):
    """Each YAML file of the project loads, and is a mapping."""
    assert isinstance(loaded(path), dict)


def test_the_matrix_is_what_the_classifiers_claim():
    """Every Python that the classifiers claim is tested, and no other."""
    tested = loaded(FORGE / "workflows" / "ci.yml")["jobs"]["tests"]["strategy"]["matrix"]["python"]

    assert classified() == tested


def test_the_gate_waits_for_every_job():
    """The one job that a merge depends on needs all the others."""
    jobs = loaded(FORGE / "workflows" / "ci.yml")["jobs"]

    assert set(jobs) - {"gate"} == set(jobs["gate"]["needs"])


def test_every_session_that_ci_runs_is_in_the_noxfile():
    """CI names no session of nox that is not there."""
    asked = loaded(FORGE / "workflows" / "ci.yml")["jobs"]["sessions"]["strategy"]["matrix"]["session"]
    written = re.findall(r"^def (\w+)\(session\)", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE)

    assert set() == set(asked) - set(written)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_has_a_version(path):
    """An action of others is pinned to a version."""
    used = re.findall(r"uses: (?!\./)(\S+)", path.read_text(encoding="utf-8"))

    assert [] == [one for one in used if not re.search(r"@v\d", one)]


def test_a_workflow_may_only_read_unless_a_job_says_more():
    """The permissions of every workflow are to read, and those of a job are its own."""
    assert [{"contents": "read"}] * len(WORKFLOWS) == [loaded(path)["permissions"] for path in WORKFLOWS]


def test_disputing_a_fact_is_the_first_form():
    """The forms come in the order of what matters: a fact, a document, a bug."""
    assert ["Dispute a fact", "A document to add", "A bug"] == [loaded(path)["name"] for path in FORMS]


def test_the_form_of_a_dispute_asks_what_contributing_asks():
    """What CONTRIBUTING tells a reader to say in a dispute are the fields that the form requires."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## How to dispute a fact")[1]
    sentence = re.search(r"Say (.*?)\.\n", section)[1]
    asked = re.split(r", (?:and )?", re.sub(r" \(.*?\)", "", sentence))
    required = [
        part["attributes"]["label"].lower() for part in loaded(FORMS[0])["body"] if part.get("validations") is not None
    ]

    assert asked == required
