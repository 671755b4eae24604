"""Values that are quick to make are what a frozen dataclass would be."""

import copy
import gc
import pickle
import random
import weakref
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from pathlib import Path

import pytest

from translit import quick as room
from translit.nouns import Reading, Row, Step
from translit.quick import asked, changed, later, maker, quick


def test_they_are_frozen():
    with pytest.raises(FrozenInstanceError):
        Step("a", "b", "c").why = "d"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Reading("a", "b").steps = ()  # type: ignore[misc]


def test_they_refuse_what_their_fields_do_not_name():
    with pytest.raises(TypeError):
        Step("a", "b")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Reading("a", "b", colour="red")  # type: ignore[call-arg]


def test_defaults_are_not_shared():
    one, other = Row("a", "б", "b", "t", 1), Row("a", "б", "b", "t", 1)
    assert one == other
    assert one.cells is not other.cells


def test_later_fields_are_worked_out_once_and_leave_no_trace():
    calls = []

    def work() -> tuple[Step, ...]:
        calls.append(1)
        return (Step("a", "b", "c"),)

    reading = Reading("a", "b", steps=later(work))
    assert not calls
    eager = Reading("a", "b", steps=(Step("a", "b", "c"),))
    assert reading == eager
    assert hash(reading) == hash(eager)
    assert repr(reading) == repr(eager)
    assert reading.steps == eager.steps
    assert len(calls) == 1


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one)), replace]
)
def test_copies_are_equal(again):
    reading = Reading("a", "b", others=later(lambda: (Reading("a", "c"),)), row=Row("a", "б", "b", "t", 1))
    copied = again(reading)
    assert copied == reading
    assert [field.name for field in fields(copied)][:2] == ["text", "canonical"]


@pytest.fixture(params=["compiled", "Python"])
def word(request, built, monkeypatch):
    """A class whose values are made by compiled code, or by Python."""
    loops = room.compiled or built(Path(room.__file__).parent / "_quick.c")
    monkeypatch.setattr(room, "compiled", loops if request.param == "compiled" else None)

    @asked("size")
    @quick
    @dataclass(frozen=True, slots=True)
    class Word:
        text: str
        size: int = 1
        cells: dict[str, str] = field(default_factory=dict)

    return Word


def test_both_constructors_make_the_same(word):
    for make in (word, maker(word)):
        one = make("Roman", cells={"a": "b"})
        assert (one.text, one.size, one.cells) == ("Roman", 1, {"a": "b"})
        assert make("Roman", 2).size == 2
        assert make(text="Roman") == make("Roman")
        assert make("Roman").cells is not make("Roman").cells
        for wrong in ((), ("a", 1, {}, 2)):
            with pytest.raises(TypeError):
                make(*wrong)
        for named in ({"colour": "red"}, {"text": "again"}):
            with pytest.raises(TypeError):
                make("Roman", **named)


def test_both_change_a_value_and_leave_what_waits(word):
    calls = []
    one = word("Roman", later(lambda: calls.append(1) or 5))
    other = changed(one, text="Ivan", cells={})
    assert not calls
    assert (other.text, other.size, one.text) == ("Ivan", 5, "Roman")
    assert calls == [1]
    with pytest.raises(AttributeError):
        changed(one, colour="red")


def test_both_let_go_of_what_they_held(word):
    class Held:
        """Something that can be watched."""

    for make in (word, maker(word), lambda held: changed(word("a"), text=held)):
        held = Held()
        weak = weakref.ref(held)
        value = make(held)
        del held
        gc.collect()
        assert weak() is not None
        del value
        assert weak() is None


def test_what_is_kept_is_passed_over_with_all_it_holds():
    if not room.compiled:
        pytest.skip("nothing is compiled")
    inner = ([1], "a")
    kept = {"a": [inner, {"b": (inner, [2])}], ("c", ("d",)): 1}
    assert gc.is_tracked(kept)
    assert room.untracked_whole(kept) is kept
    assert not any(map(gc.is_tracked, (kept, kept["a"], inner, inner[0], kept["a"][1], kept["a"][1]["b"])))
    told = room.untracked((inner, ({}, ([],))))
    assert not gc.is_tracked(told[1][1])
    assert gc.is_tracked(told[1][1][0])


def test_shares_are_rounded_as_python_rounds_them():
    dice = random.Random(1)
    shares = [dice.random() for _ in range(5000)] + [n / 20000 for n in range(20001)]
    assert [room.rounded(one) for one in shares] == [round(one, 4) for one in shares]
    assert [room.rounded(one) for one in (0.0, 1.0, 1, -0.12345, 12.34567)] == [0.0, 1.0, 1, -0.1235, 12.3457]
    with pytest.raises((TypeError, AttributeError)):
        room.rounded("0.5")  # type: ignore[arg-type]
