"""The command ``korea-nato``: words on the command line become one call, and its answer is printed."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from korea_nato import __version__
from korea_nato._cli.answers import add_answers
from korea_nato._cli.editors import add_editors
from korea_nato._cli.output import UnwrittenError, complain, drop, finish, say
from korea_nato._cli.parsers import FOUND, OK, WRONG_CALL, Command
from korea_nato._cli.questions import add_questions
from korea_nato._cli.writers import add_writers
from korea_nato.errors import BadData, BadValue, MissingExtra, NoSuchRecord

_GREETING = f"""korea-nato {__version__}: the partnership between NATO and the Republic of Korea.
Who says what, when, in which words, and who disagrees.

  korea-nato areas                         the eleven areas of the programme of 2023
  korea-nato events --since 2023-07        what happened, in order
  korea-nato statements --speaker 윤석열    what somebody said, with a link
  korea-nato claims itpp --field adopted   which sources say so, in which words
  korea-nato conflicts --about itpp        where sources disagree, and why
  korea-nato search "cyber defence"        everything that has some words
  korea-nato show itpp --lang ko           a record with all that is said of it, in Korean
  korea-nato --help                        all commands; each has --help of its own"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return 0, 1 where something was found wrong, 2 for a wrong call."""
    given = sys.argv[1:] if words is None else words
    if given and _is_early(given[0]):
        complain(f"korea-nato: {given[0]} comes after the command, as in 'korea-nato events {given[0]} ...'")
        return WRONG_CALL
    asked = parser().parse_args(given)
    try:
        status: int = asked.run(asked)
        finish()
    except BadData as error:
        for one in error.errors:
            complain(one)
        return FOUND
    except (NoSuchRecord, BadValue, MissingExtra) as error:
        complain(f"korea-nato: {error}")
        return WRONG_CALL
    except BrokenPipeError:
        drop()
        return OK
    except UnwrittenError as error:
        complain(f"korea-nato: the answer cannot be written ({error})")
        drop()
        return WRONG_CALL
    except OSError as error:
        complain(f"korea-nato: {error.filename or 'a file'}: cannot be read ({error.strerror})")
        return WRONG_CALL
    return status


def _is_early(word: str) -> bool:
    """Return whether an option of the commands stands before the command, where it would be taken for one."""
    return word.startswith("--") and not any(own.startswith(word) for own in ("--help", "--version"))


def parser() -> Command:
    """Return the parser of the command line."""
    command = Command("korea-nato", description="Who says what of the NATO-ROK partnership.")
    command.add_argument("--version", action="version", version=f"korea-nato {__version__}")
    command.set_defaults(run=_greet)
    commands = command.add_subparsers(metavar="COMMAND")
    add_questions(commands)
    add_answers(commands)
    add_writers(commands)
    add_editors(commands)
    return command


def _greet(_: Namespace) -> int:
    say(_GREETING)
    return OK
