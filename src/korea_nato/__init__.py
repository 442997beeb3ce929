"""The partnership between NATO and the Republic of Korea: typed, immutable, citable records.

Each value says which sources state it, in which words, and who disagrees.

>>> from korea_nato import ITPP, claims
>>> ITPP.adopted
When('2023-07-11')
>>> len(ITPP.areas)
11
"""

# pyright: strict
# Written so because importing typing costs more than the rest of this module (mypy and pyright accept it).
TYPE_CHECKING = False

if TYPE_CHECKING:
    from korea_nato import analysis, errors, export, mentions, plot, site
    from korea_nato._answering.card import Card, Cards
    from korea_nato._answering.coverage import Coverage, CoverageYear
    from korea_nato._answering.differences import Difference
    from korea_nato._answering.facts import Line, LinePart
    from korea_nato._answering.finding import Hit
    from korea_nato._answering.mentions import AreaMention
    from korea_nato._dataset import Dataset
    from korea_nato._dataset import bundled as _bundled
    from korea_nato._evidence.claims import Claim
    from korea_nato._evidence.conflicts import Conflict
    from korea_nato._load import diff, load
    from korea_nato._model.about import About
    from korea_nato._model.actors import Office, Organisation, Person, Place
    from korea_nato._model.collection import Records
    from korea_nato._model.events import Commitment, Event, FollowUp, Mention, Participation, Statement
    from korea_nato._model.programmes import Area, Continuation, Programme
    from korea_nato._model.record import Record, Settlement
    from korea_nato._model.sources import Passage, Publisher, Source
    from korea_nato._model.texts import Frozen, Text
    from korea_nato._model.values import Quantity, When
    from korea_nato.export._codebook import Variable, codebook

    ITPP: Programme
    IPCP: Programme
    programmes = _bundled().programmes
    areas = _bundled().areas
    commitments = _bundled().commitments
    events = _bundled().events
    statements = _bundled().statements
    people = _bundled().people
    organisations = _bundled().organisations
    places = _bundled().places
    publishers = _bundled().publishers
    sources = _bundled().sources
    claims = _bundled().claims
    conflicts = _bundled().conflicts
    show = _bundled().show
    cite = _bundled().cite
    coverage = _bundled().coverage
    verify = _bundled().verify
    areas_in = _bundled().areas_in
    search = _bundled().search
    vocabulary = _bundled().vocabulary

__version__ = "2026.12.0"

__all__ = [
    "IPCP",
    "ITPP",
    "About",
    "Area",
    "AreaMention",
    "Card",
    "Cards",
    "Claim",
    "Commitment",
    "Conflict",
    "Continuation",
    "Coverage",
    "CoverageYear",
    "Dataset",
    "Difference",
    "Event",
    "FollowUp",
    "Frozen",
    "Hit",
    "Line",
    "LinePart",
    "Mention",
    "Office",
    "Organisation",
    "Participation",
    "Passage",
    "Person",
    "Place",
    "Programme",
    "Publisher",
    "Quantity",
    "Record",
    "Records",
    "Settlement",
    "Source",
    "Statement",
    "Text",
    "Variable",
    "When",
    "__version__",
    "analysis",
    "areas",
    "areas_in",
    "cite",
    "claims",
    "codebook",
    "commitments",
    "conflicts",
    "coverage",
    "diff",
    "errors",
    "events",
    "export",
    "load",
    "mentions",
    "organisations",
    "people",
    "places",
    "plot",
    "programmes",
    "publishers",
    "search",
    "show",
    "site",
    "sources",
    "statements",
    "verify",
    "vocabulary",
]

# Where each public name comes from, when it is first used; what stands nowhere here is the bundled dataset's.
_PROGRAMMES = {"ITPP": "itpp", "IPCP": "ipcp-first"}
_MODULES = ("analysis", "errors", "export", "mentions", "plot", "site")
_PLACES = {
    "About": "_model.about",
    "Area": "_model.programmes",
    "AreaMention": "_answering.mentions",
    "Card": "_answering.card",
    "Cards": "_answering.card",
    "Claim": "_evidence.claims",
    "Commitment": "_model.events",
    "Conflict": "_evidence.conflicts",
    "Continuation": "_model.programmes",
    "Coverage": "_answering.coverage",
    "CoverageYear": "_answering.coverage",
    "Dataset": "_dataset",
    "Difference": "_answering.differences",
    "Event": "_model.events",
    "FollowUp": "_model.events",
    "Frozen": "_model.texts",
    "Hit": "_answering.finding",
    "Line": "_answering.facts",
    "LinePart": "_answering.facts",
    "Mention": "_model.events",
    "Office": "_model.actors",
    "Organisation": "_model.actors",
    "Participation": "_model.events",
    "Passage": "_model.sources",
    "Person": "_model.actors",
    "Place": "_model.actors",
    "Programme": "_model.programmes",
    "Publisher": "_model.sources",
    "Quantity": "_model.values",
    "Record": "_model.record",
    "Records": "_model.collection",
    "Settlement": "_model.record",
    "Source": "_model.sources",
    "Statement": "_model.events",
    "Text": "_model.texts",
    "Variable": "export._codebook",
    "When": "_model.values",
    "codebook": "export._codebook",
    "diff": "_load",
    "load": "_load",
}

if not TYPE_CHECKING:
    # Visible to a type checker, this would let every misspelt name pass.

    def __getattr__(name):
        from korea_nato._model.once import LOCK, uncollected

        # Held while modules are imported, too: a process that is forked meanwhile could never import them.
        with LOCK, uncollected(lasting=True):
            value = _public(name)
            globals()[name] = value
            return value


def _public(name: str) -> object:
    from importlib import import_module

    if name in _PROGRAMMES:
        return import_module("korea_nato._storage.bundled").programme(_PROGRAMMES[name])
    if name in _PLACES:
        return getattr(import_module(f"korea_nato.{_PLACES[name]}"), name)
    if name in _MODULES:
        return import_module(f"korea_nato.{name}")
    if name in __all__:
        return getattr(import_module("korea_nato._dataset").bundled(), name)
    raise AttributeError(f"module 'korea_nato' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
