"""The command ``korea-nato``: words on the command line become one call below, and its answer is printed."""

import json
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from korea_nato import __version__, export, site
from korea_nato._answering import mentions
from korea_nato._answering.verify import verify_folder
from korea_nato._cli.output import UnwrittenError, complain, drop, finish, say, say_name, say_to_programs, writing
from korea_nato._dataset import Dataset, bundled
from korea_nato._editing.files import composed, files
from korea_nato._editing.rules import check
from korea_nato._editing.start import start
from korea_nato._editing.texts import shared
from korea_nato._load import load, whole
from korea_nato._model.collection import Records
from korea_nato._model.forms import shown as cell
from korea_nato._model.forms import to_csv
from korea_nato._storage import atomic as _whole
from korea_nato._storage.folder import bundled_folder
from korea_nato.errors import BadData, BadValue, MissingExtra, NoSuchRecord, extra

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
Run: TypeAlias = Callable[[Namespace], int]
OK, FOUND, WRONG_CALL = 0, 1, 2

# Each question: what it answers, its filters (one in capitals is an argument), its columns.
_EVENTS = "since until kind status area person organisation place programme topic text"
_QUESTIONS = {
    "areas": ("the areas of a programme", "programme", "number name name_ko n_sources n_publishers"),
    "events": ("what happened, in order", _EVENTS, "date kind id title place n_sources"),
    "programmes": ("the programmes, the oldest first", "partner", "adopted id name name_ko n_sources"),
    "statements": (
        "what was said",
        "since until speaker area event topic text",
        "date id speakers gist n_sources link",
    ),
    "commitments": ("what was promised", "programme area event", "due id title by n_sources"),
    "people": ("the persons", "", "id name name_ko"),
    "organisations": ("the organisations", "", "id name name_ko"),
    "sources": (
        "the documents that were read",
        "since until kind publisher language country",
        "published id title publisher language",
    ),
    "claims": (
        "what sources say of a record",
        "ABOUT field source publisher modality since until",
        "about field says agrees published source wording link",
    ),
    "conflicts": ("where sources disagree, and why", "about", "about field value differing why"),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return 0, 1 where something was found wrong, 2 for a wrong call."""
    asked = parser().parse_args(words)
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


def parser() -> ArgumentParser:
    """Return the parser of the command line."""
    command = ArgumentParser("korea-nato", description="Who says what of the NATO-ROK partnership.")
    command.add_argument("--version", action="version", version=f"korea-nato {__version__}")
    command.set_defaults(run=_greet)
    commands = command.add_subparsers(metavar="COMMAND")
    for name in _QUESTIONS:
        _add_question(commands, name)
    _add_answers(commands)
    _add_writers(commands)
    _add_checks(commands)
    return command


def _add_answers(commands: Commands) -> None:
    """Add what prints an answer in words."""
    shown = _add(commands, "show", "a record with its claims and conflicts", _show)
    shown.add_argument("id", metavar="ID", help="an id, or a name in any language")
    _with_data(shown)
    _with_data(_add(commands, "coverage", "what was read, and what is not covered", _coverage))
    found = _add(commands, "search", "everything that has some words, in any language", _search)
    found.add_argument("words", nargs="+", metavar="WORDS")
    _with_forms(found)
    lists = _add(commands, "vocabulary", "the closed lists, or the words of one", _vocabulary)
    lists.add_argument("list", nargs="?", metavar="LIST")
    _with_forms(lists)
    cited = _with_data(_add(commands, "cite", "how to cite the record, a source or a claim", _cite))
    cited.add_argument("id", nargs="?", metavar="ID")
    cited.add_argument("--form", default="text", metavar="text|bibtex|csl")
    texts = _add(commands, "mentions", "which areas does a text speak of?", _mentions)
    texts.add_argument("file", metavar="FILE", help="a file in UTF-8, or - for standard input")
    texts.add_argument("--json", action="store_true", help="print JSON, for programs")


def _add_writers(commands: Commands) -> None:
    """Add what writes files."""
    out = _add(commands, "export", "write the record in the form of another program", _export)
    out.add_argument("format", metavar="FORMAT", help=", ".join(export.FORMATS))
    out.add_argument("path", metavar="PATH")
    out.add_argument("--force", action="store_true", help="replace what is there")
    _with_data(out)
    pages = _with_data(_add(commands, "site", "write the explorer: a page for every record", _site))
    pages.add_argument("path", metavar="OUT")
    pages.add_argument("--force", action="store_true", help="replace what is there")
    _add(commands, "init", "write a small folder of data to begin with", _init).add_argument("folder", metavar="FOLDER")


def _add_checks(commands: Commands) -> None:
    """Add what is for editors: a folder of data, or of texts."""
    for name, help_, run in (
        ("check", "the editorial rules, on the bundled data or a folder", _check),
        ("fmt", "rewrite the files of a folder (data, by default) in canonical form", _fmt),
    ):
        _add(commands, name, help_, run).add_argument("folder", nargs="?", metavar="FOLDER")
    copies = _add(commands, "compare-texts", "which runs of words do the texts of a folder share?", _compare_texts)
    copies.add_argument("folder", metavar="FOLDER")
    verify = _add(commands, "verify", "do the wordings stand in the texts of a folder?", _verify)
    verify.add_argument("folder", metavar="FOLDER")


def _add(commands: Commands, name: str, help: str, run: Run) -> ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.set_defaults(run=run)
    return command


def _add_question(commands: Commands, name: str) -> None:
    help_, filters, _ = _QUESTIONS[name]
    names = filters.lower().split()
    command = _add(commands, name, help_, lambda asked: _answer(name, names, asked))
    for filter_ in filters.split():
        if filter_.isupper():
            command.add_argument(filter_.lower(), nargs="?", metavar="ID", help="an id, or a name in any language")
        else:
            command.add_argument(f"--{filter_}", metavar=_METAVARS.get(filter_, "ID"))
    _with_forms(command)


def _with_data(command: ArgumentParser) -> ArgumentParser:
    """Let a command be asked of a folder of one's own."""
    command.add_argument("--data", metavar="FOLDER", help="a folder of data, instead of the bundled record")
    return command


def _with_forms(command: ArgumentParser) -> ArgumentParser:
    """Let the rows of a command be printed for programs."""
    command.add_argument("--json", action="store_true", help="print JSON, for programs")
    command.add_argument("--csv", action="store_true", help="print text with commas, for programs")
    return _with_data(command)


_GREETING = f"""korea-nato {__version__}: the partnership between NATO and the Republic of Korea.
Who says what, when, in which words, and who disagrees.

  korea-nato areas                         the eleven areas of the programme of 2023
  korea-nato events --since 2023-07        what happened, in order
  korea-nato statements --speaker 윤석열    what somebody said, with a link
  korea-nato claims itpp --field adopted   which sources say so, in which words
  korea-nato conflicts --about itpp        where sources disagree, and why
  korea-nato search "cyber defence"        everything that has some words
  korea-nato --help                        all commands; each has --help of its own"""


def _greet(_: Namespace) -> int:
    say(_GREETING)
    return OK


def _dataset(asked: Namespace) -> Dataset:
    """Return the dataset that a command is asked of."""
    return bundled() if asked.data is None else load(_folder(asked.data))


_METAVARS = {
    "since": "DATE",
    "until": "DATE",
    "text": "WORDS",
    "language": "TAG",
    "kind": "WORD",
    "status": "WORD",
}


def _answer(name: str, filters: Sequence[str], asked: Namespace) -> int:
    given = {filter_: getattr(asked, filter_) for filter_ in filters}
    dataset = _dataset(asked)
    if name == "areas" and given["programme"] is None and dataset.index.latest_programme:
        given["programme"] = dataset.index.latest_programme.id
    _print(getattr(dataset, name)(**given), _QUESTIONS[name][2].split(), asked, name)
    return OK


def _print(records: Records[Any], headings: Sequence[str], asked: Namespace, name: str) -> None:
    """Print records as they are asked for; an answer without any says so on the other output."""
    if asked.json:
        say_to_programs(_json(records.rows()))
    elif asked.csv:
        say_to_programs(records.to_csv().rstrip("\n"))
    else:
        rows = records.rows()
        _print_table(headings, [[cell(row[heading]) for heading in headings] for row in rows])
    if not records:
        complain(f"korea-nato: no {name}")


def _search(asked: Namespace) -> int:
    _print(_dataset(asked).search(" ".join(asked.words)), ["kind", "id", "title"], asked, "records")
    return OK


def _vocabulary(asked: Namespace) -> int:
    lists = _dataset(asked).vocabulary()
    if asked.list is not None and asked.list not in lists:
        raise NoSuchRecord("list", asked.list, lists)
    rows = [
        {"list": name, "word": word, "meaning": str(meaning), "meaning_ko": meaning.get("ko")}
        for name, words in lists.items()
        if asked.list in (None, name)
        for word, meaning in words.items()
    ]
    if asked.json:
        say_to_programs(_json(rows))
    elif asked.csv:
        say_to_programs(to_csv(tuple(rows[0]), rows).rstrip("\n"))
    else:
        _print_table(["list", "word", "meaning"], [[cell(value) for value in list(row.values())[:3]] for row in rows])
    return OK


def _site(asked: Namespace) -> int:
    written = site.write(asked.path, _dataset(asked), asked.force)
    say_name(f"wrote {len(written)} files into {asked.path}")
    return OK


def _init(asked: Namespace) -> int:
    words = bundled().store.own("vocabulary.json")
    written = _whole.write(asked.folder, start(words), force=False)
    say_name(f"wrote {len(written)} files into {asked.folder}; 'korea-nato check {asked.folder}' finds nothing")
    return OK


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)


