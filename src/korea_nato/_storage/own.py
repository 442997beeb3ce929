"""The files of a folder that hold no records: what it is, its words, and the terms of its areas."""

from collections.abc import Iterator
from typing import cast

from korea_nato._model.about import About
from korea_nato._model.fields import Field, Shape, part_of, shape_of
from korea_nato._model.once import kept
from korea_nato._model.record import AN_ID, ID
from korea_nato._model.terms import Terms
from korea_nato._model.texts import Frozen, Text
from korea_nato._storage.folder import UNREADABLE
from korea_nato._storage.json import Json
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, DataError

_WORD = (ID.pattern, AN_ID)


@kept
def own_files() -> dict[str, Field]:
    """Return the form of each file that holds no records."""
    return {
        "about.json": part_of(About),
        "vocabulary.json": Field(shape=Shape.MAP, form=_WORD, of=shape_of(Frozen[Text])._replace(form=_WORD)),
        "terms.json": part_of(Terms),
    }


def about(store: Store) -> About:
    """Return what the folder's ``about.json`` says, or raise ``BadData``."""
    return cast(About, _made(store, "about.json"))


def terms(store: Store) -> Terms:
    """Return what the folder's ``terms.json`` says, nothing where it is absent, or raise ``BadData``."""
    return cast(Terms, _made(store, "terms.json"))


def own_errors(store: Store) -> Iterator[DataError]:
    """Yield what is wrong with the form of these files."""
    for file in own_files():
        value = store.own(file)
        if value is not None:
            yield from _read(store, file, value)[1]


def _made(store: Store, file: str) -> object:
    value = store.files.value(file)
    if value is UNREADABLE:
        raise BadData(tuple(error for error in store.errors if error.file == file))
    made, wrong = _read(store, file, value or {})
    if wrong:
        raise BadData(wrong)
    return made


def _read(store: Store, file: str, value: Json) -> tuple[object, tuple[DataError, ...]]:
    made, wrong = store.read(own_files()[file], value)
    return made, tuple(DataError(file, *problem) for problem in wrong)
