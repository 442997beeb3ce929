"""Writing a file or a folder whole or not at all: to a temporary sibling, then renamed."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from stat import S_IMODE
from tempfile import TemporaryDirectory

from korea_nato._storage.exchange import exchange
from korea_nato.errors import BadValue, NotWritten, quoted

Content = bytes | dict[str, bytes]
_SCRATCH = ".korea-nato-"


def write(path: str | os.PathLike[str], content: Content, force: bool) -> tuple[str, ...]:
    """Write a file, or a folder of files by name; return the names of what was written.

    Raises ``errors.BadValue`` where the path is taken, and ``errors.NotWritten`` where the system refuses;
    either leaves what is there as it was.
    """
    if not _is_path(path):
        raise BadValue(f"{quoted(path)} is not a path")
    given = Path(path)
    # A link is followed, so that it goes on leading to what is written.
    target = Path(os.path.realpath(given))
    try:
        problem = _taken(target, content, force)
        if problem is None:
            _put(target, content)
    except OSError as error:
        raise NotWritten(f"cannot be written ({error.strerror})", str(given)) from error
    if problem:
        raise BadValue(problem, str(given))
    return (str(given),) if isinstance(content, bytes) else tuple(str(given / name) for name in content)


def _is_path(path: object) -> bool:
    """Return whether a system could have something at a path."""
    try:
        return isinstance(path, str | os.PathLike) and str(path) != "" and b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _taken(target: Path, content: Content, force: bool) -> str | None:
    if isinstance(content, bytes) and target.is_dir():
        return "is a folder, and this format is a file"
    if isinstance(content, dict) and target.is_file():
        return "is a file, and this format is a folder"
    if target.exists() and not (target.is_file() or target.is_dir()):
        return "is neither a file nor a folder"
    if target.exists() and not force:
        return "is there already, and is replaced only with force"
    foreign = next(_foreign(target, content), None) if isinstance(content, dict) else None
    return foreign and f"is not replaced, as it holds more than an export: {foreign!r}"


def _foreign(target: Path, content: dict[str, bytes]) -> Iterator[str]:
    """Yield what in a folder an export does not replace: files, links and empty folders that would be lost."""
    folders = {folder.as_posix() for name in content for folder in PurePosixPath(name).parents}
    for folder, inner, names in os.walk(target):
        # A run that was killed may have left a scratch folder.
        inner[:] = sorted(name for name in inner if not name.startswith(_SCRATCH))
        ends = [name for name in inner if Path(folder, name).is_symlink() or not os.listdir(Path(folder, name))]
        inside = (Path(folder, name).relative_to(target).as_posix() for name in sorted([*names, *ends]))
        yield from (name for name in inside if name not in content and name not in folders)


def _put(target: Path, content: Content) -> None:
    with TemporaryDirectory(prefix=_SCRATCH, dir=target.parent) as beside:
        new = Path(beside, "new")
        _fill(new, content)
        if target.exists():
            new.chmod(S_IMODE(target.stat().st_mode))
        if target.is_dir():
            _put_folder(new, target, Path(beside, "old"))
        else:
            new.replace(target)


def _put_folder(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another, with a moment of absence only where the system knows no better way."""
    if exchange(new, target):
        return
    try:
        target.rename(old)
        new.replace(target)
    except BaseException:  # an interruption, too, must not lose what was there
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def _fill(path: Path, content: Content) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
        return
    path.mkdir()
    for name, data in content.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
