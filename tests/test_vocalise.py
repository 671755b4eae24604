"""The vowels of Arabic as it is really written."""

import random
from pathlib import Path
from typing import Any

import pytest

from translit import spelling as room
from translit.learning.vowelled import align, from_pairs, signs_of
from translit.learning.vowels import learn, written
from translit.romanization import romanize, schemes, scribe
from translit.tables import built_in
from translit.text import harakat
from translit.text.harakat import bare, in_order, vowelled
from translit.vocalise import latin, vocalise, vowels
from translit.vocalise.latin import vowelled_as
from translit.vocalise.partial import marks_of
from translit.vocalise.signs import signed
from translit.vocalise.vowels import TABLE, Field, field, packed

KNOWN = [
    ("محمد", "Muḥammad", "a row of the table of given names"),
    ("الحسن", "al-Ḥasan", "a row, with the article"),
    ("مصطفي", "Muṣṭafá", "careless yeh for alif maqsura"),
    ("احمد", "Aḥmad", "careless alif for hamza"),
    ("فاطمه", "Fāṭimah", "careless heh for ta marbuta"),
    ("عبد الرحمن", "ʻAbd al-Raḥmān", "a compound, each word by itself"),
    ("عبدالرحمن", "ʻAbd al-Raḥmān", "a compound in one word"),
    ("نصرالله", "Naṣr Allāh", "a compound in one word"),
    ("نورالدين", "Nūr al-Dīn", "a compound in one word"),
    ("عمرو", "ʻAmr", "the mute waw of Amr"),
    ("اسحق", "Isḥāq", "a long a that is not written"),
    ("الحلبي، محمد", "Ḥalabī, Muḥammad", "a heading is filed without its first article"),
    ("إب", "Ibb", "a hamza that is written is believed"),
    ("ا. محمد", "Ā. Muḥammad", "an initial"),
]
PARTLY = [
    ("مُحمد", "Muḥammad", "the first vowel alone"),
    ("محمّد", "Muḥammad", "the shadda alone"),
    ("الرّحمن", "al-Raḥmān", "the shadda of a sun letter"),
    ("عَلي", "ʻAlī", "a row has the rest"),
    ("كُلّية", "Kullīyah", "no row has it"),
    ("قُريص", "Qurayṣ", "the learned pattern of a diminutive"),
    ("جَمّال", "Jammāl", "a shadda that is written"),
    ("جَمال", "Jamāl", "a vowel without shadda: none is meant"),
    ("حَسن", "Ḥasan", "the row that has this vowel"),
    ("حُسن", "Ḥusn", "another row"),
    ("طَهي", "Ṭahy", "as it stands, where nothing says otherwise"),
    ("كتابٌ", "Kitābun", "tanwin stays"),
]
LEARNED = [
    ("رزيقات", "Ruzayqāt"),
    ("مسطور", "Masṭūr"),
]


@pytest.mark.parametrize(("native", "latin", "why"), KNOWN)
def test_words_of_the_tables(native, latin, why):
    assert romanize(native, "ala-lc-1997-ar") == latin, why


@pytest.mark.parametrize(("native", "latin", "why"), PARTLY)
def test_harakat_partly_written_hold_and_the_rest_is_supplied(native, latin, why):
    assert romanize(native, "ala-lc-1997-ar") == latin, why


@pytest.mark.parametrize(("native", "latin"), LEARNED)
def test_words_of_no_table_come_out_with_vowels(native, latin):
    assert romanize(native, "ala-lc-1997-ar") == latin


def test_a_vowelled_word_stands():
    assert vocalise("قُم") == "قُم"


def test_a_mark_before_the_first_letter_is_no_letters():
    for word in ("\u064f\u0624\u0633\u0651", "\u064f\u0645\u0633\u0651", "\u0651زمخشري"):
        assert vocalise(word) == vocalise(word[1:]), word
    assert vocalise("\u064f") == "\u064f"


def test_only_vowels_are_added():
    for word in ("زمخشري", "قلقشندي", "تفتازاني", "مستعصم"):
        assert bare(vocalise(word)) == word
        assert vowelled(vocalise(word))


def test_shares_are_probabilities():
    found = field().best("قريص", 5)
    assert len(found) > 1
    assert 0.9 < sum(share for _, share in found) <= 1.0001
    assert [share for _, share in found] == sorted((share for _, share in found), reverse=True)


