"""What the words of the graph mean: its classes and properties, and the closed lists as concept schemes."""

from collections.abc import Iterator

from attr import frozen

from korea_nato._dataset import Dataset
from korea_nato._model.actors import Office
from korea_nato._model.events import FollowUp, Mention, Participation
from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.items import plural
from korea_nato._model.kinds import CLAIMABLE
from korea_nato._model.programmes import Continuation
from korea_nato._model.sources import Passage
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Value
from korea_nato.export._descriptions import TABLES, described, meaning_of, narrowed
from korea_nato.export._nodes import UNTOLD, Node, literals, word
from korea_nato.export._parts import CALLED
from korea_nato.export._urn import urn

ONTOLOGY = urn("term", "")
# The parts of records, each with the table that tells of its columns.
_PARTS = {Office: "offices", Participation: "participations", Continuation: "continuations", FollowUp: "follow_ups"}
_CLASSES = (*CLAIMABLE, *_PARTS, Mention)
# What has no class of its own in the code, or is told by the graph in another way: class, property, range.
_OTHERS = (
    ("Claim", "about", "kn:Record"),
    ("Claim", "field", "xsd:string"),
    ("Claim", "says", "rdfs:Resource"),
    ("Claim", "says_first", "xsd:date"),
    ("Claim", "says_last", "xsd:date"),
    ("Claim", "says_number", "xsd:integer"),
    ("Claim", "says_low", "xsd:decimal"),
    ("Claim", "says_high", "xsd:decimal"),
    ("Claim", "agrees", "xsd:boolean"),
    ("Claim", "supports", "xsd:boolean"),
    ("Claim", "differing", "rdfs:Resource"),
    ("Conflict", "about", "kn:Record"),
    ("Conflict", "field", "xsd:string"),
    ("Conflict", "claims", "kn:Claim"),
    ("Conflict", "differing", "rdfs:Resource"),
    ("Conflict", "settlements", "kn:Settlement"),
    ("Settlement", "record", "kn:Record"),
    ("Settlement", "field", "xsd:string"),
    ("Settlement", "value", "rdfs:Resource"),
    ("Settlement", "kind", "skos:Concept"),
    ("Settlement", "why", "rdf:langString"),
    ("Dataset", "closed", "xsd:date"),
    ("Dataset", "sha256", "xsd:string"),
    ("Dataset", "not_covered", "rdf:langString"),
)
_TABLES = {
    "Claim": "claims",
    "Conflict": "conflicts",
    "Settlement": "settlements",
    "Dataset": "about",
    "Record": "records",
}
# Where a table calls a property otherwise.
_COLUMNS = {**CALLED, ("Conflict", "settlements"): "why"}
# Of all others it is a text.
_RANGES = {
    Shape.NUMBER: "xsd:integer",
    Shape.FLAG: "xsd:boolean",
    Shape.DATE: "rdfs:Literal",
    Shape.LANGUAGES: "rdf:langString",
}
# What is added to the name of a date or a figure for what it can mean, with its type.
_BOUNDS = {
    Shape.DATE: {"first": "xsd:date", "last": "xsd:date"},
    Shape.QUANTITY: {"number": "xsd:integer", "low": "xsd:decimal", "high": "xsd:decimal"},
}


@frozen
class Term:
    """A property of a class: its name, what it means, and what its values are."""

    owner: str
    name: str
    meaning: str
    range: str


def vocabulary(dataset: Dataset) -> list[Node]:
    """Return the nodes of all classes, properties, closed lists and their words."""
    return [
        {
            "@id": ONTOLOGY,
            "@type": ["owl:Ontology"],
            "rdfs:label": [f"The terms of {dataset.about.short_title}"],
            "owl:versionInfo": [dataset.about.version],
            "dcterms:license": [{"@id": dataset.about.licence_address}],
        },
        *(_class(kind.__name__, meaning_of(kind)) for kind in _CLASSES),
        *(_class(name, TABLES[table]) for name, table in _TABLES.items()),
        *_properties(dataset),
        *_lists(dataset),
    ]


