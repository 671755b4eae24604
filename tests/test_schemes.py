"""Every scheme is complete, every rule fires in its own word, and the laws of romanisation hold."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from translit.catalogue import page
from translit.detection import detect
from translit.errors import UnknownScheme
from translit.nouns import Rule, Scheme
from translit.romanization import fired, romanize, scheme, schemes, trace
from translit.tables import built_in

PROMISED_TEXT = """
press-en-ru bgn-pcgn-1947-ru icao-9303-ru gost-r-52535-2006-ru mvd-310-1997-en-ru mvd-310-1997-fr-ru
ala-lc-2012-ru iso-9-1995-ru gost-7.79-b-ru un-1987-ru gost-16876-1971-ru scholarly-ru press-de-ru
press-fr-ru press-pl-ru press-es-ru press-it-ru press-tr-ru press-nl-ru press-sv-ru press-da-ru press-no-ru
press-hu-ru press-fi-ru press-ro-ru press-pt-ru press-cs-ru
kmu-2010-uk bgn-pcgn-2019-uk bgn-pcgn-1965-uk ala-lc-uk passport-2007-uk
national-2007-be bgn-pcgn-1979-be ala-lc-be icao-9303-be
press-en-ar ala-lc-1997-ar bgn-pcgn-1956-ar un-2017-ar un-1972-ar ijmes-ar ei3-ar din-31635-ar
hans-wehr-ar iso-233-1984-ar iso-233-2-1993-ar ics-630-01-ar icao-9303-ar buckwalter-ar press-fr-ar
arabizi-ar practical-ru-ar press-ar-ru
"""
PROMISED = PROMISED_TEXT.split()
SCRIPT = {"Cyrl": "[\u0400-\u052f]", "Arab": "[\u0600-\u06ff\ufb50-\ufeff]", "Latn": "[A-Za-z]"}
ALL = schemes()
EXAMPLES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases/romanize.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
RULES = [(one, rule) for one in ALL for rule in one.rules]
CYRILLIC = [one for one in ALL if one.source == "Cyrl" and one.target == "Latn"]


def test_every_promised_scheme_is_there() -> None:
    assert set(PROMISED) <= {one.id for one in ALL}


@pytest.mark.parametrize(("one", "rule"), RULES, ids=[f"{s.id}:{r.name}" for s, r in RULES])
def test_a_rule_fires_in_its_word(one: Scheme, rule: Rule) -> None:
    word, written = rule.as_in
    assert romanize(word, one.id) == written
    assert rule in fired(word, one.id)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_scheme_can_be_cited(one: Scheme) -> None:
    assert one.title
    assert one.authority
    assert re.fullmatch(r"\d{4}", one.year)
    assert one.url.startswith("https://")
    assert one.id.endswith("-" + one.language)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_composed_and_decomposed_text_come_out_alike(one: Scheme) -> None:
    words = [rule.as_in[0] for rule in one.rules]
    assert words
    for word in words:
        composed, taken_apart = (unicodedata.normalize(form, word) for form in ("NFC", "NFD"))
        assert romanize(composed, one.id) == romanize(taken_apart, one.id), word


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_no_letter_of_the_source_script_is_left(one: Scheme) -> None:
    for word in [rule.as_in[0] for rule in one.rules] + ["Қазақ Ғали Їжак Ўзбек Ђорђе", "ڭۇڭ ٹھٹھہ ۀ"]:
        if re.search(SCRIPT[one.source], word):
            assert not re.search(SCRIPT[one.source], romanize(word, one.id)), word


@pytest.mark.parametrize("one", CYRILLIC, ids=lambda one: one.id)
def test_capitals_in_capitals_out(one: Scheme) -> None:
    natives = [row.native for row in built_in().rows(f"person/{one.language}/given")]
    for word in (*natives[::7], *(rule.as_in[0] for rule in one.rules), *HELD_OUT[one.language].split()):
        if len(word) > 1 and not re.search(r"\b\w\b", word):
            upper = romanize(word, one.id)
            upper = upper.replace("i", "İ").upper() if one.id == "press-tr-ru" else upper.upper()
            assert romanize(word.upper(), one.id) == upper, word


@pytest.mark.parametrize(
    ("text", "scheme_id", "written"),
    [
        ("ЩУКА", "press-en-ru", "SHCHUKA"),
        ("Щука", "press-en-ru", "Shchuka"),
        ("Ю. Петров", "press-en-ru", "Yu. Petrov"),
        ("Ю.Я. ЩУКИН", "press-en-ru", "Yu.Ya. SHCHUKIN"),
        ("Ивaнoв", "press-en-ru", "Ivanov"),
        ("Пу\u0301тин", "press-en-ru", "Putin"),
        ("José Ильич", "press-en-ru", "José Ilyich"),
        ("МАР’ЇНЕ", "kmu-2010-uk", "MARINE"),
        ("ИВАН Ильич", "press-tr-ru", "İVAN İlyiç"),
        ("Юлия", "ala-lc-2012-ru", "I͡Ulii͡a"),
        ("Пѣтръ Ѳёдоровичъ", "press-en-ru", "Petr Fyodorovich"),
    ],
)
def test_what_readers_expect(text: str, scheme_id: str, written: str) -> None:
    assert romanize(text, scheme_id) == written


@pytest.mark.parametrize(("scheme_id", "text", "written", "why"), EXAMPLES)
def test_examples_of_every_scheme(scheme_id: str, text: str, written: str, why: str) -> None:
    for form in ("NFC", "NFD"):
        assert romanize(unicodedata.normalize(form, text), scheme_id) == written, why


def test_every_scheme_has_eight_examples_beside_its_rules() -> None:
    counts = Counter(scheme_id for scheme_id, *_ in EXAMPLES)
    assert {one.id for one in ALL if counts[one.id] < 8} == set()


def test_a_target_of_another_script_gets_nothing_foreign() -> None:
    texts = {"Cyrl": ("Қаныш Сәтбаев", "Їжак José Ђорђе"), "Arab": ("ڭۇڭ ٹھٹھہ ۀ Khan", "پښتو")}
    of_others = [one for one in ALL if one.target != "Latn"]
    assert {one.target for one in of_others} == texts.keys()
    for one in of_others:
        for text in texts[one.source]:
            letters = [sign for sign in romanize(text, one.id) if sign.isalpha()]
            assert all(re.match(SCRIPT[one.target], sign) for sign in letters), (one.id, text)


def test_an_unknown_letter_is_named_in_the_steps() -> None:
    written, steps = trace("Қаныш", "press-en-ru")
    assert written == "Kanysh"
    assert any(step.before == "Қ" and "unidecode" in step.why for step in steps)


def test_an_unknown_scheme_names_its_neighbour() -> None:
    with pytest.raises(UnknownScheme, match="bgn-pcgn-1947-ru"):
        scheme("bgn-pcgn-1947")


HELD_OUT = {
    "ru": "Щебетовка Цимлянск Юхнов Ейск Подъячевск Хвалынь Жиздра Чухлома Ирбит Ёлнать Майкопский Эжва "
    "Выкса Сольвычегодск Уссурийск Яхрома Кяхта Шуя Бийск Гжатск",
    "uk": "Гадяч Єланець Їжівка Щорсівка Юнаківка Яготин Згурівка Кремінна Хотин Чоп Жовква Збараж Ківерці "
    "Ґалаґани Лебедин Цюрупинськ Шостка Мар'янівка Вишгород Козятин",
    "be": "Ашмяны Барань Вілейка Глыбокае Докшыцы Ельск Жлобін Зэльва Іўе Капыль Лепель Міёры Нясвіж Пружаны "
    "Рэчыца Смаргонь Талачын Хойнікі Чэрвень Шклоў",
    "ar": "خُرَيبَة|الشَّوبَك|ظَفَار|غِيضَة|ثُغُور|الحُصَين|ذَمَار|طُبَيق|قُرَيَّات|صُعدَة|ضُحَيَّان|زَبِيد|جُعَار|عُنَيزَة|"
    "السَّلط|مُؤتَة|الفُجَيرَة|خَصَب|بُرَيدَة|تَبَالَة",
}


@pytest.mark.parametrize("language", HELD_OUT)
def test_a_list_of_names_of_no_table_betrays_its_scheme(language: str) -> None:
    names = re.split(r"[ |]", HELD_OUT[language])
    missed = []
    for one in (one for one in ALL if one.target == "Latn" and one.language == language):
        written = [romanize(name, one.id) for name in names]
        first = detect(written)[0][0]
        if [romanize(name, first) for name in names] != written:
            missed.append((one.id, first))
    assert missed == []


def test_one_word_fits_many_schemes_and_none_is_sure() -> None:
    assert detect("Ivan")[0][1] < 0.5
    assert sum(share > 0.01 for _, share in detect("Ivan")) >= 12


def test_one_odd_name_does_not_decide_a_list() -> None:
    names = HELD_OUT["ru"].split()
    written = [romanize(name, "press-en-ru") for name in names]
    assert detect([*written, "Qwrtzk Blörgh", "7aqq"])[0][0] == "press-en-ru"


def test_probabilities_add_up_and_text_without_latin_letters_has_no_scheme() -> None:
    assert sum(share for _, share in detect("Ivanov")) == pytest.approx(1)
    assert detect("Иванов") == ()
    assert detect([]) == ()


def test_the_reference_page_is_current() -> None:
    written = Path(__file__).parent.parent / "docs/reference/schemes.md"
    assert written.read_text(encoding="utf-8") == page(), "run: python -m translit.catalogue"
