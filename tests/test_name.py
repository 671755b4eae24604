"""The compiled loops over the words of one name say what the Python beside them says."""

from pathlib import Path

import pytest

from translit.nouns import Reading
from translit.origin import summing
from translit.origin.word import by_parts, plain_evidence
from translit.person.slavic import cutting, evidence
from translit.person.slavic import together as slavic
from translit.person.slavic.evidence import Word, word
from translit.person.slavic.order import assignments, columns
from translit.tables import built_in
from translit.text.words import words

CASES = Path(__file__).parent / "cases"
TABLES = built_in()


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled module: the installed one, or one that is made for these tests."""
    return evidence.compiled or built(Path(evidence.__file__).parent / "_name.c")


@pytest.fixture(scope="module")
def names() -> list[tuple[str, ...]]:
    """The words of the persons in the case files."""
    lines = [line.split("\t") for line in (CASES / "canonical.tsv").read_text(encoding="utf-8").split("\n")]
    found = [words(line[0]) for line in lines if line[1:2] == ["person"]]
    assert len(found) > 100
    return [*found, (), ("Р.",), ("Anna-Maria", "ПЕТРОВА")]


def test_the_same_words_are_gathered(compiled, names):
    gathered = compiled.Gathered(cutting._plain, Word)
    found = [gathered(name, TABLES) for name in names]
    assert found == [cutting.recorded(name, TABLES) for name in names]
    assert None in found
    for wrong in ((["Roman"], TABLES), (("Roman",),)):
        with pytest.raises(TypeError):
            gathered(*wrong)
    with pytest.raises(TypeError, match="Word"):
        compiled.Gathered(lambda piece, tables: piece, Word)(("Roman",), TABLES)


def test_the_same_evidence_is_summed(compiled, names):
    summed = compiled.Evidence(plain_evidence)
    start = (0.1, 0.2, 0.3)
    found = [summed(name, start, TABLES) for name in names]
    assert found == [summing.together(name, start, TABLES) for name in names]
    assert None in found
    added = compiled.Evidence(plain_evidence, by_parts)
    for name in names:
        assert added(name, start, TABLES) == summing.added(name, start, TABLES)
    with pytest.raises(TypeError):
        compiled.Evidence(lambda piece, tables: (1.0,))(("Roman",), start, TABLES)


def test_the_same_columns_are_told(compiled, names):
    told = compiled.Columns(Word)
    for name in names:
        found = tuple([word(piece, TABLES) for piece in name])
        assert told(found) == columns(found)
    with pytest.raises(TypeError):
        told(("Roman",))


def test_the_same_parts_are_made_and_put_together(compiled, names):
    makers = slavic._initial, slavic.given_part, slavic.patronymic_part, slavic.surname_part
    made = compiled.Parts(Word, *makers)
    whole = compiled.Whole(Reading, slavic.together)
    how = ("ru", True, False, ("press-en-ru",))
    for name in names:
        found = tuple([word(piece, TABLES) for piece in name])
        for assignment in assignments(len(found))[:2] if found else ():
            places, ends, _ = slavic._plan(assignment)
            parts = made(found, assignment, places, how, TABLES)
            assert parts == slavic.made(found, assignment, places, how, TABLES)
            assert whole(parts, ends) == slavic.together(parts, ends)
    many = parts[:1] * 40
    assert whole(many, (0, 0, 40)) == slavic.together(many, (0, 0, 40))
    for wrong in ((parts, (0, 1)), (["Roman"], (0, 0, 1)), (tuple(parts), (0, 0, 1))):
        with pytest.raises(TypeError):
            whole(*wrong)
    with pytest.raises(ValueError, match="numbers of parts"):
        whole(parts, (0, 0, 40))
    with pytest.raises(TypeError):
        made(found, "S", (5,), how, TABLES)
