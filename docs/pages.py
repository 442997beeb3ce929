"""The pages of the site that are made from the record: the areas, the conflicts and the words of closed lists."""

import korea_nato


def made():
    """Return each page by the name of its file."""
    return {"areas.md": areas(), "conflicts.md": conflicts(), "words.md": words()}


def areas():
    """Return the page of the areas: what each goes on from, who names it in which words, and what touches it."""
    lines = [
        "# The areas, one by one",
        "",
        "Each of the eleven areas of the ITPP: every source that names it, with its words, the oldest first.",
        "A link opens the source at the words.",
        "~ stands before what is inferred, ! before what differs from the names that the record holds.",
    ]
    for area in korea_nato.ITPP.areas:
        named = korea_nato.claims(about=area, field="name")
        lines += ["", "", f"## {area.number}. {area.name} / {area.name.best('ko')}", ""]
        lines += [str(area.summary), ""] if area.summary else []
        lines += [f"- {one}" for one in _around(area)]
        lines += ["", "| published | publisher | words | language |", "|---|---|---|---|"]
        lines += [_worded(claim) for claim in sorted(named, key=lambda claim: str(claim.source.published or "9"))]
    return "\n".join([*lines, ""])


def _around(area):
    """Yield what an area is tied to: older areas, events, statements and commitments."""
    for one in area.continues:
        yield f"goes on from {_cell(one.area.name)} of {one.area.id.partition('/')[0]} ({one.relation}, {one.basis})"
    for name in ("events", "statements", "commitments"):
        found = getattr(korea_nato, name)(area=area)
        if found:
            yield f"{len(found)} {name}: {', '.join(f'`{one.id}`' for one in found)}"


def _worded(claim):
    """Return the row of a claim on a name."""
    sign = "! " if not claim.agrees else "~ " if claim.basis == "inferred" else ""
    publisher = _cell(claim.source.publisher.name)
    day, language = claim.source.published or "", claim.source.language
    return f"| {day} | {publisher} | {sign}{_linked(claim.says, claim)} | {language} |"


def conflicts():
    """Return the page of the conflicts: each value that differs with who says so, and how it is settled."""
    found = korea_nato.conflicts()
    lines = [
        "# Where sources disagree",
        "",
        f"{len(found)} facts about which sources differ: what the record holds, who differs, and the editors' reason.",
        "Those on the form of a statement, where one source gives the sense of what another quotes, stand last.",
    ]
    for one in sorted(found, key=lambda one: one.field == "form"):
        lines += [
            "",
            "",
            f"## {one.about}: {one.field.replace('_', ' ')}",
            "",
            f"The record holds **{_held(one.value)}**.",
            "",
        ]
        for value in one.differing:
            settled = one.settled[value]
            saying = [claim for claim in one.claims if value in (*claim.differing, str(claim.says))]
            lines += [f"- **{_cell(value)}**: {settled.kind.replace('-', ' ')}. {_cell(settled.why)}"]
            lines += [f"  - {_said(claim)}" for claim in saying]
    return "\n".join([*lines, ""])


def _said(claim):
    """Return who says something, when and in which words."""
    day = f", {claim.source.published}" if claim.source.published else ""
    return f"{_cell(claim.source.publisher.name)}{day}: {_linked(claim.wording, claim)}"


def words():
    """Return the page of the closed lists: each word with its meaning in English and Korean."""
    lines = ["# The words of closed lists", "", "Each word that a field may hold, with its meaning in both languages."]
    for name, told in korea_nato.vocabulary().items():
        lines += ["", "", f"## {name}", "", "| word | meaning | 뜻 |", "|---|---|---|"]
        lines += [f"| `{word}` | {_cell(one['en'])} | {_cell(one.best('ko'))} |" for word, one in told.items()]
    return "\n".join([*lines, ""])


def _held(value):
    several = value if isinstance(value, tuple) else (value,)
    return ", ".join(_cell(getattr(one, "id", one)) for one in several)


def _linked(text, claim):
    return f"[{_cell(text)}](<{claim.link}>)" if claim.link else _cell(text)


def _cell(text):
    """Return a text that Markdown shows as it stands."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>|#~" else letter for letter in str(text))
