"""Names of places in two neighbouring tongues."""

from pathlib import Path

import pytest

from translit import compare, compiled
from translit.learning.cognates import _learned
from translit.sounds import cognates
from translit.sounds.cognates import NEIGHBOUR, RUSSIAN, costs_of, guess, likeness, spelt
from translit.tables import built_in

ONE = (
    ("Vovchynets", "Волчинец"),
    ("Khmil'nytsya", "Khmel'nitsa"),
    ("Starosillya", "Староселье"),
    ("Mykilske", "Никольское"),
    ("Будьонівка", "Budënovka"),
    ("Гарадзішча", "Городище"),
)
TWO = (("Martynivka", "Mitrofanovka"), ("Lazarivka", "Limanovka"), ("Bilyky", "Birky"))


@pytest.mark.parametrize(("one", "two"), ONE)
def test_letters_of_two_tongues_are_one_name(one, two):
    assert likeness(one, two) == likeness(two, one) > 0
    assert compare(one, two, "place").verdict != "different"


@pytest.mark.parametrize(("one", "two"), TWO)
def test_other_consonants_are_another_name(one, two):
    assert likeness(one, two) < 0
    assert not compare(one, two, "place").same


def test_the_reason_is_told():
    (step,) = compare("Khmil'nytsya", "Khmel'nitsa", "place").steps
    assert "two neighbouring tongues" in step.why


def test_words_of_all_scripts_and_marks_are_spelt():
    assert spelt("Жовте", NEIGHBOUR) == spelt("Zhovte", NEIGHBOUR) == "^žovte$"
    assert spelt("Красное", RUSSIAN) == spelt("Krasnoye", RUSSIAN) == "^krasnoe$"
    assert spelt("Дар'ївка", NEIGHBOUR) == "^darivka$"
    assert spelt("", RUSSIAN) == "^$"


def test_what_is_learned_costs_less_than_a_guess():
    stems = "petr", "pavl", "mark", "sav", "tar", "zub"
    found = _learned([(f"^{stem}ivka$", f"^{stem}ovka$") for stem in stems])
    assert found == {"i": {"o": 0.0}}


def test_every_cost_is_of_known_letters():
    page = built_in().toml("sounds/cognates")
    letters = set("^$") | {letter for put in page["latin"]["groups"].split()[1::2] for letter in put}
    letters |= {letter for put in page["cyrillic"]["letters"].split()[1::2] for letter in put}
    lines = list(built_in().cells("sounds/cognates"))[1:]
    assert len(lines) > 50
    for left, right, cost in lines:
        assert letters.issuperset(left + right), (left, right)
        assert float(cost) >= 0


def test_the_compiled_path_is_as_cheap(built):
    loops = compiled.word or built(Path(compiled.__file__).parent / "_word.c")
    costs = costs_of(built_in())
    path = loops.Path(costs, guess, cognates._NEVER)
    words = [word for pair in (*ONE, *TWO) for word in pair] + ["", "щ", "Kafr", "Новгород-Северский"]
    for one in words:
        for two in words:
            left, right = spelt(one, NEIGHBOUR), spelt(two, RUSSIAN)
            assert path(left, right) == cognates._apart(left, right, costs), (one, two)
    assert path("^" + "a" * 60 + "$", "^a$") is None
    with pytest.raises(TypeError):
        path("^a$")
    for wrong in ({"": {"a": 1.0}}, {"a": {"b" * 9: 1.0}}):
        with pytest.raises(ValueError, match="letters become"):
            loops.Path(wrong, guess, 9.0)
    with pytest.raises(TypeError):
        loops.Path({"a": {"b": "c"}}, guess, 9.0)
