"""Rows as they are asked for: a table for people, in English or Korean, and JSON or text with commas for programs."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from korea_nato._answering.facts import label
from korea_nato._answering.wording import KIND_NAMES, field_name, kind_name
from korea_nato._cli.output import complain, say, say_to_programs, writing
from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.forms import readable, to_json
from korea_nato._model.items import Item
from korea_nato._model.listed import listed
from korea_nato.errors import extra

Row = Mapping[str, object]
# The columns whose ids a Korean reader is shown as names.
_NAMED = ("place", "speakers", "by", "publisher")
# What is told on the other output, by language.
_NOTHING = {"en": "no {}", "ko": "찾은 것이 없습니다"}
_NO_ROOM = {
    "en": "no room for {}; a wider screen, --csv or --json has all columns",
    "ko": "자리가 없어 뺀 열: {}. 넓은 화면이나 --csv, --json에는 모두 나옵니다",
}


def print_records(records: Records[Item], columns: str, asked: Namespace, dataset: Dataset, noun: str) -> None:
    """Print records as they are asked for."""
    print_rows(records.rows(), records.to_csv, columns, asked, dataset, noun)


def print_rows(
    rows: Sequence[Row], csv: Callable[[], str], columns: str, asked: Namespace, dataset: Dataset, noun: str
) -> None:
    """Print rows as they are asked for; an answer without any says so on the other output.

    ``csv`` makes the text with commas of them; ``columns`` are the names of those that people are shown, and after a
    bar of those that may be left out.
    """
    if asked.json:
        say_to_programs(to_json(rows))
    elif asked.csv:
        say_to_programs(csv().rstrip("\n"))
    elif rows:
        _print_table(rows, columns, asked.lang, dataset)
    if not rows:
        complain(f"korea-nato: {_NOTHING[asked.lang].format(noun)}")


def _print_table(rows: Sequence[Row], columns: str, language: str, dataset: Dataset) -> None:
    """Print rows as a table; what has no room is named on the other output."""
    with extra("cli", "a table", "rich"):
        from korea_nato._cli.tables import print_table
    must, _, may = columns.partition("|")
    names = [name for name in (must + may).split() if language == "en" or not name.endswith("_ko")]
    cells = [[_cell(row, name, language, dataset) for name in names] for row in rows]
    headings = names if language == "en" else [field_name(name, language) for name in names]
    say(end="")
    with writing():
        left = print_table(headings, cells, len([name for name in must.split() if name in names]))
    if left:
        complain(f"korea-nato: {_NO_ROOM[language].format(', '.join(left))}")


def _cell(row: Row, name: str, language: str, dataset: Dataset) -> str:
    if language == "en":
        return readable(row[name])
    value = row.get(f"{name}_{language}") or row[name]
    if name == "kind":
        word = readable(value)
        return kind_name(word, language) if word in KIND_NAMES else listed(word, language)
    if name not in _NAMED or not value:
        return readable(value)
    ids = value if isinstance(value, list) else [value]
    return "; ".join(label(dataset.record(str(id)), language) for id in ids)
