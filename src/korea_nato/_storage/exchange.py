"""Two paths change places in one step, where the system can do that: Linux and macOS can."""

import sys
from collections.abc import Callable
from os import fsencode
from pathlib import Path

Rename = Callable[..., int]
Call = Callable[[Rename, bytes, bytes], int]
# The function of each system, and its arguments: AT_FDCWD for a path of its own, RENAME_EXCHANGE and RENAME_SWAP.
_CALLS: dict[str, tuple[str, Call]] = {
    "linux": ("renameat2", lambda rename, one, other: rename(-100, one, -100, other, 2)),
    "darwin": ("renamex_np", lambda rename, one, other: rename(one, other, 2)),
}


def exchange(one: Path, other: Path) -> bool:
    """Let two paths of one file system change places; return False, and do nothing, where the system cannot."""
    # Imported here because it is slow to import, and needed only where a folder is replaced.
    from ctypes import CDLL

    if sys.platform not in _CALLS:
        return False
    name, call = _CALLS[sys.platform]
    rename = getattr(CDLL(None), name, None)
    return rename is not None and call(rename, fsencode(one), fsencode(other)) == 0
