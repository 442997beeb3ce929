"""The files of the explorer: pages by Jinja2's templates, which escape all that a record holds."""

import json
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files as package_files

from jinja2 import Environment, PackageLoader, StrictUndefined

from korea_nato._answering.facts import facts, label
from korea_nato._answering.wording import KIND_NAMES, LANGUAGES, field_name, kind_name, list_name, words
from korea_nato._dataset import Dataset
from korea_nato._editing.files import file_of, files
from korea_nato._model.events import Event, Statement
from korea_nato._model.fields import fields_of
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.filters import when
from korea_nato._storage.json import Json
from korea_nato.errors import cut
from korea_nato.export._graph import nodes
from korea_nato.export._terms import PREFIXES
from korea_nato.export._urn import urn_of
from korea_nato.site._references import records, references

ASSETS = ("explorer.css", "explorer.js")
# What a template is told, by name.
Told = dict[str, Json]
# The filters of the first page whose values are chosen from a list.
_CHOICES = ("kind", "area", "topic", "person", "language")
# A longer gist is cut on the first page; its own page has it whole.
_LONG = 140


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return every file of the explorer by its path, the first pages first."""
    pages = Pages(dataset)
    made = {name: page.encode() for language in LANGUAGES for name, page in pages.all(language)}
    assets = package_files("korea_nato.site").joinpath("assets")
    made |= {f"assets/{name}": assets.joinpath(name).read_bytes() for name in ASSETS}
    return made | {f"data/{name}": text.encode() for name, text in files(dataset)}


class Pages:
    """The pages of a dataset in one look; what they share is worked out once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.records = list(records(dataset))
        self.by_id = {record.id: record for record in self.records}
        self.references = references(dataset)
        self.nodes = _described(dataset)
        self.environment = Environment(
            loader=PackageLoader("korea_nato.site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def all(self, language: str) -> Iterator[tuple[str, str]]:
        """Yield each page of a language with its path."""
        yield self._page("index.html", "first.html", language, **self._first(language))
        yield self._page("records.html", "all.html", language, groups=self._groups())
        yield self._page("words.html", "words.html", language, lists=self.dataset.vocabulary())
        for record in self.records:
            yield self._page(page_of(record), "record.html", language, **self._record(record, language))

    def _page(self, path: str, template: str, language: str, **told: object) -> tuple[str, str]:
        other = next(one for one in LANGUAGES if one != language)
        own = _in(language, path)
        root = "../" * own.count("/")

        def to(id: str) -> str:
            return root + _in(language, page_of(self.by_id[id]))

        html = self.environment.get_template(template).render(
            language=language,
            words=words(language),
            root=root,
            home=root + _in(language, ""),
            turned=root + _in(other, path),
            about=self.dataset.about,
            to=to,
            known=self.by_id,
            label=lambda record: label(record, language),
            kind_name=lambda noun, plural=False: kind_name(noun, language, plural),
            field_name=lambda field: field_name(field, language),
            meaning=lambda name, word: self._meaning(name, word, language),
            list_name=lambda name: list_name(name, language),
            **told,
        )
        return own, html

    def _meaning(self, name: str, word: str, language: str) -> str:
        definition = self.dataset.store.words(name).get(word, {})
        return str(definition.get(language) or definition.get("en") or word)

    def _first(self, language: str) -> Told:
        told = [one for one in self.records if isinstance(one, Event | Statement) and not one.context]
        items = sorted((self._item(one, language) for one in told), key=lambda item: (item["date"] or "9", item["id"]))
        years = Counter(item["date"][:4] for item in items if item["date"])
        span = range(int(min(years)), int(max(years)) + 1) if years else range(0)
        choices = {name: self._choices(name, items, language) for name in _CHOICES}
        for item in items:
            item |= {name: [choices[name].index(one) + 1 for one in item[name]] for name in _CHOICES}
        return {
            "items": items,
            "years": [(str(year), years[str(year)]) for year in span],
            "highest": max(years.values(), default=1),
            "choices": choices,
        }

    def _choices(self, name: str, items: list[Told], language: str) -> list[str]:
        """Return what a filter offers, in order; a page names each by its place, which keeps the page small."""
        found = {one for item in items for one in item[name]}
        if name == "area":
            return [one.id for one in self.dataset.areas() if one.id in found]
        return self._by_label(found, language) if name == "person" else sorted(found)

    def _by_label(self, ids: set[str], language: str) -> list[str]:
        return sorted(ids, key=lambda one: label(self.by_id[one], language))

    def _item(self, record: Event | Statement, language: str) -> Told:
        day = when(record)
        actors = [one.actor for one in getattr(record, "participants", ())] + [*getattr(record, "speakers", ())]
        claims = self.dataset.claims(about=record)
        return {
            "id": record.id,
            "noun": record.noun,
            "date": str(day) if day else "",
            "title": cut(label(record, language), _LONG),
            "who": [label(one, language) for one in getattr(record, "speakers", ())],
            "kind": [record.noun, *([record.kind] if isinstance(record, Event) else [])],
            "area": [area.id for area in record.areas if not area.context],
            "topic": list(record.topics),
            "person": list(dict.fromkeys(actor.id for actor in actors)),
            "language": sorted({claim.source.language for claim in claims}),
            "n_sources": len({claim.source.id for claim in claims}),
            "conflict": bool(self.dataset.conflicts(about=record)),
        }

    def _groups(self) -> list[tuple[str, list[Record]]]:
        return [(noun, [one for one in self.records if one.noun == noun]) for noun in KIND_NAMES]

    def _record(self, record: Record, language: str) -> Told:
        return {
            "record": record,
            "lists": {field.key: field.words for field in fields_of(type(record)) if field.words},
            "facts": [
                one for one in facts(record, self.dataset.index, language) if one.field not in _told_apart(record)
            ],
            "referring": self._referring(record),
            "claims": list(self.dataset.claims(source=record)) if isinstance(record, Source) else [],
            "citation": self.dataset.cite(record.id) if record.noun == "source" else self.dataset.cite(),
            "described": self.nodes.get(urn_of(record), "{}"),
            "file": f"data/{file_of(record)}",
        }

    def _referring(self, record: Record) -> list[tuple[str, list[Record]]]:
        groups: dict[str, list[Record]] = {}
        for field, one in self.references.get(record.id, ()):
            groups.setdefault(field, []).append(one)
        return sorted(groups.items())


def _told_apart(record: Record) -> tuple[str, ...]:
    """Return the fields that have a part of the page to themselves."""
    return ("note", "areas") if record.noun == "programme" else ("note",)


def page_of(record: Record) -> str:
    """Return the path of a record's page: its kind and its id."""
    return f"{record.noun}/{record.id}.html"


def _in(language: str, path: str) -> str:
    return path if language == "en" else f"{language}/{path}"


def _described(dataset: Dataset) -> dict[str, str]:
    """Return JSON-LD by the name of a node, safe inside a page."""
    context = {"@context": PREFIXES}
    return {
        node["@id"]: json.dumps(context | node, ensure_ascii=False).replace("<", "\\u003c") for node in nodes(dataset)
    }