def test_the_likeliest_path_is_the_first_of_the_best():
    weights = field()
    for word in ("زمخشري", "قريص", "مستعصم", "بغا"):
        assert weights.likeliest(word) == weights.best(word, 5)[0][0]


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled loops: the installed ones, or some that are made for these tests."""
    return vowels.compiled or built(Path(vowels.__file__).parent / "_vowels.c")


def test_the_compiled_loops_find_the_same_vowels(compiled, monkeypatch):
    monkeypatch.setattr(vowels, "compiled", compiled)
    rows = [cells for cells in built_in().cells(TABLE) if cells[0] != "mark"]
    weights = Field(*packed((mark, told) for mark, told in rows))
    some = random.Random(5)
    natives = [row.native for row in some.sample(built_in().rows("person/ar/family"), 300)]
    words = [word for native in natives for word in native.split() if len(word) > 1]
    words += ["".join(some.choices(bare(word), k=len(bare(word)))) for word in words]
    for word in [*words, "ا", "بغا" * 15, "ابX", "ب𞸀ت"]:
        letters, written = bare(word), marks_of(word)
        for marks in ((), written):
            assert weights.likeliest(letters, marks) == weights._likeliest(
                letters, weights._borne(letters, marks)
            ), word
    with pytest.raises(ValueError, match="for each letter"):
        weights._quick("بغا", ())
    lines = vowels.unpacked(weights._table)
    assert len(lines) > 10_000
    assert all(weights._quick.get(mark) == line for mark, line in lines.items())
    assert [weights._quick.get(mark) for mark in ("", "no mark", "ب" * 90, "𞸀")] == [None] * 4
    for broken in (b"a", weights._table[:-1], b"\0\0\0\0", b"\xff\xff" + b"a" * 9):
        with pytest.raises(ValueError, match="no marks"):
            compiled.Field(broken, ("",), "", "")
    for mark, told in (("ب", "a>u:1"), ("Jب", "a:1 i:1"), ("ب", " ".join(["a:1"] * 300))):
        names, table = packed([(mark, told)])
        with pytest.raises(ValueError, match="no signs"):
            compiled.Field(table, tuple(names), "", "")
    names, table = packed([("ب", "u:1")])
    with pytest.raises(ValueError, match="no signs"):
        compiled.Field(table, tuple(names[:1]), "", "")


def test_the_table_is_small_enough_to_ship():
    path = built_in().home / f"{TABLE}.tsv"
    assert path.stat().st_size < 2_500_000


def test_text_that_is_not_arabic_stands():
    assert vocalise("Hasan") == "Hasan"
    assert vocalise("") == ""


@pytest.mark.parametrize(
    ("native", "latin", "signs"),
    [
        ("محمود", "Maḥmūd", ("a", "", "u", "", "")),
        ("خطيب", "Khaṭīb", ("a", "i", "", "")),
        ("نجار", "Najjār", ("a", "~a", "", "")),
        ("عيسى", "ʻĪsá", ("i", "", "a", "")),
        ("رؤوف", "Raʼūf", ("a", "u", "", "")),
        ("اسحق", "Isḥāq", ("i", "", "A", "")),
        ("زكريا", "Zakarīyā", ("a", "a", "i", "~a", "")),
    ],
)
def test_a_romanisation_tells_the_vowels(native, latin, signs):
    assert align(native, latin) == signs


def test_what_does_not_fit_teaches_nothing():
    assert align("شكسبير", "Shakespeare") is None
    assert list(from_pairs([("ابن سينا", "Avicenna")])) == []


def test_signs_go_back_to_harakat():
    for word in ("مُحَمَّد", "كَرِيم"):
        letters, signs = signs_of(word)
        assert signed(letters, signs) == in_order(word)


@pytest.mark.parametrize(
    ("letters", "spelling"), [("قاسم", "ghassem"), ("قرومي", "guerroumi"), ("فاطمة", "fathma")]
)
def test_letters_are_spelt_as_persians_and_the_maghreb_spell_them(letters, spelling):
    assert bare(vowelled_as(letters, spelling) or "") == letters


def test_learning_reads_its_own_examples():
    pairs = [("كريم", "Karīm"), ("رحيم", "Raḥīm"), ("سليم", "Salīm"), ("نجار", "Najjār"), ("خباز", "Khabbāz")]
    weights = learn(from_pairs(pairs), passes=4)
    assert "=م" in weights
    assert written(weights).startswith("mark\tweights\n")


@pytest.fixture(scope="module")
def natives() -> list[str]:
    """Vowelled words of the tables, and letters and marks in any order."""
    some = random.Random(6)
    words = sorted({word for row in built_in().rows("person/ar/ism") for word in row.native.split()})
    letters, marks = "اأإآبةتثرزسشلمنهويىءؤئ", harakat.MARKS + harakat.IMALA + harakat.LONG_U + "ٱـ-"
    for _ in range(3000):
        size = some.randrange(9)
        word = "".join(
            some.choice(letters) + "".join(some.choices(marks, k=some.choice((0, 1, 1, 2))))
            for _ in range(size)
        )
        head = some.choice(("", "", "ال", "لل", "لِل", "بِال", "وَال", "فِال"))
        words.append(head + word + some.choice(("", "", "الله")))
    return [*words, *room._IRREGULAR, "", "ا", "ب" * 70, "\N{MUSICAL SYMBOL G CLEF}"]


@pytest.fixture(scope="module")
def spelt(built) -> Any:
    """The compiled module, the installed one or one that is made for these tests."""
    return room.compiled or built(Path(room.__file__).parent / "_spelling.c")


def test_the_compiled_spelling_is_the_same(spelt, natives):
    for word in natives:
        for construct in (False, True):
            said = spelt.spelt(word, construct, room._IRREGULAR)
            assert said is NotImplemented or said == room._spelt(word, construct), word
    with pytest.raises(TypeError):
        spelt.spelt(None, False, {})


def test_the_compiled_capitals_are_the_same(spelt, natives, monkeypatch):
    writers = [scribe.Scribe(one, scribe.Nouns()) for one in schemes() if one.source == "Arab"]
    assert len(writers) > 10
    for writer in writers:
        for word in natives[::7]:
            said = room._spelt(word, False)
            for heading in (said, said.replace(room.ARTICLE, room.FILED, 1)):
                written = writer._rewriter(heading)
                quick = spelt.capital(heading, written)
                with monkeypatch.context() as pure:
                    pure.setattr(scribe, "compiled", None)
                    slow = writer._capital(heading, written, True)
                assert quick is NotImplemented or not writer._capitals or quick == slow, word


def spellings(some: random.Random) -> list[tuple[str, str]]:
    """Letters with what spells them, and with what nearly does."""
    consonants, _ = latin._rows(built_in())
    written: dict[str, list[str]] = {}
    for letter, spelling, *_ in consonants:
        written.setdefault(letter, []).append(spelling)
    found = []
    for _ in range(4000):
        letters = "".join(some.choices([*written], k=some.randrange(3, 9)))
        spelling = "".join(
            some.choice(written[letter]) + some.choice(("", "a", "e", "i", "o", "u", "aa", "ou", "ee"))
            for letter in letters
        )
        at = some.randrange(len(letters))
        found += [(letters, spelling), (letters[:at] + some.choice([*written]) + letters[at + 1 :], spelling)]
    return [*found, ("قلب", "é"), ("قلب" * 20, "qalb"), ("قلب", "q" * 99)]


def test_the_compiled_speller_tells_the_same_vowels(built, monkeypatch):
    loops = vowels.compiled or built(Path(vowels.__file__).parent / "_vowels.c")
    monkeypatch.setattr(vowels, "compiled", loops)
    tables, some = built_in(), random.Random(8)
    known = field(tables)
    weights = Field(known._names, known._table)
    speller = weights.speller(*latin._rows(tables))
    told = 0
    for letters, spelling in spellings(some):
        quick = speller(letters, spelling)
        slow = latin._by_signs(letters, spelling, weights, tables)
        assert quick is NotImplemented or quick == slow, (letters, spelling)
        told += bool(slow)
        likely = signed(letters, weights._likeliest(letters, weights._borne(letters, ())))
        assert weights.vowelled(letters) == likely, letters
    assert told > 500
    with pytest.raises(TypeError):
        speller(None, "a")
