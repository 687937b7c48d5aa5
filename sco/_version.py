"""The version of the code; the data has one of its own."""

__version__ = "0.1.0"
