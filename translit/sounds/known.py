"""The names of the tables by their plain letters: what a reading of a spelling is known by."""

from __future__ import annotations

from translit.memory import lasting
from translit.patterns import pattern
from translit.quick import untracked
from translit.sounds import letters, loops
from translit.sounds.letters import article_parted, ascii_letters, native_letters, spelling_letters
from translit.tables import Tables
from translit.text.article import AL
from translit.text.clean import strip_harakat
from translit.text.script import script_of

__all__ = ["SCRIPT", "names"]

SCRIPT = {"ru": "Cyrl", "ar": "Arab"}
_KINDS = {"ru": ("given", "diminutive", "surname"), "ar": ("ism", "family", "nisba", "laqab")}
_YA, _HA = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER HEH}"
_NISBA = _HA + "\N{ARABIC LETTER ALEF}"  # what a name loses before the ending of a nisba
_LONG_AI, _SHORT_AI = "аилов", "айлов"  # Михаилович is said and written Михайлович
_LONG = pattern("(?:(?<=[аеиоуюя][бвджзлмнпрстф])|(?<=нт))и(?=ев(?:ич|на)$)")
Known = dict[str, tuple[list[str], list[str]]]  # plain letters: full spellings, vowel patterns
Kept = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


@lasting(8)
def names(language: str, tables: Tables) -> tuple[Kept, frozenset[str]]:
    """The names of the tables by their plain letters, and the words of the lexicon."""
    sources = ["languages", *_sources(language, tables)]
    sources += ["person/ru/lexicon"] if language == "ru" else []
    code = [__file__, letters.__file__]
    known, listed = tables.kept(f"names-{language}", sources, code, lambda: _named(language, tables))
    own = _own_names(language, tables)
    return (known | own if own else known), untracked(frozenset(listed))


def _sources(language: str, tables: Tables) -> list[str]:
    """The tables of a family's names; those of languages with a scheme of their own come first."""
    folders = [row for row in tables.rows("languages") if row["family"] == language]
    folders.sort(key=lambda row: (not row["scheme"], int(row["rank"])))
    listed = set(tables.names("person"))
    found = (f"person/{row.id}/{kind}" for row in folders for kind in _KINDS[language])
    return [name for name in found if name in listed]


def _own_names(language: str, tables: Tables) -> Kept:
    """The names of a user's own rows, for persons or of no told kind."""
    own: Known = {}
    for row in tables.own_rows() if tables.own else ():
        if row["kind"] in ("", "person") and script_of(row.native) == SCRIPT[language]:
            for native in row.native.split():
                _know(own, native, row.canonical if native == row.native else "", language)
    return {plain: (tuple(forms), tuple(filter(None, vowels))) for plain, (forms, vowels) in own.items()}


def _named(language: str, tables: Tables) -> tuple[Kept, list[str]]:
    """The names of a language, from its tables."""
    known: Known = {}
    for name in _sources(language, tables):
        for row in tables.rows(name):
            _know(known, row.native, row.canonical, language)
    listed: list[str] = []
    if language == "ru":
        rows = tables.cells("person/ru/lexicon")
        next(rows)
        for native, _ in rows:
            plain = native_letters(native, language)
            listed.append(plain)
            if plain != native:
                known.setdefault(plain, ([native], []))
        for native in sorted({_shortened(native) for native in listed}.intersection(listed)):
            known.setdefault(native, ([native], []))
    else:
        bare = (name[:-1] if name[-1] in _NISBA else name for name in known)
        listed = sorted({name + _YA for name in bare if len(name) > 1}.difference(known))
    return {plain: (tuple(forms), tuple(vowels)) for plain, (forms, vowels) in known.items()}, listed


def _shortened(word: str) -> str:
    """A patronymic as it is spoken, which is its usual form: Григориевич → Григорьевич."""
    shorter = _LONG.sub("ь", word).replace(_LONG_AI, _SHORT_AI)
    return shorter if shorter != word else ""


def _know(known: Known, native: str, canonical: str, language: str) -> None:
    """Add a row's native form, and the vowels of its usual English form; a compound counts as one word."""
    if language == "ar":
        full = strip_harakat(native)
        bare, english = article_parted(full, canonical.lower())
    else:
        full = native.replace("\N{COMBINING ACUTE ACCENT}", "").lower()
        bare, english = full, canonical
    plain = native_letters(bare, language)
    if not plain or (language == "ru" and (" " in full or "-" in full)):
        return
    forms, patterns = known.setdefault(plain, ([], []))
    if full not in forms:
        forms.append(full)
    forms.sort(key=lambda form: form.startswith(AL))
    if language == "ar":
        pattern = loops.vowels(ascii_letters(spelling_letters(english)))
        if pattern not in patterns:
            patterns.append(pattern)
