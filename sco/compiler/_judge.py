"""Says what sort of page each source is: by its publisher, unless it is a copy."""

from __future__ import annotations

from sco.compiler._reading import Reading, Record


def judge(reading: Reading) -> None:
    """Give every source its kind; a fault where its publisher is not known.

    A folder of data without ``publishers.toml`` judges no source.
    """
    publishers = reading.by_id("publishers")
    for source in reading.sources.values():
        row = source.row
        if row["kind"] == "copy":
            if not row["original"]:
                message = "whose text is it a copy of?"
                reading.faults.add(source.file, row["url"], "original", message)
        elif row["kind"]:
            message = f"is that of the publisher, or copy, not {row['kind']!r}"
            reading.faults.add(source.file, row["url"], "kind", message)
        elif publisher := publishers.get(row["publisher"]):
            row["kind"] = publisher.row["kind"]
        elif publishers:
            message = f"{row['publisher']!r} is not in publishers.toml: add it, or name one that is"
            reading.faults.add(source.file, row["url"], "publisher", message)


def sides(reading: Reading, record: Record) -> set[str]:
    """The states for which the pages of a record speak, be they copied elsewhere."""
    publishers = reading.by_id("publishers")
    found = set()
    for key in record.sources:
        row = reading.sources[key].row
        for name in (row["publisher"], row["original"]):
            if name in publishers:
                found.add(publishers[name].row["country"])
    return found - {""}
