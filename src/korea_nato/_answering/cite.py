"""How to cite the dataset, a source or a claim."""

from collections.abc import Callable, Mapping

from korea_nato._answering.bibliography import Item, claim_item, dataset_item, plain_text, source_item
from korea_nato._answering.bibtex import bibtex
from korea_nato._evidence.claims import Claim
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.index import Index
from korea_nato._storage.json import canonical
from korea_nato.errors import BadValue, NoSuchRecord, hint

_FORMS: Mapping[str, Callable[[Item], str]] = {
    "text": plain_text,
    "bibtex": lambda item: bibtex(item).rstrip("\n"),
    "csl": lambda item: canonical([item]).rstrip("\n"),
}


def cite(what: Source | Claim | str | None, form: str, index: Index) -> str:
    """Return how to cite the dataset, or a source or claim of it, given itself or by its id."""
    if not isinstance(form, str) or form not in _FORMS:
        raise BadValue(f"no form {form!r}{hint(form, _FORMS)}", "form")
    return _FORMS[form](_item(what, index))


def _item(what: Source | Claim | str | None, index: Index) -> Item:
    if what is None:
        return dataset_item(index.about)
    found = _found(what, index)
    if isinstance(found, Source):
        return source_item(found)
    return claim_item(found, index.record(found.about), index.about)


def _found(what: object, index: Index) -> Source | Claim:
    if isinstance(what, Source | Claim):
        return what
    id = what.id if isinstance(what, Record) else what
    if not isinstance(id, str):
        raise BadValue(f"{id!r} is neither a source nor a claim, nor the id of one")
    sources, claims = index.records(Source), index.claims_by_id
    found = sources.get(id) or claims.get(id)
    if found is not None:
        return found
    if index.holds(id):
        raise BadValue(f"{id!r} is neither a source nor a claim, which alone can be cited")
    raise NoSuchRecord("source or claim", id, [*sources.ids, *claims])
