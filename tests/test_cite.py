"""Citations."""

from __future__ import annotations

import pytest

import sco


def test_a_record_is_cited_by_its_sources() -> None:
    summit = sco.summit("CHS-24")
    entries = sco.cite(summit).split("\n\n")
    assert len(entries) == len(summit.sources)
    for entry, source in zip(entries, summit.sources, strict=True):
        assert entry.startswith("@online{")
        assert source.url in entry
    assert len({entry.partition(",")[0] for entry in entries}) == len(entries)


def test_apa_names_publisher_date_title_and_address() -> None:
    source = next(s for s in sco.summit("CHS-24").sources if s.published)
    text = sco.cite(source, style="apa")
    assert text.startswith(f"{source.publisher}. (2")
    assert text.endswith(source.url)
    assert source.title in text


def test_an_undated_page_says_so() -> None:
    page = sco.Source(
        url="https://example.org/a_b", publisher="A & B", title="50%", published=None, language="en"
    )
    assert "(n.d.)" in sco.cite(page, style="apa")
    assert r"{A \& B}" in sco.cite(page)
    assert r"50\%" in sco.cite(page)
    assert "url = {https://example.org/a_b}" in sco.cite(page)


def test_an_edition_is_cited_with_its_version() -> None:
    data = sco.edition(sco.editions()[-1])
    assert data.version in sco.cite(data)
    assert f"Edition {data.version}" in sco.cite(data, style="apa")


@pytest.mark.parametrize("value", [3, None])
def test_what_has_no_sources_cannot_be_cited(value: object) -> None:
    with pytest.raises(sco.QueryError, match="no sources"):
        sco.cite(value)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(sco.QueryError, match="'bibtex' or 'apa'"):
        sco.cite(sco.summit("CHS-1"), style="mla")


def test_an_id_is_cited_as_its_record() -> None:
    assert sco.cite("CHS-24") == sco.cite(sco.summit("CHS-24"))
    with pytest.raises(sco.UnknownRecordError):
        sco.cite("CHS-99")
