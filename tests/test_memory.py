"""What is remembered is asked once, compiled or not."""

import copy
import pickle
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from functools import update_wrapper
from inspect import unwrap

import pytest

from translit import memory, quick
from translit.memory import once
from translit.person.names import givens
from translit.tables import Tables, built_in


@pytest.fixture(params=["compiled", "pure"])
def remembered(request, monkeypatch):
    if request.param == "pure":
        monkeypatch.setattr(memory, "compiled", None)
    elif not quick.compiled:
        pytest.skip("nothing is compiled")
    return memory.remembered


def test_a_function_may_be_an_answer_and_be_forgotten(remembered):
    @remembered(1)
    def told(number, tables=None):
        return lambda: number

    assert [told(number)() for number in range(5)] == list(range(5))


def test_a_word_is_asked_once_for_each_set_of_tables(remembered):
    asked = []

    @remembered(10)
    def length(word, tables=None):
        asked.append((word, tables))
        return len(word)

    assert [length("Roman"), length("Roman", None), length("Roman", tables=None)] == [5] * 3
    assert [length("Roman", 1), length("Ivan", 1), length("Roman", tables=1)] == [5, 4, 5]
    assert asked == [("Roman", None), ("Roman", 1), ("Ivan", 1)]
    memory.forget()
    assert length("Roman") == 5
    assert len(asked) == 4
    with pytest.raises(TypeError):
        length(["Roman"])
    with pytest.raises(TypeError):
        length()


def test_values_are_asked_with_tables_and_without(remembered):
    asked = []

    @remembered(10)
    def joined(left, right, tables):
        asked.append(left + right)
        return left + right

    @remembered(10)
    def together(left, right="!"):
        asked.append(left + right)
        return left + right

    assert [joined("a", "b", None), joined("a", "b", None), joined("a", "b", 1)] == ["ab"] * 3
    assert [together("c"), together("c"), together("c", "?")] == ["c!", "c!", "c?"]
    assert asked == ["ab", "ab", "c!", "c?"]


def test_a_full_room_is_emptied(remembered):
    asked = []

    @remembered(2)
    def same(word):
        asked.append(word)
        return word

    assert [same(word) for word in "abab"] == list("abab")
    assert [same(word) for word in "cab"] == list("cab")
    assert asked == list("abcab")


def test_of_many_sets_of_tables_the_first_are_forgotten(remembered):
    asked = []

    @remembered(10)
    def known(word, tables):
        asked.append(tables)
        return tables

    for _ in range(2):
        assert [known("a", tables) for tables in range(12)] == list(range(12))
    assert len(asked) == 24
    assert known("a", 11) == 11
    assert len(asked) == 24


def test_an_error_is_not_remembered(remembered):
    @remembered(10)
    def halved(word, tables):
        return 1 / tables

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            halved("a", 0)


def test_it_is_told_like_a_function():
    assert unwrap(givens).__name__ == givens.__name__ == "givens"
    assert pickle.loads(pickle.dumps(givens)) is givens
    assert copy.deepcopy(givens) is givens
    assert update_wrapper(lambda: 0, givens).__doc__ == givens.__doc__


def test_an_object_that_remembers_what_it_met_is_let_go(remembered):
    class Book:
        def __init__(self):
            self.asked = []
            self.find = memory.met(self.found, 2)

        def found(self, word):
            self.asked.append(word)
            return len(word)

    book = Book()
    assert [book.find(word) for word in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert book.asked == ["a", "bb", "ccc", "a"]
    there = weakref.ref(book)
    del book
    assert there() is None


def test_a_method_may_be_asked_for_many_values_and_for_nobody(remembered):
    class Book:
        def __init__(self):
            self.asked = 0
            self.find = memory.met(self.found, 100)

        def found(self, *values):
            self.asked += 1
            return values

    book = Book()
    assert [book.find(*range(many)) for many in range(1, 12)] == [tuple(range(many)) for many in range(1, 12)]
    find = book.find
    assert find(0, 1) == (0, 1)
    assert book.asked == 11
    del book
    assert find(0, 1) == (0, 1)
    with pytest.raises(ReferenceError):
        find("something new")


def test_many_answers_are_kept_apart(remembered):
    asked = []

    @remembered(5000)
    def told(word, tables):
        asked.append(word)
        return f"{word}!"

    @remembered(5000)
    def together(one, other, tables):
        asked.append((one, other))
        return [one, other]

    words = [f"{'имя' * (at % 3)}{at}" for at in range(3000)]
    for _ in range(2):
        assert [told(word, None) for word in words] == [f"{word}!" for word in words]
        assert [together(word, at, None) for at, word in enumerate(words)] == [
            [word, at] for at, word in enumerate(words)
        ]
    assert len(asked) == 2 * len(words)


def test_what_is_equal_is_asked_once_though_it_is_another_thing(remembered):
    class Same:
        def __init__(self, name):
            self.name = name

        def __hash__(self):
            return 7

        def __eq__(self, other):
            if "?" in (self.name, other.name):
                raise ValueError("no answer")
            return self.name == other.name

    asked = []

    @remembered(10)
    def told(one, other, tables):
        asked.append(one.name)
        return one.name

    assert [told(Same(name), ("a", 1), None) for name in "abcab"] == list("abcab")
    assert asked == list("abc")
    with pytest.raises(ValueError, match="no answer"):
        told(Same("?"), ("a", 1), None)
    assert told(Same("b"), ("a", True), None) == "b"
    assert asked == list("abc")


def test_the_work_may_ask_and_forget_itself(remembered):
    @remembered(4)
    def deep(number):
        return 0 if not number else 1 + deep(number - 1)

    @remembered(10)
    def forgetful(word):
        memory.forget()
        return word

    assert [deep(50), deep(50), deep(49)] == [50, 50, 49]
    assert [forgetful(word) for word in "aab"] == list("aab")


def test_what_is_made_of_tables_alone_is_made_once(remembered):
    asked = []

    @memory.once
    def index(tables=None):
        asked.append(tables)
        return [tables]

    @memory.once
    def nothing():
        asked.append("nothing")

    assert index(1) is index(tables=1)
    assert index() is index(None)
    assert index(1) == [1]
    assert nothing() is nothing() is None
    assert asked == [1, None, "nothing"]
    with pytest.raises(TypeError):
        index(1, 2)


def test_what_could_not_be_made_is_tried_again(remembered):
    @memory.once
    def halved(tables):
        return 1 / tables

    assert halved(2) == 0.5
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            halved(0)
    assert halved(2) == 0.5


@pytest.mark.parametrize("tables", [(), ("these",)])
def test_threads_that_ask_at_once_are_given_one_value(tables):
    """Else what one made is let go while the other's is kept, and its methods find nobody at home."""
    both = threading.Barrier(2)

    def work(tables):
        both.wait(10)
        return object()

    def bare():
        return work(None)

    made = once(work if tables else bare)
    with ThreadPoolExecutor(2) as threads:
        one, two = threads.map(lambda _: made(*tables), range(2))
    assert one is two is made(*tables)


def test_a_table_that_other_threads_may_ask_for_has_its_header():
    tables = Tables(built_in().home)

    class Texts(dict):
        def __setitem__(self, table, lines):
            assert table in tables._headers
            super().__setitem__(table, lines)

    tables._texts = Texts()
    assert tables.row("person/ru/given", 2)["gender"]
