"""The loops over the names of the gazetteer find the same compiled or not, and miss no place that counts."""

import random
from pathlib import Path

import pytest

from translit.place import atlas as atlas_room
from translit.place import forms, indexing, loops, misspelling, searching, tradition
from translit.place.atlas import Atlas, atlas
from translit.place.candidates import candidates_of
from translit.place.misspelling import Clues, quick_odds, weights
from translit.place.nearness import is_arabic, sounded
from translit.place.skeleton import FAMILIES, skeleton, steps
from translit.place.threshold import Asker, Needs
from translit.tables import built_in
from translit.text.clean import clean

CASES = Path(__file__).parent / "cases" / "places.tsv"
OTHERS = ("Kafr " * 60, "aabbb xx", "Al Alloush 11", "Aeio", "=", "", "Schatschukow", "Çatşukov", "Яя", "UAE")
ASKERS = (
    Asker(True, True, False, False, False, False, False),
    Asker(True, False, True, False, False, True, True),
    Asker(False, False, False, True, False, False, False),
    Asker(False, True, False, False, True, False, True),
)


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled loops over names: the installed ones, or ones that are made for these tests."""
    return loops.compiled or built(Path(loops.__file__).parent / "_atlas.c")


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Texts of the cases, and what typing errors make of them."""
    some = random.Random(11)
    texts = [line.split("\t")[0] for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(texts) > 80
    wrong = [
        text[: (at := some.randrange(len(text)))] + some.choice("aehkzşжخ ") + text[at:] for text in texts
    ]
    return [
        *texts,
        *wrong,
        *OTHERS,
    ]


def made(compiled, index):
    """The search among the names of an index."""
    return compiled.Names(index._names, index._sounds, index.heard, index.grades, index.shapes, index.places)


def test_the_compiled_search_finds_the_same(compiled, asked, monkeypatch):
    book = atlas()
    needs = Needs(book.misspelt)
    merging = ((), (("o", "a"),))

    def found(index, family, quick):
        monkeypatch.setitem(index.__dict__, "quick", quick)
        told = []
        for text in asked:
            bones, sound, arabic = skeleton(text, family), sounded(text, family), is_arabic(text)
            for one_off in (False, True):
                sought = searching.Sought(bones, sound, arabic, one_off)
                told.append(searching.sounding(index, sought, None))
                for merged in merging:
                    for asker in ASKERS:
                        door = "near" if one_off else "respelt"
                        odds = needs.odds(len(sound), len(bones), door, asker.arabs, False, False, -1.75)
                        least = odds, needs.against(asker, index), book.misspelt.great
                        told.append(
                            searching.sounding(
                                index, searching.Sought(bones, sound, arabic, one_off, merged), least
                            )
                        )
        return told

    for (family, _), index in book._indexes.items():
        quick = found(index, family, made(compiled, index))
        assert quick == found(index, family, None)
        assert any(quick)


def test_names_are_found_by_their_lines(compiled):
    index = atlas()._indexes["ar", True]
    quick = made(compiled, index)
    assert [quick.at(at) for at in range(len(index.names))] == index.names
    with pytest.raises(IndexError):
        quick.at(len(index.names))
    with pytest.raises(TypeError):
        quick("d", False)


@pytest.mark.parametrize(
    "wrong",
    [
        ("a\nb", "a", b"\3\3", b"\0\0", b"\0\0", {"": (0, 1)}),
        ("a\nb", "a\nb", b"\3\3", b"\0", b"\0\0", {"": (0, 1)}),
        ("a\nb", "a\nb", b"\3\3", b"\0\0", b"\0\0", {"": (0, 2)}),
        ("a\nb", "a\nb", b"\3\3", b"\0\0", b"\0\0", {"ж": (0, 1)}),
        ("a\nbbbb", "a\nbbbb", b"\3\3", b"\0\0", b"\0\0", {"": (1, 1)}),
        ("a\nb", "a\nб", b"\3\3", b"\0\0", b"\0\0", {"": (0, 1)}),
        ("", "", b"", b"", b"", {}),
    ],
)
def test_names_must_fit(compiled, wrong):
    with pytest.raises(ValueError, match=r"a line|bytes|consonants"):
        compiled.Names(*wrong)


def test_long_sounds_are_left_to_python(compiled):
    names = compiled.Names("a" * 200, "a" * 200, b"\3", b"\0", b"\0", {"b": 0})
    assert names("b", False, "a", 2, False, 3, 9, None, None) is None
    assert names("b", False, "a" * 200, 2, False, 3, 9, None, None) is None
    assert names("c", False, "a", 2, False, 3, 9, None, None) == []


def test_names_are_respelt_the_same(compiled, asked):
    tables = built_in()
    merging = tradition._merging(tables)
    for family in FAMILIES:
        told = tradition._traditions(tables)[family]
        quick = tradition._gathered(told.pairs, merging, compiled).quick
        for text in asked:
            low = text.lower()
            assert quick(low) in (None, tuple(tradition._respelt(low, told, merging))), text
        assert quick("schukow")


def test_what_any_place_sounds_like_is_the_same(compiled, asked, monkeypatch):
    if atlas_room.word is None or not loops.compiled:
        pytest.skip("nothing is compiled")
    quick, slow = Atlas(built_in()), Atlas(built_in())
    monkeypatch.setattr(slow, "_hearer", lambda *asked: atlas_room._left)
    some = forms.Form("", 0.0, "as written")
    for text in filter(None, asked):
        for family in FAMILIES:
            for areas in (False, True):
                for door in ("alike", "respelt", "near"):
                    told = [forms.spelt_as(text, some, family, door, areas, book) for book in (quick, slow)]
                    assert told[0] == told[1], (text, family, areas, door)


def test_a_hearer_refuses_what_it_cannot_ask(compiled):
    with pytest.raises(TypeError):
        compiled.Hearer(None, *steps("ru"), ([],))
    with pytest.raises(TypeError):
        compiled.Hearer(None, *steps("ru"), ({},))(5)


def test_odds_are_the_same(compiled):
    is_ = weights(built_in())
    quick = quick_odds(is_, compiled)
    some = random.Random(3)
    for _ in range(2000):
        flags = [some.random() < 0.5 for _ in range(4)]
        clues = Clues(
            1.0, some.randrange(30), some.randrange(12), some.randrange(5), some.randrange(2), *flags,
            some.randrange(3), *(some.random() < 0.5 for _ in range(6)),
        )  # fmt: skip
        apart, weight = some.random() * 2, some.choice((300.0, 5e3, 2e5, 3e7))
        assert quick(clues, apart, weight) == is_.odds(clues, apart, weight)
    with pytest.raises(TypeError):
        quick(5, 0.0, 1.0)
    with pytest.raises(ValueError, match="above zero"):
        quick(clues, 0.0, 0.0)


def test_what_is_passed_over_by_number_is_hopeless(asked, monkeypatch):
    texts = [clean(text)[0] for text in asked]
    texts = [text for text in texts if 0 < len(text) < 60]

    def told():
        return [
            [
                (found.site.row.id, found.cost, found.alias, found.odds)
                for found in candidates_of(text, False, book)
            ]
            for text in texts
        ]

    book = atlas()
    quick = told()
    named = Atlas._named
    monkeypatch.setattr(
        Atlas, "_named", lambda self, *asked: named(self, *asked[:2], None)
    )  # whatever is needed
    assert told() == quick


def test_grades_are_above_weights():
    book = atlas()
    indexes = [index for index in book._indexes.values() if index.numbers]
    assert indexes
    for index in indexes:
        for at in range(0, len(index.numbers), 97):
            site = book._site(index.numbers[at])
            graded = indexing.LIGHTEST + index.grades[at] / indexing.GRADE
            assert graded >= misspelling.logarithm(site.misspelt) - 1e-9
            shape = index.shaped[index.shapes[at]]
            assert shape[:4] == site.shape
            assert shape.is_alias == site.is_alias(index.names[at])
            assert shape.is_arabic == is_arabic(index.names[at])
