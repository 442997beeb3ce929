"""How the command's own words are read: commands with their arguments, the words they take, and an example of each."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from korea_nato._answering.screen import width, wrapped
from korea_nato._answering.wording import LANGUAGES
from korea_nato._dataset import Dataset, bundled
from korea_nato._load import load
from korea_nato.errors import BadValue

OK, FOUND, WRONG_CALL = 0, 1, 2
Run: TypeAlias = Callable[[Namespace], int]


class Command(ArgumentParser):
    """A parser whose help ends with the words of the closed lists that it takes, and an example."""

    example = ""
    lists: Mapping[str, str] = {}

    def format_help(self) -> str:
        """Return the help; the lists are read only now, when somebody asks."""
        lists = bundled().vocabulary() if self.lists else {}
        words = (wrapped(f"{option}: {', '.join(sorted(lists[name]))}", width()) for option, name in self.lists.items())
        told = [super().format_help(), *words, f"example:\n  {self.example}" if self.example else ""]
        return "\n".join(filter(None, told)).rstrip("\n") + "\n"


Commands: TypeAlias = "_SubParsersAction[Command]"


def add(commands: Commands, name: str, help: str, run: Run, example: str) -> Command:
    """Add a command: its name, what it does in a line, the function that does it, and how it may be called."""
    command = commands.add_parser(name, help=help, description=help)
    command.set_defaults(run=run)
    command.example = f"korea-nato {example}"
    return command


def with_data(command: Command) -> Command:
    """Let a command be asked of a folder of one's own."""
    command.add_argument("--data", metavar="FOLDER", help="a folder of data, instead of the bundled record")
    return command


def with_language(command: Command) -> Command:
    """Let a command answer in Korean."""
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the answer")
    return with_data(command)


def with_forms(command: Command) -> Command:
    """Let the rows of a command be printed for programs."""
    command.add_argument("--json", action="store_true", help="print JSON, for programs")
    command.add_argument("--csv", action="store_true", help="print text with commas, for programs")
    return with_language(command)


def dataset_of(asked: Namespace) -> Dataset:
    """Return the dataset that a command is asked of."""
    return bundled() if asked.data is None else load(folder_of(asked.data))


def folder_of(name: str) -> Path:
    """Return the path of a folder; one that is not there is a wrong call, not a finding."""
    folder = Path(name)
    if not name or not folder.is_dir():
        raise BadValue(f"{name!r} is not a folder")
    return folder
