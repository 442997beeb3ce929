"""How Sphinx makes a site of the pages: ``sphinx-build -W -c docs . OUT`` from the top of the project.

The pages of areas and conflicts are made from the record when the site is built, and the explorer lies beside them.
"""

from pathlib import Path

import korea_nato
from korea_nato import site

ROOT = Path(__file__).parents[1]
MADE = ROOT / "docs" / "made"

project = "korea_nato"
author = "The korea_nato contributors"
release = version = korea_nato.__version__
root_doc = "docs/index"
include_patterns = ["docs/**", "README.md", "README.ko.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSES/README.md"]
exclude_patterns = ["docs/made/explorer/**"]
extensions = ["myst_nb", "sphinx.ext.githubpages"]
myst_heading_anchors = 3
# The notebooks are run while the pages are made; one that fails stops the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
# A page may begin below its first heading, as a README does.
suppress_warnings = ["myst.header"]

html_theme = "furo"
html_title = "korea_nato"
html_copy_source = False
html_extra_path = ["made/explorer"]


def setup(app):
    """Make the pages that come from the record, before Sphinx looks for pages."""
    (MADE / "explorer").mkdir(parents=True, exist_ok=True)
    (MADE / "areas.md").write_text(_areas(), encoding="utf-8")
    (MADE / "conflicts.md").write_text(_conflicts(), encoding="utf-8")
    to_index = '<!doctype html><meta http-equiv="refresh" content="0; url=docs/index.html"><title>korea_nato</title>'
    (MADE / "explorer" / "index.html").write_text(to_index, encoding="utf-8")
    site.write(MADE / "explorer" / "explorer", force=(MADE / "explorer" / "explorer").exists())


def _areas():
    """Return the page of the areas, one by one, with every source's wording."""
    lines = [
        "# The areas, one by one",
        "",
        "Each of the eleven areas with the words of each source, as they stand there.",
    ]
    for area in korea_nato.ITPP.areas:
        lines += ["", "", f"## {area.number}. {area.name} / {area.name.best('ko')}", ""]
        lines += [str(area.summary)] if area.summary else []
        lines += ["", "| source | published | words |", "|---|---|---|"]
        lines += map(_worded, korea_nato.claims(about=area, field="name"))
    return "\n".join([*lines, ""])


def _worded(claim):
    """Return the row of a claim on a name: who published it, when, and the name."""
    publisher, day = _cell(claim.source.publisher.name), claim.source.published or ""
    return f"| [{publisher}]({_address(claim.link)}) | {day} | {_cell(claim.says)} |"


def _conflicts():
    """Return the page of the conflicts, with how each is settled."""
    lines = ["# Where sources disagree", "", "Each fact about which sources differ, what the record holds, and why."]
    for one in korea_nato.conflicts():
        held = getattr(one.value, "id", one.value)
        lines += [
            "",
            "",
            f"## {one.about}: {one.field.replace('_', ' ')}",
            "",
            f"The record holds: {_cell(_held(held))}.",
            "",
        ]
        lines += [
            f"- **{_cell(value)}** ({settled.kind}): {_cell(settled.why)}" for value, settled in one.settled.items()
        ]
    return "\n".join([*lines, ""])


def _held(value):
    return ", ".join(str(getattr(one, "id", one)) for one in value) if isinstance(value, tuple) else str(value)


def _cell(text):
    """Return a text that Markdown shows as it stands."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>|#" else letter for letter in str(text))


def _address(link):
    return f"<{link}>" if link else ""
