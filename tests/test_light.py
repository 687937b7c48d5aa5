"""Importing the package is cheap: it reads no data and imports nothing heavy."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def run(code: str) -> str:
    """Run code in a fresh process; what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout


AUDIT = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import sco
"""
HEAVY = "{'pycountry', 'dateutil', 'narwhals', 'pandas', 'polars', 'matplotlib'} & set(sys.modules)"


def test_import_opens_no_data_and_imports_neither_pycountry_nor_dateutil() -> None:
    data = "[o for o in opened if '.csv' in o or 'data' in o.split('/')]"
    out = run(AUDIT + f"print({data}, {HEAVY})")
    assert out == "[] set()\n"


def test_the_audit_sees_what_a_query_opens() -> None:
    out = run(AUDIT + "sco.members_as_of('2020'); print(any('episodes.csv' in o for o in opened))")
    assert out == "True\n"


def test_a_question_about_members_reads_no_meetings() -> None:
    read = "[o.partition(sco.DATA_VERSION + '/')[2] for o in opened if '.csv' in o]"
    code = f"sco.members_as_of('2020'); print(*sorted(filter(None, {read})))"
    assert run(AUDIT + code).split() == [
        "countries.csv",
        "coverage/organisation.csv",
        "episodes.csv",
        "sources/countries.csv",
    ]


def test_a_question_about_one_pair_reads_no_other_pair() -> None:
    code = "sco.meetings_between('RU', 'CN', until='2020'); print(*opened)"
    read = [name for name in run(AUDIT + code).split() if name.endswith(".csv")]
    pairs = {Path(name).stem for name in read if re.search(r"/[A-Z]{2}-[A-Z]{2}\.csv", name)}
    assert pairs == {"CN-RU"}


def test_a_known_country_needs_no_pycountry() -> None:
    assert run(AUDIT + f"sco.status_of('Россия', '2020'); print({HEAVY})") == "set()\n"
