"""The dataset as the nodes of a graph, in the form of JSON-LD; Turtle is another spelling of the same nodes.

Areas are SKOS concepts in one scheme a programme; events, actors and sources are of schema.org; claims are
of PROV-O, and their wordings text-quote selectors of the Web Annotation model.
No library writes them, so that the bytes depend on the data alone; every node has a name of its own.
"""

from collections.abc import Iterator
from typing import Any

from korea_nato._dataset import Dataset
from korea_nato._evidence.agreement import fact
from korea_nato._evidence.claims import Claim, Conflict
from korea_nato._model.events import Event, Mention
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._model.values import Text
from korea_nato.export._nodes import Node, links, node, objects, parts
from korea_nato.export._terms import MATCHES, STATUSES
from korea_nato.export._urn import urn, urn_of


def nodes(dataset: Dataset) -> list[Node]:
    """Return every node: the dataset, records and their parts, claims and their wordings, conflicts."""
    return [{name: told for name, told in one.items() if told} for one in _nodes(dataset)]


def _nodes(dataset: Dataset) -> Iterator[Node]:
    yield _about(dataset)
    for record in _records(dataset):
        yield node(record, urn_of(record)) | _related(record, dataset)
        yield from parts(record, urn_of(record))
    for claim in dataset.claims():
        yield _claim(claim, dataset)
        yield from _mentions(claim, dataset)
        yield from _evidence(claim)
    for conflict in dataset.conflicts():
        yield _conflict(conflict, dataset)


def _records(dataset: Dataset) -> Iterator[Record]:
    for kind in KINDS:
        yield from dataset.records(kind)
    yield from dataset.areas(context=True)


def _about(dataset: Dataset) -> Node:
    about = dataset.about
    return {
        "@id": urn("dataset", about.version),
        "@type": ["schema:Dataset"],
        "schema:name": objects(about.title),
        "schema:creditText": list(about.authors),
        "dcterms:license": [{"@id": about.licence_address}],
        "schema:url": objects(about.address, field="url") if about.address else [],
        "schema:version": [about.version],
        "schema:description": objects(about.read),
        "kn:closed": objects(about.closed),
        "kn:not_covered": [text for one in about.not_covered for text in objects(one)],
    }


def _related(record: Record, dataset: Dataset) -> Node:
    """Return what follows for a record from others: its sources, its scheme and kin, who took part."""
    more: Node = {"prov:wasDerivedFrom": links(claim.source for claim in dataset.index.claims_about(record.id))}
    if isinstance(record, Area):
        scheme = [{"@id": urn("programme", record.id.partition("/")[0])}]
        more |= {"skos:inScheme": scheme, "skos:topConceptOf": scheme} | _matches(record)
    if isinstance(record, Event):
        more |= _attended(record)
    return more


def _matches(area: Area) -> Node:
    found: Node = {}
    for one in area.continues:
        match = MATCHES.get(one.relation, "skos:relatedMatch")
        found.setdefault(match, []).extend(links([one.area]))
    return found


def _attended(event: Event) -> Node:
    """Return who attended, and who organised; whoever was only invited may have stayed away."""
    there = [one.actor for one in event.participants if one.role != "invited"]
    organisers = [one.actor for one in event.participants if one.role == "organiser"]
    status = STATUSES.get(event.status)
    return {
        "schema:attendee": links(there),
        "schema:organizer": links(organisers),
        "schema:eventStatus": [{"@id": status}] if status else [],
    }


def _claim(claim: Claim, dataset: Dataset) -> Node:
    name = urn_of(claim)
    says = [one for place, part in enumerate(_said(claim)) for one in _meant(claim, part, place, dataset)]
    return {
        "@id": name,
        "@type": ["kn:Claim", "schema:Claim", "prov:Entity"],
        "kn:about": links([dataset.record(claim.about)]),
        "kn:field": [claim.field],
        "kn:says": says,
        "kn:modality": [claim.modality],
        "kn:agrees": [claim.agrees],
        "kn:supports": [claim.supports],
        "kn:differing": list(claim.differing),
        "kn:nth": [] if claim.nth is None else [claim.nth],
        "kn:note": [] if claim.note is None else [claim.note],
        "prov:wasDerivedFrom": links([claim.source]),
        "prov:wasAttributedTo": links(claim.according_to),
        "schema:appearance": links([claim.source]),
    }


def _said(claim: Claim) -> tuple[Any, ...]:
    return claim.says if isinstance(claim.says, tuple) else (claim.says,)


def _meant(claim: Claim, part: Any, place: int, dataset: Dataset) -> list[Any]:
    """Return what stands for a part of what is said; a text is an id unless the field holds a text."""
    held = fact(dataset.record(claim.about), claim.field)
    if isinstance(part, str) and not isinstance(held, str | Text):
        return links([dataset.record(part)])
    return objects(part, f"{urn_of(claim)}#says.{place}")


def _mentions(claim: Claim, dataset: Dataset) -> Iterator[Node]:
    for place, part in enumerate(_said(claim)):
        if isinstance(part, Mention):
            name = f"{urn_of(claim)}#says.{place}"
            yield node(part, name) | {"kn:actor": links([dataset.record(part.actor)])}


def _evidence(claim: Claim) -> Iterator[Node]:
    name = urn_of(claim)
    target, selector = {"@id": f"{name}#target"}, {"@id": f"{name}#selector"}
    yield {
        "@id": f"{name}#evidence",
        "@type": ["oa:Annotation"],
        "oa:motivatedBy": [{"@id": "oa:describing"}],
        "oa:hasBody": links([claim]),
        "oa:hasTarget": [target],
    }
    link = objects(claim.link, field="link") if claim.link else []
    source = {"oa:hasSource": links([claim.source]), "oa:hasSelector": [selector], "schema:url": link}
    yield target | {"@type": ["oa:SpecificResource"]} | source
    yield selector | {"@type": ["oa:TextQuoteSelector"], "oa:exact": [claim.wording]}


def _conflict(conflict: Conflict, dataset: Dataset) -> Node:
    return {
        "@id": urn_of(conflict),
        "@type": ["kn:Conflict"],
        "kn:about": links([dataset.record(conflict.about)]),
        "kn:field": [conflict.field],
        "kn:claims": links(conflict.claims),
        "kn:differing": list(conflict.differing),
        "kn:why": list(conflict.why),
    }
