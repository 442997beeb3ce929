"""A folder of JSON becomes records, strictly, and records become files again."""
