"""The compiled loops over the letters of a word and the Python ones: the same keys, skeletons, distances."""

import random
from pathlib import Path

import pytest

import translit.compiled
from translit import patterns, pieces, romanization, rules
from translit.person import national, skeleton
from translit.person.arabic import near as arabic_near
from translit.person.latin import hearing, literal
from translit.person.slavic import order
from translit.romanization import scheme
from translit.sounds import keys, whole
from translit.tables import built_in
from translit.text import clean, script
from translit.text import words as parting
from translit.text.clean import fold

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled module: the installed one, or one that is made for these tests."""
    return translit.compiled.word or built(Path(translit.compiled.__file__).parent / "_word.c")


@pytest.fixture(scope="module")
def words() -> list[str]:
    """Words of the case files, and what typing errors make of them."""
    some = random.Random(7)
    lines = (CASES / "same.tsv").read_text(encoding="utf-8").split("\n")
    found = sorted({word for line in lines for word in line.replace("\t", " ").split()})
    assert len(found) > 300
    wrong = []
    for word in found:
        at = some.randrange(len(word))
        wrong.append(word[:at] + some.choice("aehkyzś'ğжк_#-") + word[at + some.randrange(2) :])
    return [*found, *wrong, "", "q", "#", "_", "aa", "schtsch" * 60, "\N{MUSICAL SYMBOL G CLEF}a"]


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_the_compiled_rules_make_the_same_keys(compiled, words, language, monkeypatch):
    monkeypatch.setattr(translit.compiled, "word", compiled)
    quick = keys.Keyer(keys.page(language))
    monkeypatch.setattr(translit.compiled, "word", None)
    slow = keys.Keyer(keys.page(language))
    for word in words:
        assert quick(word) == slow(word), word
        assert quick.plain(word) == slow.plain(word), word


def test_the_compiled_rules_make_the_same_skeletons(compiled, words, monkeypatch):
    bare = skeleton.skeleton.__wrapped__
    monkeypatch.setattr(skeleton, "_quick", skeleton.rules_of(compiled))
    quick = [bare(word) for word in words]
    monkeypatch.setattr(skeleton, "_quick", None)
    for word, bones in zip(words, quick, strict=True):
        assert bare(word) == bones, word


def test_the_compiled_distance_is_the_same(compiled, words):
    some = random.Random(3)
    quick = compiled.Apart(*arabic_near._hearing().told())
    for word in words:
        one = word.lower()
        for other in (some.choice(words).lower(), one.replace("a", "e"), one + "h", one[:-1] + "yai"):
            assert quick(one, other) in (None, arabic_near._within(one, other)), (one, other)
    assert quick("hasan", "hassan") == arabic_near._within("hasan", "hassan")
    for wrong in (("a", None), ("a",)):
        with pytest.raises(TypeError):
            quick(*wrong)
    costs, another, _, *rest = arabic_near._hearing().told()
    for graph in ({"long": ("a", "a")}, {"a": ("abcd", "a")}, {"": ("a", "a")}):
        with pytest.raises(ValueError, match=r"one to three|up to three"):
            compiled.Apart(costs, another, graph, *rest)
    with pytest.raises(ValueError, match="too many"):
        compiled.Apart({chr(200 + at) * 2: 0.5 for at in range(70)}, another, {}, *rest)


def test_the_compiled_sums_are_the_same(compiled, words):
    some = random.Random(5)
    found = {piece for word in words for piece in pieces.windows(word, 3, 5) + pieces.edges(word, 6, 4)}
    kept = some.sample(sorted(found | {"", "far too long a piece", "\0ab"}), 900)
    weights = {piece: (some.random(), some.random(), -some.random()) for piece in kept}
    quick, slow = compiled.Sums(weights, 3), pieces.Sums(weights, 3)
    start = (0.1, 0.0, -1.0)
    for word in [*words, "a\0b", "ka" * 400]:
        for sizes in ((3, 5), (2, 8), (6, 4)):
            assert quick.windows(word, start, *sizes) == slow.windows(word, start, *sizes), word
            assert quick.edges(word, start, *sizes) == slow.edges(word, start, *sizes), word
    for wrong in (("a", start, 0, 4), ("a", start, 3, 9)):
        with pytest.raises(ValueError, match="one to eight"):
            quick.windows(*wrong)
    with pytest.raises(TypeError):
        quick.edges("a", (0.0,), 6, 4)
    with pytest.raises(ValueError, match="as many weights"):
        compiled.Sums({"a": (1.0,)}, 2)


@pytest.mark.parametrize(
    "name", ["press-en-ru", "iso-9-1995-ru", "kmu-2010-uk", "press-en-ar", "practical-ru-ar"]
)
def test_what_needs_no_neighbour_is_the_same_beside_all(name):
    made = rules.Rewriter(scheme(name))
    known = {code: put for code, put in enumerate(made._anywhere) if put is not None and code}
    made._anywhere = [None] * len(made._anywhere)
    codes = range(len(made._decode))
    assert len(known) > 20
    for here, put in known.items():
        for left, right in zip(codes, random.Random(here).sample(codes, len(codes)), strict=True):
            beside = [made._decode[one] for one in (left, here, right)]
            assert made._ask(left, here, right) == put, beside


def test_the_compiled_sums_of_a_table_as_it_stands_are_the_same(compiled, words):
    some = random.Random(6)
    found = sorted({piece for word in words for piece in pieces.windows(word, 3, 5)})
    numbers = (
        "1",
        "-0.5",
        "12.",
        "1e3",
        ".25",
        "0.1234567890123456789",
        "-9007199254740993",
        "12345678.0123",
    )
    lines = [f"{one}\t{some.choice(numbers)}\t{some.random()}\tmore" for one in some.sample(found, 900)]
    for ends in ("\n", "\r\n"):
        table = ends.join(["letters\tone\tother", *lines, "", "far too long a piece\t1\t2"]).encode()
        quick, slow = compiled.Sums(table, 2), pieces.Sums(pieces.read(table, 2), 2)
        for word in words:
            assert quick.windows(word, (0.1, 0.0), 3, 5) == slow.windows(word, (0.1, 0.0), 3, 5), word
    for wrong in (b"a\tb\n_a_\tx", b"a\tb\n_a_\t", b"a\tb\n_a_", b"a\tb\n_a_\t" + b"1" * 70):
        with pytest.raises(ValueError, match=r"number|float|weights"):
            compiled.Sums(wrong, 1)


def test_the_compiled_pieces_of_a_spelling_make_the_same_words(compiled, words, monkeypatch):
    monkeypatch.setattr(translit.compiled, "word", compiled)
    pieces = literal._Pieces(list(built_in().cells("spelling/ru/literal"))[1:])
    assert pieces._quick is not None
    for word in [*words, "яkovlev", "tstststststs", "a" * 255, "shchё", "al#ny"]:
        text = pieces.unmarked(word.lower())
        assert pieces.ways(text) == pieces._ways(text), word
    for wrong in ((0, "", (), (), (), 0, 0, 0), (3, "a", (), (), (), 0, 0, 0)):
        with pytest.raises(ValueError, match="one to seven"):
            compiled.Ways([wrong])


@pytest.mark.parametrize("name", ["press-en-ru", "ala-lc-2012-ru", "icao-9303-ru", "press-ar-ru"])
def test_the_compiled_writer_writes_the_same(compiled, words, name, monkeypatch):
    monkeypatch.setattr(translit.compiled, "word", compiled)
    quick = rules.Rewriter(scheme(name))
    monkeypatch.setattr(translit.compiled, "word", None)
    slow = rules.Rewriter(scheme(name))
    for word in [*words, "ЩУКА Щука, Ю. объём", "\0", "щ\0\0\0", "съезд " * 90]:
        assert quick(word) == slow(word), word
        plain = fold(slow(word))
        for other in (plain, plain + "a", plain[:-1]):
            assert quick.spells(word, other) == slow.spells(word, other), word
    with pytest.raises(TypeError):
        compiled.Writer([None, None], "щ", [])("щ", lambda *triple: 1)
    for wrong in (
        ([None] * 257, "", []),
        ([], "щ" * 256, []),
        ([], "\U0001d15e", []),
        ([], "", [(b"a", b"b")]),
    ):
        with pytest.raises(ValueError, match=r"letters|symbols"):
            compiled.Writer(*wrong)
    few = compiled.Writer([None, "a", "b"], "щю", [(b"\1\2", b"\2")])
    with pytest.raises(TypeError):
        few("щ")  # it was told nobody to ask for the rest
    asking = compiled.Writer([None, None], "щ", [], lambda *three: f"{three}", len)
    assert (asking("щщ"), asking("щы")) == ("(0, 1, 1)(1, 1, 0)", 2)
    assert [few(text, None) for text in ("щющ", "щы", "\U0001d15e")] == ["ba", None, None]
    assert [few.writes("щщю", text, None) for text in ("ab", "aab", "a")] == [True, False, False]
    assert few.writes("ы", "y", None) is None


def test_the_compiled_odds_are_the_same(compiled):
    some = random.Random(6)
    for many in range(1, 9):
        for _ in range(60):
            ways = tuple(
                (some.gauss(0, 2), tuple(some.randrange(3 * many) for _ in range(many)), some.randrange(3))
                for _ in range(some.randrange(1, 9))
            )
            worths = [(some.gauss(0, 3), 0.0, some.gauss(0, 3)) for _ in range(many)]
            extras = some.choice((None, [some.choice((0.0, -8.0)) for _ in ways]))
            asked = compiled.Odds(ways, 3)(worths, extras)
            assert asked == order.Odds(ways, 3)(worths, extras)
    with pytest.raises(ValueError, match="ways"):
        compiled.Odds((), 3)
    with pytest.raises(ValueError, match="more places"):
        compiled.Odds(((0.0, (4,), 0),), 3)([(0.0, 0.0, 0.0)], None)
    with pytest.raises(ValueError, match="worths of each"):
        compiled.Odds(((0.0, (1,), 0),), 3)([(0.0,)], None)


def test_what_is_no_rule_is_refused(compiled):
    with pytest.raises(ValueError, match="ASCII"):
        compiled.Rules((("ж", "zh"),), "x" * 128, "")
    with pytest.raises(ValueError, match="a class for each"):
        compiled.Rules((), "x", "")


def test_the_compiled_letters_tell_the_same_script_and_folding(compiled, words, monkeypatch):
    monkeypatch.setattr(clean, "_is_clean", None)
    some = random.Random(9)
    odd = "Ёйї ́̀ʼʿĀḥßİªµ①习ｱ\u0300\u064b\u0670\u1fff\u2010\u2040\u212b\ufb01\ufeff\U0001d15e\0'’́1.-"
    mixed = ["".join(some.choices(odd + "abЖжبي", k=some.randrange(9))) for _ in range(3000)]
    scripts, folds = compiled.Scripts(script._letter_script), compiled.Letterwise(clean._letter)
    joins, plain = compiled.Letterwise(clean._join), compiled.Plain(tuple(map("".join, clean._ALPHABETS)))
    for text in (*words, *mixed, "ж" * 300, "ж" * 80000):
        assert scripts(text) in (None, script._script_of.__wrapped__(text)), text
        assert folds(text) in (None, clean._fold.__wrapped__(text)), text
        assert joins(text) in (None, clean._join(text)), text
        assert plain(text) is False or clean.clean(text) == (text, ()), text
        assert compiled.parted(text) in (None, parting._cut(text)), text
    assert (scripts("习Жж"), scripts("習"), scripts("42"), scripts("\U0001d15e")) == (
        "Cyrl",
        "Zzzz",
        "",
        None,
    )
    assert (folds("Йо́сиф"), folds("ｱ"), folds("ж" * 300)) == ("йосиф", None, None)
    assert compiled.Scripts(script._letter_script, len)("\U0001d15e") == 1
    assert compiled.Letterwise(clean._letter, len)("ж" * 300) == 300
    for wrong in (None, b"a"):
        with pytest.raises(TypeError):
            plain(wrong)
        with pytest.raises(TypeError):
            compiled.parted(wrong)
        with pytest.raises(TypeError):
            scripts(wrong)
        with pytest.raises(TypeError):
            folds(wrong)
    with pytest.raises(ValueError, match="few"):
        compiled.Letterwise(lambda letter: letter * 9)("a")


def test_a_plain_text_needs_no_cleaning():
    for text in map(
        "".join, zip(sorted(clean._PLAIN_LATIN), sorted(clean._PLAIN_LATIN, reverse=True), strict=True)
    ):
        assert clean.clean(text) == clean.clean(text + "\N{ZERO WIDTH SPACE}")


def test_the_one_known_word_is_the_same(compiled):
    known, listed = {"семен": 1, "иван": 2}, frozenset(("петр",))
    for some in (["семён", "семен"], ["семен", "петр"], ["пётр", "сидор"], ["сидор"], []):
        assert compiled.one_known(some, known, listed) == literal.one_known(some, known, listed)
    with pytest.raises(TypeError):
        compiled.one_known(("семен",), known, listed)


def test_the_compiled_readings_gain_the_same(compiled, words):
    forms = (("иванов", 0.5), ("ivanov", 0.3), ("івенов", 0.2), ("", 0.1))
    for most in range(5):
        assert compiled.readings(forms, most, "іїє") == hearing.readings(forms, most, "іїє")
    gains = (3.0, 1.5, 2.5, 8.0)
    hands = hearing.hands(("press-en-ru", "scholarly-ru"))
    for text in words:
        plain = fold(text)
        for just, soft in (("", ""), ("щука", "ь"), (text.replace("ё", "е"), "")):
            quick = [(0.5, "щукин"), (0.4, text.lower()), (0.3, "юрьев"), (0.01, plain)]
            slow = list(quick)
            compiled.literally(quick, plain, just, soft, hands, gains, hearing._keeps)
            hearing.literally(slow, plain, just, soft, hands, gains, hearing._keeps)
            assert quick == slow, text
    for some in ([(0.5, "а"), (0.5, "б"), (0.1, "в")], [(0.3, "а")]):
        assert compiled.first(some, 0.6, 0.97) == hearing.first(some, 0.6, 0.97)
    for wrong in (((("a", 0.5),), "a", "", "", hands, gains, hearing._keeps), ([], "a")):
        with pytest.raises(TypeError):
            compiled.literally(*wrong)


def test_one_of_some_schemes_says_so(compiled, words):
    asked = romanization.spellers(romanization.latin_schemes("ru"))
    for word in words:
        for plain in (fold(romanization.romanize(word, "press-de-ru")), fold(word)):
            assert compiled.any_spells(asked, word, plain) == romanization._any_spells(asked, word, plain), (
                word
            )
    with pytest.raises(TypeError):
        compiled.any_spells(list(asked), "щ", "shch")


def test_the_same_pieces_stand_in_a_word(compiled, words):
    pieces = whole._GRAPHS["ru"]
    for word in words:
        assert compiled.contained(pieces, word) == whole.contained(pieces, word), word
    for wrong in ((["a"], "a"), (("a", 1), "a")):
        with pytest.raises(TypeError):
            compiled.contained(*wrong)


def test_the_compiled_edits_are_the_same(compiled, words):
    some = random.Random(11)
    short = [word for word in words if len(word) < 100]  # of longer ones it tells nothing
    for word in short[:500]:
        other = some.choice((word[1:], word[::-1], some.choice(short), "", word + "ж"))
        assert compiled.edits(word, other) == national.edits(word, other), (word, other)
    assert compiled.edits("a", "a" * 300) is None
    for wrong in (("a",), ("a", b"a")):
        with pytest.raises(TypeError):
            compiled.edits(*wrong)


def test_the_compiled_pieces_stand_where_the_plain_ones_do(compiled, words):
    some = random.Random(5)
    for _ in range(300):
        told = tuple(some.choice(words)[: some.randrange(1, 4)] for _ in range(some.randrange(5)))
        if any(ord(letter) > 0xFFFF for piece in told for letter in piece):
            continue
        for where in range(3):
            quick, slow = compiled.Pieces(told, where), patterns._plainly(told, where)
            for word in some.sample(words, 20):
                assert quick(word) == slow(word), (told, where, word)
