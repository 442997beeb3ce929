"""The words of common vocabularies for classes, fields and words of the record.

Every field also has its own name, in the namespace ``kn``: that of its column in the tables.
"""

from korea_nato._model.actors import Office, Organisation, Person, Place
from korea_nato._model.events import Commitment, Event, FollowUp, Mention, Participation, Statement
from korea_nato._model.programmes import Area, Continuation, Programme
from korea_nato._model.sources import Publisher, Source
from korea_nato.export._urn import BASE

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "kn": f"{BASE}term:",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# The class of a common vocabulary beside our own; a statement is ours alone, since its words are not here.
TYPES: dict[type[object], str] = {
    Place: "schema:Place",
    Organisation: "schema:Organization",
    Publisher: "schema:Organization",
    Person: "schema:Person",
    Office: "schema:OrganizationRole",
    Programme: "skos:ConceptScheme",
    Area: "skos:Concept",
    Event: "schema:Event",
    Participation: "schema:Role",
    Mention: "schema:Role",
    Source: "schema:CreativeWork",
}

_NAMED = {"name": "schema:name", "also": "schema:alternateName"}
_LABELLED = {"name": "skos:prefLabel", "also": "skos:altLabel", "summary": "skos:definition"}
_TITLED = {"title": "schema:name", "summary": "schema:description", "areas": "schema:about"}

PREDICATES: dict[type[object], dict[str, str]] = {
    Place: {**_NAMED, "within": "schema:containedInPlace"},
    Organisation: {**_NAMED, "part_of": "schema:parentOrganization"},
    Publisher: {**_NAMED, "organisation": "schema:parentOrganization"},
    Person: _NAMED,
    Office: {"title": "schema:roleName", "from": "schema:startDate", "to": "schema:endDate"},
    Programme: {**_LABELLED, "previous": "dcterms:replaces", "areas": "skos:hasTopConcept"},
    Area: _LABELLED,
    Continuation: {},
    Event: {
        **_TITLED,
        "date": "schema:startDate",
        "ends": "schema:endDate",
        "place": "schema:location",
        "part_of": "schema:superEvent",
    },
    Participation: {"role": "schema:roleName"},
    Mention: {"role": "schema:roleName"},
    Commitment: _TITLED,
    FollowUp: {},
    Statement: {"gist": "schema:abstract", "areas": "schema:about"},
    Source: {
        "title": "schema:name",
        "publisher": "schema:publisher",
        "agency": "schema:sourceOrganization",
        "author": "schema:author",
        "published": "schema:datePublished",
        "language": "schema:inLanguage",
        "url": "schema:url",
        "archive_url": "schema:archivedAt",
        "copy_of": "schema:isBasedOn",
        "text_sha256": "schema:sha256",
    },
}

# From an area to the older one: one of a split is narrower than it, a merged one broader.
MATCHES = {
    "kept": "skos:closeMatch",
    "renamed": "skos:closeMatch",
    "split": "skos:broadMatch",
    "merged": "skos:narrowMatch",
}

STATUSES = {"announced": "schema:EventScheduled", "cancelled": "schema:EventCancelled"}

# The addresses of identifiers that others use; a code of ISO 3166 has none.
SAME_AS = {
    "wikidata": "http://www.wikidata.org/entity/",
    "ror": "https://ror.org/",
    "isni": "https://isni.org/isni/",
}
