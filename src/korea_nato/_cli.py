"""The command ``korea-nato``: words on the command line become one call below, and its answer is printed."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from korea_nato import __version__
from korea_nato._check import check
from korea_nato._dataset import bundled
from korea_nato._files import files
from korea_nato._load import load, whole
from korea_nato._raw import bundled_folder
from korea_nato._records import Records, cell
from korea_nato._verify import verify_folder
from korea_nato.display import show
from korea_nato.errors import BadData, BadValue, DataError, MissingExtra, NoSuchRecord

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
Ask: TypeAlias = Callable[[Namespace], Records[Any]]
OK, FOUND, WRONG_CALL = 0, 1, 2

_COLUMNS = {
    "areas": ("id", "number", "name", "name_ko", "n_sources", "n_publishers"),
    "events": ("date", "kind", "id", "title", "place", "n_sources"),
    "sources": ("published", "id", "title", "publisher", "language"),
    "claims": ("field", "says", "modality", "agrees", "source", "wording"),
    "conflicts": ("about", "field", "value", "differing", "why"),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return 0, 1 where something was found wrong, 2 for a wrong call."""
    asked = parser().parse_args(words)
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
    except BadData as error:
        print(error, file=sys.stderr)
        return FOUND
    except (NoSuchRecord, BadValue, MissingExtra) as error:
        print(f"korea-nato: {error}", file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


def parser() -> ArgumentParser:
    """Return the parser of the command line."""
    command = ArgumentParser(
        prog="korea-nato", description="The partnership between NATO and the ROK, sourced."
    )
    command.add_argument("--version", action="version", version=f"korea-nato {__version__}")
    commands = command.add_subparsers(metavar="COMMAND", required=True)
    areas = _table(commands, "areas", "the areas of a programme (the ITPP's eleven)", _areas)
    areas.add_argument("--programme", default="itpp", metavar="ID")
    _add(areas, "--all", action="store_true", help="those of every programme")
    events = _table(commands, "events", "what happened, in order", _asked("events", *_EVENTS))
    _options(events, *_EVENTS)
    sources = _table(commands, "sources", "the documents that were read", _asked("sources", *_SOURCES))
    _options(sources, *_SOURCES)
    claims = _table(commands, "claims", "what sources say of a record", _claims)
    claims.add_argument("about", metavar="ID")
    conflicts = _table(commands, "conflicts", "where sources disagree, and why", _asked("conflicts", "about"))
    _options(conflicts, "about")
    card = _command(commands, "show", "a record with its claims and conflicts", _show)
    card.add_argument("id", metavar="ID")
    for name, help_, run in (
        ("check", "the editorial rules, on the bundled data or a folder", _check),
        ("fmt", "rewrite the files of a folder in canonical form", _fmt),
    ):
        _command(commands, name, help_, run).add_argument("folder", nargs="?", metavar="FOLDER")
    verify = _command(commands, "verify", "do the wordings stand in the texts of a folder?", _verify)
    verify.add_argument("folder", metavar="FOLDER")
    return command


_EVENTS = (
    "since",
    "until",
    "kind",
    "status",
    "area",
    "person",
    "organisation",
    "place",
    "programme",
    "text",
)
_SOURCES = ("since", "until", "kind", "publisher", "language")


def _command(commands: Commands, name: str, help: str, run: Callable[[Namespace], int]) -> ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.set_defaults(run=run)
    return command


def _table(
    commands: Commands, name: str, help: str, run: Callable[[Namespace], Records[Any]]
) -> ArgumentParser:
    command = _command(commands, name, help, lambda asked: _print(name, run(asked), asked.json))
    command.add_argument("--json", action="store_true", help="print JSON, for programs")
    return command


def _add(command: ArgumentParser, *names: str, **options: Any) -> None:
    command.add_argument(*names, **options)


def _options(command: ArgumentParser, *names: str) -> None:
    for name in names:
        form = "DATE" if name in ("since", "until") else "WORDS" if name == "text" else "ID"
        command.add_argument(f"--{name}", metavar=form)


def _asked(question: str, *names: str) -> Ask:
    """Return what asks the bundled data a question with the filters that were given."""
    return lambda asked: getattr(bundled(), question)(**{name: getattr(asked, name) for name in names})


def _areas(asked: Namespace) -> Records[Any]:
    return bundled().areas(programme=None if asked.all else asked.programme)


def _claims(asked: Namespace) -> Records[Any]:
    return bundled().claims(about=asked.about)


def _print(name: str, records: Records[Any], as_json: bool) -> int:
    rows = records.rows()
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        return OK
    headings = _COLUMNS[name]
    _print_table(headings, [[cell(row[heading]) for heading in headings] for row in rows])
    return OK


def _print_table(headings: Sequence[str], rows: list[list[str]]) -> None:
    try:
        from korea_nato._tables import print_table
    except ImportError:
        raise MissingExtra("a table", "cli") from None
    print_table(headings, rows)


def _show(asked: Namespace) -> int:
    print(show(asked.id))
    return OK


def _check(asked: Namespace) -> int:
    return _report(check(load(asked.folder) if asked.folder else whole(bundled_folder())))


def _report(errors: list[DataError]) -> int:
    for error in errors:
        print(error)
    print(f"{len(errors)} found" if errors else "nothing found", file=sys.stderr)
    return FOUND if errors else OK


def _fmt(asked: Namespace) -> int:
    folder = Path(asked.folder or "data")
    dataset = load(folder)
    changed = [
        (name, text) for name, text in files(dataset) if dataset.store.files.content(name) != text.encode()
    ]
    for name, text in changed:
        folder.joinpath(name).write_bytes(text.encode())
        print(f"rewrote {name}")
    return FOUND if changed else OK


def _verify(asked: Namespace) -> int:
    folder = Path(asked.folder)
    if not folder.is_dir():
        raise BadValue(f"{asked.folder!r} is no folder")
    missing = 0
    for name, source, wordings in verify_folder(folder, bundled()):
        print(f"{name}: {source.id if source else 'the text of no source'}")
        missing += len(wordings)
        for wording in wordings:
            print(f"  not there: {wording}")
    return FOUND if missing else OK
