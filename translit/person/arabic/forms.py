"""How a word of an Arabic name comes out: as its row has it, or by rule where no table has it."""

from __future__ import annotations

from translit import sounds
from translit.memory import remembered
from translit.nouns import Row
from translit.patterns import pattern
from translit.person.arabic.letters import AL, AYN, AYNS, HOUSE, SONS, has_article, sound, unarticled
from translit.person.arabic.meaning import Word
from translit.person.arabic.nouns import Form, new_form
from translit.person.arabic.particles import heads
from translit.person.arabic.rows import Entry, Known
from translit.quick import changed, untracked
from translit.romanization import ARABIC_PRESS, RUSSIAN_PRESS, romanize, romanize_vowelled
from translit.sounds.families import spoken
from translit.sounds.letters import ascii_letters, spelling_letters
from translit.tables import Tables
from translit.text.case import capitalise, is_shouted, is_uneven
from translit.text.clean import fold, strip_harakat
from translit.text.script import script_of
from translit.vocalise.latin import vowelled_as

__all__ = [
    "DIPHTHONGS",
    "SURNAME_ENDINGS",
    "TWIN_LETTERS",
    "WRITTEN",
    "as_governed",
    "by_rule",
    "definite_form",
    "hamzated",
    "in_arab_letters",
    "indefinite_form",
    "row_form",
    "undefined_form",
]

WRITTEN = 0.12  # a cost below which a row writes a word out
SURNAME_ENDINGS = ("i", "y", "и", "ي")
DIPHTHONGS = ("ay", "ey", "oy")  # endings in -y that are no nisba's: Luay
_QUOTES = "'’‘`´ʻʼʿʾ′."
_HEARD_NOT = _QUOTES.translate(str.maketrans("", "", "".join(AYNS)))  # but for a scholar's ayn
_SIGNS = frozenset((*AYNS, "ʼ", "ʾ"))  # of ayn and hamza, as scholars write them
_SOME = 8  # readings among which one has an ayn just where it is written
_VEH, _WAW = "\N{ARABIC LETTER VEH}", "\N{ARABIC LETTER WAW}"  # Persians and Turks spell the second with a v
_HEADS = (*SONS, HOUSE.rstrip())
_ROLES = {"equivalent": "ism", "laqab": "ism"}
_TAKES_ARTICLE = ("ism", "equivalent", "nisba")
_ALEF, _ALEF_A, _ALEF_I = "اأإ"
_YEH_BEHIND_ALEF, _HAMZA_BEHIND_ALEF = "\u0627\u064a", "\u0627\u0626"
_HAMZA_BEHIND_A = pattern(
    "[ʾʼ’'](?:(?<=[āâ].)|(?<=a[ʾʼ]))(?=[iīîe])"
)  # which the letters of a reading do not tell
_HAMZA_BEFORE_I = pattern("[ʾʼ](?<=a.)(?=ī)")
_HAMZA_BEHIND_U = pattern("[ʾʼ](?<=[uū].)(?=[aāuū])")
_ARTICLE = pattern(r"(?:^|(?<= ))Al-")  # that begins a word
_FRONT = ("i", "e", "и", "э", "е")
_CACHED = 8192
TWIN_LETTERS = frozenset("یک")  # as Persians write ي and ك
_ARAB_LETTERS = str.maketrans("یک", "يك")
_TA_MARBUTA, _ENDING = "\N{ARABIC LETTER TEH MARBUTA}", pattern("(?<=[^aeiou])(?:e|eh|ah)$")
_HEARD_WELL = 0.2  # the share of an Arabic form from which its canonical form is written by it
_LOOKS_ARABIC = 0.5  # nats by which the letters of such a word speak for Arabic


def row_form(known: Known, article: str | bool, role: str = "") -> Form:
    """How a row comes out, in its own role or another; an article of the text stays where it has none.

    A family that papers print without its article (Hariri) has it in Arabic script alone.
    """
    cost, entry = known
    definite = bool(article)
    found = entry.forms.get((cost, definite, role))
    if found is None:
        found = _made(entry, cost, definite, role)
        if cost < WRITTEN:  # there are few such costs
            entry.forms[cost, definite, role] = found
            untracked(entry.forms)
    return found


