"""The codebook: every table, every column, and what stands in it."""

from typing import ClassVar

from korea_nato._dataset import Dataset, given
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.fields import Field, Shape
from korea_nato._model.record import described
from korea_nato._model.values import Value
from korea_nato._query.filters import word_of
from korea_nato.export._relation import Relation, led
from korea_nato.export._relations import relations

_FORMS = {
    "text": "text",
    "integer": "a whole number",
    "number": "a number",
    "flag": "true or false",
    "date": "YYYY-MM-DD",
    "texts": "a list of texts",
}
_DATE = "YYYY, YYYY-MM or YYYY-MM-DD"


@described
class Variable(Value):
    """A column of a table: what it means, which form its values have, and how often it is filled.

    ``words`` is the closed list of the vocabulary whose words it has, ``leads_to`` the table whose ids it has;
    ``claims`` says whether sources make claims on it, and ``filled`` in how many of ``n_rows`` rows it has a value.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "variable"
    table: ClassVar[tuple[str, ...]] = (
        "table",
        "column",
        "meaning",
        "form",
        "words",
        "leads_to",
        "claims",
        "filled",
        "n_rows",
    )
    told_by: ClassVar[dict[str, str]] = {"table": "of"}

    of: str
    column: str
    meaning: str
    form: str
    words: str | None
    leads_to: str | None
    claims: bool
    filled: int
    n_rows: int

    @property
    def id(self) -> str:
        """The table and the column."""
        return f"{self.of}.{self.column}"

    @property
    def label(self) -> str:
        """The table and the column, with the meaning."""
        return f"{self.id}: {self.meaning}"

    def __repr__(self) -> str:
        return f"<Variable {self.label}>"


def codebook(table: str | None = None, *, dataset: Dataset | None = None) -> Records[Variable]:
    """Return every column of every table, or of one table, with its meaning, form, list, and how often it is filled.

    The tables are those of the exports; the columns of records are also those of ``rows()`` and of every frame.
    Raises ``errors.NoSuchRecord`` for an unknown table.

    >>> from korea_nato import codebook
    >>> codebook("events")["events.kind"].words
    'event-kinds'
    """
    tables = {one.name: one for one in relations(given(dataset))}
    if table is not None:
        word_of(table, tables, "table", "table")
    chosen = [one for name, one in tables.items() if table in (None, name)]
    return Records([_variable(one, column) for one in chosen for column in one.columns], Variable)


codebook.__module__ = "korea_nato"


def _variable(table: Relation, column: Column) -> Variable:
    field = table.fields.get(column.name)
    return Variable(
        of=table.name,
        column=column.name,
        meaning=table.describe(column.name),
        form=_form(column, field),
        words=table.words.get(column.name) or (field.words if field else None),
        leads_to=table.links.get(column.name) or (led(field) if field else None),
        claims=field is not None and field.claims,
        filled=sum(column.get(item) not in (None, []) for item in table.items),
        n_rows=len(table.items),
    )


def _form(column: Column, field: Field | None) -> str:
    if field and field.form:
        return field.form[1]
    return _DATE if field and field.shape is Shape.DATE else _FORMS[column.type]
