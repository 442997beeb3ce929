"""The commands that write files."""

from argparse import Namespace
from pathlib import Path

from korea_nato import export, site
from korea_nato._cli.output import say_bytes, say_name
from korea_nato._cli.parsers import OK, Commands, add, dataset_of, with_data
from korea_nato._cli.progress import waiting
from korea_nato._dataset import bundled
from korea_nato._editing.start import start
from korea_nato._storage import atomic as _whole
from korea_nato.errors import BadValue


def add_writers(commands: Commands) -> None:
    """Add what writes files."""
    out = add(commands, "export", "the record in the form of another program", _export, "export sqlite korea-nato.db")
    out.add_argument("format", metavar="FORMAT", help=", ".join(export.FORMATS))
    out.add_argument("path", metavar="PATH", help="a file or a folder, as the format is, or - for standard output")
    out.add_argument("--force", action="store_true", help="replace what is there")
    with_data(out)
    pages = add(commands, "site", "write the explorer: a page for every record", _site, "site pages")
    pages.add_argument("path", metavar="OUT")
    pages.add_argument("--force", action="store_true", help="replace what is there")
    with_data(pages)
    begun = add(commands, "init", "write a small folder of data to begin with", _init, "init my-record")
    begun.add_argument("folder", metavar="FOLDER")


def _export(asked: Namespace) -> int:
    with waiting(f"writing {asked.format}"):
        content = export.content(asked.format, dataset_of(asked))
    if asked.path == "-":
        if isinstance(content, dict):
            raise BadValue(f"{asked.format!r} is a folder of files, which needs a path")
        say_bytes(content)
    else:
        size = sum(map(len, content.values() if isinstance(content, dict) else [content]))
        _written(_whole.write(asked.path, content, asked.force), asked.path, size)
    return OK


def _written(names: tuple[str, ...], path: str, size: int) -> None:
    what = path if names == (path,) else f"{len(names)} files into {path}"
    say_name(f"wrote {what}: {size:,} bytes")


def _site(asked: Namespace) -> int:
    with waiting("writing pages"):
        written = site.write(asked.path, dataset_of(asked), asked.force)
    say_name(f"wrote {len(written)} files into {asked.path}")
    return OK


def _init(asked: Namespace) -> int:
    if asked.folder:
        _require_free(asked.folder)
    written = _whole.write(asked.folder, start(bundled().store.own("vocabulary.json")), force=True)
    say_name(f"wrote {len(written)} files into {asked.folder}; 'korea-nato check {asked.folder}' finds nothing")
    return OK


def _require_free(folder: str) -> None:
    """Raise ``BadValue`` for what is there already, but for an empty folder that nobody is in."""
    path = Path(folder)
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise BadValue("is there already, and is not empty", folder)
    # It is replaced by the new one, and who is in it would be nowhere.
    if path.is_dir() and path.samefile("."):
        raise BadValue("is the folder in which you are: name one inside it", folder)
