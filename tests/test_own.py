"""A user's own rows answer before every built-in one, as far as their scope goes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import translit
from translit.sounds import best, distance, key, read
from translit.tables import Tables, built_in

HEADER = ["id", "kind", "role", "country", "native", "canonical", "gender", "also", "source", "note"]
Make = Callable[..., Tables]


@pytest.fixture
def own(tmp_path: Path) -> Make:
    """Tables with some rows of one's own before them; a row names its cells."""

    def make(*rows: dict[str, str]) -> Tables:
        file = tmp_path / "mine.tsv"
        made = [
            "\t".join({"id": f"row-{at}", "source": "known", **row}.get(name, "") for name in HEADER)
            for at, row in enumerate(rows)
        ]
        file.write_text("\n".join(["\t".join(HEADER), *made]) + "\n", encoding="utf-8")
        return built_in().extended(file)

    return make


TSOI = {"kind": "person", "native": "Виктор Цой", "canonical": "Viktor Tsoy", "also": "Wiktor Coj"}
BILIMBI = {
    "kind": "person",
    "role": "surname",
    "native": "Билимби",
    "canonical": "Bilimbee",
    "also": "Bilimby",
}
ZEDDIN = {"kind": "person", "role": "given", "native": "Зеддин", "canonical": "Zeddyn", "gender": "m"}
MAHDI = {
    "kind": "person",
    "role": "kunya",
    "native": "أبو مهدي",
    "canonical": "Abu Mehdi",
    "also": "Abu Mahdi",
}
BASE = {
    "kind": "place",
    "country": "SY",
    "native": "قاعدة النور",
    "canonical": "Nur Air Base",
    "also": "Nour Base",
}


@pytest.mark.parametrize("text", ["Виктор Цой", "Viktor Tsoy", "Tsoy, Viktor", "ЦОЙ ВИКТОР", "wiktor coj"])
def test_a_whole_name_is_known_in_any_script_and_order(own: Make, text: str) -> None:
    reading = translit.explain(text, "person", tables=own(TSOI))
    assert (reading.canonical, reading.surname, reading.status) == ("Viktor Tsoy", "Tsoy", "ok")
    assert reading.row is not None
    assert "a row of your own" in str(reading.steps[-1])


def test_spellings_of_one_row_have_one_key(own: Make) -> None:
    tables = own(TSOI, {"kind": "person", "canonical": "Kwerz Ab", "also": "Qwertz Abb|Quertz Aab"})
    assert (
        len({translit.explain(text, "person", tables=tables).key for text in ("Qwertz Abb", "Quertz Aab")})
        == 1
    )


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Victor Bilimby", "Viktor Bilimbee"),
        ("Билимби Виктор Петрович", "Viktor Petrovich Bilimbee"),
        ("Bilimby Zeddyn", "Zeddyn Bilimbee"),
        ("Dr. Sergei Bilimby", "Sergey Bilimbee"),
        ("Abu Mahdi al-Muhandis", "Abu Mehdi al-Muhandis"),
        ("Билимби", "Bilimbee"),
    ],
)
def test_a_part_is_known_inside_a_name(own: Make, text: str, canonical: str) -> None:
    assert translit.canonical(text, "person", tables=own(BILIMBI, ZEDDIN, MAHDI)) == canonical


def test_parts_and_the_whole_agree(own: Make) -> None:
    reading = translit.explain("Bilimby Zeddyn Petrovich", tables=own(BILIMBI, ZEDDIN))
    assert (reading.given, reading.patronymic, reading.surname) == ("Zeddyn", "Petrovich", "Bilimbee")
    assert (reading.kind, reading.gender, reading.native) == ("person", "m", "Зеддин Петрович Билимби")


def test_a_place_is_known_as_written_and_bent(own: Make) -> None:
    moscow = {"kind": "place", "country": "RU", "native": "Москва", "canonical": "Moskva"}
    tables = own(moscow, BASE)
    assert translit.canonical("Москва", "place", tables=tables) == "Moskva"
    assert translit.canonical("в Москве", "place", tables=tables) == "Moskva"
    assert translit.explain("Nour Base", tables=tables).kind == "place"


def test_rows_speak_for_their_kind_and_country_only(own: Make) -> None:
    tables = own(BASE, BILIMBI)
    assert translit.canonical("Nour Base", "place", within="SY", tables=tables) == "Nur Air Base"
    assert translit.canonical("Nour Base", "place", within="RU-ROS", tables=tables) != "Nur Air Base"
    assert translit.canonical("Nour Base", "person", tables=tables) != "Nur Air Base"
    assert translit.canonical("Bilimby", "place", tables=tables) != "Bilimbee"


def test_two_rows_of_one_spelling_leave_doubt_that_a_country_ends(own: Make) -> None:
    one = {"kind": "place", "country": "RU", "native": "Спрингфилд", "canonical": "Springfield (Russia)"}
    two = {"kind": "place", "country": "US", "native": "Спрингфилд", "canonical": "Springfield"}
    tables = own(one, two)
    both = translit.explain("Спрингфилд", "place", tables=tables)
    assert (both.status, [other.canonical for other in both.others]) == ("ambiguous", ["Springfield"])
    assert translit.explain("Спрингфилд", "place", within="US", tables=tables).canonical == "Springfield"


def test_a_file_named_first_wins(tmp_path: Path) -> None:
    for name, canonical in (("a", "First"), ("b", "Second")):
        row = ["x", "person", "surname", "", "Билимби", canonical, "", "", "known", ""]
        (tmp_path / f"{name}.tsv").write_text(
            "\t".join(HEADER) + "\n" + "\t".join(row) + "\n", encoding="utf-8"
        )
    tables = built_in().extended(tmp_path / "a.tsv", tmp_path / "b.tsv")
    assert translit.canonical("Иван Билимби", "person", tables=tables) == "Ivan First"


