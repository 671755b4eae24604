"""Which encoding a file is in, and whether a text was once read in a wrong one.

UTF-8 first, with or without its mark; then UTF-16; then the eight-bit encodings that lists of
Russian and Arabic names come in, told apart by how often each letter should occur.
"""

from __future__ import annotations

import codecs
import math
import re
from dataclasses import dataclass
from functools import lru_cache

from translit.errors import InputError
from translit.text.mojibake import before_misreading
from translit.text.script import ARABIC

__all__ = ["Guess", "guess", "known", "mark_of", "mojibake", "sided", "signature"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("cp1252", "cp1251", "koi8-r", "cp866", "cp1256", "iso-8859-6")
_RUSSIAN = "оаиенврслктмдйпуяыгьзбчхжшюцщэфъё"
_ARABIC = "المينردبعحسةوهشفتقكجطخزىصغضأءثذإظئؤآ"
_WESTERN = "éèáíóöüäçñêàôúâîïë"
_PUNCTUATION = "«»–—’‘“”„…№،؛؟\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}"
_HIGH_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_BREACH = 3.5  # the price of a capital inside a word; twice that of two scripts in one
_ENOUGH = 6000  # bytes of evidence
_SLIPS = 20  # zero bytes, of which more are no slip
_TABLES = {b"PAR1": "parquet", b"PK\x03\x04": "xlsx"}
_FOREIGN = {
    b"\x1f\x8b": "a gzip file; unpack it first: gunzip -c FILE | translit …",
    b"\x28\xb5\x2f\xfd": "a zstd file; unpack it first: zstdcat FILE | translit …",
    b"%PDF": "a PDF; save its table as CSV first",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls); save it as .xlsx or CSV first",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, how many bytes of mark to skip, and the note for the user (empty for UTF-8)."""

    encoding: str
    skip: int = 0
    note: str = ""


def known(name: str) -> str:
    """The encoding of this name; InputError where Python has no such encoding of texts.

    >>> known("CP1251"), known("windows-1251")
    ('cp1251', 'cp1251')
    """
    try:
        b"name".decode(name, "replace")  # base64 and idna are codecs of Python's too, but none of such texts
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise InputError(
            f"no encoding {name!r}; usual ones: utf-8, cp1251, koi8-r, cp866, cp1256, iso-8859-6, utf-16"
        ) from None


def mark_of(encoding: str, head: bytes) -> int:
    """How many bytes of mark an encoding has at the beginning of a file."""
    return next((len(mark) for mark, name in _MARKS if name == encoding and head.startswith(mark)), 0)


def sided(encoding: str, head: bytes, name: str) -> str:
    """An encoding that a user names, with the order of its bytes where only a mark or the bytes tell that.

    >>> sided("utf-16", "имя, name".encode("utf-16-be"), "in.csv")
    'utf-16-be'
    """
    if encoding not in ("utf-16", "utf-32") or not head:
        return encoding
    marked = next((other for mark, other in _MARKS if head.startswith(mark)), "")
    wide = marked if marked.startswith(encoding) else _wide(head) if encoding == "utf-16" else ""
    if not wide:
        raise InputError(f"{name} is not {encoding.upper()}; leave --encoding out, or name another")
    return wide


def signature(head: bytes) -> str:
    """The binary table format a file begins with ("parquet", "xlsx"), or ""."""
    return next((name for magic, name in _TABLES.items() if head.startswith(magic)), "")


def guess(head: bytes, name: str = "the input") -> Guess:
    """The encoding of a file from its beginning.

    Raises InputError for what is no text at all, saying what it is where that can be told.

    >>> guess("имя;город\\nИванов;Москва\\n".encode("cp1251")).encoding
    'cp1251'
    >>> guess("الاسم\\nدير الزور\\nبشار الأسد".encode("cp1256")).encoding
    'cp1256'
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            note = "" if encoding == "utf-8" else f"{name} is read as {encoding.upper()} (its mark says so)"
            return Guess(encoding, len(mark), note)
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise InputError(f"{name}: this is {what}")
    wide = _wide(head)
    if wide:
        return Guess(wide, 0, f"{name} is read as {wide.upper()}; --encoding decides otherwise")
    zero, rest = head.find(0), head.replace(b"\0", b"")
    if zero >= 0 and len(head) - len(rest) <= _SLIPS and not _binary(rest) and _mostly_utf8(rest):
        line, mend = head.count(b"\n", 0, zero) + 1, f"tr -d '\\0' < {name} > clean.csv"
        raise InputError(f"{name}: line {line} has a zero byte; take it out: {mend}")
    if _binary(head):
        raise InputError(f"{name}: this is not text; give a CSV, TSV, JSON Lines or plain text file")
    if head.isascii() or _mostly_utf8(head):
        return Guess("utf-8")
    encoding = _eight_bit(head)
    return Guess(encoding, 0, f"{name} is not UTF-8; it is read as {encoding}, --encoding decides otherwise")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark, told by where its zero bytes stand; "" for anything else."""
    zeros = head.count(0)
    if not zeros:
        return ""
    even = head[::2].count(0)
    encoding = "utf-16-be" if even > zeros / 2 else "utf-16-le"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return ""
    likely = sum((c.isalnum() and ord(c) < 0x700) or c in " \t\r\n,;.-'\"|" for c in text)
    return encoding if text and likely / len(text) > 0.9 else ""


def _binary(head: bytes) -> bool:
    """True for bytes that no text table holds."""
    odd = sum(head.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13, 26, 27))
    return head.count(0) > 0 or odd > len(head) / 100


