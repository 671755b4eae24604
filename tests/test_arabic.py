"""Names of Arabic origin: roles, one form for all spellings, order, and what no text may do."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.canon import explain
from translit.person.arabic import order, read, reading
from translit.person.arabic import parts as cutting
from translit.person.arabic.near import near
from translit.tables import Tables, built_in
from translit.text.script import script_of

CASES = Path(__file__).parent / "cases" / "arabic-parts.tsv"


def labelled() -> list[list[str]]:
    lines = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(lines) >= 300
    return lines


def roles(text: str) -> list[str]:
    return [f"{part.role}:{part.text}" for part in read(text).parts]


def test_parts_stand_in_their_roles():
    right = total = 0
    for text, parts, _, _ in labelled():
        expected = Counter(parts.split("|"))
        right += sum((expected & Counter(roles(text))).values())
        total += sum(expected.values())
    assert right / total >= 0.97


def test_canonical_forms():
    lines = labelled()
    right = sum(read(text).canonical == canonical for text, _, canonical, _ in lines)
    assert right / len(lines) >= 0.9


def test_a_canonical_form_is_its_own():
    forms = {read(text).canonical for text, _, _, _ in labelled()}
    moved = [form for form in forms if read(form).canonical != form]
    assert len(moved) <= 0.02 * len(forms)


ONE_FORM = {
    "Bashar al-Assad": ["Bashar al-Assad", "Bashar Assad", "بشار الأسد", "Башар Асад", "Bachar el-Assad"],
    "Muammar Gaddafi": ["Muammar Qadhafi", "Moammar Gaddafi", "Muammar el-Gadhafi", "معمر القذافي"],
    "Khaled Meshaal": ["Khaled Mash'al", "Khalid Meshaal", "خالد مشعل", "Халед Машаль"],
    "Abd al-Rahman al-Sudais": [
        "Abdurrahman al-Sudais",
        "Abdul Rahman as-Sudais",
        "Abd-ar-Rahman al-Sudais",
        "Abderrahmane Al Sudais",
        "عبدالرحمن السديس",
        "عبد الرحمن السديس",
        "Абдуррахман ас-Судайс",
    ],
    "Nur al-Din Zengi": ["Nur ad-Din Zengi", "Noureddine Zengi", "Nuruddin Zengi", "Nour Eddine Zengi"],
    "Habib Allah Hassan": ["Habibullah Hassan", "Habib Allah Hassan", "حبيب الله حسن", "Хабибулла Хасан"],
    "Dhu al-Fiqar Hassan": ["Zulfiqar Hassan", "Dhu'l-Fiqar Hassan", "ذو الفقار حسن", "Dhulfiqar Hassan"],
    "Zain al-Abidin Ben Ali": ["Zine El Abidine Ben Ali", "Ben Ali Zine El Abidine", "زين العابدين بن علي"],
}


@pytest.mark.parametrize(
    ("canonical", "text"), [(form, text) for form, texts in ONE_FORM.items() for text in texts]
)
def test_every_spelling_comes_to_one_form(canonical, text):
    assert read(text).canonical == canonical


@pytest.mark.parametrize("texts", ONE_FORM.values(), ids=ONE_FORM)
def test_one_name_has_one_key(texts):
    assert len({read(text).key for text in texts}) == 1


def test_an_unmarked_father_is_a_nasab():
    assert roles("Saddam Hussein at-Tikriti") == ["ism:Saddam", "nasab:Hussein", "nisba:at-Tikriti"]


def test_a_title_is_a_part_but_not_of_the_name():
    reading = read("Sheikh Khalid Meshaal")
    assert reading.canonical == "Khaled Meshaal"
    assert reading.parts[0].role == "title"


def test_a_nom_de_guerre_stays_what_it_is():
    reading = read("Abu Bakr al-Baghdadi")
    assert (reading.canonical, reading.given, reading.surname) == (
        "Abu Bakr al-Baghdadi",
        None,
        "al-Baghdadi",
    )


@pytest.mark.parametrize("text", ["al-Zawahiri, Ayman", "AL-ZAWAHIRI Ayman", "Ayman AL-ZAWAHIRI"])
def test_comma_and_capitals_decide_the_order(text):
    reading = read(text)
    assert (reading.given, reading.surname) == ("Ayman", "al-Zawahiri")


def test_surname_first_where_the_words_allow():
    assert read("Bouteflika Abdelaziz").canonical == "Abd al-Aziz Bouteflika"


def test_an_open_order_is_ambiguous_and_keeps_the_text():
    reading = read("Samir Nabil")
    assert reading.canonical == "Samir Nabil"
    assert reading.status == "ambiguous"
    assert reading.others[0].canonical == "Nabil Samir"


def test_the_caller_can_settle_the_order():
    assert read("Mahmoud Ahmad", order="surname-first").canonical == "Ahmad Mahmoud"


def test_a_native_form_stands_beside_the_latin():
    assert read("Ahmed Ben Bella").native == "أحمد بن بلة"
    assert read("Mohammed bin Salman").native == "محمد بن سلمان"


def test_a_form_of_another_language_keeps_its_spelling():
    assert read("Mehmet Emin").canonical == "Mehmet Emin"


def test_a_word_is_the_same_whatever_stood_beside_it_when_it_was_first_met():
    texts = [text for text, *_ in labelled()]
    words = [word for text in texts for word in text.replace("-", " ").split()]
    tables = [Tables(built_in().home) for _ in range(2)]
    ahead = {text: read(text, tables=tables[0]).canonical for text in texts}
    for word in reversed(words):
        read(word, tables=tables[1])
    assert {text: read(text, tables=tables[1]).canonical for text in reversed(texts)} == ahead


def test_a_text_without_words_is_read():
    assert read("").canonical == ""


def test_gender():
    assert read("Noura bint Abdulrahman al-Qahtani").gender == "f"
    assert read("Umm Kulthum").gender == "f"
    assert read("Khalid Meshaal").gender == "m"


def test_nearness_minds_vowels():
    assert near("mohammed", "muhammad") < near("mahmoud", "muhammad")
    assert near("хасан", "hassan") < 0.01


@given(st.text(alphabet="abdilmnorsuAB -'.,аблмуХدعبالمنو و", min_size=1, max_size=24))
def test_any_text_gives_text(text):
    text = " ".join(text.split())
    reading = read(text)
    assert isinstance(reading.canonical, str)
    assert 0.0 <= reading.confidence <= 1.0


@pytest.mark.parametrize("text", ["Elhassan Ibrahim", "Elamin Mohamed", "الأمين محمد", "Al Hussein Abdullah"])
def test_a_given_name_with_the_article_may_come_first(text: str) -> None:
    reading = read(text)
    assert reading.status == "ambiguous"
    assert reading.parts[0].role == "ism"


def test_a_mark_of_two_meanings_is_ambiguous_where_nothing_tells_who_wrote_it() -> None:
    reading = explain("H\u0331asan Na\u1e0f\u012br", "person")
    assert reading.status == "ambiguous"
    assert [reading.canonical, reading.others[0].canonical] == ["Hassan Nazir", "Hassan Nadeer"]
    assert [part.text for part in reading.parts] == ["H\u0331asan", "Na\u1e0f\u012br"]


@pytest.fixture
def loops(built, monkeypatch):
    """The grammar and what puts parts together, compiled."""
    folder = Path(cutting.__file__).parent
    monkeypatch.setattr(cutting, "compiled", cutting.compiled or built(folder / "_units.c"))
    monkeypatch.setattr(reading, "compiled", reading.compiled or built(folder / "_roles.c"))
    return cutting.Grammar(built_in()), reading._teller


def whole(reading):
    """A Reading with all that it tells when it is asked."""
    return repr(reading), repr(reading.steps), [repr(other) for other in reading.others]


def test_the_compiled_grammar_is_the_same(loops, monkeypatch):
    grammar, made = loops
    tables = built_in()
    texts = [text for line in labelled() for text in line[:1]]
    strange = ("", ",", "A, B", "Ali; Hasan , Omar", "«Ali» (Hasan)-Omar", "abu", "Al Al Al", "HASAN Ali")
    leanings = dict(reading.grammar(tables).weights)
    tellers = {}
    for prior in (leanings["prior"], -20.0, 20.0):
        monkeypatch.setitem(reading.grammar(tables).weights, "prior", prior)
        tellers[prior] = made(tables)
    for text in (*texts, *map(str.upper, texts), *strange, " ".join(["Ali"] * 40)):
        name = grammar.parse(text)
        assert repr(name) == repr(grammar._parsed(text)), text
        for prior, teller in tellers.items():
            monkeypatch.setitem(reading.grammar(tables).weights, "prior", prior)
            for comma in {None, name.comma, 1} if name.units else ():
                asked = name._replace(comma=comma)
                told = teller.read(asked)
                if told is NotImplemented:
                    arabic = leanings["script"] if script_of(name.text) == "Arab" else 0.0
                    turned = order.leaning(name.units, prior + arabic) <= order.SURNAME_SURE
                    assert name.titles or len(name.units) > 32 or turned, text
                    continue
                assert whole(told) == whole(reading._told(asked, "auto", tables)), text
    for wrong in (None, (), ("", None, [], None), (None, (), [], None)):
        with pytest.raises(TypeError):
            teller.read(wrong)
    assert teller.read(("", (), [], None)) is NotImplemented
    assert teller.read(("", (), [1], None)) is NotImplemented
    with pytest.raises(TypeError):
        grammar.parse(None)
