"""The key of a word, what a spelling can mean, and how far two words are apart."""

import pytest

from translit.sounds import key
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
