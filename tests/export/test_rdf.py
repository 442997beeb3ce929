import json
from importlib.resources import files as package_files

import pytest
from hypothesis import given, settings
from pyoxigraph import NamedNode, RdfFormat, Store, parse
from pyshacl import validate
from rdflib import DCTERMS, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from folders import memory, put, tiny
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato._storage import store
from korea_nato.export import jsonld, ontology, turtle
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


def word(words, one):
    """Return the name of a word of a closed list in the graph."""
    return URIRef(urn("word", f"{words}/{one}"))


def named(record):
    """Return the name of a record or claim in the graph."""
    return URIRef(urn_of(record))


@pytest.fixture(name="graph", scope="module")
def fixture_graph():
    """Return the graph of the small folder, for tests that only ask."""
    return graph_of(whole(memory(tiny())))


@pytest.fixture(name="shipped_triples", scope="module")
def fixture_shipped_triples(shipped):
    """Return the triples of what comes with the package, as oxigraph reads them."""
    return triples(turtle.content(shipped), RdfFormat.TURTLE)


def triples(data, form):
    """Return the triples that oxigraph reads: it takes a second where rdflib takes half a minute."""
    return {(one.subject.value, one.predicate.value, one.object) for one in parse(data, format=form)}


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


def test_every_literal_has_the_form_of_its_type(shipped_triples):
    """No date, number or address is ill-typed, and every node has a name of its own."""
    typed = {(one.value, one.datatype.value) for _, _, one in shipped_triples if hasattr(one, "datatype")}
    literals = [Literal(text, datatype=kind) for text, kind in typed if kind.startswith(str(XSD))]

    assert [] == [str(literal) for literal in literals if literal.ill_typed]
    assert all(subject.startswith("urn:korea-nato:") for subject, _, _ in shipped_triples)


def test_the_shipped_exports_are_one_graph(shipped, shipped_triples):
    """What comes with the package is the same triples in both spellings."""
    assert shipped_triples == triples(jsonld.content(shipped), RdfFormat.JSON_LD)


def test_every_record_claim_and_conflict_is_a_node(shipped, shipped_triples):
    """As many areas, events, sources, claims and conflicts are in the graph as in the record."""
    for name, things in (
        ("Area", shipped.areas(context=True)),
        ("Event", shipped.events(context=True)),
        ("Statement", shipped.statements(context=True)),
        ("Source", shipped.sources(context=True)),
        ("Claim", shipped.claims()),
        ("Conflict", shipped.conflicts()),
    ):
        kind = NamedNode(KN[name])
        nodes = {subject for subject, predicate, one in shipped_triples if (predicate, one) == (str(RDF.type), kind)}

        assert {urn_of(thing) for thing in things} == nodes


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

    assert named(claim.source) == graph.value(named(claim), PROV.wasDerivedFrom) == graph.value(target, DCTERMS.source)
    assert URIRef(claim.source.url) == graph.value(target, OA.hasSource)
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
    roles = {graph.value(node, SCHEMA.roleName) for node in graph.objects(SUMMIT, KN.participants)}

    assert {nato, host} == set(graph.objects(SUMMIT, SCHEMA.attendee))
    assert [nato] == list(graph.objects(SUMMIT, SCHEMA.organizer))
    assert {word("roles", role) for role in actors.values()} == roles


def test_what_did_not_happen_is_marked(graph):
    """An event that was announced has that status, and one that was held says so too."""
    visit = URIRef(urn("event", "secretary-visit"))

    assert SCHEMA.EventScheduled == graph.value(visit, SCHEMA.eventStatus)
    assert word("event-statuses", "held") == graph.value(SUMMIT, KN.status)
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
        (KN.Area, SKOS.prefLabel, None),
        (KN.Area, None, (SKOS.prefLabel, Literal("another", lang="en"))),
        (KN.Area, SKOS.inScheme, None),
        (KN.Area, None, (SKOS.closeMatch, SUMMIT)),
        (KN.Settlement, KN.why, None),
        (KN.Settlement, KN.kind, (KN.kind, Literal("slip"))),
        (RDF.Property, RDFS.comment, None),
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


