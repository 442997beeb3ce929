"""The page on R, run in R; left out where Rscript or one of its packages is missing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from korea_nato import export

PAGE = Path(__file__).parents[2] / "docs" / "r.md"
RSCRIPT = shutil.which("Rscript")
PACKAGES = 'quit(status = !all(c("jsonlite", "readr", "dplyr") %in% rownames(installed.packages())))'
pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(
        RSCRIPT is None
        or subprocess.run([RSCRIPT or "true", "-e", PACKAGES], check=False, capture_output=True).returncode != 0,
        reason="needs R with jsonlite, readr and dplyr",
    ),
]


def test_the_page_runs_in_r(tmp_path):
    """Every block of the page runs, one after the other, and what it asserts holds."""
    code = "\n".join(re.findall(r"```r\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
    export.write("datapackage", tmp_path / "korea-nato")
    done = subprocess.run([RSCRIPT, "-e", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stderr
    assert "사이버 방위" in done.stdout or "<U+" in done.stdout