def _print_table(headings: Sequence[str], rows: list[list[str]]) -> None:
    with extra("cli", "a table", "rich"):
        from korea_nato._cli.tables import print_table
    say(end="")
    with writing():
        print_table(headings, rows)


def _show(asked: Namespace) -> int:
    say(_dataset(asked).show(asked.id))
    return OK


def _coverage(asked: Namespace) -> int:
    say(_dataset(asked).coverage())
    return OK


def _cite(asked: Namespace) -> int:
    cited = _dataset(asked).cite(asked.id, asked.form)
    (say if asked.form == "text" else say_to_programs)(cited)
    return OK


def _mentions(asked: Namespace) -> int:
    text = _text(asked.file)
    found = bundled().areas_in(text)
    if asked.json:
        say_to_programs(_json(mentions.rows(found)))
    else:
        say(mentions.marked(text, found).rstrip("\n"))
    return OK


def _text(file: str) -> str:
    try:
        if file == "-" and sys.stdin is None:
            raise BadValue("there is no standard input")
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadValue(f"{file!r} is not a text in UTF-8") from None
    except OSError as error:
        raise BadValue(f"{file!r} cannot be read ({error.strerror})") from None


def _export(asked: Namespace) -> int:
    written = export.write(asked.format, asked.path, _dataset(asked), asked.force)
    say_name(f"wrote {asked.path}" if len(written) == 1 else f"wrote {len(written)} files into {asked.path}")
    return OK


