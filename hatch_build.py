"""The build takes the records into the package, and does not begin without them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "data"


class TakesInData(BuildHookInterface[Any]):
    """Puts ``data/`` of the checkout into the wheel as ``korea_nato/data``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Stop a build without the records; an editable installation reads them from the checkout."""
        if not Path(self.root, DATA, "about.json").is_file():
            self.app.abort(f"{DATA}/about.json is missing: build from a whole checkout or sdist of korea_nato")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][DATA] = f"korea_nato/{DATA}"
