"""The build takes the records into the package, and does not begin without them."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "data"
BOUND = "_all.json"
# What a whole record has: its own files, and the file or folder of each kind.
WHOLE = (
    "about.json",
    "commitments",
    "events",
    "organisations.json",
    "people.json",
    "places.json",
    "programmes",
    "publishers.json",
    "sources",
    "statements",
    "terms.json",
    "vocabulary.json",
)


class TakesInData(BuildHookInterface[Any]):
    """Puts ``data/`` of the checkout into the wheel as ``korea_nato/data``, the files of each folder bound into one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Stop a build without the records; an editable installation reads them from the checkout."""
        for name in WHOLE:
            if not _is_there(Path(self.root, DATA, name)):
                self.app.abort(f"{DATA}/{name} is missing: build from a whole checkout or sdist of korea_nato")
        if self.target_name == "wheel" and version == "standard":
            self._bound = TemporaryDirectory()
            build_data["force_include"] |= dict(self._files(Path(self._bound.name)))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the wheel."""
        if hasattr(self, "_bound"):
            self._bound.cleanup()

    def _files(self, made: Path) -> Iterator[tuple[str, str]]:
        """Yield each file of the data for the wheel, with its path there."""
        for path in (Path(self.root, DATA, name) for name in WHOLE):
            if path.is_dir():
                bound = made / f"{path.name}.json"
                bound.write_text(_bind(path), encoding="utf-8", newline="\n")
                yield str(bound), f"korea_nato/{DATA}/{path.name}/{BOUND}"
            else:
                yield str(path), f"korea_nato/{DATA}/{path.name}"


def _is_there(path: Path) -> bool:
    """Return whether a file says something, or a folder has a record."""
    return any(path.glob("*.json")) if path.is_dir() else path.is_file() and bool(json.loads(path.read_bytes() or "{}"))


def _bind(folder: Path) -> str:
    """Return one map of the records of a folder, by id, one on each line."""
    records = {path.stem: json.loads(path.read_bytes()) for path in sorted(folder.glob("[!.]*.json"))}
    lines = [f'"{id}": {json.dumps(record, ensure_ascii=False)}' for id, record in records.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"
