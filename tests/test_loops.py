"""The compiled loops and the Python ones: the same readings, the same distances."""

import random
from itertools import groupby
from pathlib import Path

import pytest

from translit.sounds import loops, near, packed, searching, whole
from translit.sounds.known import names as known_names
from translit.sounds.letters import spelling_letters
from translit.tables import built_in

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled module: the installed one, or one that is made for these tests."""
    installed = hasattr(loops.compiled, "Ruler")
    return loops.compiled if installed else built(Path(loops.__file__).parent / "_loops.c")


def spellings():
    """Words of the case files, and what typing errors make of them."""
    lines = (CASES / "same.tsv").read_text(encoding="utf-8").split("\n")
    words = sorted({spelling_letters(word) for line in lines for word in line.replace("\t", " ").split()})
    some = random.Random(7)
    for word in filter(None, words[:: max(1, len(words) // 150)]):
        yield word
        at = some.randrange(len(word))
        yield word[:at] + some.choice("aehkyzś'ğ") + word[at + 1 :]
    yield from ("белгородская", "", "q", "schtsch" * 20, "ы", "\N{MUSICAL SYMBOL G CLEF}a")


def likely(readings: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """The readings that are not so dear that a limit cuts them off, which rounding may shift."""
    return [one for one in sorted(readings) if one[0] < min(readings)[0] + 10.0]


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_the_compiled_reader_gives_the_same_readings(compiled, language):
    tables, setting = built_in(), searching.reader(language).setting
    chunks, letters = (
        searching._lines(tables, f"sounds/{language}/{name}") for name in ("chunks", "letters")
    )
    models = loops.Backoff(chunks, " ", 12.0), loops.Backoff(letters, "", 6.0)
    slow = loops.Reader(*models, setting.reach, setting.weight)
    arrays = packed.packed(chunks, letters, setting.reach)
    assert arrays
    assert packed.as_numbers(packed.in_planes(arrays)) == arrays
    quick = compiled.Reader(*arrays, setting.reach, setting.weight, 12.0, 6.0)
    words = list(spellings())
    assert len(words) > 200
    for word in words:
        for beam, within in (setting.first, (setting.beam, setting.within)):
            assert likely(quick.read(word, beam, within)) == likely(slow.read(word, beam, within)), word


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_the_compiled_gains_are_those_of_the_table(compiled, language, monkeypatch):
    made = searching._gains.__wrapped__
    monkeypatch.setattr(loops, "compiled", compiled)
    quick = made(language, built_in())
    monkeypatch.setattr(loops, "compiled", None)
    slow = made(language, built_in())
    assert len(slow) > 50_000
    strange = ("", "q", "native", "\t", "a\nb", "ы" * 400, "\N{MUSICAL SYMBOL G CLEF}", "\ud800")
    for word in (*slow, *(word[:-1] + "ъ" for word in slow), *strange):
        assert quick.get(word, 0.0) == slow.get(word, 0.0), word
    for wrong in (b"native\tmet\na\n", b"native\tmet\na\tp\tn"):
        with pytest.raises(ValueError, match="line 2"):
            compiled.Gains(wrong, {}, 1.0, (2.0,) * 8, 3.0, 4.0, 5.0)


def test_the_compiled_lines_are_those_of_the_table(compiled, monkeypatch):
    few = "word\tas\r\nя\tg\r\n\r\nты\t".encode()
    strange = ("", "q", "native", "word", "\t", "я\tg", "a\nb", "ы" * 400, "\N{MUSICAL SYMBOL G CLEF}")
    for table in (built_in().encoded("person/ru/lexicon"), few, b"word\tas", b""):
        quick = compiled.Lines(table)
        monkeypatch.setattr(loops, "compiled", None)
        slow = loops.lines(table)
        for word in (*slow, *(word + "ъ" for word in slow), *strange, "\ud800"):
            assert (quick.get(word), word in quick) == (slow.get(word), word in slow), word
    with pytest.raises(ValueError, match="line 2"):
        compiled.Lines(b"word\tas\na")
    with pytest.raises(TypeError):
        quick.get(1)


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_the_compiled_listener_weighs_the_same(compiled, language, monkeypatch):
    monkeypatch.setattr(loops, "compiled", None)
    tables, setting = built_in(), searching.reader(language).setting
    models = [searching._lines(tables, f"sounds/{language}/{name}") for name in ("chunks", "letters")]
    arrays = packed.packed(*models, setting.reach)
    quick = compiled.Reader(*arrays, setting.reach, setting.weight, 12.0, 6.0)
    gains, known = searching._gains.__wrapped__(language, tables), known_names(language, tables)[0]
    listeners = [
        made(quick, gains, known, "\N{ARABIC LETTER YEH}", 2.0, 1.0)
        for made in (compiled.Listener, loops.Listener)
    ]
    monkeypatch.setattr(loops, "compiled", compiled)
    sieved = searching._gains.__wrapped__(language, tables)
    for some in (known, dict(known)):  # those that went through the sieve of the gains, and others
        listeners.append(compiled.Listener(quick, sieved, some, "\N{ARABIC LETTER YEH}", 2.0, 1.0))
    for word in filter(None, spellings()):
        for pattern in ("", loops._pattern(word)) if word.isascii() and word.isalpha() else ("",):
            costs, *others = (one.costs(word, pattern, 8, 8.0) for one in listeners)
            assert others == [costs] * 3, word
            for more in (1.0, 1.035):
                assert compiled.shares(costs, 0.6, 0.01, more) == loops._shares(costs, 0.6, 0.01, more)
        for lead in (0.1, 3.0):
            asked = word, "", frozenset(known), (4, 4.0), lead, 8, 8.0
            assert listeners[0].sought(*asked) == listeners[1].sought(*asked), word
    with pytest.raises(TypeError):
        compiled.shares([("a", 1.0)], 0.6, 0.01, 1.0)
    name = {"ru": "roman", "ar": "muhammad"}[language]
    strange = compiled.Listener(quick, {}, dict.fromkeys(known, ((), ("x",))), "", 1.0, 1.0)
    with pytest.raises(KeyError):
        strange.costs(name, "CaC", 8, 8.0)


def test_the_compiled_reader_reads_by_any_model(compiled):
    some = random.Random(12)
    members = ["а=a", "а=aa", "б=b", "бв=b", "в=v", "в=b", "г=ab"]

    def line(cells):
        chosen = some.sample(cells, some.randrange(1, len(cells)))
        return " ".join(
            [f"{some.randrange(90) / 100}", *(f"{one}:{some.randrange(400) / 100}" for one in chosen)]
        )

    for _ in range(60):
        chunks = {"": " ".join(["0.9", "$:1.0", *(f"{one}:{some.randrange(400) / 100}" for one in members)])}
        for _ in range(some.randrange(12)):
            history = some.choices(members, k=some.randrange(1, 4))
            for first in range(3):
                for last in range(first + 1, 4):
                    chunks.setdefault(" ".join(history[first:last]), line([*members, "$"]))
        letters = {"": "0.5 а:1.0 б:1.5 в:1.25 г:2.0 $:0.5", "а": "0.25 б:0.5 $:0.75", "^": "0.5 в:0.25"}
        for _ in range(some.randrange(8)):
            history = "".join(some.choices("абвг", k=some.randrange(1, 4)))
            for last in range(1, len(history) + 1):
                letters.setdefault(history[:last], line("абвг$"))
            if some.randrange(2):  # what each letter leads to is told by the nodes themselves
                for first in range(3):
                    for last in range(first + 1, len(history) + 1):
                        letters.setdefault(history[first:last], line("абвг$"))
        arrays = packed.packed(chunks, letters, 3)
        assert arrays, chunks
        quick = compiled.Reader(*arrays, 3, 0.5, 12.0, 6.0)
        slow = loops.Reader(loops.Backoff(chunks, " ", 12.0), loops.Backoff(letters, "", 6.0), 3, 0.5)
        for _ in range(30):
            word = "".join(some.choices("aabv", k=some.randrange(1, 8)))
            told = sorted(quick.read(word, 8, 9.0)), sorted(slow.read(word, 8, 9.0))
            assert told[0] == told[1], (chunks, word)


def test_the_compiled_reader_bears_long_and_strange_words(compiled):
    tables, setting = built_in(), searching.reader("ar").setting
    chunks, letters = (searching._lines(tables, f"sounds/ar/{name}") for name in ("chunks", "letters"))
    arrays = packed.packed(chunks, letters, setting.reach)
    quick = compiled.Reader(*arrays, setting.reach, setting.weight, 12.0, 6.0)
    for word in ("ka" * 150, "\0", "k\0a", "\U0001f600", "a" * 5000):
        for beam in (-1, 1, 16, 300):
            assert len(quick.read(word, beam, 10.0)) <= max(1, beam)
    with pytest.raises(MemoryError):
        quick.read("k", 2**31 - 1, 10.0)
    for wrong in (("k", 4), (b"k", 4, 1.0), (None, 4, 1.0)):
        with pytest.raises(TypeError):
            quick.read(*wrong)


def test_what_was_never_made_reads_nothing(compiled):
    with pytest.raises(TypeError, match="not made"):
        compiled.Reader.__new__(compiled.Reader).read("ab", 4, 1.0)
    with pytest.raises(TypeError, match="not made"):
        compiled.Listener.__new__(compiled.Listener).costs("ab", "", 4, 1.0)


def test_the_compiled_signs_weigh_the_same(compiled):
    weights = searching.reader("ru").whole.weights
    some = random.Random(5)
    for word in filter(None, spellings()):
        natives = ["".join(some.choices("аеивкновскийшьz", k=some.randrange(9))) + "ов" for _ in "abcd"]
        natives += [word, "", "в"]
        letters = {letter: some.random() for letter in "аеиов"}
        asked = natives, word, weights, letters
        assert compiled.gains(*asked) == whole._gained(*asked), asked
    for wrong in ((("ов",), "ow", {}, {}), ([1], "ow", {}, {}), (["ов"], "ow", {"ов$$": "1"}, {})):
        with pytest.raises(TypeError):
            compiled.gains(*wrong)


def test_the_compiled_ruler_measures_the_same(compiled):
    some = random.Random(3)
    gaps = [some.random() for _ in range(9)]
    costs = [[some.random() for _ in gaps] for _ in gaps]
    rulers = [made(costs, gaps, 4.0, 2.5, 3.0) for made in (compiled.Ruler, loops.Ruler)]
    for most in (9, 9, 9, 60, 400):
        for _ in range(100):
            left, right = (
                "".join(
                    chr(some.choice((some.randrange(12), 300, 0x1F600))) for _ in range(some.randrange(most))
                )
                for _ in "ab"
            )
            assert rulers[0].apart(left, right) == rulers[1].apart(left, right), (left, right)
    with pytest.raises(TypeError):
        rulers[0].apart("a", None)
    with pytest.raises(ValueError, match="rows"):
        compiled.Ruler([[1.0]], [1.0, 2.0], 4.0, 2.5, 3.0)


def test_the_compiled_cutter_tells_the_same_symbols(compiled):
    some = random.Random(5)
    for language in ("ru", "ar"):
        letters = near.Ruler(language, built_in()).letters
        quick = compiled.Cutter(tuple(near._GRAPHS[language].split()), letters)
        for _ in range(3000):
            text = "".join(some.choices("aeiouyhskgdtzclmnrj-'x", k=some.randrange(14)))
            start = some.choice((0, min(2, len(text))))
            slow = [letters[graph] for graph in near._graphs_of(text, start, language)]
            assert quick(text, start) == "".join([number for number, _ in groupby("".join(slow))]), text
        for strange in ("щука", "a\0b", "a" * 300):
            assert quick(strange, 0) is None
        with pytest.raises(TypeError):
            quick(None, 0)


def test_the_compiled_vowels_are_the_same(compiled):
    some = random.Random(4)
    for _ in range(3000):
        one, two = ("".join(some.choices("aeiouyhskgdtcmn\0ʿé", k=some.randrange(12))) for _ in "ab")
        patterns = loops._pattern(one), loops._pattern(two)
        assert (compiled.vowels(one), compiled.vowels(two)) == patterns
        assert compiled.vowels_apart(*patterns) == loops._patterns_apart(*patterns), patterns
    with pytest.raises(KeyError):
        compiled.vowels_apart("CaC", "CxC")


def test_a_model_that_does_not_fit_is_left_to_python():
    assert packed.packed({"": "0 a=b:1"}, {"": "0 a:1"}, 9) is None
    assert packed.packed({"": "0 abcde=b:1"}, {"": "0 a:1"}, 4) is None
    assert packed.packed({"": "0 a=b:-1"}, {"": "0 a:1"}, 4) is None
    assert packed.packed({"": "0 a=b:1"}, {"": "0 a:1", "aa": "0 a:1"}, 4) is None
    many = " ".join(["0", *(f"{chr(letter)}:1" for letter in range(0x430, 0x470))])
    assert packed.packed({"": "0 a=b:1"}, {"": many}, 4) is None
