"""A new language from table files alone: Bulgarian, as CONTRIBUTING.md adds it, in a copy of the tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import translit
from translit.audit import audit
from translit.romanization import fired, scheme
from translit.tables import Tables, built_in

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "bulgarian"
SCHEME = "streamlined-2009-bg"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The built-in tables and the three files of the example; nothing else."""
    home = tmp_path_factory.mktemp("bulgarian") / "tables"
    shutil.copytree(built_in().home, home, ignore=shutil.ignore_patterns(".kept"))
    shutil.copytree(EXAMPLE / "schemes", home / "schemes", dirs_exist_ok=True)
    shutil.copytree(EXAMPLE / "person", home / "person", dirs_exist_ok=True)
    line = (EXAMPLE / "languages.tsv").read_text(encoding="utf-8").splitlines(keepends=True)[1]
    with (home / "languages.tsv").open("a", encoding="utf-8") as file:
        file.write(line)
    return Tables(home)


def test_the_example_is_only_tables() -> None:
    files = [path for path in EXAMPLE.rglob("*") if path.is_file()]
    assert len(files) == 3
    assert {path.suffix for path in files} == {".tsv", ".toml"}


def test_its_tables_are_sound(tables: Tables) -> None:
    given = tables.home / "person" / "bg" / "given.tsv"
    assert len(tables.rows("person/bg/given")) >= 100
    assert "\n".join(map(str, audit(tables, [given]))) == ""


def test_every_rule_fires_in_its_word(tables: Tables) -> None:
    for rule in scheme(SCHEME, tables=tables).rules:
        word, written = rule.as_in
        assert translit.romanize(word, SCHEME, tables=tables) == written
        assert rule in fired(word, SCHEME, tables=tables)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Република България", "Republika Bulgaria"),
        ("Велико Търново", "Veliko Tarnovo"),
        ("Щърбанов Жельо", "Shtarbanov Zhelyo"),
        ("СОФИЯ", "SOFIA"),
    ],
)
def test_romanize(tables: Tables, text: str, written: str) -> None:
    assert translit.romanize(text, SCHEME, tables=tables) == written


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Георги Първанов", "Georgi Parvanov"),
        ("Първанов Георги", "Georgi Parvanov"),
        ("Христо Стоичков", "Hristo Stoichkov"),
        ("Тодор Живков", "Todor Zhivkov"),
        ("Цветана Пиронкова", "Tsvetana Pironkova"),
        ("Dimitar Berbatov", "Dimitar Berbatov"),
        ("Ivajlo Hristov", "Ivaylo Hristov"),
        ("Димитър Бербатов", "Dimitar Berbatov"),
    ],
)
def test_canonical(tables: Tables, text: str, canonical: str) -> None:
    reading = translit.explain(text, "person", tables=tables)
    assert (reading.canonical, reading.origin) == (canonical, "bg")


def test_its_places_are_named_in_it(tables: Tables) -> None:
    assert translit.explain("София", "place", tables=tables).origin == "bg"
    assert translit.explain("София", "place").origin is None


def test_every_given_name_beside_a_bulgarian_surname(tables: Tables) -> None:
    wrong = []
    for row in tables.rows("person/bg/given"):
        native = row.native.replace("\N{COMBINING ACUTE ACCENT}", "")
        surname, latin = ("Щърбева", "Shtarbeva") if row["gender"] == "f" else ("Щърбев", "Shtarbev")
        found = translit.canonical(f"{native} {surname}", "person", tables=tables)
        if found != f"{row.canonical} {latin}":
            wrong.append((native, found))
    assert wrong == []


@pytest.mark.parametrize("name", ["Иван Петров", "Владимир Путин", "Юрій Шевченко", "Объедков Семён"])
def test_other_names_stay_as_they_were(tables: Tables, name: str) -> None:
    assert translit.canonical(name, "person", tables=tables) == translit.canonical(name, "person")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Георги Първанов", "Georgi Parvanov"),
        ("Цветана Пиронкова", "Pironkova Tsvetana"),
        ("Христо Стоичков", "Hristo Stoichkov"),
    ],
)
def test_compare(tables: Tables, left: str, right: str) -> None:
    assert translit.compare(left, right, "person", tables=tables).verdict == "same"


def test_compare_keeps_two_names_two(tables: Tables) -> None:
    assert not translit.same("Христо Стоичков", "Георги Първанов", "person", tables=tables)


def test_its_scheme_is_detected(tables: Tables) -> None:
    names = ["Petar Zhelev", "Tsvetana Shtereva", "Rumen Balgarov", "Hristo Kanchev"]
    assert translit.detect(names, tables=tables)[0][0] == SCHEME


def test_without_the_tables_nothing_knows_bulgarian() -> None:
    assert "bg" not in {one.language for one in translit.schemes()}