def _made(entry: Entry, cost: float, definite: bool, role: str) -> Form:
    """A row as it comes out."""
    row = entry.row
    native = entry.arabic
    canonical = row.canonical
    if definite and entry.role in _TAKES_ARTICLE:
        canonical, native = f"al-{canonical}", f"{AL}{native}" if native else None
    elif definite and entry.role == "family" and native and not (entry.house or " " in native):
        canonical = canonical if native.startswith(AL) or has_article(canonical) else f"al-{canonical}"
        native = AL + native.removeprefix(AL)
    role = role or _ROLES.get(entry.role, entry.role)
    return new_form(canonical, native, _key(entry.native), role, row, cost)


@remembered(_CACHED)
def _key(native: str) -> str:
    """The sound of a row, without articles and the words for son."""
    words = [word for word in native.split() if word not in _HEADS]
    return "".join(
        [
            sound(word[2:] if word.startswith(AL) and len(word) > 3 and word != "الله" else word)
            for word in words
        ]
    )


def by_rule(word: Word, tables: Tables) -> Form:
    """A word that no table has, by the letters alone; one in -i with the article is a nisba."""
    core = word.core.strip(_QUOTES) or word.core
    native, share = _native(word.spelt.strip(_HEARD_NOT) or core, word.script)
    if native and word.article and word.script != "Arab":
        native = native.removeprefix(AL)
    if word.script == "Arab":
        said = _ALEF_A + core[1:] if word.article and core.startswith(AL) else core  # الألايلي
        latin = capitalise(romanize(said, ARABIC_PRESS, tables=tables))
        latin = _ARTICLE.sub("al-", latin)
    elif word.script == "Cyrl":
        latin = romanize(core, RUSSIAN_PRESS, tables=tables)
        if native:
            latin = _printed(native, latin, tables) or romanize(native, ARABIC_PRESS, tables=tables)
        latin = capitalise(latin)
    else:
        latin = capitalise(core) if core.islower() or is_shouted(core) or is_uneven(core) else core
        if native and share >= _HEARD_WELL:
            latin = _as_printed(core, native, bool(word.article), tables) or latin
    if not word.article:
        return new_form(latin, native, word.key, "family", None, 1.0)
    nisba = fold(core).endswith(SURNAME_ENDINGS)
    native = AL + native if native else None
    return new_form(f"al-{latin}", native, word.key, "nisba" if nisba else "family", None, 1.0)


def _native(core: str, script: str) -> tuple[str | None, float]:
    """A word in Arabic script, as it is written or as it sounds, and how likely it is that."""
    if script == "Arab":
        return strip_harakat(core), 1.0
    signed = not core.isascii() and not _SIGNS.isdisjoint(core)
    found = sounds.read(core, "ar", _SOME if signed else 1)
    if signed:  # an ayn is written where it is heard, and so is a hamza
        ayns = sum([core.count(sign) for sign in AYNS])
        found = tuple([one for one in found if one.native.count(AYN) == ayns]) or found
    if found and script_of(found[0].native) == "Arab":
        return hamzated(found[0].native, core).replace(_VEH, _WAW), found[0].share
    return None, 0.0


def _as_printed(core: str, native: str, definite: bool, tables: Tables) -> str:
    """A Latin word as papers print its Arabic form, with its vowels; empty where it keeps its spelling.

    A word without article that may as well be another people's keeps it, as do one whose printed form would
    be printed otherwise in its turn, and the families of the Maghreb that are printed in one with "son of".
    """
    if fold(core).startswith(heads("opens", tables)) or not (definite or _looks_arabic(core, native, tables)):
        return ""
    found = _printed(native, core, tables)
    again = _native(found, "Latn")[0] if found else None
    stays = again == native or (again is not None and _printed(again, found, tables) == found)
    return capitalise(found) if stays else ""


