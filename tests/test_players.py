"""What is learned of whose names are by the players who bear them."""

from pathlib import Path

import pytest

from translit.errors import InputError
from translit.learning.players import write_bearers, write_surnames
from translit.origin.bearers import TABLE, borne
from translit.tables import Tables, built_in

PLAYERS = """\
@PLAYER
Kowalski, Krzysztof #- POL [2000] 1980
   %Bio FIDEID 1
   = Kowalsky, K
Nowak, Krzysztof #FM POL [2100] 1981
"""


@pytest.fixture
def players(tmp_path: Path) -> Path:
    """A list of players: forty Poles of one given name, ten Russians and five Arabs of others."""
    lines = [PLAYERS]
    lines += [f"Nowak, Krzysztof{at} #- POL  1980\n" for at in range(38)]
    lines += [f"Dobrynin, Zzdmitry{at} #- RUS  1980\n" for at in range(10)]
    lines += [f"Khaldi, Zzahmad #- ALG  1980 {at}\n" for at in range(5)]
    path = tmp_path / "spelling.ssp"
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """The built-in tables of given names in a home of their own."""
    home = tmp_path / "tables"
    home.mkdir()
    for one in built_in().home.iterdir():
        if one.name != "weights":
            (home / one.name).symlink_to(one)
    (home / "weights").mkdir()
    return Tables(home)


def test_a_name_of_poles_alone_speaks_for_others(players: Path, tables: Tables) -> None:
    assert borne("Krzysztof", tables) is None
    write_bearers(players, tables)
    learned = Tables(tables.home)
    russian, arabic, other = borne("Krzysztof", learned) or (0.0, 0.0, 0.0)
    assert other > russian > arabic
    assert "zzahmad" not in (tables.home / f"{TABLE}.tsv").read_text(encoding="utf-8")  # of no row


def test_surnames_are_written_with_whose_they_are(players: Path, tmp_path: Path) -> None:
    write_surnames(players, tmp_path / "LIST.tsv")
    assert (tmp_path / "LIST.tsv").read_text(encoding="utf-8").splitlines() == [
        "text\tlang_origin",
        "Dobrynin\tru",
        "Khaldi\tar",
        "Kowalski\tother",
        "Nowak\tother",
    ]


def test_a_file_of_no_players_is_refused(tmp_path: Path, tables: Tables) -> None:
    (tmp_path / "empty.ssp").write_text("# nobody\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"empty\.ssp: no player; wanted is .* scid-spell-data"):
        write_bearers(tmp_path / "empty.ssp", tables)
