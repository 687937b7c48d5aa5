"""The questions: one module a subject, functions over the tables of an edition."""