def _mostly_utf8(head: bytes) -> bool:
    """True where the bytes are UTF-8, but for a few broken ones."""
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(head)
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    whole = sum(c > "\x7f" for c in text) - broken
    return broken == 0 or whole > 10 * broken


def _eight_bit(head: bytes) -> str:
    """The eight-bit encoding whose letters are likeliest in these bytes."""
    words, length = [], 0
    for found in _HIGH_WORD.finditer(head):
        words.append(found.group())
        length += len(words[-1])
        if length > _ENOUGH:
            break
    return max(_EIGHT_BIT, key=lambda encoding: sum(_likely(word, encoding) for word in words))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """How likely each letter is, as a logarithm: the order of frequency, falling as 1 / rank."""
    weights = {}
    for letters, share in ((_RUSSIAN, 0.9), (_ARABIC, 0.9), (_WESTERN, 0.25)):
        total = sum(1 / (rank + 3) for rank in range(len(letters)))
        for rank, letter in enumerate(letters):
            weights[letter] = math.log(share / (rank + 3) / total)
    weights.update(dict.fromkeys("іїєґўәіңғүұқөһ", math.log(0.003)))
    weights.update(dict.fromkeys(_PUNCTUATION, math.log(0.004)))
    return weights


def _likely(word: bytes, encoding: str) -> float:
    """How likely these bytes are a word in this encoding, as a logarithm."""
    weights, score, before = _weights(), 0.0, ""
    for letter in word.decode(encoding, "replace"):
        if letter > "\x7f":
            unusual = math.log(0.0003 if letter.isalpha() else 0.00003)
            score += weights.get(letter.lower(), unusual)
            if letter.isupper() and before.islower():
                score -= _BREACH
        if letter.isalpha() and before.isalpha() and _block(letter) != _block(before):
            score -= 2 * _BREACH
        before = letter
    return score


def _block(letter: str) -> int:
    """The script a letter is of: 0 Latin, 1 Cyrillic, 2 Arabic."""
    return (letter >= "\u0400") + (letter >= ARABIC)


def mojibake(text: str) -> str:
    """What a text was before it was read in a wrong encoding, or "" where it looks sound.

    >>> mojibake("Ð\\x91Ð°ÑˆÐ°Ñ€".replace("\\x91", "‘")), mojibake("Башар"), mojibake("José")
    ('Башар', '', '')
    >>> mojibake("Р‘Р°С€Р°СЂ"), mojibake("йЧБОПЧ"), mojibake("хБЮМНБ"), mojibake("\\xa0")
    ('Башар', 'Иванов', 'Иванов', '')
    """
    if text.isascii():
        return ""
    before = before_misreading(text)
    return before if before != text else _case_swapped(text)


_SWAPPED = re.compile(r"[а-яё][А-ЯЁ]{3,}")


def _case_swapped(text: str) -> str:
    """KOI8-R read as cp1251, or the reverse: small and capital letters change places."""
    words = text.split()
    if not words or not all(map(_SWAPPED.fullmatch, words)):
        return ""
    ways = (("cp1251", "koi8-r"), ("koi8-r", "cp1251"))
    return max((text.encode(wrong).decode(right, "replace") for wrong, right in ways), key=_usual)


def _usual(text: str) -> float:
    """How usual the letters of a text are."""
    weights = _weights()
    return sum(weights.get(letter, -9.0) for letter in text.lower())
