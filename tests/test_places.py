"""Places: every line of tests/cases/places.tsv, and what the reader promises."""

import random
import string
from pathlib import Path

import pytest

import translit.compiled
from translit.gazetteer import COUNTRIES
from translit.memory import forget
from translit.place import nearness, read
from translit.place import skeleton as skeleton_room
from translit.place.atlas import atlas
from translit.place.cldr import differences
from translit.place.skeleton import FAMILIES, letters, skeleton, skeleton_of_letters
from translit.tables import built_in
from translit.text.clean import clean

CASES = Path(__file__).parent / "cases" / "places.tsv"


def lines() -> list[list[str]]:
    found = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(found) > 80
    return found


@pytest.mark.parametrize(("text", "within", "canonical", "unit", "status", "why"), lines())
def test_case(text: str, within: str, canonical: str, unit: str, status: str, why: str) -> None:
    found = read(clean(text)[0], within=within or None)
    assert found.canonical == canonical, (why, found.steps)
    assert found.status == status, (why, [(other.canonical, other.confidence) for other in found.others])
    if unit:
        assert found.place is not None
        assert unit in (found.place.unit, "|".join(found.place.countries)), why


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir Ezzor", "Deir al-Zor", "Dayr az-Zawr", "Der Zor", "Дейр-эз-Зор", "دير الزور"),
        ("Rostov Oblast", "Rostovskaya region", "Rustav Oblast", "Ростовской области"),
        ("Khirbat al-Mastur", "Khirbet el Mastour", "خربة المستور"),
        ("Kafr Sunbulah", "Kefr Sounboula", "Kafr Sunbula"),
        ("Зелёная Подлипка", "Zelyonaya Podlipka", "Zelenaya Podlipka"),
    ],
)
def test_spellings_of_one_place_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({read(spelling).key for spelling in spellings}) == 1


def test_places_that_share_a_name_are_ambiguous_with_their_candidates() -> None:
    found = read("Rassvet")
    assert found.status == "ambiguous"
    assert {other.place.unit for other in found.others if other.canonical == "Rassvet"}


def test_a_style_chooses_between_exonym_and_endonym() -> None:
    assert read("حلب").canonical == "Aleppo"
    assert read("Aleppo", style="endonym").canonical == "Halab"


def test_a_composed_name_has_a_generic_and_a_specific_part() -> None:
    found = read("Аксайский район")
    assert [(part.role, part.text, part.canonical) for part in found.parts] == [
        ("specific", "Аксайский", "Aksaysky"),
        ("generic", "район", "District"),
    ]


def test_a_typing_error_is_less_sure_than_the_name() -> None:
    assert read("Syra").canonical == "Syria"
    assert read("Syra").confidence < read("Syria").confidence


def test_what_no_table_has_still_comes_out_by_rule() -> None:
    found = read("Туртинский район")
    assert (found.canonical, found.status, found.row) == ("Turtinsky District", "unknown", None)


def test_every_country_of_the_gazetteer_has_towns_with_coordinates() -> None:
    tables = built_in()
    for country in COUNTRIES:
        rows = tables.rows(f"place/at/{country.lower()}")
        assert rows, country
        for row in rows:
            assert row.id.startswith("geonames:")
            assert row.canonical, row
            assert row.canonical.isascii(), row
            assert -90 <= float(row["latitude"]) <= 90, row
            assert -180 <= float(row["longitude"]) <= 180, row


def test_units_of_towns_are_units() -> None:
    units = {row.id for row in built_in().rows("place/unit")}
    for country in COUNTRIES:
        for row in built_in().rows(f"place/at/{country.lower()}"):
            assert row["unit"] in units or not row["unit"], row


def test_skeletons_of_many_names_at_once_are_the_skeletons_of_each() -> None:
    names = ["Deir ez-Zor", "دير الزور", "Дейр-эз-Зор", "al-Shula", "خربة التين"]
    for family in ("ru", "ar"):
        together = skeleton_of_letters(letters("\n".join(names), family), family).split("\n")
        assert together == [skeleton(name, family) for name in names]


def test_own_tables_win(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(
        "id\tnative\tcanonical\tcountry\tlatitude\tlongitude\tfeature\n"
        "hill-114\tتلة ١١٤\tHill 114\tSY\t35.1\t40.1\tmountain\n",
        encoding="utf-8",
    )
    found = read("Hill 114", tables=built_in().extended(own))
    assert found.row is not None
    assert found.row.id == "hill-114"


def test_the_atlas_is_made_once() -> None:
    assert atlas() is atlas(built_in())


def test_units_are_held_against_cldr(tmp_path: Path) -> None:
    (tmp_path / "ru.xml").write_text(
        '<ldml><subdivision type="ruros">Ростовская область</subdivision>'
        '<subdivision type="rusam">Курская область</subdivision></ldml>',
        encoding="utf-8",
    )
    found = {(row.id, column) for row, column, _, _ in differences(built_in(), tmp_path)}
    assert found == {("RU-SAM", "native"), ("RU-SAM", "russian")}


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Texts of the cases, and what typing errors make of them."""
    some = random.Random(11)
    texts = [line[0] for line in lines()]
    wrong = [
        text[: (at := some.randrange(len(text)))] + some.choice("aehkzşжخ ") + text[at:] for text in texts
    ]
    return [*texts, *wrong, "Kafr " * 60, "aabbb xx", "Al Alloush 11"]


def test_the_compiled_letters_are_the_same(asked, built, monkeypatch):
    loops = translit.compiled.word or built(Path(translit.compiled.__file__).parent / "_word.c")

    def made(loops):
        for family in FAMILIES:
            classes = skeleton_room._FAMILY_RULES[family][1]
            rules = skeleton_room.rules_of
            monkeypatch.setitem(
                skeleton_room._quick_letters, family, rules(skeleton_room._GROUPS[family], {}, "", loops)
            )
            bared = rules(skeleton_room._BARED[family], classes, skeleton_room._CONSONANTS, loops)
            monkeypatch.setitem(skeleton_room._quick_bones, family, bared)
            sounds = rules(nearness._SOUNDS[family], {}, string.printable, loops)
            monkeypatch.setitem(nearness._quick, family, sounds)
        broadly = loops.Letterwise(skeleton_room._plainly, skeleton_room._plainly) if loops else None
        monkeypatch.setattr(skeleton_room, "_broadly", broadly or skeleton_room._plainly)
        forget()
        return [
            (skeleton.__wrapped__(text, family), nearness.sounded.__wrapped__(text, family))
            for text in asked
            for family in FAMILIES
        ]

    assert made(loops) == made(None)


def test_what_a_generic_is_in_english_is_read_as_itself() -> None:
    """The English word that a generic is printed as comes to itself; a town's and a village's goes."""
    words = {row.canonical for row in built_in().rows("place/generic") if row["position"] != "part"}
    moved = []
    for word in sorted(words - {"Mount"}):  # which stands before
        text = f"Zarnub {word}"
        once = translit.canonical(text, "place")
        if once not in (text, "Zarnub") and " " in once:
            moved.append((text, once))
    assert not moved
