"""What a folder of data says of itself."""

import re

from attr import field

from korea_nato._model.record import ADDRESS, LICENCE, VERSION, described
from korea_nato._model.texts import Text
from korea_nato._model.values import Value, When

# The addresses by which licences of data are usually known; SPDX has a page for each of the others.
LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
}


@described
class About(Value):
    """Whose record it is, its version, the day on which it was closed, what was read and what is not covered."""

    __module__ = "korea_nato"

    title: Text
    authors: tuple[str, ...]
    licence: str = field(metadata=LICENCE)
    address: str | None = field(default=None, metadata=ADDRESS)
    version: str = field(metadata=VERSION)
    closed: When
    read: Text
    not_covered: tuple[Text, ...] = ()

    @property
    def short_title(self) -> str:
        """The title up to its colon, by which the record is called inside a sentence."""
        return str(self.title).partition(":")[0]

    @property
    def slug(self) -> str:
        """The short title as an id: lower-case words joined by hyphens."""
        return "-".join(re.findall("[a-z0-9]+", self.short_title.lower())) or "record"

    @property
    def licence_address(self) -> str:
        """The address at which the text of the licence stands, by its SPDX identifier."""
        return LICENCES.get(self.licence, f"https://spdx.org/licenses/{self.licence}.html")
