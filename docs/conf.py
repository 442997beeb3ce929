"""How Sphinx makes a site of the pages: ``sphinx-build -W -c docs . OUT`` from the top of the project.

The pages of areas, conflicts and words are made from the record at that time, and the explorer lies beside them.
"""

import sys
from pathlib import Path

import korea_nato
from korea_nato import site

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))
import pages  # noqa: E402 - it lies beside this file, where Sphinx does not look by itself

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
    for name, page in pages.made().items():
        (MADE / name).write_text(page, encoding="utf-8")
    to_index = '<!doctype html><meta http-equiv="refresh" content="0; url=docs/index.html"><title>korea_nato</title>'
    (MADE / "explorer" / "index.html").write_text(to_index, encoding="utf-8")
    site.write(MADE / "explorer" / "explorer", force=(MADE / "explorer" / "explorer").exists())
