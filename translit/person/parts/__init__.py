"""The parts of a Russian name, each made into a Reading: its row, native form, canonical form and key."""

from translit.person.parts.given import given_part
from translit.person.parts.initial import initial_part
from translit.person.parts.making import title_part
from translit.person.parts.others import ways
from translit.person.parts.patronymic import patronymic_part
from translit.person.parts.surname import is_russian, is_written_russian, surname_part

__all__ = [
    "given_part",
    "initial_part",
    "is_russian",
    "is_written_russian",
    "patronymic_part",
    "surname_part",
    "title_part",
    "ways",
]
