"""Every table line is valid, sorted, sourced and not derivable; and what is wrong is told with its mend."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from translit import vocalise
from translit.audit import audit, mended
from translit.languages import languages
from translit.person.arabic.letters import HOUSE
from translit.romanization import romanize, schemes
from translit.tables import Tables, built_in

SOURCES = "id\ttitle\tyear\tlicence\turl\nknown\tThe author's own knowledge\t\t\t\n"
GIVEN = "id\tnative\tcanonical\tgender\talso\tsource\tnote\n"
KASRA, SUKUN, STRESS = "\N{ARABIC KASRA}", "\N{ARABIC SUKUN}", "\N{COMBINING ACUTE ACCENT}"


def folder(path: Path, **files: str) -> Tables:
    """A small set of tables; "__" in a name is a folder."""
    (path / "schemes").mkdir()
    for name, text in {"sources": SOURCES, **files}.items():
        file = path / f"{name.replace('__', '/')}.tsv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Tables(path)


def findings(path: Path, **files: str) -> list[str]:
    """What is wrong with a small set of tables, without its folder."""
    return [str(found).replace(f"{path}/", "") for found in audit(folder(path, **files))]


def test_the_built_in_tables_are_sound() -> None:
    assert "\n".join(map(str, audit())) == ""


def test_every_language_names_schemes_that_write_it() -> None:
    told = {one.id: one for one in schemes()}
    for language in languages().values():
        assert not language.scheme or language.scheme in told, language.id
        assert bool(language.country) == bool(language.abroad), language.id
        for name in language.abroad:
            assert (told[name].language, told[name].target) == (language.id, "Latn"), name


def test_every_sign_of_papers_names_schemes() -> None:
    known = {one.id for one in schemes() if one.language == "ru"}
    rows = built_in().rows("spelling/ru/abroad")
    assert rows
    assert {name for row in rows for name in row.many("schemes")} <= known
    assert {row.id for row in built_in().rows("spelling/ru/backwards")} <= known


def test_there_are_tables() -> None:
    names = built_in().names()
    assert {"person/ru/given", "person/ar/ism", "place/unit", "place/at/sy"} <= set(names)
    assert sum(len(built_in().rows(f"person/{name}")) for name in ("ru/given", "ar/ism", "ar/family")) > 4000


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("yuri\tЮpий\tYuri\tm\t\tknown\t", "2:native: 'Юpий' mixes scripts; U+0070 'p' should be U+0440 'р'"),
        ("yuri\tЮрий\tYuri\tm\tknown\t", "2: 6 cells where the header names 7; add 1 TAB"),
        ("yuri\tЮрий\tYuri\tm\t\t\t", "2:source: no source; 'known', or a key of sources.tsv"),
        (
            "yuri\tЮрий\tYuri\tm\t\tknwn\t",
            "2:source: no source 'knwn'; add it to sources.tsv, or",
        ),
        ("Юрий\tЮрий\tYuri\tm\t\tknown\t", "2:id: 'Юрий' is no ASCII slug; write letters and digits"),
        ("Yuri\tЮрий\tYuri\tm\t\tknown\t", "2:id: 'Yuri' has a capital; write 'yuri'"),
        ("yuri\tYuri\tЮрий\tm\t\tknown\t", "2:native: 'Yuri' is no Cyrillic; change places with 'canonical'"),
        ("yuri\tYuri\tYuri\tm\t\tknown\t", "2:native: 'Yuri' is no Cyrillic; write the name in its own"),
        ("yuri\tЮрий\tЮрий\tm\t\tknown\t", "2:canonical: 'Юрий' is not in Latin letters; write the usual"),
        (
            "yuri\tЮрий\tYuri \tm\t\tknown\t",
            "2:canonical: stray blanks in 'Yuri '; `make fix`",
        ),
        ("yuri\tИ\u0306ог\tYog\tm\t\tknown\t", "is not in NFC; `make fix` composes it"),
        ("yuri\t\tYuri\tm\t\tknown\t", "2:native: an empty cell; write the name there"),
        ("yuri\tЮрий\tYuri\tm\tYúri\tknown\t", "2:also: 'Yúri' differs from 'Yuri' in marks only"),
        (f"pavel\tПа{STRESS}ве{STRESS}л\tPavel\tm\t\tknown\t", "has two stresses; leave the main one"),
        (f"pavel\tПав{STRESS}ел\tPavel\tm\t\tknown\t", "has its stress on a consonant"),
        (f"lev\tЛе{STRESS}в\tLev\tm\t\tknown\t", "has one syllable and a stress; `make fix` takes it off"),
        (f"umar\tعُمَر{KASRA}\tUmar\tm\t\tknown\t", "has a vowel on its last letter; take it off"),
        (f"hasan\tال{SUKUN}حَسَن\tHasan\tm\t\tknown\t", "has a sukun on the article's lam; take it off"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, line: str, told: str) -> None:
    found = findings(tmp_path, person__ru__given=GIVEN + line + "\n")
    assert any(told in one for one in found), found
    assert all(one.startswith("person/ru/given.tsv:2") for one in found)


def test_a_row_of_ones_own_says_what_its_columns_know(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    header = "id\tkind\trole\tcountry\tnative\tcanonical\tgender\talso\tsource\tnote\n"
    file.write_text(header + "x\tperso\tsurnme\tXX\t\tИван\tz\t\tknown\t\n", encoding="utf-8")
    found = [str(one).rpartition("mine.tsv:")[2] for one in audit(files=[file])]
    columns = [one.split(":")[1] for one in found]
    assert sorted(columns) == ["country", "gender", "kind", "role"], found
    assert list(audit(files=[Path(__file__).parents[1] / "docs/examples/mine.tsv"])) == []


def test_lines_against_each_other(tmp_path: Path) -> None:
    rows = [
        "yuri\tЮрий\tYuri\tm\t\tknown\t",
        "ivan\tИван\tIvan\tm\tYuri\tknown\t",
        "ivan\tИван\tIvan\tm\t\tknown\t",
    ]
    found = "\n".join(findings(tmp_path, person__ru__given=GIVEN + "\n".join(rows) + "\n"))
    assert ":3:id: 'ivan' stands after 'yuri'; `make fix` sorts the rows by id" in found
    assert ":4:id: 'ivan' is the id of line 3 too; join the two rows" in found
    assert ":4:native: 'Иван' is the native form of line 3 too" in found
    assert ":3:also: 'Yuri' is the name of line 2" in found


def test_a_short_line_hides_no_other_finding(tmp_path: Path) -> None:
    rows = ["yuri\tЮpий\tYuri \tm", "yuri\tЮрий\tYuri\tm\t\tknown\t"]
    found = "\n".join(findings(tmp_path, person__ru__given=GIVEN + "\n".join(rows) + "\n"))
    assert ":2: 4 cells where the header names 7; add 3 TABs" in found
    assert ":2:native: 'Юpий' mixes scripts" in found
    assert ":2:canonical: stray blanks in 'Yuri '" in found
    assert ":3:id: 'yuri' is the id of line 2 too" in found


SCHEME = """id = "mine-ru"
title = "Mine"
authority = "Me"
year = "2026"
url = "https://example.org"
language = "ru"
source = "Cyrl"
target = "Latn"
"""


def test_a_scheme_is_tried_on_the_words_of_its_rules(tmp_path: Path) -> None:
    tables = folder(tmp_path)
    rule = '[[rules]]\nname = "{0}"\nfind = "{0}"\nput = "{1}"\nas_in = ["{2}", "{3}"]\n'
    rules = (("а", "a", "а", "a"), ("б", "b", "ба", "va"), ("в", "v", "аа", "aa"))
    text = SCHEME + "".join(rule.format(*cells) for cells in rules)
    (tmp_path / "schemes" / "mine-ru.toml").write_text(text, encoding="utf-8")
    (tmp_path / "schemes" / "torn-ru.toml").write_text(text.replace('year = "2026"', ""), encoding="utf-8")
    found = [str(one).replace(f"{tmp_path}/", "") for one in audit(tables)]
    assert (
        "schemes/mine-ru.toml:18:as_in: 'б': 'ба' becomes 'ba', not 'va'; mend the rule or its word" in found
    )
    assert any("mine-ru.toml:23:as_in: 'в' has no say in 'аа'" in one for one in found)
    assert any("torn-ru.toml: no 'year'" in one for one in found)


def test_columns_of_spellings_hold_spellings_of_their_row(tmp_path: Path) -> None:
    header = "id\tnative\tcanonical\talso\topens\tsource\n"
    found = findings(tmp_path, person__ar__particle=header + "bin\tبِن\tbin\tben\tben|bel\tknown\n")
    assert found == [
        "person/ar/particle.tsv:2:opens: 'bel' is no spelling of 'bin'; near it: 'ben', or add it to also"
    ]


TITLE = "id\tnative\tcanonical\tbehind\tarticle\tcapitals\talso\tsource\n"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("no\t\t", "behind: 'no' is nothing that 'behind' may say; write yes or leave it empty"),
        ("\tno\t", "article: 'no' is nothing that 'article' may say; write needed, free or leave it empty"),
        ("\t\tBK", "capitals: 'BK' is no spelling of 'bey'; known: 'bey', or add it to also"),
    ],
)
def test_how_a_title_stands_is_told_in_known_words(tmp_path: Path, cells: str, told: str) -> None:
    found = findings(tmp_path, person__title=f"{TITLE}bey\tBey\tBey\t{cells}\t\tknown\n")
    assert found == [f"person/title.tsv:2:{told}"]


@pytest.mark.parametrize("stands", ["before|after", "behind", ""])
def test_what_a_word_stands_for_may_be_several_things_and_not_nothing(tmp_path: Path, stands: str) -> None:
    header = "id\tnative\tcanonical\tstands\talso\tsource\n"
    found = findings(tmp_path, person__calling=f"{header}guards\tгвардии\tguards\t{stands}\t\tknown\n")
    if "|" in stands:
        assert found == []
    else:
        assert f":2:stands: {stands!r} is nothing that 'stands' may say; write calling, " in found[0]


def test_references_lead_to_rows(tmp_path: Path) -> None:
    header = "id\tnative\tcanonical\tgender\tof\talso\tsource\tnote\n"
    found = findings(
        tmp_path,
        person__ru__given=GIVEN + "yuri\tЮрий\tYuri\tm\t\tknown\t\n",
        person__ru__diminutive=header + "yura\tЮра\tYura\tm\tyury\t\tknown\t\n",
    )
    assert found == ["person/ru/diminutive.tsv:2:of: no row 'yury' in person/ru/given; near it: 'yuri'"]


def test_arabic_names_need_their_vowels(tmp_path: Path) -> None:
    found = findings(tmp_path, person__ar__ism=GIVEN + "muhammad\tمحمد\tMuhammad\tm\t\tknown\t\n")
    assert found == ["person/ar/ism.tsv:2:native: 'محمد' has no harakat; write its vowels in full"]


def test_no_arabic_name_needs_the_learned_vowels(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is derived of the rows would otherwise bring half a megabyte of weights into the wheel."""

    def asked() -> None:
        raise AssertionError("a row without all its vowels")

    monkeypatch.setattr(vocalise, "field", asked)
    names = [f"person/ar/{name}" for name in ("ism", "laqab", "kunya", "nisba", "family")]
    natives = {row.native for name in names for row in built_in().rows(name)}
    natives = {native for native in natives if not native.startswith(HOUSE)}
    assert len(natives) > 5000
    for native in natives:
        romanize(native, "ala-lc-1997-ar")


