"""``python -m korea_nato`` is the command ``korea-nato``."""

import sys
from signal import SIGINT, SIGTERM, signal
from typing import NoReturn

from korea_nato._cli.command import main

# By POSIX convention, the exit status is 128 plus the number of the signal.
STOPPED = 128


def run() -> int:
    """Run the command for a shell: told to stop, it cleans up, and says nothing."""
    signal(SIGTERM, _stop)
    try:
        return main()
    except KeyboardInterrupt:
        return STOPPED + SIGINT


def _stop(number: int, _: object) -> NoReturn:
    sys.exit(STOPPED + number)


if __name__ == "__main__":
    sys.exit(run())
