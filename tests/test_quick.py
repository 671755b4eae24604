"""Values that are quick to make are what a frozen dataclass would be."""

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from translit.nouns import Reading, Row, Step
from translit.quick import later


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
