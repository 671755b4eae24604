"""Learning chunks: which are accidents, and what the compiled reader needs of a model."""

from translit.learning.alignment import sure_of
from translit.learning.chunks import _by_hand
from translit.learning.nears import near_lines
from translit.learning.sequences import Sequences
from translit.sounds import searching
from translit.sounds.reading import best, read
from translit.tables import built_in


def test_a_seldom_spelling_with_one_meaning_is_no_accident() -> None:
    usual = [([("л", "l"), ("н", "n"), ("м", "m")], 10_000.0)]
    seldom = [([("л", "ll")], 5.0), ([("н", "m")], 5.0)]
    assert sure_of([*usual, *seldom], "ru") == {("л", "l"), ("л", "ll"), ("н", "n"), ("м", "m")}
    assert ("л", "ll") not in sure_of([*usual, *seldom], "ar")


def test_histories_that_longer_ones_begin_with_are_kept() -> None:
    sequences = Sequences(4, 0.7)
    for word, weight in (("абв", 3.0), ("ваб", 0.5)):
        sequences.add(word, weight)
    histories = {after for after, _, _ in sequences.lines((0.0, 0.0, 2.9, 0.9), "")}
    assert "^аб" in histories
    assert histories >= {after[:-1] for after in histories if after}


def test_the_full_look_has_the_first_reading_of_the_first_look() -> None:
    for word in ("boffin", "anatoli", "igorovic", "grigorievitch", "aurelio", "peskow"):
        forms = [form.native for form in read(word, "ru")]
        assert forms[0] == best(word, "ru")
        assert len(forms) > 1


def test_models_are_orderly() -> None:
    fit = searching.packed.packed
    for language in ("ru", "ar"):
        models = (searching._lines(built_in(), f"sounds/{language}/{name}") for name in ("chunks", "letters"))
        assert fit(*models, 4) is not None


def test_what_was_written_by_hand_outlives_learning():
    letters = zip("бвгдлмнр", "bvgdlmnr", strict=True)
    pairs = [(f"ша{native}", f"{sh}a{latin}") for native, latin in letters for sh in ("sch", "sh")]
    learned = near_lines(pairs, "ru")
    assert ("sch", "sh", "0.00", "learned") in learned
    for mine in (["sh", "sch", "0.25", "known"], ["sh", "q", "1.00", "known"]):
        both = near_lines(pairs, "ru", [mine])
        assert tuple(mine) in both
        others = [line for line in both if set(line[:2]) != set(mine[:2])]
        assert others == [line for line in learned if set(line[:2]) != set(mine[:2])]


def test_the_table_of_distances_has_lines_that_were_written_by_hand():
    assert ["T", "h", "0.10", "known"] in _by_hand("ar", built_in())
    assert all(source != "learned" for *_, source in _by_hand("ar", built_in()))
