"""The tables in which things are looked up: ids, texts, words, figures, settlements, names of areas."""

from collections.abc import Iterator

from korea_nato._dataset import Dataset
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._model.texts import Text
from korea_nato.export._languages import Tongue, tongue
from korea_nato.export._relation import Relation, collections, of_rows
from korea_nato.export._values import bounds

# The fields whose texts are found by a full-text search, in the order in which they are listed.
_TEXTS = ("name", "acronym", "title", "also", "summary", "gist", "phrase")
# The tag for a text whose language is not said (BCP 47: undetermined).
_UNSAID = "und"


def lookups(dataset: Dataset) -> Iterator[Relation]:
    """Yield each of the tables."""
    for table in (_about, _records, _figures, _settlements, _attestations, _texts, _vocabulary):
        yield table(dataset)


def _about(dataset: Dataset) -> Relation:
    known = dataset.about
    row = (
        str(known.title),
        known.title.get("ko"),
        list(known.authors),
        known.licence,
        known.address,
        known.version,
        str(known.closed),
        str(known.read),
        known.read.get("ko"),
        [str(text) for text in known.not_covered],
        dataset.cite(),
        dataset.digest,
    )
    headings = (
        "title title_ko authors:texts licence address version closed read read_ko not_covered:texts citation sha256"
    )
    return of_rows("about", headings, [row], key="version")


def _records(dataset: Dataset) -> Relation:
    rows = [(one.id, one.noun, one.label) for _, records in collections(dataset) for one in records]
    return of_rows("records", "id kind label", rows, key="id")


def _figures(dataset: Dataset) -> Relation:
    rows = [
        (record.id, kind, str(one), one.number, *bounds(one))
        for _, records in collections(dataset)
        for record in records
        for kind, one in getattr(record, "figures", {}).items()
    ]
    return of_rows(
        "figures",
        "record kind quantity number:integer low:number high:number",
        rows,
        key="record kind",
        links={"record": "records"},
        words={"kind": "figure-kinds"},
    )


def _settlements(dataset: Dataset) -> Relation:
    rows = [
        (record.id, name, value, one.kind, str(one.why), one.why.get("ko"))
        for _, records in collections(dataset)
        for record in records
        for name, values in record.settled.items()
        for value, one in values.items()
    ]
    return of_rows(
        "settlements",
        "record field value kind why why_ko",
        rows,
        key="record field value",
        links={"record": "records"},
        words={"kind": "settlement-kinds"},
    )


def _attestations(dataset: Dataset) -> Relation:
    rows = [
        (claim.id, area.id, claim.source.id, str(claim.says), claim.wording, claim.nth, claim.source.language)
        for area in dataset.areas(context=True)
        for claim in dataset.index.claims_about(area.id)
        if claim.field == "name"
    ]
    return of_rows(
        "attestations",
        "claim area source name wording nth:integer language",
        rows,
        key="claim",
        links={"claim": "claims", "area": "areas", "source": "sources"},
    )


def _texts(dataset: Dataset) -> Relation:
    language = tongue(dataset)
    rows = [
        (record.id, *text)
        for _, records in collections(dataset)
        for record in records
        for text in _texts_of(record, language)
    ]
    return of_rows(
        "texts",
        "record field language text",
        rows,
        key="record field language text",
        links={"record": "records"},
    )


def _texts_of(record: Record, language: Tongue) -> Iterator[tuple[str, str, str]]:
    """Yield (field, language, text) for each name, title and summary of a record."""
    for name in _TEXTS:
        value = getattr(record, name, None)
        if isinstance(value, Text):
            yield from ((name, language, text) for language, text in value.items())
        elif isinstance(value, str):
            yield name, record.language if isinstance(record, Source) else _UNSAID, value
        elif value:
            yield from ((name, language(record, text) or _UNSAID, text) for text in value)


def _vocabulary(dataset: Dataset) -> Relation:
    lists: dict[str, dict[str, dict[str, str]]] = dataset.store.own("vocabulary.json") or {}
    rows = [
        (name, word, meaning["en"], meaning.get("ko"))
        for name, words in lists.items()
        for word, meaning in words.items()
    ]
    return of_rows("vocabulary", "list word meaning meaning_ko", rows, key="list word")
