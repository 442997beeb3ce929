"""The files of a folder that hold no records: what it is, its words, and the terms of its areas."""

from korea_nato._model.fields import Field, Shape, part_of, shape_of
from korea_nato._model.once import kept
from korea_nato._model.record import ID
from korea_nato._model.texts import Frozen, Text

WORD = (ID.pattern, "an id (lower-case words joined by hyphens)")


@kept
def own_files() -> dict[str, Field]:
    """Return the form of each file that holds no records."""
    # Imported here, as the kinds below are, because a programme is read without them.
    from korea_nato._model.about import About
    from korea_nato._model.terms import Terms

    return {
        "about.json": part_of(About),
        "vocabulary.json": Field(shape=Shape.MAP, form=WORD, of=shape_of(Frozen[Text])._replace(form=WORD)),
        "terms.json": part_of(Terms),
    }
