"""The key of a word, what a spelling can mean, and how far two words are apart."""

import pytest

from translit import explain
from translit.sounds import best, distance, key, likeness, read
from translit.sounds.keys import Keyer, page, rules

LANGUAGES = ("ru", "ar")
RULES = [(language, at) for language in LANGUAGES for at in range(len(rules(language)))]


@pytest.mark.parametrize(("language", "at"), RULES)
def test_every_key_rule_fires_in_its_word(language, at):
    rule = rules(language)[at]
    word, expected = rule.as_in
    assert key(word, language) == expected
    assert Keyer(page(language), without=at)(word) != expected, f"{rule.name}: the rule has no say in {word}"


ONE_KEY = [
    ("ru", "Shcherbakov Schtscherbakow Chtcherbakov Ščerbakov Щербаков"),
    ("ru", "Igor Ihor Ihar Игорь Ігор Ігар"),
    ("ru", "Sergey Sergei Sergej Serhiy Siarhei Serguei Сергей Сергій Сяргей"),
    ("ru", "Vladimirovich Volodymyrovych Uladzimiravich Wladimirowitsch Vladimirovitch Уладзіміравіч"),
    ("ru", "Tchaikovsky Chaykovskiy Tschaikowski Čajkovskij Чайковский"),
    ("ru", "Volkov Wolkow Volkoff Volkau Волков Волкаў"),
    ("ar", "Muhammad Mohamed Mohammed Mouhamad محمد Мухаммад"),
    ("ar", "Sharif Chérif Scherif شريف Шариф"),
    ("ar", "al-Tikriti at-Tikriti التكريتي ат-Тикрити"),
    ("ar", "Abdulrahman Abdelrahman عبدالرحمن Абдулрахман"),
    ("ar", "Hamza Hamzah حمزة Хамза"),
]


@pytest.mark.parametrize(("language", "spellings"), ONE_KEY)
def test_spellings_of_one_name_share_the_key(language, spellings):
    assert len({key(word, language) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("ru", "Ivanov", "Ivanova"),
        ("ru", "Ivanov", "Ivanenko"),
        ("ru", "Igor", "Egor"),
        ("ar", "Hassan", "Hussein"),
        ("ar", "حسن", "حسين"),
        ("ar", "Ahmad", "Hamad"),
        ("ar", "Hassan", "Hassani"),
    ],
)
def test_two_names_keep_two_keys(language, left, right):
    assert key(left, language) != key(right, language)


READ = [
    ("ru", "Zabolotny", "заболотный"),
    ("ru", "Shcherbakov", "щербаков"),
    ("ru", "Schtscherbakow", "щербаков"),
    ("ru", "Chichvarkin", "чичваркин"),  # in no table of names, yet met in print
    ("ru", "Schmurikow", "жмуриков"),
    ("ru", "Krivochlykova", "кривошлыкова"),
    ("ru", "Fyodor", "фёдор"),
    ("ru", "Заболотный", "заболотный"),
    ("ru", "رومان", "роман"),
    ("ru", "زابولوتني", "заболотный"),
    ("ar", "Muhammad", "محمد"),
    ("ar", "Mahmud", "محمود"),
    ("ar", "Fatima", "فاطمة"),
    ("ar", "Mustafa", "مصطفى"),
    ("ar", "al-Assad", "الأسد"),
    ("ar", "Abdulrahman", "عبد الرحمن"),
    ("ar", "Башар", "بشار"),
    ("ar", "فاطمه", "فاطمة"),
]


@pytest.mark.parametrize(("language", "word", "native"), READ)
def test_a_spelling_is_read_back(language, word, native):
    heard = read(word, language)
    assert heard[0].native == native == best(word, language)
    assert [form.share for form in heard] == sorted((form.share for form in heard), reverse=True)
    assert sum(form.share for form in heard) < 1.001


@pytest.mark.parametrize("word", ["Peskov", "Peskow"])
def test_exact_letters_beat_a_likelier_neighbour(word):
    assert "песков" in [form.native for form in read(word, "ru", 3)]
    assert explain(word, kind="person").native == "Песков"


@pytest.mark.parametrize(
    ("word", "native"), [("aṣ-Ṣaffār", "الصفار"), ("Aṭ-Ṭayyib", "الطيب"), ("aş-Şabāḩ", "الصباح")]
)
def test_a_marked_article_is_read_as_one(word, native):
    assert read(word, "ar", 1)[0].native == native


def test_what_no_model_knows_is_read_as_nothing():
    assert read("習近平", "ru") == read("", "ar") == ()


WORDS = ("Shcherbakov", "Щербаков", "Ivanov", "Иванов", "Yuri", "Khaled", "خالد", "Мухаммад", "محمد", "X")


@pytest.mark.parametrize("language", LANGUAGES)
def test_distance_is_symmetric_and_nought_for_one_word(language):
    for left in WORDS:
        assert distance(left, left, language) == 0
        for right in WORDS:
            assert distance(left, right, language) == pytest.approx(distance(right, left, language))
            assert likeness(left, right, language) == pytest.approx(likeness(right, left, language))


@pytest.mark.parametrize(
    ("language", "spellings", "far"),
    [
        ("ru", "Shcherbakov Щербаков Scherbakow", "Volkov"),
        ("ru", "Sergey Сергей Serguei", "Andrei"),
        ("ar", "Muhammad محمد Mohamed Мухаммад", "Khaled"),
        ("ar", "al-Tikriti التكريتي Tikriti", "al-Assad"),
    ],
)
def test_spellings_are_nearer_than_other_names(language, spellings, far):
    one, *others = spellings.split()
    for other in others:
        assert distance(one, other, language) < 0.45 < distance(one, far, language)
        assert likeness(one, other, language) > 0 > likeness(one, far, language)
