"""Russian persons: order, patronymics, surnames of two genders, inflection; and what must stay as it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from translit.canon import explain
from translit.person.slavic.evidence import weigh, word
from translit.person.slavic.inflection import nominative
from translit.person.slavic.reading import family, father, infer_order, patronymic, read
from translit.tables import built_in

CASES = Path(__file__).parent / "cases" / "order-ru.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_cases() -> None:
    assert len(cases()) > 30


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_a_name_comes_apart_as_it_should(case: dict[str, str]) -> None:
    reading = read(case["text"])
    parts = (reading.given or "", reading.patronymic or "", reading.surname or "")
    assert parts == (case["given"], case["patronymic"], case["surname"]), case["why"]
    assert reading.status == case["status"]
    if case["gender"]:
        assert reading.gender == case["gender"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_steps_lead_from_the_text_to_the_canonical_form(case: dict[str, str]) -> None:
    reading = read(case["text"])
    stops = [case["text"], *(step.after for step in reading.steps)]
    assert [step.before for step in reading.steps] == stops[:-1]
    assert stops[-1] == reading.canonical
    assert all(step.before != step.after for step in reading.steps)


def test_an_ambiguous_name_keeps_its_order_and_offers_the_other() -> None:
    reading = read("Роман Павел")
    assert (reading.canonical, [other.canonical for other in reading.others]) == (
        "Roman Pavel",
        ["Pavel Roman"],
    )


def test_a_surname_alone_may_be_a_mans_in_the_genitive() -> None:
    reading = read("Иванова")
    assert (reading.canonical, reading.status) == ("Ivanova", "ambiguous")
    assert [other.canonical for other in reading.others] == ["Ivanov"]


@pytest.mark.parametrize("table", ["ru", "cau", "trk", "uk", "be"])
def test_nearly_every_father_is_found_again_from_his_childrens_patronymics(table: str) -> None:
    fathers = [
        row.native.replace("\N{COMBINING ACUTE ACCENT}", "")
        for row in built_in().rows(f"person/{table}/given")
        if row["gender"] == "m"
    ]
    lost = [name for name in fathers for gender in ("m", "f") if father(patronymic(name, gender)) != name]  # type: ignore[arg-type]
    assert len(lost) < 0.08 * 2 * len(fathers), lost


@pytest.mark.parametrize(
    ("name", "son", "daughter"),
    [
        ("Юрий", "Юрьевич", "Юрьевна"),
        ("Дмитрий", "Дмитриевич", "Дмитриевна"),
        ("Илья", "Ильич", "Ильинична"),
        ("Лев", "Львович", "Львовна"),
        ("Муса", "Мусаевич", "Мусаевна"),
        ("Олексій", "Олексійович", "Олексіївна"),
        ("Сяргей", "Сяргеевіч", "Сяргееўна"),
    ],
)
def test_patronymics_are_made_by_the_rules_of_their_language(name: str, son: str, daughter: str) -> None:
    assert (patronymic(name), patronymic(name, "f")) == (son, daughter)


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Иванова", "Иванов"),
        ("Заболотная", "Заболотный"),
        ("Zabolotnaya", "Zabolotny"),
        ("Достоевская", "Достоевский"),
        ("Шевченко", "Шевченко"),
    ],
)
def test_a_womans_surname_has_the_mans_as_its_family(woman: str, man: str) -> None:
    assert family(woman) == man


@pytest.mark.parametrize(
    "text",
    [
        "Цуркану Григорий",
        "Валерия Петрова",
        "Роман Заболотный",
        "Марина Неелова",
        "Никита Кожемяка",
        "Яна Дягилева",
    ],
)
def test_a_nominative_is_left_alone(text: str) -> None:
    words = tuple(text.split())
    assert nominative(words, built_in()) in (None, words)


@pytest.mark.parametrize(
    "forms",
    [
        "Юрьевич Юрьевича Юрьевичу Юрьевичем Юрьевиче",
        "Заболотный Заболотного Заболотному",
    ],
)
def test_a_word_comes_back_from_every_case(forms: str) -> None:
    upright, *inflected = forms.split()
    assert {nominative((form,), built_in()) for form in inflected} == {(upright,)}


@pytest.mark.parametrize(
    "forms",
    [
        "Анна Петровна Кузнецова|Анны Петровны Кузнецовой|Анне Петровне Кузнецовой|Анну Петровну Кузнецову",
        "Пётр Ильич Чайковский|Петра Ильича Чайковского|Петру Ильичу Чайковскому|Петром Ильичом Чайковским",
        "Мария Ивановна Черных|Марии Ивановны Черных|Марией Ивановной Черных",
        "Николай Васильевич Гоголь|Николая Васильевича Гоголя|Николаем Васильевичем Гоголем",
        "Михаил Иванович Глинка|Михаила Ивановича Глинки|Михаилом Ивановичем Глинкой",
    ],
)
def test_a_name_comes_back_from_every_case(forms: str) -> None:
    upright, *inflected = (form.replace("ё", "е") for form in forms.split("|"))
    for form in inflected:
        found = nominative(tuple(form.split()), built_in())
        assert found is not None
        assert " ".join(found).replace("ё", "е") == upright


def test_a_list_tells_its_order() -> None:
    names = ["Анна Ахматова", "Роман Павел", "Сергей Шойгу", "Тарас Шевченко", "Лев Толстой", "Иван Бунин"]
    turned = [" ".join(reversed(name.split())) for name in names]
    assert (infer_order(names), infer_order(turned)) == ("given-first", "surname-first")
    assert infer_order([*names, *turned]) == "auto"
    assert infer_order(["", "—", *names]) == "given-first"  # a cell without words


def test_a_told_order_decides_what_the_words_leave_open() -> None:
    assert read("Роман Павел", order="surname-first").surname == "Roman"
    assert read("Роман Павел", order="given-first").surname == "Pavel"


def test_a_new_word_weighs_what_its_features_do() -> None:
    weight = weigh(built_in()).get
    for text in (
        "Zabolotny",
        "Заболотная",
        "Gpufkx",
        "Petrova",
        "Tolstoy",
        "Li",
        "Ivan",
        "Ivanovich",
        "Li-Ro",
    ):
        one = word(text, built_in())
        for role, worth in zip((one.given, one.patronymic, one.surname), one.worth, strict=True):
            assert worth == sum([weight(name, 0.0) * told for name, told in role]), text


@pytest.mark.parametrize(
    "text",
    [
        "Абдурахмановой Натальи Петровны",
        "О Дмитрии Пескове",
        "з Сашею Іваненко",
        "Путину В. В.",
        "министра иностранных дел Сергея Лаврова",
        "Булата Окуджавы",
        "Хасаном Насраллой",
        "Заболотный Роман",
        "Bassár el-Aszad",
        "Usáma bin Ládin",
        "Valentina Těreškovová",
        "Vladimiras Putinas",
        "Xudayar Yusifzadə",
    ],
)
def test_a_part_has_the_words_of_the_source(text: str) -> None:
    parts = explain(text, "person").parts
    assert parts
    for part in parts:
        assert set(part.text.split()) <= set(text.split()), part
