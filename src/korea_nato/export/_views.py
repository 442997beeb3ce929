"""What the database adds to its tables: search over all words, and a view for each common question."""

# Letters with and without accents are the same; the first two or three are found fast, as in `partner*`.
_TOKENS = """tokenize="unicode61 remove_diacritics 2", prefix='2 3'"""


def _index(table: str, column: str) -> tuple[str, str]:
    """Return the statements that make a full-text index of a column, by the pieces of its words."""
    return (
        f'CREATE VIRTUAL TABLE "{table}_fts" USING fts5("{column}", content="{table}", {_TOKENS})',
        f'INSERT INTO "{table}_fts" (rowid, "{column}") SELECT rowid, pieces("{column}") FROM "{table}"',
    )


SEARCH = (*_index("texts", "text"), *_index("claims", "wording"))

VIEWS = (
    """CREATE VIEW "timeline" AS -- What happened, in order?
SELECT e."date", e."kind", e."status", e."id", e."title", p."name" AS "place", e."n_sources", e."conflict"
FROM "events" e LEFT JOIN "places" p ON p."id" = e."place"
WHERE NOT e."context"
ORDER BY e."date" IS NULL, e."date", e."id"
""",
    """CREATE VIEW "area_names" AS -- How does each source word each area?
SELECT a."programme", a."number", a."name" AS "area", t."name" AS "said", t."language", t."source", c."link"
FROM "attestations" t JOIN "areas" a ON a."id" = t."area" JOIN "claims" c ON c."id" = t."claim"
ORDER BY a."programme", a."number", t."source"
""",
    """CREATE VIEW "area_changes" AS -- What became of the areas of an older programme?
SELECT o."programme" AS "from_programme", o."name" AS "older", c."relation",
  n."programme" AS "to_programme", n."name" AS "newer", c."basis"
FROM "continuations" c JOIN "areas" n ON n."id" = c."newer" JOIN "areas" o ON o."id" = c."older"
ORDER BY n."programme", n."number", o."id"
""",
    """CREATE VIEW "disputes" AS -- Where do sources disagree, in which words, and why?
SELECT x."about", x."field", x."value" AS "held", c."says", c."agrees", c."modality", c."wording",
  c."source", c."link", s."kind" AS "settled_as", s."why"
FROM "conflicts" x
JOIN "conflict_claims" l ON l."conflict" = x."id"
JOIN "claims" c ON c."id" = l."claim"
LEFT JOIN "settlements" s ON s."record" = x."about" AND s."field" = x."field"
  AND (s."value" = c."says" OR s."value" IN (SELECT "value" FROM json_each(c."differing")))
ORDER BY x."id", c."agrees" DESC, c."source"
""",
    """CREATE VIEW "meetings" AS -- Who was at which event with whom?
SELECT e."date", e."id" AS "event", a."label" AS "one", p."role" AS "role_of_one",
  b."label" AS "other", q."role" AS "role_of_other", w."name" AS "place"
FROM "participations" p
JOIN "participations" q ON q."event" = p."event" AND q."position" <> p."position"
JOIN "events" e ON e."id" = p."event"
JOIN "records" a ON a."id" = p."actor"
JOIN "records" b ON b."id" = q."actor"
LEFT JOIN "places" w ON w."id" = e."place"
ORDER BY e."date" IS NULL, e."date", e."id", p."position", q."position"
""",
    """CREATE VIEW "area_events" AS -- How many events and commitments touch each area?
SELECT a."programme", a."number", a."id", a."name",
  (SELECT count(*) FROM "event_areas" e WHERE e."area" = a."id") AS "n_events",
  (SELECT count(*) FROM "commitment_areas" c WHERE c."area" = a."id") AS "n_commitments",
  (SELECT count(*) FROM "statement_areas" s WHERE s."area" = a."id") AS "n_statements"
FROM "areas" a
ORDER BY a."programme", a."number"
""",
    """CREATE VIEW "said" AS -- What did a person say, quoted or reported?
SELECT coalesce(s."date", e."date") AS "date", r."label" AS "speaker", s."form", s."gist", s."phrase",
  s."event", s."id" AS "statement"
FROM "speakers" p
JOIN "statements" s ON s."id" = p."statement"
JOIN "records" r ON r."id" = p."actor"
LEFT JOIN "events" e ON e."id" = s."event"
ORDER BY coalesce(s."date", e."date") IS NULL, coalesce(s."date", e."date"), s."id", p."position"
""",
    """CREATE VIEW "promises" AS -- What was promised, by when, and what followed?
SELECT e."date" AS "made", c."id", c."title", c."by", c."due",
  f."event" AS "followed_by", g."date" AS "followed_on", f."basis"
FROM "commitments" c
LEFT JOIN "events" e ON e."id" = c."made_at"
LEFT JOIN "follow_ups" f ON f."commitment" = c."id"
LEFT JOIN "events" g ON g."id" = f."event"
ORDER BY e."date" IS NULL, e."date", c."id", f."position"
""",
    """CREATE VIEW "support" AS -- How well is each field supported, copies counting once?
SELECT c."about", c."field",
  count(DISTINCT c."source") AS "n_sources", count(DISTINCT s."origin") AS "n_publishers",
  group_concat(DISTINCT s."language") AS "languages", min(s."published") AS "first_report"
FROM "claims" c JOIN "sources" s ON s."id" = c."source"
WHERE c."supports"
GROUP BY c."about", c."field"
ORDER BY c."about", c."field"
""",
)
