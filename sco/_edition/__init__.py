"""One edition of the data: where it is, whether it is whole, and its rows as records."""
