"""Fixtures and profiles for all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from folders import bytes_of, memory, tiny, write
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato._storage.bundled import bundled_folder

# In CI the same examples come every time, so that a red run can be repeated.
SHARED = settings(deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fast", SHARED, max_examples=10)
settings.register_profile("default", SHARED, max_examples=30)
settings.register_profile("thorough", SHARED, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def fixture_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the width of a terminal that whoever runs the tests may have said."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(name="folder")
def fixture_folder(tmp_path: Path) -> Path:
    """Return the small folder, written afresh, for a test to change."""
    return write(tmp_path / "tiny", tiny())


@pytest.fixture(name="tiny", scope="session")
def fixture_tiny() -> Dataset:
    """Return the dataset of the small folder, for a test to ask."""
    return whole(memory(tiny()))


@pytest.fixture(name="shipped", scope="session")
def fixture_shipped() -> Dataset:
    """Return the dataset that comes with the package, read whole."""
    return whole(bundled_folder())


@pytest.fixture(name="data", scope="session")
def fixture_data() -> Path:
    """Return the folder of the data as the checkout has it, each record in a file of its own."""
    return Path(__file__).parents[1] / "data"


@pytest.fixture(name="bundled_files", scope="session")
def fixture_bundled_files(data: Path) -> dict[str, bytes]:
    """Return each file of the data that come with the package, with its bytes."""
    return bytes_of(data)
