"""How to cite the dataset, a source or a claim."""

from collections.abc import Callable, Mapping

from korea_nato._bibliography import Item, claim_item, dataset_item, plain_text, source_item
from korea_nato._bibtex import bibtex
from korea_nato._claims import Claim
from korea_nato._dataset import Dataset, bundled
from korea_nato._json import canonical
from korea_nato._record import Record
from korea_nato._sources import Source
from korea_nato.errors import BadValue, NoSuchRecord, suggestion

_FORMS: Mapping[str, Callable[[Item], str]] = {
    "text": plain_text,
    "bibtex": lambda item: bibtex(item).rstrip("\n"),
    "csl": lambda item: canonical([item]).rstrip("\n"),
}


def cite(what: Source | Claim | str | None = None, form: str = "text", *, dataset: Dataset | None = None) -> str:
    """Return how to cite the dataset, or a source or claim of it, given itself or by its id.

    ``form`` is ``"text"`` (one line), ``"bibtex"`` (one entry) or ``"csl"`` (CSL-JSON, a list of one item).
    A claim is cited as its source, opened at the wording, with what that says of which record.
    Raises ``errors.NoSuchRecord`` for an unknown id, ``errors.BadValue`` for an unknown form.

    >>> from korea_nato import cite
    >>> cite().partition(". ")[0]
    'The korea_nato contributors'
    """
    if not isinstance(form, str) or form not in _FORMS:
        raise BadValue(f"no form {form!r}{suggestion(str(form), _FORMS)}", "form")
    known = dataset or bundled()
    return _FORMS[form](_item(what, known))


def _item(what: Source | Claim | str | None, dataset: Dataset) -> Item:
    if what is None:
        return dataset_item(dataset.about)
    found = _found(what, dataset)
    if isinstance(found, Source):
        return source_item(found)
    return claim_item(found, dataset.record(found.about), dataset.about)


def _found(what: object, dataset: Dataset) -> Source | Claim:
    if isinstance(what, Source | Claim):
        return what
    id = what.id if isinstance(what, Record) else what
    if not isinstance(id, str):
        raise BadValue(f"{id!r} is neither a source nor a claim, nor the id of one")
    sources, claims = dataset.records(Source), dataset.claims()
    found = sources.get(id) or claims.get(id)
    if found is None:
        raise NoSuchRecord("source or claim", id, [*sources.ids, *claims.ids])
    return found
