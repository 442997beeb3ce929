"""How to cite the dataset, a source or a claim, or the sources behind a record or a selection."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from korea_nato._answering.bibliography import Item, claim_item, dataset_item, plain_text, source_item
from korea_nato._answering.bibtex import bibtex
from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.index import Index
from korea_nato._storage.json import canonical
from korea_nato.errors import BadValue, NoSuchRecord, hint, quoted

# What can be cited: itself, by its id, or several of these.
Cited: TypeAlias = Record | Claim | Conflict | str | Iterable["Cited"] | None

_FORMS: Mapping[str, Callable[[list[Item]], str]] = {
    "text": lambda items: "\n".join(map(plain_text, items)),
    "bibtex": lambda items: "\n".join(map(bibtex, items)).rstrip("\n"),
    "csl": lambda items: canonical(items).rstrip("\n"),
}


def cite(what: Cited, form: str, index: Index) -> str:
    """Return how to cite the dataset, or what of it is given, itself or by its id."""
    if not isinstance(form, str) or form not in _FORMS:
        raise BadValue(f"no form {quoted(form)}{hint(form, _FORMS)}", "form")
    if what is None:
        return _FORMS[form]([dataset_item(index.about, index.digest)])
    items = {item["id"]: item for item in _items(what, index)}
    if not items:
        raise BadValue("no source speaks of what is to be cited")
    return _FORMS[form](list(items.values()))


def _items(what: object, index: Index) -> Iterator[Item]:
    """Yield the items of a source or a claim, or of the sources behind anything else."""
    found = _found(what, index) if isinstance(what, str) else what
    if isinstance(found, Source):
        yield source_item(found)
    elif isinstance(found, Claim):
        yield claim_item(found, index.record(found.about), index.about)
    elif isinstance(found, Record | Conflict):
        claims = index.claims_on(found) if isinstance(found, Record) else found.claims
        yield from (source_item(claim.source) for claim in claims)
    elif isinstance(found, Iterable) and not isinstance(found, bytes):
        for one in found:
            yield from _items(one, index)
    else:
        raise BadValue(f"{quoted(found)} is neither a record nor a claim, nor the id of one")


def _found(id: str, index: Index) -> Record | Claim:
    if id in index.claims_by_id:
        return index.claims_by_id[id]
    if "#" in id:
        raise NoSuchRecord("claim", id, index.claims_by_id)
    return index.record(id)