# What a user asks of days: after a day, up to a day, within a month.
WINDOWS = ((">=", "2023-07-12"), ("<=", "2023-07-11"), (">=", "2024-02-15"), ("<=", "2012-06-30"))


@pytest.mark.parametrize("ending", ["first", "last"])
@pytest.mark.parametrize(("sign", "day"), WINDOWS)
def test_a_filter_on_days_is_answered_alike_by_two_engines(tiny, sign, day, ending):
    """Both find what overlaps, whatever the precision of the date: a first and a last day are days always."""
    query = f"""PREFIX kn: <{KN}> PREFIX xsd: <{XSD}>
        SELECT ?event WHERE {{ ?event a kn:Event ; kn:date_{ending} ?day . FILTER(?day {sign} "{day}"^^xsd:date) }}"""
    data = turtle.content(tiny)
    store = Store()
    store.load(data, format=RdfFormat.TURTLE)
    attribute = f"{ending}_day"
    days = {named(event): str(getattr(event.date, attribute)) for event in tiny.events(context=True) if event.date}
    expected = {str(event) for event, one in days.items() if (one >= day if sign == ">=" else one <= day)}

    assert expected == {str(row.event) for row in Graph().parse(data=data, format="turtle").query(query)}
    assert expected == {row["event"].value for row in store.query(query)}


def test_every_date_has_its_first_and_last_day(graph):
    """Beside a typed date, of a record or as a source says it, stand the days between which it lies."""
    claim = next(graph.subjects(KN.says, Literal("2023-07", datatype=XSD.gYearMonth)))

    for subject, name in ((URIRef(urn("event", "secretary-visit")), "date"), (claim, "says")):
        days = [graph.value(subject, KN[f"{name}_{end}"]) for end in ("first", "last")]

        assert [XSD.date] * 2 == [day.datatype for day in days]
        assert days[0] < days[1]


def test_a_statement_has_the_day_of_its_event(graph):
    """As in the tables, a statement that was made at an event has that day."""
    statement = URIRef(urn("statement", "yoon-hope"))

    assert Literal("2023-07-11", datatype=XSD.date) == graph.value(statement, KN.date_first)


def test_settlements_are_nodes(graph):
    """Which values are settled as what, and why, can be asked without taking texts apart."""
    (slip,) = (
        one for one in graph.subjects(KN.kind, word("settlement-kinds", "slip")) if (one, KN.record, ITPP) in graph
    )
    (conflict,) = graph.subjects(KN.settlements, slip)

    assert ("adopted", "2023-07-13") == (str(graph.value(slip, KN.field)), str(graph.value(slip, KN.value)))
    assert {"en", "ko"} == {why.language for why in graph.objects(slip, KN.why)}
    assert ITPP == graph.value(conflict, KN.about)


def test_a_differing_value_that_names_a_record_is_that_record():
    """Where sources name another place, the graph leads there, and a text stays a text."""
    files = tiny()
    files["sources/wire-new-programme.json"]["passages"] = [
        {"about": "vilnius-summit", "says": {"place": "republic-of-korea"}, "wording": "in Korea"}
    ]
    files["events/vilnius-summit.json"]["settled"] = {
        "place": {"republic-of-korea": {"kind": "slip", "why": {"en": "Another summit."}}}
    }
    graph = graph_of(whole(memory(files)))
    (settled,) = graph.subjects(KN.record, SUMMIT)

    assert URIRef(urn("place", "republic-of-korea")) == graph.value(settled, KN.value)


def test_a_part_keeps_its_name_when_another_comes_before_it():
    """Names of parts are made of what they are, and not of their place in a list."""
    before, after = tiny(), tiny()
    first = {"actor": "jens-stoltenberg", "role": "participant"}
    after["events/itpp-adoption.json"]["participants"].insert(0, first)
    event = URIRef(urn("event", "itpp-adoption"))
    one, other = (set(graph_of(whole(memory(files))).objects(event, KN.participants)) for files in (before, after))

    assert one < other
    assert URIRef(f"{event}#participants/nato.host") in one


