"""What is cited, as items of CSL, and such an item in one line of text.

What is not known is left out of an item; names are never split into parts, since that would be a guess.
"""

from korea_nato._evidence.claims import Claim
from korea_nato._model.about import About
from korea_nato._model.columns import said
from korea_nato._model.record import Record
from korea_nato._model.sources import Publisher, Source
from korea_nato._model.values import When
from korea_nato._storage.json import Json

# An item of CSL-JSON, as a reference manager reads it.
Item = dict[str, Json]
# The CSL type of a source, by its kind, and for reports and comments by the kind of publisher.
_BY_KIND = {"release": "webpage", "transcript": "speech", "document": "document", "reference": "webpage"}
_BY_PUBLISHER = {
    "newspaper": "article-newspaper",
    "news-agency": "article-newspaper",
    "military-press": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
    "think-tank": "report",
    "blog": "post-weblog",
}
# So many digits of a digest tell two versions of a record apart.
_DIGITS = 12
# Articles and pages have a container title; the other types have only a publisher.
_CONTAINED = ("article", "webpage", "post")


def dataset_item(about: About, digest: str) -> Item:
    """Return the item of the dataset in this version; its date is the day on which the record was closed."""
    nowhere = "" if about.address else " it has no address yet;"
    return {
        "id": about.slug,
        "type": "dataset",
        "title": str(about.title),
        "author": [{"literal": name} for name in about.authors],
        "issued": _date(about.closed),
        "version": about.version,
        **({"URL": about.address} if about.address else {}),
        "note": f"The date is the day on which the record was closed; licence {about.licence};"
        f"{nowhere} the SHA-256 of the data begins with {digest[:_DIGITS]}",
    }


def source_item(source: Source) -> Item:
    """Return the item of a source: its title as it stands, its publisher's name in its own language."""
    kind = csl_type(source)
    publisher = "container-title" if kind.startswith(_CONTAINED) else "publisher"
    origin = source.origin if source.origin != source.publisher else None
    item = {
        "id": source.id,
        "type": kind,
        "title": source.title,
        "author": [{"literal": name} for name in source.author],
        publisher: _name(source.publisher, source.language),
        "original-publisher": origin and _name(origin, source.language),
        "genre": "press release" if source.kind == "release" else None,
        "issued": source.published and _date(source.published),
        "accessed": source.accessed and _date(source.accessed),
        "language": source.language,
        "URL": source.url,
        "note": source.archive_url and f"Archived at {source.archive_url}",
    }
    return {name: value for name, value in item.items() if value}


def claim_item(claim: Claim, record: Record, about: About) -> Item:
    """Return the item of a claim: its source, opened at the wording, and what that says of which record."""
    words = f"“{claim.wording}”: {record.label} ({claim.about}), {_told(claim)}"
    return source_item(claim.source) | {
        "id": claim.id.replace("#", "-"),
        **({"URL": claim.link} if claim.link else {}),
        "note": f"{words}; coded in {about.short_title} {about.version}",
    }


def csl_type(source: Source) -> str:
    """Return the type of a source in the words of the Citation Style Language."""
    return _BY_KIND.get(source.kind) or _BY_PUBLISHER.get(source.publisher.kind, "webpage")


def _told(claim: Claim) -> str:
    return "attested" if claim.field == "attested" else f"{claim.field} = {said(claim.says)}"


def _name(publisher: Publisher, language: str) -> str:
    return publisher.name.get(language, str(publisher.name))


def _date(when: When) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in when.text.split("-")]]}


def day(item: Item, name: str) -> str | None:
    """Return a date of an item as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or None where it has none."""
    if name not in item:
        return None
    year, *rest = item[name]["date-parts"][0]
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def plain_text(item: Item) -> str:
    """Return an item as one line of text."""
    place = item.get("container-title") or item.get("publisher")
    version = f"Version {item['version']}" if "version" in item else None
    parts = (
        ", ".join(name["literal"] for name in item.get("author", ())),
        item["title"],
        ", ".join(filter(None, [version, place, day(item, "issued")])),
        f"Text of {item['original-publisher']}" if "original-publisher" in item else "",
        f"{item['URL']}{_accessed(item)}" if "URL" in item else "",
        item.get("note", ""),
    )
    return " ".join(_closed(part) for part in parts if part)


def _accessed(item: Item) -> str:
    return f" (accessed {day(item, 'accessed')})." if "accessed" in item else ""


def _closed(part: str) -> str:
    ends = part.endswith((".", "?", "!", "…")) or part.startswith("http")
    return part if ends else f"{part}."
