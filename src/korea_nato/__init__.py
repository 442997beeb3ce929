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
    from korea_nato._cite import cite
    from korea_nato._coverage import coverage
    from korea_nato._dataset import Dataset
    from korea_nato._load import load
    from korea_nato._programmes import Programme
    from korea_nato._verify import verify
    from korea_nato.display import show
    from korea_nato.mentions import areas_in

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

__version__ = "2026.11.0"

_PROGRAMMES = {"ITPP": "itpp", "IPCP": "ipcp-first"}
_QUESTIONS = (
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
)
_FUNCTIONS = {
    "areas_in": "mentions",
    "cite": "_cite",
    "coverage": "_coverage",
    "load": "_load",
    "show": "display",
    "verify": "_verify",
}
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
        return import_module("korea_nato._store").programme(_PROGRAMMES[name])
    if name in _QUESTIONS:
        return getattr(import_module("korea_nato._dataset").bundled(), name)
    if name in _FUNCTIONS:
        return getattr(import_module(f"korea_nato.{_FUNCTIONS[name]}"), name)
    if name in _MODULES:
        return import_module(f"korea_nato.{name}")
    raise AttributeError(f"module 'korea_nato' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
