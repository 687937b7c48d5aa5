"""What a state may be called."""

from __future__ import annotations

import pickle

import pytest

import sco


@pytest.mark.parametrize(
    ("name", "alpha_2"),
    [
        ("RU", "RU"),
        ("ru", "RU"),
        ("RUS", "RU"),
        ("643", "RU"),
        ("russia", "RU"),
        ("RUSSIAN FEDERATION", "RU"),
        ("Россия", "RU"),
        ("российская федерация", "RU"),
        ("俄罗斯", "RU"),
        ("Kirghizia", "KG"),
        ("Киргизия", "KG"),
        ("Кыргызстан", "KG"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Burma", "MM"),
        ("Lao People’s Democratic Republic", "LA"),
        ("Iran, Islamic Republic of", "IR"),
        ("Côte d'Ivoire", "CI"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("  China ", "CN"),
    ],
)
def test_names(name: str, alpha_2: str) -> None:
    assert sco.country(name).alpha_2 == alpha_2


@pytest.mark.parametrize("value", ["Rusia", "Kazakstn", "", "XX", "Soviet Union", None, 643])
def test_what_is_not_a_country_is_refused(value: str) -> None:
    with pytest.raises(sco.UnknownCountryError):
        sco.country(value)


def test_a_miss_suggests_and_never_answers() -> None:
    with pytest.raises(sco.UnknownCountryError, match="did you mean 'Russia'") as caught:
        sco.country("Rusia")
    assert caught.value.suggestions == ("Russia",)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.suggestions) == (str(caught.value), ("Russia",))


def test_the_names_shown_are_the_librarys_own() -> None:
    assert sco.country("IR").name == "Iran"
    assert sco.country("KR").name == "South Korea"


def test_codes_of_the_panel_data_sets() -> None:
    russia = sco.country("RU")
    assert (russia.cow, russia.gw) == (365, 365)
    assert (sco.country("CN").cow, sco.country("KZ").gw) == (710, 705)


def test_a_state_without_any_status_is_still_a_state() -> None:
    assert sco.status_of("Germany", "2020-01-01") is None
    assert sco.episodes("Japan") == ()


def test_a_country_is_accepted_wherever_its_name_is() -> None:
    assert sco.status_of(sco.country("India"), "2018") is sco.Status.MEMBER
