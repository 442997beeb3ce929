"""The codebook as a page of Markdown: every table with its columns, and the closed lists with their words."""

from collections.abc import Iterator

from korea_nato._dataset import Dataset
from korea_nato.export._codebook import Variable, codebook
from korea_nato.export._relations import about, relations


def content(dataset: Dataset) -> bytes:
    """Return the page, with how often each column is filled, and with the words of the closed lists.

    >>> from korea_nato._dataset import bundled
    >>> content(bundled()).decode().splitlines()[0]
    '# Codebook of korea_nato'
    """
    lines = [
        f"# Codebook of {dataset.about.short_title}",
        "",
        f"{about(dataset)} Licence: {dataset.about.licence}.",
        "",
        dataset.cite(),
        *tables(dataset, counted=True),
        *_lists(dataset),
    ]
    return "\n".join([*lines, ""]).encode()


def tables(dataset: Dataset, counted: bool) -> Iterator[str]:
    """Yield the lines on every table; where ``counted``, with how often each column is filled."""
    for table in relations(dataset):
        key = ", ".join(f"`{name}`" for name in table.key)
        yield from ("", "", f"## {table.name}", "", table.description, f"The key is {key}.", "")
        rows = [["column", "what it is", "form", "filled"], ["---"] * 4]
        rows += [
            [_named(one), one.meaning, _form(one), f"{one.filled} of {one.n_rows}"]
            for one in codebook(table.name, dataset=dataset)
        ]
        yield from (_row(cells if counted else cells[:-1]) for cells in rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _named(one: Variable) -> str:
    return f"`{one.column}` \\*" if one.claims else f"`{one.column}`"


def _form(one: Variable) -> str:
    many = one.form.startswith("a list")
    if one.leads_to:
        return f"{'ids' if many else 'an id'} of `{one.leads_to}`"
    if one.words:
        return f"{'words' if many else 'a word'} of `{one.words}`"
    return one.form


def _lists(dataset: Dataset) -> Iterator[str]:
    yield from ("", "", "# The closed lists")
    for name, words in dataset.vocabulary().items():
        yield from ("", "", f"## {name}", "", "| word | what it means |", "|---|---|")
        yield from (f"| `{word}` | {meaning} |" for word, meaning in words.items())
