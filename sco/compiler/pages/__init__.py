"""The documentation pages that are made of the data: one module a page."""
