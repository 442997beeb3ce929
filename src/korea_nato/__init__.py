"""The partnership between NATO and the Republic of Korea: typed, immutable, citable records.

Each value says which sources state it, in which words, and who disagrees.

>>> from korea_nato import ITPP, claims
>>> ITPP.adopted
When('2023-07-11')
>>> len(ITPP.areas)
11
"""

# Written so because importing typing costs more than the rest of this module (mypy and pyright accept it).
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import cast

    from korea_nato import analysis, errors, export
    from korea_nato._dataset import Dataset
    from korea_nato._load import load
    from korea_nato._model.programmes import Programme

    _bundled = cast(Dataset, None)
    ITPP: Programme
    IPCP: Programme
    programmes = _bundled.programmes
    areas = _bundled.areas
    commitments = _bundled.commitments
    events = _bundled.events
    statements = _bundled.statements
    people = _bundled.people
    organisations = _bundled.organisations
    places = _bundled.places
    publishers = _bundled.publishers
    sources = _bundled.sources
    claims = _bundled.claims
    conflicts = _bundled.conflicts
    show = _bundled.show
    cite = _bundled.cite
    coverage = _bundled.coverage
    verify = _bundled.verify
    areas_in = _bundled.areas_in

__version__ = "2026.11.0"

_PROGRAMMES = {"ITPP": "itpp", "IPCP": "ipcp-first"}
_ANSWERS = (
    "programmes",
    "areas",
    "commitments",
    "events",
    "statements",
    "people",
    "organisations",
    "places",
    "publishers",
    "sources",
    "claims",
    "conflicts",
    "show",
    "cite",
    "coverage",
    "verify",
    "areas_in",
)
_MODULES = ("analysis", "errors", "export")

__all__ = [
    "IPCP",
    "ITPP",
    "__version__",
    "analysis",
    "areas",
    "areas_in",
    "cite",
    "claims",
    "commitments",
    "conflicts",
    "coverage",
    "errors",
    "events",
    "export",
    "load",
    "organisations",
    "people",
    "places",
    "programmes",
    "publishers",
    "show",
    "sources",
    "statements",
    "verify",
]

if not TYPE_CHECKING:
    # Visible to a type checker, this would let every misspelt name pass.

    def __getattr__(name):
        value = _public(name)
        globals()[name] = value
        return value


def _public(name: str) -> object:
    from importlib import import_module

    if name in _PROGRAMMES:
        return import_module("korea_nato._storage.store").programme(_PROGRAMMES[name])
    if name in _ANSWERS:
        return getattr(import_module("korea_nato._dataset").bundled(), name)
    if name == "load":
        return import_module("korea_nato._load").load
    if name in _MODULES:
        return import_module(f"korea_nato.{name}")
    raise AttributeError(f"module 'korea_nato' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
