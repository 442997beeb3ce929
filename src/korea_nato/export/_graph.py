"""The dataset as the nodes of a graph, in the form of JSON-LD; Turtle is another spelling of the same nodes.

Areas are SKOS concepts in one scheme a programme; events, actors and sources are of schema.org; claims are
of PROV-O, and their wordings text-quote selectors of the Web Annotation model. The graph explains its own words.
No library writes them, so that the bytes depend on the data alone; every node has a name of its own.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from korea_nato._dataset import Dataset
from korea_nato._evidence.claims import Claim, parts_of
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.events import Event, Mention
from korea_nato._model.fields import Shape, shape_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._query.links import leading
from korea_nato._storage.json import Json
from korea_nato.export._languages import Tongue, tongue
from korea_nato.export._nodes import Node, address, bounds, links, literals, node, parts, placed, word
from korea_nato.export._terms import MATCHES, PREDICATES, SAME_AS, STATUSES
from korea_nato.export._urn import urn, urn_of
from korea_nato.export._values import named
from korea_nato.export._vocabulary import vocabulary


def nodes(dataset: Dataset) -> list[Node]:
    """Return every node: the dataset, records and their parts, claims and their wordings, conflicts."""
    return told(_nodes(dataset))


def told(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes without the properties that have no value."""
    return [{name: values for name, values in one.items() if values} for one in nodes]


def _nodes(dataset: Dataset) -> Iterator[Node]:
    yield dataset_node(dataset)
    yield from vocabulary(dataset)
    language = tongue(dataset)
    for record in _records(dataset):
        yield node(record, urn_of(record)) | _also(record, language) | _related(record, dataset)
        yield from parts(record, urn_of(record))
        yield from _settlements(record, dataset)
    for claim in dataset.claims():
        yield _claim(claim, dataset)
        yield from _said_parts(claim, dataset)
        yield from _evidence(claim)
    for conflict in dataset.conflicts():
        yield _conflict(conflict, dataset)


def _records(dataset: Dataset) -> Iterator[Record]:
    for kind in KINDS:
        yield from dataset.records(kind)
    yield from dataset.areas(context=True)


def dataset_node(dataset: Dataset) -> Node:
    """Return the node of the dataset: its title, version, licence, closing day and digest, and how to cite it."""
    about = dataset.about
    return {
        "@id": urn("dataset", about.version),
        "@type": ["kn:Dataset", "schema:Dataset"],
        "schema:name": literals(about.title),
        "schema:creditText": list(about.authors),
        "dcterms:license": [{"@id": about.licence_address}],
        "dcterms:bibliographicCitation": [dataset.cite()],
        "kn:sha256": [dataset.digest],
        "schema:url": [address(about.address)] if about.address else [],
        "schema:version": [about.version],
        "schema:description": literals(about.read),
        "kn:closed": literals(about.closed),
        "kn:not_covered": [text for one in about.not_covered for text in literals(one)],
    }


def _also(record: Record, language: Tongue) -> Node:
    """Return the other names of a record, and the identifiers of others, as readers of a graph know them."""
    also = [(name, language(record, name)) for name in getattr(record, "also", ())]
    names: list[Json] = [{"@value": name, "@language": tag} if tag else name for name, tag in also]
    same = [one.partition(":") for one in getattr(record, "same_as", ())]
    addresses = [{"@id": f"{SAME_AS[scheme]}{id}"} for scheme, _, id in same if scheme in SAME_AS]
    return {"kn:also": names, PREDICATES[type(record)].get("also", "kn:also"): names, "schema:sameAs": addresses}


def _settlements(record: Record, dataset: Dataset) -> Iterator[Node]:
    """Yield a node for each value that is settled, named by record, field and value."""
    for name, values in record.settled.items():
        for value, one in values.items():
            yield {
                "@id": _settlement(record.id, name, value),
                "@type": ["kn:Settlement"],
                "kn:record": links([record]),
                "kn:field": [name],
                "kn:value": [_differing(value, record, name, dataset)],
                "kn:kind": [word("settlement-kinds", one.kind)],
                "kn:why": literals(one.why),
            }


