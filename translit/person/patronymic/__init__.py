"""Patronymics: made from a father's name, reduced to it, and known by their endings.

A patronymic tells whose son or daughter a person is: Сергей → Сергеевич, Сергеевна.
"""

from translit.person.patronymic.fathers import is_written_of
from translit.person.patronymic.making import is_ending_of, is_said, loosened, made_in, patronymic, spoken
from translit.person.patronymic.recognition import (
    Patronymic,
    father,
    filiation,
    filiations,
    in_russian,
    recognise,
)
from translit.person.patronymic.tongues import in_tongue, is_of, sounds_russian, tongues_of

__all__ = [
    "Patronymic",
    "father",
    "filiation",
    "filiations",
    "in_russian",
    "in_tongue",
    "is_ending_of",
    "is_of",
    "is_said",
    "is_written_of",
    "loosened",
    "made_in",
    "patronymic",
    "recognise",
    "sounds_russian",
    "spoken",
    "tongues_of",
]
