from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOKS = sorted(DOCS.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_from_top_to_bottom(path):
    """Each cell of a notebook runs, and its last cell gives something to look at."""
    notebook = nbformat.read(path, as_version=4)

    NotebookClient(notebook, timeout=120).execute()

    assert all(cell.outputs for cell in notebook.cells[-1:])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_its_answers(path):
    """The answers are worked out where it runs, so that none that stands in it can be out of date."""
    notebook = nbformat.read(path, as_version=4)

    assert [] == [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]
