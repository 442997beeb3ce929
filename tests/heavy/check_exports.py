"""Read the exports by the programs that are too heavy for the tests: mlcroissant and datasette.

Run without network; only datasette is asked over HTTP, on the loopback.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import mlcroissant

from korea_nato import export
from korea_nato._dataset import Dataset, bundled
from korea_nato.export._relations import relations
from korea_nato.export.datasette import QUESTIONS

PATIENCE = 30
PUBLIC = (
    "programmes",
    "areas",
    "commitments",
    "events",
    "statements",
    "people",
    "organisations",
    "places",
    "publishers",
    "sources",
    "claims",
    "conflicts",
)


def main() -> None:
    """Write the exports, check each, and say what was checked."""
    with TemporaryDirectory() as folder:
        export.write("croissant", Path(folder, "croissant"))
        export.write("datasette", Path(folder, "datasette"))
        check_croissant(Path(folder, "croissant", "croissant.json"), bundled())
        check_datasette(Path(folder, "datasette", "korea-nato.db"), bundled())


def check_croissant(file: Path, dataset: Dataset) -> None:
    """Validate the description, load every record set, and compare each cell with the record."""
    run = subprocess.run(
        [Path(sys.executable).with_name("mlcroissant"), "validate", "--jsonld", file],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr, run.stderr
    loaded = mlcroissant.Dataset(jsonld=file)
    tables = relations(dataset)
    names = [record_set.id for record_set in loaded.metadata.record_sets]
    assert [table.name for table in tables] == names
    assert set(PUBLIC) <= set(names)
    for table in tables:
        expected = [
            {f"{table.name}/{column.name}": shown(value) for column, value in zip(table.columns, row, strict=True)}
            for row in table.rows()
        ]
        actual = [{name: shown(value) for name, value in row.items()} for row in loaded.records(table.name)]
        assert expected == actual, table.name
    check_refusal(file)
    print(f"croissant: {len(names)} record sets, each cell as in the record")


def check_refusal(file: Path) -> None:
    """Change a file, and see that mlcroissant no longer loads it: its hash is another."""
    events = file.with_name("events.json")
    events.write_bytes(events.read_bytes() + b"\n")
    try:
        list(mlcroissant.Dataset(jsonld=file).records("events"))
    except mlcroissant.GenerationError as error:
        refusal = f"{error.__cause__}"
    else:
        refusal = "none"
    assert "hash" in refusal.lower(), refusal


def shown(value: Any) -> Any:
    """Return a cell as both sides write it: texts come back as bytes, days as moments, numbers as numpy's."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, list):
        return [shown(part) for part in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value


def check_datasette(file: Path, dataset: Dataset) -> None:
    """Serve the database with its metadata, and ask tables, views, questions and the search over HTTP."""
    with served(file) as ask:
        told = ask("/korea-nato.json")
        tables = {table["name"]: table for table in told["tables"]}
        for table in relations(dataset):
            assert tables[table.name]["count"] == len(table.items), table.name
            assert set(table.links.values()) == {
                key["other_table"] for key in tables[table.name]["foreign_keys"]["outgoing"]
            }, table.name
        for name in QUESTIONS:
            asked = dict.fromkeys(("speaker", "record", "actor", "area"), "")
            assert ask(f"/korea-nato/{name}.json", _shape="array", **asked | {"record": "itpp"}), name
        row = ask("/korea-nato/events/itpp-adoption.json", _extras="foreign_key_tables")
        counts = {
            key["other_table"]: key["count"] for key in row["foreign_key_tables"] if key["other_column"] == "event"
        }
        assert len(dataset.claims(about="itpp-adoption")) == counts["claims"] > 0
        for view in told["views"]:
            assert ask(f"/korea-nato/{view['name']}.json", _shape="array", _size=1) is not None
        found = {row["record"] for row in ask("/korea-nato/texts.json", _shape="array", _search="cyber", _size="max")}
        assert "itpp/cyber-defence" in found
        korean = ask("/korea-nato/texts.json", _shape="array", _search="사이버", _size="max")
        assert "itpp/cyber-defence" in {row["record"] for row in korean}
        wordings = ask("/korea-nato/claims.json", _shape="array", _search="cyber", _size="max")
        assert wordings
    print(f"datasette: {len(tables)} tables, {len(told['views'])} views, and the search")


@contextmanager
def served(file: Path) -> Iterator[Any]:
    """Yield a function that asks a datasette which serves this file for an address with parameters."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("datasette")
    server = subprocess.Popen(
        [
            program,
            "serve",
            file,
            "--metadata",
            file.with_name("metadata.json"),
            "--port",
            str(port),
            "--host",
            "127.0.0.1",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    opener = build_opener(ProxyHandler({}))

    def ask(path: str, **parameters: Any) -> Any:
        with opener.open(f"http://127.0.0.1:{port}{path}?{urlencode(parameters)}", timeout=PATIENCE) as answer:
            return json.load(answer)

    try:
        wait(ask, server)
        yield ask
    finally:
        server.terminate()
        server.wait()


def wait(ask: Any, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server answers; raise where it ends, or is silent too long."""
    begun = monotonic()
    while True:
        try:
            ask("/-/versions.json")
            return
        except URLError:
            assert server.poll() is None, "datasette ended"
            assert monotonic() - begun < PATIENCE, "datasette is silent"
            sleep(0.2)


if __name__ == "__main__":
    main()