def test_a_spelling_stands_in_the_column_of_its_script(tmp_path: Path) -> None:
    header = "id\tnative\tcanonical\tgender\talso\tarabic\tsource\tnote\n"
    found = findings(tmp_path, person__ru__given=header + "lev\tЛев\tLev\tm\t\tليف|Лев\tknown\t\n")
    assert found == ["person/ru/given.tsv:2:arabic: 'Лев' is no Arabic; write the name in that script"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_bytes("id\tnative\nx\tИван\n".encode("cp1251"))
    (found,) = audit(files=[tmp_path / "mine.tsv"])
    assert str(found).endswith("mine.tsv:2: bytes that are not UTF-8; save the file as UTF-8")
    assert mended(tmp_path / "mine.tsv") is None


def test_fix_mends_what_needs_no_knowledge(tmp_path: Path) -> None:
    wrong = GIVEN + (
        "yuri\tЮpий\tYuri\tm\tYúri|Jurek\tknown\t\r\n"
        f"lev\tЛе{STRESS}в \tLev\tm\t\tknown\t\n"
        "\n"
        f"lev\tЛе{STRESS}в\tLev\tm\t\tknown\t"
    )
    tables = folder(tmp_path, person__ru__given=wrong)
    path = tmp_path / "person/ru/given.tsv"
    text = mended(path, "person/ru/given")
    assert text == GIVEN + "lev\tЛев\tLev\tm\t\tknown\t\nyuri\tЮрий\tYuri\tm\tJurek\tknown\t\n"
    path.write_text(text, encoding="utf-8")
    assert mended(path, "person/ru/given") is None
    assert list(audit(tables)) == []


def test_fix_leaves_lines_with_missing_cells_to_a_person(tmp_path: Path) -> None:
    folder(tmp_path, person__ru__given=GIVEN + "yuri\tЮрий\n")
    assert mended(tmp_path / "person/ru/given.tsv", "person/ru/given") is None


def test_every_person_row_is_reachable_by_its_own_spelling() -> None:
    from translit.lookup import lexicon

    book, lost = lexicon(), []
    for table in ("person/ru/given", "person/ar/ism", "person/uk/given", "person/foreign/given"):
        for row in built_in().rows(table):
            for spelling in (row.native, row.canonical):
                if spelling and row.id not in {hit.row.id for hit in book.written(spelling)}:
                    lost.append(f"{table}:{row.line}: {spelling!r} does not lead to {row.id!r}")
    assert not lost, lost[:20]


@pytest.mark.parametrize("table", ["person/calling", "person/apposition", "placeholder", "place/around"])
def test_a_word_beside_a_name_is_told_once(table: str) -> None:
    rows = built_in().rows(table)
    told = [(text, row.id) for row in rows for text in {row.native or row["word"], *row.many("also")}]
    again = {text for text, many in Counter(text for text, _ in told).items() if many > 1}
    assert not {pair for pair in told if pair[0] in again}


def test_what_is_derived_is_kept_until_a_table_changes_or_a_disk_damages_it(tmp_path: Path) -> None:
    tables, made = folder(tmp_path, person__ru__given=GIVEN), []

    def kept() -> int:
        found = tables.kept("asked", ["person/ru/given"], [__file__], lambda: made.append("x") or len(made))
        assert isinstance(found, int)
        return found

    assert (kept(), kept()) == (1, 1)
    (tmp_path / "person/ru/given.tsv").write_text(f"{GIVEN}#\n", encoding="utf-8")
    assert (kept(), kept()) == (2, 2)
    (file,) = tmp_path.glob(".kept/asked-*")
    whole = file.read_bytes()
    for damaged in (whole[:-1] + bytes([whole[-1] ^ 1]), whole[:-1], whole[:6], b""):
        file.write_bytes(damaged)
        assert kept() == len(made)
    assert len(made) == 6