def test_two_parts_that_are_alike_have_two_names():
    """An actor that is told of twice in one role has a number in the name of the second."""
    files = tiny()
    files["events/itpp-adoption.json"]["participants"].append({"actor": "nato", "role": "host", "count": 2})
    graph = graph_of(whole(memory(files)))
    event = URIRef(urn("event", "itpp-adoption"))

    assert {f"{event}#participants/nato.host", f"{event}#participants/nato.host.2"} < set(
        map(str, graph.objects(event, KN.participants))
    )


def test_other_names_have_their_language_where_it_is_known():
    """Letters that one language alone has tell it, and so does a source that uses the name; else none is guessed."""
    files = tiny()
    files["programmes/itpp.json"]["areas"][0]["also"] = ["사이버 안보", "サイバー", "cyber defence", "Kyber"]
    graph = graph_of(whole(memory(files)))
    area = URIRef(urn("area", "itpp/cyber-defence"))

    assert {
        Literal("사이버 안보", lang="ko"),
        Literal("サイバー", lang="ja"),
        Literal("cyber defence", lang="en"),
        Literal("Kyber"),
    } == set(graph.objects(area, SKOS.altLabel))


def test_identifiers_of_others_are_addresses():
    """What Wikidata knows is the same as its entity there; a code of a country stays a text."""
    files = tiny()
    files["places.json"]["republic-of-korea"]["same_as"] = ["iso3166:KR", "wikidata:Q884"]
    graph = graph_of(whole(memory(files)))
    korea = URIRef(urn("place", "republic-of-korea"))

    assert [URIRef("http://www.wikidata.org/entity/Q884")] == list(graph.objects(korea, SCHEMA.sameAs))
    assert {Literal("iso3166:KR"), Literal("wikidata:Q884")} == set(graph.objects(korea, KN.same_as))


def test_every_term_of_ours_is_explained(shipped, shipped_triples):
    """Each class and property of the namespace has a label, a comment, and what it is of and leads to."""
    graph = Graph().parse(data=ontology.content(shipped), format="turtle")
    used = {predicate for _, predicate, _ in shipped_triples} | {one.value for _, _, one in shipped_triples}
    terms = {URIRef(term) for term in used if term.startswith(KN) and term != str(KN)}

    assert {KN.Claim, KN.says_first, KN.made_at} < terms
    for term in terms:
        assert graph.value(term, RDFS.label), term
        assert graph.value(term, RDFS.comment), term
        if (term, RDF.type, RDF.Property) in graph:
            assert graph.value(term, SCHEMA.domainIncludes), term
            assert graph.value(term, SCHEMA.rangeIncludes), term


def test_properties_have_the_classes_that_they_say(shipped, shipped_triples):
    """What has a property of ours is of one of the classes that are said to have it."""
    graph = Graph().parse(data=ontology.content(shipped), format="turtle")
    kinds = {(subject, one.value) for subject, predicate, one in shipped_triples if predicate == str(RDF.type)}
    classes = {
        str(term): set(graph.objects(term, SCHEMA.domainIncludes)) for term in graph.subjects(RDF.type, RDF.Property)
    }
    wrong = {
        (predicate, subject)
        for subject, predicate, _ in shipped_triples
        if predicate.startswith(KN) and not any((subject, str(kind)) in kinds for kind in classes[predicate])
    }

    assert set() == wrong


def test_the_closed_lists_are_concept_schemes(graph, tiny):
    """A word of a list is a concept with its meaning, and records lead to it."""
    space = word("topics", "space")

    assert Literal("beyond the air", lang="en") == graph.value(space, SKOS.definition)
    assert URIRef(urn("words", "topics")) == graph.value(space, SKOS.inScheme)
    assert (SUMMIT, KN.topics, space) in graph
    for name, listed in tiny.vocabulary().items():
        assert {word(name, one) for one in listed} == set(graph.subjects(SKOS.inScheme, URIRef(urn("words", name))))


def test_the_vocabulary_is_also_a_file_of_its_own(graph, tiny):
    """The format ontology holds the terms and the closed lists, as they stand in the graph."""
    alone = Graph().parse(data=ontology.content(tiny), format="turtle")

    assert set(alone) < set(graph)
    assert set(alone.subjects(RDF.type, RDF.Property)) == set(graph.subjects(RDF.type, RDF.Property))