def _class(name: str, meaning: str) -> Node:
    records = [kind.__name__ for kind in CLAIMABLE]
    return {
        "@id": f"kn:{name}",
        "@type": ["rdfs:Class", "owl:Class"],
        "rdfs:label": [name],
        "rdfs:comment": [meaning.replace("``", "'")],
        "rdfs:subClassOf": [{"@id": "kn:Record"}] if name in records else [],
        "rdfs:isDefinedBy": [{"@id": ONTOLOGY}],
    }


def _properties(dataset: Dataset) -> Iterator[Node]:
    """Yield a node for each property; one that several classes have names them all."""
    found: dict[str, list[Term]] = {}
    for term in _terms(dataset):
        found.setdefault(term.name, []).append(term)
    for name, terms in found.items():
        ranges = list(dict.fromkeys(term.range for term in terms))
        owners = [{"@id": f"kn:{one}"} for one in dict.fromkeys(term.owner for term in terms)]
        yield {
            "@id": f"kn:{name}",
            "@type": ["rdf:Property"],
            "rdfs:label": [name],
            "rdfs:comment": list(dict.fromkeys(term.meaning for term in terms)),
            "rdfs:domain": owners if len(owners) == 1 else [],
            "rdfs:range": [{"@id": ranges[0]}] if len(ranges) == 1 else [],
            "schema:domainIncludes": owners,
            "schema:rangeIncludes": [{"@id": one} for one in ranges],
            "rdfs:isDefinedBy": [{"@id": ONTOLOGY}],
        }


def _terms(dataset: Dataset) -> Iterator[Term]:
    for kind in CLAIMABLE:
        yield from _of(kind, plural(kind.noun), dataset)
    for kind, table in _PARTS.items():
        yield from _of(kind, table, dataset)
    yield from _of(Mention, "participations", dataset)
    for field in fields_of(Passage):
        if field.key in ("modality", "basis", "part", "either", "nth", "note"):
            yield Term("Claim", field.key, described("claims", field.key), _range(field))
    for owner, name, range in _OTHERS:
        yield Term(owner, name, described(_TABLES[owner], _COLUMNS.get((owner, name), name)), range)


def _of(kind: type[Value], table: str, dataset: Dataset) -> Iterator[Term]:
    """Yield the properties of a class of records, or of their parts."""
    for field in fields_of(kind):
        if field.name in UNTOLD:
            continue
        if field.shape is Shape.MAP:
            yield from _by_word(kind, field, dataset)
        else:
            meaning = described(table, _COLUMNS.get((kind.__name__, field.key), field.key))
            yield from _bounded(Term(kind.__name__, field.key, meaning, _range(field)), field)


def _by_word(kind: type[Value], field: Field, dataset: Dataset) -> Iterator[Term]:
    """Yield the properties of a map: one for each word that can be a key."""
    assert field.of is not None
    for one, meaning in dataset.vocabulary().get(field.words or "", Frozen({})).items():
        yield from _bounded(Term(kind.__name__, f"{field.key}.{one}", str(meaning), _range(field.of)), field.of)


def _bounded(term: Term, field: Field) -> Iterator[Term]:
    """Yield a property, and those that say what its date or its figure can mean."""
    yield term
    for suffix, range in _BOUNDS.get(field.shape, {}).items():
        yield Term(term.owner, f"{term.name}_{suffix}", narrowed(term.meaning, suffix), range)


def _range(field: Field) -> str:
    if field.words and field.shape is Shape.TEXT:
        return "skos:Concept"
    if field.kinds:
        return f"kn:{field.kinds[0].__name__}" if len(field.kinds) == 1 else "kn:Record"
    return _RANGES.get(field.shape, "xsd:string")


def _lists(dataset: Dataset) -> Iterator[Node]:
    for name, words in dataset.vocabulary().items():
        scheme = {"@id": urn("words", name)}
        yield scheme | {
            "@type": ["skos:ConceptScheme"],
            "skos:prefLabel": [{"@value": name.replace("-", " "), "@language": "en"}],
            "skos:hasTopConcept": [word(name, one) for one in words],
        }
        for one, meaning in words.items():
            yield word(name, one) | {
                "@type": ["skos:Concept"],
                "skos:notation": [one],
                "skos:prefLabel": [{"@value": one.replace("-", " "), "@language": "en"}],
                "skos:definition": literals(meaning),
                "skos:inScheme": [scheme],
                "skos:topConceptOf": [scheme],
            }