@pytest.mark.parametrize(
    ("never", "left", "right"),
    [
        ({"canonical": "Hassan Ali Karim|Hasan Ali Karim"}, "Hassan Ali Karim", "Hasan Ali Karim"),
        ({"canonical": "Hassan Ali|Hasan Ali", "native": "حسن علي|حسان علي"}, "حسن علي", "حسان علي"),
        ({"canonical": "Sokolov|Sokoloff"}, "Ivan Sokolov", "Ivan Sokoloff"),
    ],
)
def test_never_merge_is_honoured(own: Make, never: dict[str, str], left: str, right: str) -> None:
    tables = own({"kind": "never", **never})
    assert translit.compare(left, right, "person", tables=tables).verdict != "same"
    assert translit.compare(right, left, "person", tables=tables).verdict != "same"
    index = translit.Index([left, right], "person", tables=tables)
    assert index.clusters() == [[0], [1]]


def test_spellings_of_an_own_row_are_one(own: Make) -> None:
    tables = own(TSOI, BILIMBI)
    assert translit.same("Wiktor Coj", "Виктор Цой", "person", tables=tables)
    assert translit.same("Bilimby Viktor", "Виктор Билимби", "person", tables=tables)


def test_other_tables_are_left_alone(own: Make) -> None:
    before = translit.explain("Виктор Цой", "person")
    assert translit.canonical("Виктор Цой", "person", tables=own(TSOI)) == "Viktor Tsoy"
    assert translit.explain("Виктор Цой", "person") == before


@pytest.mark.parametrize("text", ["Петров Жданимир", "Жданимира Петрова", "Zdanimir Petroff"])
def test_a_given_name_of_ones_own_is_known_in_every_spelling_and_case(own: Make, text: str) -> None:
    row = {"role": "given", "gender": "m", "native": "Жданимир", "canonical": "Zhdanimir"}
    reading = translit.explain(text, "person", tables=own(row))
    assert (reading.canonical, reading.given, reading.surname) == ("Zhdanimir Petrov", "Zhdanimir", "Petrov")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("министр обороны РФ Виктор Цой", "Viktor Tsoy"),
        ("Wiktor Coj's", "Viktor Tsoy"),
        ("Wiktor Coj, Moscow", "Viktor Tsoy"),
        ("Wiktor Coj (born 1962)", "Viktor Tsoy"),
        ("Wiktor Coj and Petr Petrov", "Viktor Tsoy; Pyotr Petrov"),
        ("Ivan Bilimby; Petr Petrov", "Ivan Bilimbee; Pyotr Petrov"),
    ],
)
def test_a_name_is_known_in_a_longer_text(own: Make, text: str, canonical: str) -> None:
    assert translit.canonical(text, "person", tables=own(TSOI, BILIMBI)) == canonical


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("the Syrian town of Kasr Fu", "place", "Qasr Foo"),
        ("near Kasr Fu", None, "Qasr Foo"),
        ("rebel-held Kasr Fu", "place", "Qasr Foo"),
        ("Kasr Fu and Aleppo", "place", "Qasr Foo; Aleppo"),
        ("Prof. Dr. Coj Wiktor", None, "Viktor Tsoy"),
        ("Mr Wiktor Coj", "person", "Viktor Tsoy"),
        ("Kazakhstan's Wiktor Coj", "person", "Viktor Tsoy"),
    ],
)
def test_a_name_is_known_behind_titles_and_around_places(
    own: Make, text: str, kind: translit.nouns.Kind | None, canonical: str
) -> None:
    tables = own(TSOI, {"kind": "place", "canonical": "Qasr Foo", "native": "قصر فو", "also": "Kasr Fu"})
    assert translit.canonical(text, kind, tables=tables) == canonical


def test_sounds_know_a_users_own_names(own: Make) -> None:
    zafarqan = {
        "kind": "person",
        "role": "given",
        "native": "\u0632\u0641\u0631\u0642\u0627\u0646",
        "canonical": "Zafarqan",
    }
    mine = own(zafarqan)
    assert read("Zafargan", "ar", 1)[0].native != zafarqan["native"]
    assert read("Zafargan", "ar", 1, tables=mine)[0].native == zafarqan["native"]
    assert best("Zafargan", "ar", tables=mine) == zafarqan["native"]
    assert key("Zafarqan", "ar", tables=mine) == key("Zafarqan", "ar")
    assert distance("Zafarqan", "Zafargan", "ar", tables=mine) == distance("Zafarqan", "Zafargan", "ar")


def test_keys_and_distances_are_those_of_the_tables_given(tmp_path: Path) -> None:
    for part in ("keys", "sounds"):
        shutil.copytree(built_in().home / part, tmp_path / part)
    page = tmp_path / "keys" / "ru.toml"
    text = re.sub(r'(?m)^"?q"? = .*$', 'q = "z"', page.read_text("utf-8"))
    page.write_text(text, "utf-8")
    near = tmp_path / "sounds" / "ru" / "near.tsv"
    header = near.read_text("utf-8").splitlines()[0]
    near.write_text(f"{header}\na\to\t0\tknown\n", "utf-8")
    mine = Tables(tmp_path)
    assert key("Qasa", "ru", tables=mine) != key("Qasa", "ru")
    assert distance("Ivanov", "Ivonov", "ru", tables=mine) < distance("Ivanov", "Ivonov", "ru")
