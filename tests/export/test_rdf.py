import json
from importlib.resources import files as package_files

import pytest
from hypothesis import given, settings
from pyshacl import validate
from rdflib import RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef

from folders import memory, put, tiny
from korea_nato._load import whole
from korea_nato.export import jsonld, turtle
from korea_nato.export._urn import urn, urn_of
from strategies import datasets, words

# rdflib 7.6 warns of a class of its own that its reader of JSON-LD still uses (November 2026).
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

# rdflib takes a quarter of a second for two readings of the small folder.
FEW = settings(max_examples=max(5, settings().max_examples // 4))

KN = Namespace("urn:korea-nato:term:")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
ITPP = URIRef("urn:korea-nato:programme:itpp")
SUMMIT = URIRef("urn:korea-nato:event:vilnius-summit")


def graph_of(dataset):
    """Return the graph that rdflib reads from the Turtle export of a dataset."""
    return Graph().parse(data=turtle.content(dataset), format="turtle")


def same_graph_of(dataset):
    """Return the graph that rdflib reads from the JSON-LD export of a dataset."""
    return Graph().parse(data=jsonld.content(dataset), format="json-ld")


def named(record):
    """Return the name of a record or claim in the graph."""
    return URIRef(urn_of(record))


@pytest.fixture(name="graph", scope="module")
def fixture_graph():
    """Return the graph of the small folder, for tests that only ask."""
    return graph_of(whole(memory(tiny())))


@pytest.fixture(name="shapes", scope="module")
def fixture_shapes():
    """Return the SHACL shapes that come with the package."""
    text = package_files("korea_nato").joinpath("export/shapes.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def conforms(graph, shapes):
    """Return whether a graph has the shapes, and what pyshacl says of it."""
    good, _, said = validate(graph, shacl_graph=shapes)
    return good, said


@FEW
@given(dataset=datasets())
def test_turtle_and_json_ld_are_one_graph(dataset):
    """Whatever the data, both exports are read to the same triples."""
    assert set(graph_of(dataset)) == set(same_graph_of(dataset))


@pytest.mark.parametrize("fixture", ["tiny", "shipped"])
def test_every_literal_has_the_form_of_its_type(fixture, request):
    """No date, number or address is ill-typed, and every node has a name of its own."""
    graph = graph_of(request.getfixturevalue(fixture))
    literals = [thing for triple in graph for thing in triple if isinstance(thing, Literal)]

    assert [] == [str(literal) for literal in literals if literal.ill_typed]
    assert {type(subject) for subject in graph.subjects()} == {URIRef}


def test_the_shipped_exports_are_one_graph_with_the_shapes(shipped, shapes):
    """What comes with the package has both forms and passes every shape."""
    graph = graph_of(shipped)
    good, said = conforms(graph, shapes)

    assert set(graph) == set(same_graph_of(shipped))
    assert good, said


def test_every_record_claim_and_conflict_is_a_node(shipped):
    """As many areas, events, sources, claims and conflicts are in the graph as in the record."""
    graph = graph_of(shipped)

    for name, things in (
        ("Area", shipped.areas(context=True)),
        ("Event", shipped.events(context=True)),
        ("Statement", shipped.statements(context=True)),
        ("Source", shipped.sources(context=True)),
        ("Claim", shipped.claims()),
        ("Conflict", shipped.conflicts()),
    ):
        assert {named(thing) for thing in things} == set(graph.subjects(RDF.type, KN[name]))


@FEW
@given(text=words())
def test_any_text_comes_back_as_it_stands(text):
    """Quotes, backslashes, tags and Korean survive both spellings."""
    files = tiny()
    files["events/vilnius-summit.json"] = put(files["events/vilnius-summit.json"], ("title", "ko"), text)
    dataset = whole(memory(files))

    assert (SUMMIT, SCHEMA.name, Literal(text, lang="ko")) in graph_of(dataset)
    assert (SUMMIT, SCHEMA.name, Literal(text, lang="ko")) in same_graph_of(dataset)


def test_dates_are_typed_by_their_precision(graph):
    """A year is a year, a month a month and a day a day."""
    for subject, predicate, text, kind in (
        (URIRef(urn("programme", "ipcp-first")), KN.adopted, "2012", XSD.gYear),
        (URIRef(urn("event", "secretary-visit")), SCHEMA.startDate, "2024-02", XSD.gYearMonth),
        (ITPP, KN.adopted, "2023-07-11", XSD.date),
    ):
        date = graph.value(subject, predicate)

        assert (text, kind) == (str(date), date.datatype)


def test_areas_are_concepts_in_one_scheme_a_programme(graph, tiny):
    """An area is in the scheme of its programme, a top concept of it, with one label a language."""
    area = named(tiny.areas(programme="itpp")[0])

    assert (ITPP, RDF.type, SKOS.ConceptScheme) in graph
    assert [ITPP] == list(graph.objects(area, SKOS.inScheme))
    assert (ITPP, SKOS.hasTopConcept, area) in graph
    assert {Literal("Cyber defence", lang="en"), Literal("사이버 방위", lang="ko")} == set(
        graph.objects(area, SKOS.prefLabel)
    )
    assert [Literal("cyber defense")] == list(graph.objects(area, SKOS.altLabel))


@pytest.mark.parametrize(
    ("relation", "match"),
    [
        ("kept", "closeMatch"),
        ("renamed", "closeMatch"),
        ("split", "broadMatch"),
        ("merged", "narrowMatch"),
        ("echoed", "relatedMatch"),
    ],
)
def test_areas_match_across_programmes(relation, match):
    """One of a split is narrower than the older area, a merged one broader; an unknown one is related."""
    files = tiny()
    files["vocabulary.json"]["relations"][relation] = {"en": "a relation"}
    files["programmes/itpp.json"]["areas"][0]["continues"][0]["relation"] = relation
    graph = graph_of(whole(memory(files)))
    newer, older = (URIRef(urn("area", f"{name}/cyber-defence")) for name in ("itpp", "ipcp-first"))

    assert [older] == list(graph.objects(newer, SKOS[match]))
    assert {SKOS[match]} == {
        predicate for predicate in graph.predicates(newer, older) if predicate.startswith(str(SKOS))
    }


def test_a_claim_is_derived_from_its_source_by_a_quoted_passage(graph, tiny):
    """The annotation of a claim leads to the source and to the exact wording, with the link that opens it."""
    claim = tiny.claims(about="itpp", field="area_count", source="gazette-new-programme")[0]
    (evidence,) = graph.subjects(OA.hasBody, named(claim))
    target = graph.value(evidence, OA.hasTarget)
    selector = graph.value(target, OA.hasSelector)

    assert named(claim.source) == graph.value(named(claim), PROV.wasDerivedFrom) == graph.value(target, OA.hasSource)
    assert URIRef(urn("organisation", "rok-presidential-office")) == graph.value(named(claim), PROV.wasAttributedTo)
    assert Literal(2) == graph.value(named(claim), KN.says)
    assert Literal("adopted the ITPP") == graph.value(selector, OA.exact)
    assert claim.link == str(graph.value(target, SCHEMA.url))


def test_what_a_claim_says_of_a_link_is_a_link(graph, tiny):
    """Ids become the records that they mean, participants nodes with role and office; names stay texts."""
    claims = tiny.claims(source="gazette-new-programme")
    said = {(claim.about, claim.field): list(graph.objects(named(claim), KN.says)) for claim in claims}
    spoken = {graph.value(node, KN.actor) for node in said["itpp-adoption", "participants"]}

    assert [URIRef(urn("place", "vilnius"))] == said["itpp", "place"]
    assert [Literal("ITPP")] == said["itpp", "acronym"]
    assert [Literal("few advantages")] == said["critics-doubt", "phrase"]
    assert {URIRef(urn("person", "yoon-suk-yeol")), URIRef(urn("organisation", "nato"))} == spoken


def test_events_say_who_attended_and_who_was_only_invited():
    """An actor that was only invited is a participant in that role, and no attendee."""
    files = tiny()
    files["vocabulary.json"]["roles"] |= {"invited": {"en": "asked to come"}, "organiser": {"en": "prepared it"}}
    actors = {"nato": "organiser", "yoon-suk-yeol": "invited", "jens-stoltenberg": "host"}
    files["events/vilnius-summit.json"]["participants"] = [
        {"actor": actor, "role": role} for actor, role in actors.items()
    ]
    graph = graph_of(whole(memory(files)))
    nato, host = URIRef(urn("organisation", "nato")), URIRef(urn("person", "jens-stoltenberg"))
    roles = {str(graph.value(node, SCHEMA.roleName)) for node in graph.objects(SUMMIT, KN.participants)}

    assert {nato, host} == set(graph.objects(SUMMIT, SCHEMA.attendee))
    assert [nato] == list(graph.objects(SUMMIT, SCHEMA.organizer))
    assert set(actors.values()) == roles


def test_what_did_not_happen_is_marked(graph):
    """An event that was announced has that status, and one that was held says so too."""
    visit = URIRef(urn("event", "secretary-visit"))

    assert SCHEMA.EventScheduled == graph.value(visit, SCHEMA.eventStatus)
    assert Literal("held") == graph.value(SUMMIT, KN.status)
    assert graph.value(SUMMIT, SCHEMA.eventStatus) is None


def test_version_and_closing_day_are_stated(graph):
    """The dataset is a node of its own."""
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)

    assert URIRef(urn("dataset", "2026.1.0")) == dataset
    assert Literal("2026.1.0") == graph.value(dataset, SCHEMA.version)
    assert Literal("2026-01-31", datatype=XSD.date) == graph.value(dataset, KN.closed)


@pytest.mark.parametrize("export", [turtle, jsonld])
def test_the_bytes_are_the_same_each_time(export):
    """Two datasets of the same folder give the same bytes."""
    assert export.content(whole(memory(tiny()))) == export.content(whole(memory(tiny())))


def test_the_context_is_inside(tiny):
    """No reader has to fetch a context."""
    context = json.loads(jsonld.content(tiny))["@context"]

    assert "https://schema.org/" == context["schema"]


def test_the_shapes_are_shapes(shapes):
    """The shapes that come with the package are themselves of the form of SHACL."""
    good, _, said = validate(Graph(), shacl_graph=shapes, meta_shacl=True)

    assert good, said


def test_the_small_graph_has_the_shapes(graph, shapes):
    """The graph that the next test breaks is whole."""
    good, said = conforms(graph, shapes)

    assert good, said


@pytest.mark.parametrize(
    ("kind", "without", "extra"),
    [
        (KN.Claim, PROV.wasDerivedFrom, None),
        (KN.Claim, KN.about, None),
        (KN.Claim, None, (PROV.wasDerivedFrom, URIRef(urn("person", "yoon-suk-yeol")))),
        (OA.Annotation, OA.hasBody, None),
        (OA.TextQuoteSelector, OA.exact, None),
        (OA.TextQuoteSelector, OA.exact, (OA.exact, Literal("x" * 151))),
        (SKOS.Concept, SKOS.prefLabel, None),
        (SKOS.Concept, None, (SKOS.prefLabel, Literal("another", lang="en"))),
        (SKOS.Concept, SKOS.inScheme, None),
        (SKOS.Concept, None, (SKOS.closeMatch, SUMMIT)),
        (SCHEMA.Event, SCHEMA.name, None),
        (SCHEMA.Event, SCHEMA.startDate, (SCHEMA.startDate, Literal("11 July 2023"))),
        (SCHEMA.Event, SCHEMA.location, (SCHEMA.location, ITPP)),
        (SCHEMA.Dataset, SCHEMA.version, None),
        (SCHEMA.Dataset, KN.closed, None),
        (KN.Source, SCHEMA.publisher, None),
        (KN.Conflict, KN.claims, None),
    ],
)
def test_a_broken_graph_has_not_the_shapes(graph, shapes, kind, without, extra):
    """A claim without a source, two labels in one language, an invalid day: each is refused."""
    broken = Graph() + graph
    subject = min(broken.subjects(RDF.type, kind))
    if without:
        broken.remove((subject, without, None))
    if extra:
        broken.add((subject, *extra))

    assert not conforms(broken, shapes)[0]


def test_identifiers_have_one_base(graph, tiny):
    """Each subject begins with the base, and a claim's sign for its parts is a slash."""
    claim = tiny.claims()[0]

    assert all(str(subject).startswith("urn:korea-nato:") for subject in graph.subjects())
    assert 1 >= max(str(subject).count("#") for subject in graph.subjects())
    assert f"urn:korea-nato:claim:{claim.id.replace('#', '/')}" == urn_of(claim)
