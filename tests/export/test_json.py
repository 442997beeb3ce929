from hypothesis import given

from folders import Memory, bytes_of
from korea_nato import export
from korea_nato._dataset import Dataset
from korea_nato._load import load, whole
from korea_nato._model.kinds import KINDS
from korea_nato._storage.own import own_files
from korea_nato.export.json import content
from strategies import datasets


def held(dataset: Dataset):
    """Return all that a dataset holds, as plain values that can be compared."""
    return (
        [tuple(dataset.records(kind)) for kind in KINDS],
        tuple(dataset.claims()),
        tuple(dataset.conflicts()),
        [dataset.store.own(name) for name in own_files()],
    )


@given(dataset=datasets())
def test_loading_an_export_gives_the_dataset(dataset):
    """What is exported and loaded again is the same, for every dataset that can be."""
    assert held(dataset) == held(whole(Memory(content(dataset))))


def test_the_bundled_dataset_comes_back_from_the_disk(shipped, tmp_path):
    """The bundled data, exported into a folder, load as the same dataset."""
    export.write("json", tmp_path / "out", shipped)

    assert held(shipped) == held(load(tmp_path / "out"))


def test_an_export_is_the_folder_itself(shipped, data):
    """The export of canonical data is those data, byte for byte."""
    assert bytes_of(data) == dict(sorted(content(shipped).items()))


def test_the_version_and_the_closing_day_are_in_it(tiny):
    """The folder says of which version it is, and when it was closed."""
    about = content(tiny)["about.json"].decode()

    assert '"version": "2026.1.0"' in about
    assert '"closed": "2026-01-31"' in about
