"""The compiled comparison and the Python one: the same scores, pairs and reasons."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from translit import comparison, explain
from translit.comparison import judge as judging
from translit.comparison import words
from translit.memory import forget
from translit.tables import built_in

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled module: the installed one, or one that is made for these tests."""
    return words.compiled or built(Path(words.__file__).parent / "_pair.c")


@pytest.fixture
def quickly(compiled, monkeypatch):
    """Compare with the compiled loops, whatever is installed."""
    monkeypatch.setattr(words, "compiled", compiled)
    monkeypatch.setattr(words, "_new_word", compiled.Word)
    monkeypatch.setattr(words, "_new_token", compiled.Token)
    monkeypatch.setattr(words, "_new_meant", compiled.Meant)
    caches = words._met, words.meant, judging.judge_of

    def cleared():
        forget()
        for cache in caches:
            cache.cache_clear()

    cleared()
    yield
    cleared()


def pairs():
    """Pairs of the case files, and strangers among them."""
    some = random.Random(5)
    for name in ("same", "different"):
        lines = (CASES / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
        found = [line.split("\t")[:3] for line in lines if line.count("\t") > 1 and line[0] != "#"]
        assert len(found) > 30
        some.shuffle(found)
        for a, b, kind in found[:150]:
            yield a, b, kind if kind in ("person", "place") else None
        for (a, *_), (_, b, _) in pairwise(found[:150]):
            yield a, b, "person"
    yield from (("", "Roman", "person"), ("42", "-", None), ("John Smith", "Jon Smyth", "person"))
    yield "Hafez al-Assad", "Bashar Hafez al-Assad", "person"
    yield "Abdou Al Sikhni Omar", "Abdou Omar", "person"
    yield " ".join(["Roman"] * 15), " ".join(["Roman Zabolotny"] * 7), "person"


def laid(a, b):
    """What the judge of two Readings is given, and what it says, quickly and slowly."""
    found, given = comparison.briefed(comparison.prepare(a), comparison.prepare(b))
    assert found._quick is not None
    score = found.score(*given)
    for answer in (found.laid(*given), found.slowly(*given)):
        assert answer.score == score
        told = [
            (_of(pair.left), _of(pair.right), pair.said.far, pair.said.like, pair.said.relation,
             pair.said.why(pair.left.word, pair.right.word))
            for pair in answer.pairs
        ]  # fmt: skip
        yield told, [list(map(_of, alone)) for alone in answer.alone]


def _of(token):
    return id(token.part), token.word.core


def test_the_compiled_judge_says_the_same(quickly):
    for a, b, kind in pairs():
        one, two = explain(a, kind), explain(b, kind)
        for left, right in ((one, two), (two, one)):
            quick, slow = laid(left, right)
            assert quick == slow, (a, b)


def test_the_compiled_words_have_the_fields_of_the_python_ones(compiled):
    (token,) = words.tokens(explain("Пётр", "person"), "ru", built_in())
    cells = {name: getattr(token.word, name) for name in words.Word.__dataclass_fields__}
    word = compiled.Word(*cells.values())
    assert {name: getattr(word, name) for name in cells} == cells
    made = compiled.Token(token.part, word)
    assert (made.part, made.word) == (token.part, word)
    for wrong in (dict.fromkeys(cells), cells | {"rarity": "rare"}, cells | {"initial": 1}):
        with pytest.raises(TypeError):
            compiled.Word(*wrong.values())


def test_the_letters_of_a_key_are_the_same_bits(compiled):
    for key in ("", "zbltn", "ABBA", "ЁЖ"):
        assert compiled.bits(key) == sum({1 << (ord(letter) & 63) for letter in key})


def test_what_was_judged_last_is_told_as_if_judged_anew(quickly):
    texts = "Ivan Petrov", "Petrov I.", "Igor Petrov", "Ivan Petrov"
    first, *others = [comparison.prepare(explain(text, "person")) for text in texts]
    for one, two in ((first, other) for other in others):
        judge, (a, b, further, one_row, _) = comparison.briefed(one, two)
        for last in (False, True):  # with these, and not with those of the other score
            score = judge.score(a, b, further, one_row, last)
            for bounded in (last, not last):
                found, slowly = (way(a, b, further, one_row, bounded) for way in (judge.laid, judge.slowly))
                assert (found.score, found.alone) == (slowly.score, slowly.alone)
                assert found.score == score or bounded is not last
                assert [pair.left for pair in found.pairs] == [pair.left for pair in slowly.pairs]


def test_the_compiled_judge_refuses_what_it_cannot_read(compiled):
    calls = (lambda *given: None,) * 13
    judge = compiled.Judge("ru", {}, (), (0.0,) * 5, calls)
    for wrong in ((), ((), ()), ((1,), (), {}, False, False), ((), [], {}, False, False)):
        with pytest.raises(TypeError):
            judge.score(*wrong)
    for wrong in (
        ("ru", {}, (1.0,), (0.0,) * 5, calls),
        ("ru", {}, (), (), calls),
        ("ru", {}, (), (0.0,) * 5, ()),
    ):
        with pytest.raises(ValueError, match="source"):
            compiled.Judge(*wrong)
    with pytest.raises(TypeError):
        compiled.Word("a")
    with pytest.raises(TypeError):
        compiled.Token(None, None)


def test_what_a_judge_asks_for_may_fail(compiled, quickly):
    def fails(*given):
        raise ZeroDivisionError

    one, two = (
        words.tokens(explain(text, "person"), "ru", built_in()) for text in ("Ivan Petrov", "Igor Petrenko")
    )
    judge = compiled.Judge("ru", {}, (), (0.0,) * 5, (fails,) * 13)
    for ask in (judge.score, judge.laid):
        with pytest.raises(ZeroDivisionError):
            ask(one, two, {}, False, False)
