"""Writes docs/codebook.md: ``python docs/codebook.py``, when a table or a column has changed."""

from pathlib import Path

from korea_nato._dataset import bundled
from korea_nato.export.codebook import tables

HEAD = """# Codebook

Every table of the exports, with every column; the columns of records are also those of `rows()` and of every frame.
A column with \\* is one on which sources make claims.
The page is made from the description of the fields and is held against them by a test.
How often each column is filled, and the words of the closed lists, are told by the record itself:

```python
>>> from korea_nato import codebook, vocabulary
>>> kind = codebook("events")["events.kind"]
>>> kind.meaning, kind.filled == kind.n_rows
('Which kind it is: a word of the vocabulary.', True)
>>> str(vocabulary()[kind.words]["phone-call"])
'persons talk by telephone'
```

```sh
korea-nato export codebook codebook.md
```


## What is counted

- A row of `events` is what a source tells of as one thing at one time and place.
  It may be part of another: a meeting during a visit, a briefing after it and an adoption at a summit
  are events of their own, each with `part_of`.
- So the number of events says how closely sources tell of something, and not how often people met.
- To count who met whom, take `contacts`, or `analysis.contacts()` in Python.
  Each meeting, round of talks and phone call that was held is one, alone or within a visit,
  and a visit is one where no such part of it is in the record.
- `n_sources` counts documents, `n_publishers` those whose text it is: copies and wire texts count once.
- A row of `claims` is one source on one field of one record; `claim_values` has a row for each value in it."""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *tables(bundled(), counted=False), ""])


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_text(page(), encoding="utf-8")