def test_licence_and_citation_are_in_the_graph(graph, tiny):
    """Whoever has the graph alone knows under which licence, and how to cite it."""
    dataset = URIRef(urn("dataset", "2026.1.0"))

    assert URIRef(tiny.about.licence_address) == graph.value(dataset, DCTERMS.license)
    assert tiny.cite() == str(graph.value(dataset, DCTERMS.bibliographicCitation))


def test_identifiers_have_one_base(graph, tiny):
    """Each subject begins with the base, and a claim's sign for its parts is a slash."""
    claim = tiny.claims()[0]

    assert all(str(subject).startswith("urn:korea-nato:") for subject in graph.subjects())
    assert 1 >= max(str(subject).count("#") for subject in graph.subjects())
    assert f"urn:korea-nato:claim:{claim.id.replace('#', '/')}" == urn_of(claim)


def crafted():
    """Return a dataset that no reader lets in: a word and a version that would end a name and begin another."""
    files = tiny()
    word = 'minutes> , <urn:x:more> . # "\\'
    summit = files["events/vilnius-summit.json"]
    summit["figures"] = {word: summit["figures"]["minutes"]}
    files["about.json"]["version"] = "1> a <urn:x:more> .\n<urn:x:y"
    for name in ("sources/gazette-new-programme.json", "sources/wire-new-programme.json"):
        files[name]["passages"] = [one for one in files[name]["passages"] if "figures" not in one.get("says", {})]
    return Dataset(store.Store(memory(files), trusted=True))


def test_no_word_and_no_version_adds_a_triple():
    """Were a crafted word or version let in, both spellings would still be one graph, without a name more."""
    graph = graph_of(crafted())

    assert set(graph) == set(same_graph_of(crafted()))
    assert not {name for triple in graph for name in triple if name == URIRef("urn:x:more")}


def test_no_address_adds_a_triple():
    """Were a crafted address or licence let in, it would still end inside its brackets in Turtle."""
    files = tiny()
    files["about.json"]["licence"] = "x> <urn:x:more> <urn:x:more> . <urn:x:y"
    files["sources/gazette-new-programme.json"]["url"] = "https://a.example/> , <urn:x:more> . <urn:x:y"
    graph = graph_of(Dataset(store.Store(memory(files), trusted=True)))

    assert not {name for triple in graph for name in triple if name == URIRef("urn:x:more")}


@pytest.mark.parametrize(
    ("said", "number", "low", "high"),
    [("57", 57, "57.0", "57.0"), ("~30", 30, "27.0", "33.0"), (">=31", 31, "31.0", None), ("<=29", 29, "0.0", "29.0")],
)
def test_a_figure_is_told_as_said_and_with_what_it_can_mean(said, number, low, high):
    """A figure is always a text, beside its number and its typed bounds; an open end has none."""
    files = tiny()
    files["events/vilnius-summit.json"]["figures"]["leaders"] = said
    files["sources/gazette-new-programme.json"]["passages"][8]["says"]["figures"]["leaders"] = said
    graph = graph_of(whole(memory(files)))
    summit = URIRef(urn("event", "vilnius-summit"))
    ends = {name: graph.value(summit, KN[f"figures.leaders_{name}"]) for name in ("low", "high")}

    assert Literal(said) == graph.value(summit, KN["figures.leaders"])
    assert Literal(number) == graph.value(summit, KN["figures.leaders_number"])
    assert {"low": low, "high": high} == {name: None if end is None else str(end) for name, end in ends.items()}
    assert {XSD.decimal} == {end.datatype for end in ends.values() if end is not None}


def test_what_a_source_says_of_a_figure_can_be_compared(tiny):
    """A claim that states a figure has its number and bounds, as a claim that states a date has its days."""
    graph = graph_of(tiny)
    claim = next(one for one in tiny.claims() if one.field == "figures.leaders")

    assert Literal(claim.says.number) == graph.value(URIRef(urn_of(claim)), KN.says_number)
