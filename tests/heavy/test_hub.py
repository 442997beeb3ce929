"""Folders of tables, read by the library of Hugging Face as it reads a data set of its hub."""

import os

import pytest

from folders import memory, tiny
from korea_nato._load import whole
from korea_nato.export import croissant, datapackage, parquet
from korea_nato.export._relations import relations

# Read when the library is imported: nothing is asked of the network.
os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
datasets = pytest.importorskip("datasets")

pytestmark = [pytest.mark.heavy, pytest.mark.filterwarnings("default")]


@pytest.mark.parametrize("export", [parquet, datapackage, croissant], ids=["parquet", "datapackage", "croissant"])
def test_a_folder_of_tables_loads_table_by_table(tmp_path, export):
    """The card tells which file is which table, so that ``load_dataset(folder, table)`` has its rows, claims first."""
    files = tiny()
    # The digest of the small folder is of digits alone, as no real one is, and would be taken for a number.
    files["sources/gazette-new-programme.json"]["text_sha256"] = "0a" * 32
    dataset = whole(memory(files))
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, data in export.content(dataset).items():
        (folder / name).write_bytes(data)
    names = datasets.get_dataset_config_names(str(folder))

    assert {table.name for table in relations(dataset)} == set(names)
    for table in (table for table in relations(dataset) if table.items):
        rows = datasets.load_dataset(str(folder), table.name, split="train", cache_dir=str(tmp_path / "cache"))

        assert [column.name for column in table.columns] == rows.column_names
        assert len(table.items) == len(rows)
    default = datasets.load_dataset(str(folder), split="train", cache_dir=str(tmp_path / "cache"))

    assert len(dataset.claims()) == len(default)
