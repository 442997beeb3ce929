"""The commands that print an answer in words."""

import sys
from argparse import Namespace
from pathlib import Path

from korea_nato._answering import mentions
from korea_nato._answering.screen import width, wrapped
from korea_nato._cli.output import say, say_to_programs
from korea_nato._cli.parsers import OK, Commands, add, dataset_of, with_data, with_language
from korea_nato._model.forms import to_json
from korea_nato.errors import BadValue


def add_answers(commands: Commands) -> None:
    """Add what prints an answer in words."""
    shown = add(commands, "show", "a record with its claims and conflicts", _show, "show 윤석열 --lang ko")
    shown.add_argument("id", metavar="ID", help="an id, or a name in any language")
    with_language(shown)
    with_language(add(commands, "coverage", "what was read, and what is not covered", _coverage, "coverage"))
    cited = add(
        commands,
        "cite",
        "how to cite the record, a source, a claim, or what is behind a record",
        _cite,
        "cite --form bibtex",
    )
    cited.add_argument("id", nargs="?", metavar="ID")
    cited.add_argument("--form", default="text", metavar="text|bibtex|csl", help="how the citation is written")
    with_data(cited)
    texts = add(commands, "mentions", "which areas does a text speak of?", _mentions, "mentions speech.txt")
    texts.add_argument("file", metavar="FILE", help="a file in UTF-8, or - for standard input")
    texts.add_argument("--json", action="store_true", help="print JSON, for programs")
    with_data(texts)


def _show(asked: Namespace) -> int:
    say(dataset_of(asked).show(asked.id, language=asked.lang))
    return OK


def _coverage(asked: Namespace) -> int:
    for sentence in dataset_of(asked).coverage().told(asked.lang):
        say(wrapped(sentence, width()))
    return OK


def _cite(asked: Namespace) -> int:
    cited = dataset_of(asked).cite(asked.id, asked.form)
    (say if asked.form == "text" else say_to_programs)(cited)
    return OK


def _mentions(asked: Namespace) -> int:
    text = text_of(asked.file)
    found = dataset_of(asked).areas_in(text)
    if asked.json:
        say_to_programs(to_json(mentions.rows(found)))
    else:
        say(mentions.marked(text, found).rstrip("\n"))
    return OK


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input for a hyphen."""
    try:
        if file == "-" and sys.stdin is None:
            raise BadValue("there is no standard input")
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadValue(f"{file!r} is not a text in UTF-8") from None
    except OSError as error:
        raise BadValue(f"{file!r} cannot be read ({error.strerror})") from None