def _check(asked: Namespace) -> int:
    dataset = whole(bundled_folder()) if asked.folder is None else load(_folder(asked.folder))
    errors = check(dataset)
    for error in errors:
        say_name(str(error))
    told = dataset.coverage()
    searched = f"{told.n_sources} sources, {len(dataset.claims())} claims"
    inferred = f"{told.inferred} of {told.n_facts} facts rest on inference alone"
    complain(f"{searched}, {inferred}: {len(errors) or 'nothing'} found")
    return FOUND if errors else OK


def _folder(name: str) -> Path:
    """Return the path of a folder; one that is not there is a wrong call, not a finding."""
    folder = Path(name)
    if not name or not folder.is_dir():
        raise BadValue(f"{name!r} is not a folder")
    return folder


def _fmt(asked: Namespace) -> int:
    folder = _folder("data" if asked.folder is None else asked.folder)
    dataset = whole(folder.absolute(), composed)
    content = dataset.store.files.content
    changed = [(name, text) for name, text in files(dataset) if content(name) != text.encode()]
    for name, text in changed:
        _whole.write(folder / name, text.encode(), force=True)
        say_name(f"rewrote {name}")
    return FOUND if changed else OK


def _verify(asked: Namespace) -> int:
    texts, unknown, missing = 0, 0, 0
    for name, source, wordings, doubted in verify_folder(_folder(asked.folder), bundled().index):
        say_name(f"{name}: {source.id if source else 'the text of no source'}")
        texts, unknown, missing = texts + 1, unknown + (source is None), missing + len(wordings)
        for wording in wordings:
            say_name(f"  not there: {wording}")
        for wording, reason in doubted:
            say_name(f"  look again: {wording}: {reason}")
    complain(f"{texts} texts, {unknown} of no source, {missing} wordings not there")
    return FOUND if missing or unknown or not texts else OK


def _compare_texts(asked: Namespace) -> int:
    paths = sorted(path for path in _folder(asked.folder).iterdir() if path.is_file())
    found = list(shared({path.name: _text(str(path)) for path in paths}))
    for run in found:
        say_name(f"{run.one} and {run.other}: {run.n_words} words: {run.words}")
    complain(f"{len(paths)} texts, {len(found)} shared runs of words")
    return FOUND if found else OK
