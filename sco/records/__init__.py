"""The records that queries return: frozen, hashable, one module a concern.

Each module holds the enumerations, the record classes, and one function a table
that makes a record of a row of an edition.
"""