def _looks_arabic(core: str, native: str, tables: Tables) -> bool:
    """Do the letters of a word speak for Arabic? Its last vowel counts as the a of a ta marbuta."""
    folded = fold(core)
    if native.endswith(_TA_MARBUTA):
        folded = _ENDING.sub("a", folded)
    russian, arabic, other = spoken(folded, tables=tables)
    return arabic - max(russian, other) > _LOOKS_ARABIC


def _printed(native: str, core: str, tables: Tables) -> str:
    """An Arabic form as papers print it, with the vowels of a spelling of it; empty for another word's."""
    if native.startswith(AL):
        return ""
    return _said(native, ascii_letters(spelling_letters(core)), tables)


@remembered(_CACHED)
def _said(native: str, spelling: str, tables: Tables) -> str:
    """The same of a spelling in plain small letters, which many have in common, with article and without."""
    said = vowelled_as(native, spelling, tables)
    return romanize_vowelled(said, ARABIC_PRESS, tables=tables) if said else ""


def hamzated(native: str, spelt: str) -> str:
    """A word that is heard, with the hamza that a name begins with: أ, or إ before an i; ئ as it is spelt.

    >>> hamzated("دايم", "Dāʾim") == "دائم"
    True
    >>> hamzated("ابازة", "Abaza") == "أبازة", hamzated("البنا", "Elbanna") == "البنا"
    (True, True)
    """
    if _YEH_BEHIND_ALEF in native and _HAMZA_BEHIND_A.search(spelt):
        native = native.replace(_YEH_BEHIND_ALEF, _HAMZA_BEHIND_ALEF, 1)
    if not spelt.isascii():
        if _HAMZA_BEFORE_I.search(spelt):
            native = native.replace("\u064a\u064a", "\u0626\u064a", 1)
        if native.count(_WAW) == 1 and _HAMZA_BEHIND_U.search(spelt):
            native = native.replace(_WAW, "\u0624")
    if native[:1] != _ALEF or native.startswith(AL):
        return native
    return (_ALEF_I if fold(spelt)[:1] in _FRONT else _ALEF_A) + native[1:]


def in_arab_letters(form: Form) -> Form:
    """A form in the letters of the Arabs where its row has those of the Persians."""
    native = form.native
    if not native or TWIN_LETTERS.isdisjoint(native):
        return form
    return changed(form, native=native.translate(_ARAB_LETTERS))


def as_governed(form: Form, head: Row) -> Form:
    """A kunya of a row in the case it is written in: ibn Abi Sufyan, though the row is Abu Sufyan."""
    if head.id != "abi" or not (form.native or "").startswith("أبو ") or form.canonical[:4] != "Abu ":
        return form
    native = form.native and strip_harakat(head.native) + form.native[3:]
    return changed(form, canonical=head.canonical + form.canonical[3:], native=native)


def definite_form(form: Form) -> Form:
    """A compound with the article of the text: البوعزيزي, الحمد الله; papers print it in Abd- alone."""
    native, canonical = form.native, form.canonical
    if native and not native.startswith(AL):
        native = AL + native
    if canonical.startswith("Abd"):
        canonical = f"al-{canonical}"
    return changed(form, canonical=canonical, native=native)


def undefined_form(form: Form) -> Form:
    """A family that Arabs write with the article, without it, as somebody's own name: قاضي."""
    native = form.native and form.native.removeprefix(AL)
    return changed(form, canonical=unarticled(form.canonical), native=native)


def indefinite_form(form: Form) -> Form:
    """A family that papers print without its article, without it in Arabic script as well."""
    row, native = form.row, form.native
    if row is None or not native or not native.startswith(AL) or form.role != "family":
        return form
    if " " in native or has_article(row.canonical) or not strip_harakat(row.native).startswith(AL):
        return form
    return changed(form, native=native.removeprefix(AL))
