"""The commands for editors: a folder of data, or of texts."""

from argparse import Namespace

from korea_nato._answering.verify import verify_folder
from korea_nato._cli.answers import text_of
from korea_nato._cli.output import complain, say_name
from korea_nato._cli.parsers import FOUND, OK, Commands, add, dataset_of, folder_of, with_data
from korea_nato._editing.files import composed, files
from korea_nato._editing.rules import check
from korea_nato._editing.texts import shared
from korea_nato._load import load, whole
from korea_nato._model.items import counted
from korea_nato._storage import atomic as _whole
from korea_nato._storage.bundled import bundled_folder


def add_editors(commands: Commands) -> None:
    """Add what is for editors."""
    for name, help_, run, example in (
        ("check", "the editorial rules, on the bundled data or a folder", _check, "check my-record"),
        ("fmt", "rewrite the files of a folder (data, by default) in canonical form", _fmt, "fmt my-record"),
    ):
        add(commands, name, help_, run, example).add_argument("folder", nargs="?", metavar="FOLDER")
    verify = add(commands, "verify", "do the wordings stand in the texts of a folder?", _verify, "verify texts")
    verify.add_argument("folder", metavar="FOLDER")
    with_data(verify)
    copies = "which runs of words do the texts of a folder share?"
    add(commands, "compare-texts", copies, _compare_texts, "compare-texts texts").add_argument(
        "folder", metavar="FOLDER"
    )


def _check(asked: Namespace) -> int:
    dataset = whole(bundled_folder()) if asked.folder is None else load(folder_of(asked.folder))
    errors = check(dataset)
    for error in errors:
        say_name(str(error))
    told = dataset.coverage()
    searched = f"{counted(told.n_sources, 'source')}, {counted(len(dataset.claims()), 'claim')}"
    inferred = f"{told.inferred} of {told.n_facts} facts rest on inference alone"
    complain(f"{searched}, {inferred}: {len(errors) or 'nothing'} found")
    return FOUND if errors else OK


def _fmt(asked: Namespace) -> int:
    folder = folder_of("data" if asked.folder is None else asked.folder)
    dataset = whole(folder.absolute(), composed)
    content = dataset.store.files.content
    changed = [(name, text) for name, text in files(dataset) if content(name) != text.encode()]
    for name, text in changed:
        _whole.write(folder / name, text.encode(), force=True)
        say_name(f"rewrote {name}")
    return FOUND if changed else OK


def _verify(asked: Namespace) -> int:
    texts = []
    for text in verify_folder(folder_of(asked.folder), dataset_of(asked).index):
        texts.append(text)
        say_name(f"{text.name}: {text.source.id if text.source else 'the text of no source'}")
        for wording in text.missing:
            say_name(f"  not there: {wording}")
        for wording, reason in text.doubted:
            say_name(f"  look again: {wording}: {reason}")
    unknown, missing = sum(text.source is None for text in texts), sum(len(text.missing) for text in texts)
    complain(f"{counted(len(texts), 'text')}, {unknown} of no source, {counted(missing, 'wording')} not there")
    return FOUND if missing or unknown or not texts else OK


def _compare_texts(asked: Namespace) -> int:
    paths = sorted(path for path in folder_of(asked.folder).iterdir() if path.is_file())
    found = list(shared({path.name: text_of(str(path)) for path in paths}))
    for run in found:
        say_name(f"{run.one} and {run.other}: {run.n_words} words: {run.words}")
    complain(f"{counted(len(paths), 'text')}, {counted(len(found), 'shared run')} of words")
    return FOUND if found else OK