def _settlement(about: str, field: str, value: str) -> str:
    # Escaped, since a value may be any text.
    return urn("settlement", f"{about}/{field}/{quote(value, safe='')}")


def _differing(value: str, record: Record, field: str, dataset: Dataset) -> Json:
    """Return what stands for a value that differs: the record that it names, or its text."""
    leads = field in leading(type(record)) and dataset.index.holds(value)
    return links([dataset.record(value)])[0] if leads else value


def _related(record: Record, dataset: Dataset) -> Node:
    """Return what follows for a record from others: its sources, its scheme and matching concepts, who took part."""
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
    record = dataset.record(claim.about)
    return {
        "@id": urn_of(claim),
        "@type": ["kn:Claim", "schema:Claim", "prov:Entity"],
        "kn:about": links([record]),
        "kn:field": [claim.field],
        "kn:says": [one for part, name in _said(claim) for one in _meant(claim, part, name, dataset)],
        **bounds(claim.says, "kn:says"),
        "kn:modality": [word("modalities", claim.modality)],
        "kn:basis": [word("claim-bases", claim.basis)],
        "kn:part": [] if claim.part is None else [claim.part],
        "kn:either": links(map(dataset.record, claim.either)),
        "kn:agrees": [claim.agrees],
        "kn:supports": [claim.supports],
        "kn:differing": [_differing(value, record, claim.field, dataset) for value in claim.differing],
        "kn:nth": [] if claim.nth is None else [claim.nth],
        "kn:note": [] if claim.note is None else [claim.note],
        "prov:wasDerivedFrom": links([claim.source]),
        "prov:wasAttributedTo": links(claim.according_to),
        "schema:appearance": links([claim.source]),
    }


def _said(claim: Claim) -> Iterator[tuple[Json, str]]:
    """Yield each value that a claim states, with the name of the node that stands for it where it is a part."""
    for part, place in placed("says", parts_of(claim.says)):
        yield part, f"{urn_of(claim)}#{place}"


def _meant(claim: Claim, part: object, name: str, dataset: Dataset) -> list[Json]:
    """Return what stands for a value that is said: the record that it names, its node, or its text."""
    if _is_part(part):
        return [{"@id": name}]
    id = named(part, claim, dataset)
    return links([dataset.record(id)]) if id else literals(part)


def _is_part(said: object) -> bool:
    return shape_of(type(said)).shape is Shape.PART


def _said_parts(claim: Claim, dataset: Dataset) -> Iterator[Node]:
    """Yield the nodes of what is said in parts, such as who took part: what is said names actors by their ids."""
    for part, name in _said(claim):
        if _is_part(part):
            actor = {"kn:actor": links([dataset.record(part.actor)])} if isinstance(part, Mention) else {}
            yield node(part, name) | actor


def _evidence(claim: Claim) -> Iterator[Node]:
    """Yield the annotation that quotes the page of the source at the wording of a claim."""
    name = urn_of(claim)
    target, selector = {"@id": f"{name}#target"}, {"@id": f"{name}#selector"}
    yield {
        "@id": f"{name}#evidence",
        "@type": ["oa:Annotation"],
        "oa:motivatedBy": [{"@id": "oa:describing"}],
        "oa:hasBody": links([claim]),
        "oa:hasTarget": [target],
    }
    page = [{"@id": claim.source.url}] if claim.source.url else links([claim.source])
    link = [address(claim.link)] if claim.link else []
    yield target | {
        "@type": ["oa:SpecificResource"],
        "oa:hasSource": page,
        "oa:hasSelector": [selector],
        "dcterms:source": links([claim.source]),
        "schema:url": link,
    }
    yield selector | {"@type": ["oa:TextQuoteSelector"], "oa:exact": [claim.wording]}


def _conflict(conflict: Conflict, dataset: Dataset) -> Node:
    record = dataset.record(conflict.about)
    return {
        "@id": urn_of(conflict),
        "@type": ["kn:Conflict"],
        "kn:about": links([record]),
        "kn:field": [conflict.field],
        "kn:claims": links(conflict.claims),
        "kn:differing": [_differing(value, record, conflict.field, dataset) for value in conflict.differing],
        "kn:settlements": [{"@id": _settlement(record.id, conflict.field, value)} for value in conflict.settled],
    }
