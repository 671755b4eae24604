"""The command line on real files: no crash, no row lost or moved, the right exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from translit.cli import _code
from translit.cli.encoding import guess
from translit.nouns import Reading

ROOT = Path(__file__).parent.parent
ADDED = ["canonical", "native", "kind", "origin", "key", "confidence", "status"]
NAMES = ["Роман Заболотный", "Цурканов Григорий", "Дмитрий Песков", "Юлия Щукина", "Пётр Ильич"]
ARABIC = ["بشار الأسد", "دير الزور", "رومان زابولوتني", "محمد القذافي", "خالد مشعل"]


def fake_explain(text: str, kind: str | None = None, **how: object) -> Reading:
    """A reader that knows nothing but is quick and sure: the mechanics are what is tested here."""
    plain = " ".join(text.replace("\N{RIGHT-TO-LEFT MARK}", "").split())
    status = "unknown" if not any(map(str.isalpha, plain)) else "ambiguous" if "?" in plain else "ok"
    if plain == "BREAK":
        raise ValueError("a reader broke down")
    return Reading(text, plain.upper(), plain, kind or "person", "ru", plain.lower(), 0.9, status)  # type: ignore[arg-type]


@dataclass
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.out, newline="")))


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process with a quick reader in place of the real one."""
    monkeypatch.setattr("translit.canon.explain", fake_explain)
    monkeypatch.setattr("translit.cli.glance.column_order", lambda texts: "auto")
    return real_run(monkeypatch)


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, as it is."""
    return real_run(monkeypatch)


def real_run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def go(*arguments: str, stdin: bytes = b"") -> Done:
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = _code([str(argument) for argument in arguments])
        out.flush()
        text = out.buffer.getvalue().decode("utf-8", "surrogateescape")  # type: ignore[attr-defined]
        assert "Traceback" not in err.getvalue()
        return Done(code, text, err.getvalue())

    return go


def table(names: list[str], delimiter: str = ",") -> str:
    return (
        "\n".join(["id" + delimiter + "name", *(f"{n}{delimiter}{name}" for n, name in enumerate(names))])
        + "\n"
    )


# --- The ten awkward files -------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["cp1251", "koi8-r", "cp866", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"]
)
def test_russian_encodings_with_semicolons(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.csv").write_bytes(table(NAMES, ";").encode(encoding))
    done = run("normalize", tmp_path / "in.csv", "-c", "name")
    rows = [line.split(";") for line in done.out.splitlines()]
    assert done.code == 0
    assert rows[0] == ["id", "name", *ADDED]
    assert [row[1] for row in rows[1:]] == NAMES
    assert [row[2] for row in rows[1:]] == [name.upper() for name in NAMES]
    assert ("is read as" in done.err) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6", "utf-16-be"])
def test_arabic_encodings(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.csv").write_bytes(table(ARABIC).encode(encoding))
    done = run("normalize", tmp_path / "in.csv", "-c", "name")
    assert done.code == 0
    assert [row[1] for row in done.rows[1:]] == ARABIC
    assert "is read as" in done.err


def test_encoding_option_wins_on_stdin_too(run: Run) -> None:
    done = run("normalize", "-c", "name", "--encoding", "koi8-r", stdin=table(NAMES).encode("koi8-r"))
    assert [row[1] for row in done.rows[1:]] == NAMES
    for other in ("no-such", "base64", "idna"):
        done = run("normalize", "--encoding", other, stdin=b"name\nx\n")
        assert done.code == 2
        assert f"no encoding '{other}'; usual ones: utf-8" in done.err


def test_eight_bit_letters_far_behind_the_beginning(run: Run) -> None:
    plain = "".join(f"{n},Ivan Petrov\n" for n in range(20_000))
    done = run("normalize", "-c", "name", stdin=("id,name\n" + plain + "x,Щукина Юлия\n").encode("cp1251"))
    assert done.rows[-1][1:3] == ["Щукина Юлия", "ЩУКИНА ЮЛИЯ"]


def test_ragged_rows_keep_their_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,name,city\n1,Иванов,Москва\n2,Петров\n3,a,b,c\n4,Щукин,\n5,x,y,\n")
    done = run("normalize", tmp_path / "in.csv", "-c", "name", "--reject", tmp_path / "bad.csv")
    assert done.code == 1
    assert [row[0] for row in done.rows] == ["id", "1", "2", "3", "4", "5"]
    assert done.rows[2] == ["2", "Петров", "", "ПЕТРОВ", "Петров", "person", "ru", "петров", "0.90", "ok"]
    assert done.rows[3][:3] == ["3", "a", "b"]
    assert done.rows[3][-2:] == ["rejected", "c"]
    assert "2 rejected" in done.err
    bad = list(csv.reader((tmp_path / "bad.csv").open()))
    assert bad[1:] == [
        ["3", "2 cells where the header names 3", "2,Петров"],
        ["4", "4 cells where the header names 3", "3,a,b,c"],
    ]


def test_bad_rows_can_be_skipped_or_fail(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,name\n1,Иванов\n2,a,b\n3,Петров\n")
    out = tmp_path / "out.csv"
    done = run("normalize", tmp_path / "in.csv", "-c", "name", "--errors", "skip", "-o", out)
    assert done.code == 1
    assert [line[0] for line in out.read_text().splitlines()] == ["i", "1", "3"]
    before = out.read_text()
    done = run("normalize", tmp_path / "in.csv", "-c", "name", "--errors", "fail", "-o", out)
    assert done.code == 2
    assert ":3: 3 cells where the header names 2" in done.err
    assert out.read_text() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.parametrize(
    "command", [("normalize",), ("normalize", "--explain"), ("romanize",), ("compare", "-c", "id")]
)
def test_where_a_bad_row_fails_the_run_nothing_goes_out(
    real: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    many = "".join(f"{number},Иванов\n" for number in range(2100))
    (tmp_path / "in.csv").write_text(f"id,name\n{many}2,a,b\n")
    name, *more = command
    done = real(name, tmp_path / "in.csv", *more, "-c", "name", "--errors", "fail")
    assert done.code == 2
    assert "nothing was written" in done.err
    assert done.out == ""
    (tmp_path / "in.csv").write_text("id,name\n1,Иванов\n")
    done = real(name, tmp_path / "in.csv", *more, "-c", "name", "--errors", "fail")
    assert done.code == 0
    assert "Иванов" in done.out


def test_quotes_with_line_breaks_and_the_source_untouched(run: Run, tmp_path: Path) -> None:
    text = 'id,name,note\n1,"Иванов,\nИван","say ""x"""\n2,plain,"a"\n\n3,5" disk,x\n'
    (tmp_path / "in.csv").write_text(text)
    done = run("normalize", tmp_path / "in.csv", "-c", "name")
    assert done.code == 0
    assert [row[0] for row in done.rows if row] == ["id", "1", "2", "3"]
    assert done.rows[1][1] == "Иванов,\nИван"
    assert done.rows[1][3] == "ИВАНОВ, ИВАН"
    assert '1,"Иванов,\nИван","say ""x""",' in done.out
    assert '2,plain,"a",' in done.out
    assert "1 blank" in done.err


def test_windows_line_ends_inside_and_outside_cells(run: Run) -> None:
    done = run("normalize", "-c", "name", stdin=b'id,name\r\n1,"a\r\nb"\r\n2,c\r\n')
    assert [row[:3] for row in done.rows[1:]] == [["1", "a\r\nb", "A B"], ["2", "c", "C"]]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-16"])
def test_old_mac_line_ends(run: Run, encoding: str) -> None:
    text = 'id;name\r1;"Иванов\nИван"\r\r2;Петров\nПётр\r'
    done = run("normalize", "-c", "name", stdin=text.encode(encoding))
    assert done.code == 0
    assert [row[:3] for row in csv.reader(io.StringIO(done.out, newline=""), delimiter=";")][1:] == [
        ["1", "Иванов\nИван", "ИВАНОВ ИВАН"],
        [],
        ["2", "Петров\nПётр", "ПЕТРОВ ПЁТР"],
    ]


def test_a_carriage_return_inside_a_line_is_no_line_end(run: Run) -> None:
    done = run("normalize", "-c", "name", stdin=b"id,name\n1,a\rb\n2,c\r\r\n")
    assert [row[:3] for row in done.rows[1:]] == [["1", "a\rb", "A B"], ["2", "c", "C"]]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_line_that_names_the_delimiter_is_no_row(run: Run, mark: str) -> None:
    text = f"{mark}sep=;\r\nid;name\r\n1;Ивановъ, Иванъ\r\nx;y;z\r\n"
    done = run("normalize", "-c", "name", stdin=text.encode())
    assert done.out.startswith("id;name;canonical;")
    assert "1;Ивановъ, Иванъ;ИВАНОВЪ, ИВАНЪ;" in done.out
    assert "'sep=;' names the delimiter" in done.err
    assert "line 4: 3 cells" in done.err


def test_a_name_in_several_columns_is_put_together(run: Run, tmp_path: Path) -> None:
    text = "last,first,middle,n+1\nSurovikin,Sergei,Vladimirovich,x\nAl-Assad, Bashar,,y\n,,,z\n"
    path = tmp_path / "eu.csv"
    path.write_text(text)
    done = run("normalize", str(path), "-c", "first+middle+last:person", "-c", "n+1")
    assert [row[4] for row in done.rows[1:]] == ["SERGEI VLADIMIROVICH SUROVIKIN", "BASHAR AL-ASSAD", ""]
    assert done.rows[0][4] == "first+middle+last_canonical"
    assert [row[11] for row in done.rows[1:]] == ["X", "Y", "Z"]
    done = run("normalize", str(path), "-c", "first+name")
    assert done.code == 2
    assert "no column 'name'" in done.err


def test_parquet_of_a_table_that_was_normalized_twice_before(run: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    header = ",".join(["name", *ADDED, *(f"name_{one}" for one in ADDED)])
    path, out = tmp_path / "twice.csv", tmp_path / "out.parquet"
    path.write_text(f"{header}\nIvan{',x' * 14}\n")
    assert run("normalize", str(path), "-c", "name", "-o", str(out)).code == 0
    assert parquet.read_table(out).column("name_confidence_2").to_pylist() == [0.9]


def test_a_column_without_a_name_is_told_by_its_number(real: Run) -> None:
    rows = "".join(f"{name}\n" for name in ("1,Petrov Ivan", "2,Orlov Oleg", "3,Ivanov Sergei") * 4)
    done = real("normalize", "-", "-c", "2:person", stdin=f"a,\n{rows}".encode())
    assert "column '2'" in done.err


def test_rows_without_a_name_are_counted_as_blank(run: Run, tmp_path: Path) -> None:
    done = run("normalize", "-c", "a", "-c", "b", stdin=b"id,a,b\n1,Ivan,\n2,,\n,,\n\n3, ,\n4,,Petr\n")
    assert "6 rows: 2 ok, 0 ambiguous, 0 unknown, 0 rejected, 4 blank" in done.err
    assert "unknown names" not in done.err
    assert done.rows[2][-1] == "unknown"


def test_a_quote_that_never_closes_swallows_no_row(run: Run) -> None:
    rows = "".join(f"{n},Ivan\n" for n in range(3000))
    done = run("normalize", "-c", "name", stdin=('id,name\nx,"Petr\n' + rows).encode())
    assert done.code == 1
    assert len(done.out.splitlines()) == 3002
    assert "a quote is opened and not closed in 1,000 lines" in done.err


def test_a_cell_may_be_long(run: Run) -> None:
    """Longer than csv allows by itself, over hundreds of lines: an article beside a name."""
    article = "word " * 100 + "\n"
    text = f'id,name,text\n1,Ivan,"{article * 400}"\n2,Petr,x\n'
    done = run("normalize", "-c", "name", stdin=text.encode())
    assert done.code == 0
    assert "2 rows: 2 ok" in done.err
    assert len(done.out.splitlines()) == 403


@pytest.mark.parametrize("command", ["normalize", "cluster"])
def test_a_cell_without_blanks_may_be_long(real: Run, command: str) -> None:
    """The time to read it would grow with its square."""
    text = f"id,name\n1,{'ا' * 300_000}\n2,Petrov\n"
    begin = time.process_time()
    done = real(command, "-c", "name", stdin=text.encode())
    assert done.code == 0
    assert time.process_time() - begin < 20


def test_what_follows_a_line_that_cannot_be_cut_is_kept(run: Run) -> None:
    done = run("normalize", "-c", "name", stdin=b'id,name\n1,"Ivan\nx"y\rz\n2,Petr\n')
    assert done.code == 1
    assert done.out.splitlines()[-1].startswith("2,Petr,PETR")
    assert "x" in done.out


def test_the_bad_rows_take_the_place_of_no_other_file(run: Run, tmp_path: Path) -> None:
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text("name\nIvan\n", encoding="utf-8")
    done = run("normalize", str(names), "--reject", str(names))
    assert (done.code, done.out, names.read_text(encoding="utf-8")) == (2, "", "name\nIvan\n")
    assert "this is the input; name another file" in done.err
    done = run("normalize", str(names), "-o", str(out), "--reject", str(out))
    assert (done.code, out.exists()) == (2, False)
    assert "this is where the rows go" in done.err
    assert run("normalize", str(names), "--reject", "-").code == 2
    assert run("match", str(names), str(out), "--reject", str(out)).code == 2


def test_lines_are_romanized_line_by_line(run: Run) -> None:
    assert run("romanize", stdin="Иван\n\nПётр\n".encode()).out == "Ivan\n\nPyotr\n"


def test_what_has_no_spelling_and_no_scheme_is_told(run: Run) -> None:
    done = run("variants", "John Smith", "--kind", "person")
    assert (done.code, done.out) == (0, "")
    assert "'John Smith': no spellings" in done.err
    assert "no names in Latin letters" in run("detect", "Москва").err


def test_a_file_that_is_no_table_is_not_well(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,city\nIvan,Moscow\n", encoding="utf-8")
    done = run("tables", "check", str(tmp_path / "list.csv"))
    assert done.code == 1
    assert "list.csv:1: no column 'id'; name the columns" in done.out


def test_what_is_ambiguous_is_asked_for_as_it_stands(run: Run) -> None:
    done = run("normalize", "-c", "town", "--kind", "place", stdin="id,town\n1,Мирный ?\n".encode())
    assert "translit tables why 'Мирный ?' --kind place" in done.err


def test_a_million_rows_in_flat_memory(tmp_path: Path) -> None:
    """Ten thousand and many more rows peak at the same memory, and none is lost (a million by hand)."""
    script = (
        "import resource, sys; sys.path.insert(0, sys.argv[1]); sys.path.insert(0, sys.argv[1] + '/tests')\n"
        "import translit.canon, test_cli, translit.cli.glance\n"
        "translit.canon.explain = test_cli.fake_explain\n"
        "translit.cli.glance.column_order = lambda texts: 'auto'\n"
        "from translit.cli import _code\n"
        "assert _code(['normalize', sys.argv[2], '-c', 'name', '-q', '-o', sys.argv[3]]) == 0\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    peaks = []
    most = int(os.environ.get("TRANSLIT_ROWS", "200000"))
    for rows in (10_000, most):
        source, out = tmp_path / f"{rows}.csv", tmp_path / f"{rows}.out.csv"
        with source.open("w", encoding="utf-8") as file:
            file.write("id,name\n")
            file.writelines(f"{n},Иван Петров {n % 500}\n" for n in range(rows))
        command = [sys.executable, "-c", script, str(ROOT), str(source), str(out)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
        with out.open(encoding="utf-8") as file:
            assert all(line.startswith(f"{n - 1},") for n, line in enumerate(file) if n)
        assert sum(1 for _ in out.open(encoding="utf-8")) == rows + 1
    assert peaks[1] < peaks[0] * 1.15


@pytest.mark.parametrize("layout", ["csv", "tsv", "jsonl", "txt"])
def test_an_empty_file(run: Run, tmp_path: Path, layout: str) -> None:
    path = tmp_path / f"in.{layout}"
    path.write_bytes(b"")
    done = run("normalize", path, "-c", "name")
    assert done.code == 0
    assert "0 rows" in done.err
    assert run("normalize", path).code == 0


def test_a_binary_file(run: Run, tmp_path: Path) -> None:
    for content in (bytes(range(256)) * 40, b"\x1f\x8b" + bytes(50), b"%PDF-1.4 \x00", os.urandom(5000)):
        (tmp_path / "in.csv").write_bytes(content)
        done = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
        assert done.code == 2, content[:10]
        assert "in.csv" in done.err
        assert not (tmp_path / "out.csv").exists()


def test_a_zero_byte_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(b"name,id\nIvan\x00ov Petr,1\n")
    done = run("normalize", source, "-c", "name")
    assert done.code == 2
    assert "line 2 has a zero byte; take it out: tr -d" in done.err


def test_right_to_left_marks_emoji_and_digits(run: Run) -> None:
    names = ["\u202bبشار الأسد\u202c", "\u200fدمشق", "😀", "12345", "   ", "", "Jo\u0301se"]
    done = run("normalize", "-c", "name", stdin=table(names).encode())
    assert done.code == 0
    assert [row[1] for row in done.rows[1:]] == names
    assert [row[-1] for row in done.rows[1:]] == [
        "ok",
        "ok",
        "unknown",
        "unknown",
        "unknown",
        "unknown",
        "ok",
    ]


def test_broken_bytes_are_kept_and_told(run: Run, tmp_path: Path) -> None:
    good = "".join(f"{n},Юлия Щукина\n" for n in range(100))
    source = ("id,name\n" + good).encode() + b"x,Jos\xe9\n" + "y,Пётр\n".encode()
    (tmp_path / "in.csv").write_bytes(source)
    done = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
    assert done.code == 1
    assert "byte 0xE9 is not in the file's encoding" in done.err
    lines = (tmp_path / "out.csv").read_bytes().splitlines()
    assert lines[101].startswith(b"x,Jos\xe9,")
    assert lines[102].startswith("y,Пётр,ПЁТР".encode())


# --- Formats --------------------------------------------------------------------------------


def test_plain_lines_and_names_with_commas(run: Run) -> None:
    done = run("normalize", stdin="Заболотный, Роман\nПесков, Дмитрий\n".encode())
    assert done.rows[0] == ["text", *ADDED]
    assert [row[0] for row in done.rows[1:]] == ["Заболотный, Роман", "Песков, Дмитрий"]


def test_json_lines_keep_every_key(run: Run) -> None:
    rows = '{"n": 1.50, "name": "Иванов", "tags": ["a"]}\nnonsense\n{"name": null}\n{}\n'
    done = run("normalize", "-c", "name", stdin=rows.encode())
    lines = done.out.splitlines()
    assert done.code == 1
    assert lines[0].startswith('{"n": 1.50, "name": "Иванов", "tags": ["a"], "canonical": "ИВАНОВ"')
    assert lines[1] == "nonsense"
    assert json.loads(lines[2])["status"] == "unknown"
    assert json.loads(lines[3])["status"] == "unknown"


def test_tsv_with_stray_quotes_is_not_quoted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text('id\tname\n1\t"Abu Ali\n2\tIbn "X" Y\n')
    done = run("normalize", tmp_path / "in.tsv", "-c", "name")
    assert [line.split("\t")[:2] for line in done.out.splitlines()] == [
        ["id", "name"], ["1", '"Abu Ali'], ["2", 'Ibn "X" Y'],
    ]  # fmt: skip


def test_formats_change_on_request(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id;name\n1;Иванов, Иван\n")
    run("normalize", tmp_path / "in.csv", "-o", tmp_path / "out.tsv")
    assert (tmp_path / "out.tsv").read_text().splitlines()[1].startswith("1\tИванов, Иван\tИВАНОВ")
    done = run("normalize", tmp_path / "in.csv", "-f", "csv")
    assert done.rows[1][:2] == ["1", "Иванов, Иван"]
    done = run("normalize", tmp_path / "in.csv", "-f", "jsonl")
    assert json.loads(done.out)["confidence"] == 0.9
    done = run("normalize", tmp_path / "in.csv", "-f", "table")
    assert "ИВАНОВ, ИВАН" in done.out
    assert "canonical" in done.out


def test_several_columns_and_clashes(run: Run) -> None:
    source = "name,city,kind\nИванов,Москва,x\n"
    done = run("normalize", "-c", "name:person", "-c", "2:place", stdin=source.encode())
    row = dict(zip(*done.rows, strict=True))
    assert row["name_kind"] == "person"
    assert row["city_kind"] == "place"
    assert row["kind"] == "x"
    done = run("normalize", "-c", "name", stdin=source.encode())
    assert done.rows[0][3] == "name_canonical"


def test_no_header(run: Run) -> None:
    done = run("normalize", "--no-header", "-c", "2", stdin="1,Иванов\n2,Петров\n".encode())
    assert [row[:3] for row in done.rows] == [["1", "Иванов", "ИВАНОВ"], ["2", "Петров", "ПЕТРОВ"]]


def test_excel(run: Run, tmp_path: Path) -> None:
    excel = pytest.importorskip("openpyxl")
    book = excel.Workbook()
    book.active.append(["n", "name"])
    book.active.append([1, "Иванов"])
    book.active.append([2, None])
    book.save(tmp_path / "in.xlsx")
    done = run("normalize", tmp_path / "in.xlsx", "-c", "name", "-o", tmp_path / "out.xlsx")
    assert done.code == 0
    rows = list(excel.load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True))
    assert rows[1][:3] == (1, "Иванов", "ИВАНОВ")
    assert rows[2][0] == 2
    done = run("normalize", tmp_path / "in.xlsx", "-c", "name", "--sheet", "no")
    assert done.code == 2
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 nothing")
    assert run("normalize", tmp_path / "bad.xlsx").code == 2


def test_parquet(run: Run, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"n": [1, None], "name": ["Иванов", None]}), tmp_path / "in.parquet")
    done = run("normalize", tmp_path / "in.parquet", "-c", "name", "-o", tmp_path / "out.parquet")
    assert done.code == 0
    found = parquet.read_table(tmp_path / "out.parquet")
    assert found.schema.field("n").type == arrow.int64()
    assert found.column("canonical").to_pylist() == ["ИВАНОВ", None]
    assert found.column("n").to_pylist() == [1, None]
    assert run("normalize", tmp_path / "in.parquet", "-c", "name").rows[1][:2] == ["1", "Иванов"]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing")
    assert run("normalize", tmp_path / "bad.parquet").code == 2


# --- Misuse ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nomalize"], "near it: 'normalize'"),
        (["normalize", "nowhere.csv"], "no such file"),
        (["normalize", "-c", "nme"], "no column 'nme'; it has: 'id', 'name'"),
        (["normalize", "-c", "7"], "no column 7; it has 2"),
        (["normalize", "-c", "name:persn"], "no kind 'persn'; near it: 'person'"),
        (["normalize", "-d", "ab"], "a delimiter is one letter"),
        (["normalize", "--kind", "thing"], "'thing' is not one of"),
        (["normalize", "-c", "name", "-o", "no/such/folder/x.csv"], "mkdir -p"),
        (["normalize", "-c", "name", "--table", "no.tsv"], "no such table"),
        (["normalize", "-c", "name", "--sheet", "one"], "this is no Excel file"),
        (["compare", "one"], "give two names"),
        (["match", "-", "-", "-c", "name"], "only one of the lists can come from standard input"),
        (
            ["normalize", "-c", "name", "--encoding", "utf-16"],
            "standard input is not UTF-16; leave --encoding",
        ),
        (["evaluate", "--columns", "a,b"], "name three"),
        (["tables", "check", "no.tsv"], "no such file"),
        (["tables", "new", "--from", "no.csv"], "no such file"),
    ],
)
def test_misuse_is_told_without_traceback(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments, stdin=b"id,name\n1,Ivan\n")
    assert done.code == 2
    assert said in done.err


def test_which_column_is_asked_for_when_none_can_be_meant(run: Run) -> None:
    done = run("normalize", stdin=b"left,right,more\na,b,c\n")
    assert done.code == 2
    assert "which column holds the names? add -c COLUMN; it has: 'left', 'right', 'more'" in done.err


@pytest.mark.parametrize("asked", [[], ["-c", "name"]])
def test_a_title_above_the_columns_is_told(run: Run, asked: list[str]) -> None:
    done = run("normalize", "-d", ",", *asked, stdin=b"Members,,\n,,\nid,name,town\n1,Ivan,Homs\n")
    assert done.code == 2
    assert "if that is the title of the table, take out what stands above" in done.err


def test_a_reader_that_breaks_down_costs_one_row(run: Run) -> None:
    done = run("normalize", "-c", "name", stdin=table(["Иванов", "BREAK", "Петров"]).encode())
    assert done.code == 1
    assert [row[-1] for row in done.rows[1:]] == ["ok", "rejected", "ok"]


def test_mojibake_is_noticed(run: Run) -> None:
    spoilt = "Башар Асад".encode().decode("cp1251", "ignore")
    done = run("normalize", "-c", "name", stdin=table(["ok", spoilt]).encode())
    assert "wrong encoding" in done.err or "\ufffd" in spoilt


def test_output_may_be_the_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,name\n1,Иванов\n")
    assert run("normalize", path, "-c", "name", "-o", path).code == 0
    assert path.read_text().splitlines()[1].startswith("1,Иванов,ИВАНОВ")


def test_jobs_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    names = [f"Иван Петров {n % 700}" for n in range(3000)]
    (tmp_path / "in.csv").write_text(table(names))
    outs = []
    for jobs in ("1", "2"):
        command = [
            sys.executable,
            "-m",
            "translit.cli",
            "normalize",
            str(tmp_path / "in.csv"),
            "-c",
            "name:person",
        ]
        done = subprocess.run([*command, "-q", "-j", jobs], capture_output=True, cwd=ROOT, check=True)
        outs.append(done.stdout)
    assert outs[0] == outs[1]
    assert outs[0].count(b"\n") == 3001


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Ivan Petrov\n" * 50_000)
    command = f"{sys.executable} -m translit.cli normalize {tmp_path}/in.txt -q; echo rc $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -n 1"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stderr.strip() == "rc 0"
    assert done.stdout.startswith("text,canonical")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone/out.csv", "make it first: mkdir -p"),
        (".", "name a file in it"),
        ("out.csv.gz", "packed files are not written; name one without .gz"),
        ("out.xls", ".xls files are not written; name a .xlsx or a .csv file"),
    ],
)
@pytest.mark.parametrize("option", ["-o", "--reject"])
def test_where_answers_cannot_go_is_told_before_the_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str, option: str
) -> None:
    monkeypatch.setattr("translit.cli.groups.names_of", None)  # the work
    (tmp_path / "in.csv").write_text("name\nIvan\n")
    done = run("cluster", tmp_path / "in.csv", option, tmp_path / name)
    assert done.code == 2
    assert told in done.err
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("command", ["normalize", "cluster"])
@pytest.mark.parametrize("out", ["", "-o /dev/full"])
def test_a_full_disk_is_told_of_the_output(tmp_path: Path, command: str, out: str) -> None:
    (tmp_path / "in.txt").write_text("Ivan Petrov\n")
    line = f"{sys.executable} -m translit.cli {command} {tmp_path}/in.txt {out} -q > /dev/full"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=ROOT, check=False)
    name = "/dev/full" if out else "standard output"
    mend = "make room there, or name a file elsewhere: -o FILE"
    told = f"translit: {name}: No space left on device; {mend}"
    assert (done.returncode, done.stderr.strip()) == (2, told)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may all")
def test_a_locked_folder_is_told_by_the_name_that_was_given(tmp_path: Path, run: Run) -> None:
    (tmp_path / "in.txt").write_text("Ivan Petrov\n")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = run("normalize", tmp_path / "in.txt", "-o", locked / "out.csv")
    assert done.code == 2
    assert f"{locked / 'out.csv'}: Permission denied; see whose it is" in done.err


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes them")
@pytest.mark.parametrize(
    ("closing", "code", "told"),
    [
        (">&-", 2, "translit: standard output: Bad file descriptor"),
        (">&- -q -o out.csv", 0, ""),
        ("2>&- > out.csv", 0, ""),
        ("-q 0<&-", 0, ""),
        ("2>&- <&- > out.csv", 0, ""),
    ],
)
def test_a_caller_may_close_what_is_written_to(tmp_path: Path, closing: str, code: int, told: str) -> None:
    (tmp_path / "in.txt").write_text("Ivan Petrov\n")
    line = f"{sys.executable} -m translit.cli normalize in.txt {closing}"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr.strip()) == (code, told)
    if "out.csv" in closing:
        assert (tmp_path / "out.csv").read_text().startswith("text,canonical")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name here")
def test_a_pipe_may_be_named(tmp_path: Path) -> None:
    line = f"{sys.executable} -m translit.cli normalize -q -o /dev/stdout | cat"
    done = subprocess.run(
        line, shell=True, capture_output=True, text=True, cwd=tmp_path, check=False, input="name\nIvan\n"
    )
    assert done.stdout.startswith("name,canonical")
    assert not done.stderr
    assert not list(tmp_path.iterdir())


def test_a_closed_input_is_none(tmp_path: Path) -> None:
    line = f"{sys.executable} -m translit.cli normalize <&-"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "no file given and nothing piped in" in done.stderr


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_ended_leaves_nothing_behind(tmp_path: Path, ending: signal.Signals) -> None:
    (tmp_path / "in.csv").write_text(table([f"Иван Петров{n}" for n in range(50_000)]))
    (tmp_path / "out.csv").write_text("as it was")
    command = [
        sys.executable,
        "-m",
        "translit.cli",
        "normalize",
        "in.csv",
        "-c",
        "name",
        "-q",
        "-o",
        "out.csv",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=lambda: signal.signal(ending, signal.SIG_DFL),  # tests run by nohup or behind & ignore it
    )
    while not list(tmp_path.glob(".out.csv.*")):
        time.sleep(0.01)
    running.send_signal(ending)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said.strip()) == (128 + ending, "translit: stopped")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]
    assert (tmp_path / "out.csv").read_text() == "as it was"


def test_start_up_stays_light() -> None:
    code = (
        "import sys; from translit.cli.app import translit; import translit.cli.normalize\n"
        "heavy = {'rich', 'pyarrow', 'openpyxl', 'pymorphy3', 'rapidfuzz', 'unidecode'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


# --- Help -----------------------------------------------------------------------------------


def test_every_command_has_an_example(run: Run) -> None:
    from translit.cli.app import COMMANDS

    for name in COMMANDS:
        done = run(name, "--help")
        assert done.code == 0
        assert "Example: translit" in done.out.replace("\n  ", " "), name
    assert "Commands:" in run().out


def test_manual_and_completion(run: Run) -> None:
    page = run("man").out
    assert page.startswith(".TH TRANSLIT 1")
    assert "translit normalize" in page
    for shell in ("bash", "zsh", "fish"):
        assert "_TRANSLIT_COMPLETE" in run("completion", shell).out


def test_completion_completes() -> None:
    environment = os.environ | {
        "_TRANSLIT_COMPLETE": "bash_complete",
        "COMP_WORDS": "translit norm",
        "COMP_CWORD": "1",
    }
    command = [sys.executable, "-c", "from translit.cli import main; main()"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert "normalize" in done.stdout


# --- Encodings ------------------------------------------------------------------------------


def test_a_few_names_tell_the_encoding() -> None:
    from translit.tables import built_in
    from translit.text.clean import strip_harakat

    tables = built_in()
    russian = [row.native.replace("\N{COMBINING ACUTE ACCENT}", "") for row in tables.rows("person/ru/given")]
    arabic = [strip_harakat(row.native) for row in tables.rows("person/ar/ism")]
    cases = [(russian, name) for name in ("cp1251", "koi8-r", "cp866")]
    cases += [(arabic, name) for name in ("cp1256", "iso-8859-6")]
    for names, encoding in cases:
        packed = ["\n".join(names[at : at + 8]).encode(encoding, "ignore") for at in range(0, 800, 8)]
        right = sum(guess(b"name\n" + text).encoding == encoding for text in packed)
        assert right >= 98, (encoding, right)


# --- With the real reader -------------------------------------------------------------------


def test_the_example_list_keeps_every_row(real: Run) -> None:
    path = ROOT / "docs" / "examples" / "reports.csv"
    done = real("normalize", path, "--column", "name", "--kind", "auto")
    source = list(csv.reader(path.open(encoding="utf-8")))
    assert done.code == 0
    assert [row[:2] for row in done.rows] == source
    found = {row[1]: row[2] for row in done.rows}
    assert found["Deir al-Zor"] == found["دير الزور"] == found["Дейр-эз-Зор"] == "Deir ez-Zor"
    assert found["Dmitry Peskov"] == "Dmitry Peskov"
    assert found["Patrick Markey"] == "Patrick Markey"
    assert real("normalise", path, "-c", "name", "-f", "table").code == 0


def test_cluster_prints_groups_and_keeps_rows(real: Run, tmp_path: Path) -> None:
    path = ROOT / "docs" / "examples" / "reports.csv"
    done = real("cluster", path, "-c", "name")
    assert done.code == 0
    assert "Deir ez-Zor" in done.out
    done = real("cluster", path, "-c", "name", "-f", "csv")
    assert [row[:2] for row in done.rows] == list(csv.reader(path.open(encoding="utf-8")))
    assert done.rows[0][2:] == ["cluster", "cluster_canonical", "probable"]


def test_rows_that_tell_no_name_are_in_no_group(real: Run, tmp_path: Path) -> None:
    names = ("unknown", "Иван Петров", "unknown", "н/д", "Petrov Ivan")
    (tmp_path / "names.csv").write_text(
        "id,name\n" + "".join(f"{at},{name}\n" for at, name in enumerate(names))
    )
    done = real("cluster", tmp_path / "names.csv", "-c", "name:person", "-f", "csv")
    assert [row[2] for row in done.rows[1:]] == ["", "1", "", "", "1"]
    done = real("match", tmp_path / "names.csv", tmp_path / "names.csv", "-c", "name:person")
    assert [bool(row[2]) for row in done.rows[1:]] == [False, True, False, False, True]


def test_match_compare_romanize_and_why(real: Run, tmp_path: Path) -> None:
    (tmp_path / "left.csv").write_text("id,name\n1,Роман Заболотный\n2,John Smith\n")
    (tmp_path / "right.csv").write_text("who\nRoman Zabolotny\nDmitry Peskov\n")
    done = real(
        "match", tmp_path / "left.csv", tmp_path / "right.csv", "-c", "name:person", "--right-column", "who"
    )
    assert done.code == 0
    assert [row[:2] for row in done.rows[1:]] == [["1", "Роман Заболотный"], ["2", "John Smith"]]
    assert done.rows[1][2:4] == ["Roman Zabolotny", "2"]
    done = real("compare", "Dmitry Peskov", "Peskov Dmitriy Sergeyevich", "--kind", "person")
    assert done.code == 0
    assert "patronymic" in done.out
    done = real("romanize", "Щукин", "--scheme", "bgn-pcgn-1947-ru")
    assert done.out == "Shchukin\n"
    assert "no scheme 'bgn'" in real("romanize", "x", "--scheme", "bgn").err
    assert "Shoigu" in real("tables", "why", "Shoigu").out


def test_other_readings_are_told_with_their_native_form(real: Run) -> None:
    done = real("tables", "why", "Peskov Dmitriy", "--kind", "person")
    assert "  or          Dmitry Peshkov = Дмитрий Пешков (person, 0.0" in done.out


def test_explained_rows(real: Run) -> None:
    done = real("normalize", "--explain", stdin="Дмитрий Песков\n".encode())
    assert "Dmitry Peskov" in done.out
    done = real("normalize", "--explain", "json", stdin="Дмитрий Песков\n".encode())
    assert json.loads(done.out)["readings"]["text"]["canonical"] == "Dmitry Peskov"


def test_evaluate_measures(real: Run) -> None:
    pairs = "a\tb\tlabel\nDmitry Peskov\tДмитрий Песков\t1\nDmitry Peskov\tRoman Zabolotny\t0\nx\ty\tmaybe\n"
    done = real("evaluate", "--kind", "person", stdin=pairs.encode())
    assert done.code == 1
    assert "best F1                   1.0000" in done.out
    assert "label 'maybe'" in done.err


SPELLINGS = """group_id,lang_origin,name
1,ru,Dmitry Peskov
1,ru,Dmitri Peskow
1,ru,Дмитрий Песков
2,ru,Dmitry Peskarev
2,ru,Дмитрий Пескарёв
"""


def test_evaluate_makes_hard_pairs_of_spellings_in_groups(real: Run) -> None:
    done = real("evaluate", stdin=SPELLINGS.encode())
    assert done.code == 0
    found = {line[:32].strip(): line[32:].split() for line in done.out.splitlines()}
    assert found["Russian persons, Latin–Latin"][:2] == ["2", "1.000"]
    assert found["Russian persons, Cyrillic–Latin"][0] == "6"
    assert "Arabic persons, half Arabic script (wants" in done.out
    assert "Russian persons, Latin–Latin (wants" not in done.out
    figures = json.loads(real("evaluate", "--json", stdin=SPELLINGS.encode()).out)
    assert set(figures["sets"]) == {"Russian persons, Latin–Latin", "Russian persons, Cyrillic–Latin"}


def test_evaluate_takes_negatives_of_a_place_from_its_country(real: Run) -> None:
    rows = "group_id,country,name\n1,SY,Hama\n1,SY,حماة\n2,SY,Homs\n2,SY,حمص\n3,IQ,Hawija\n"
    done = real("evaluate", "--json", stdin=rows.encode())
    sets = json.loads(done.out)["sets"]
    assert list(sets) == ["places: Syria"]
    assert (sets["places: Syria"]["pairs"], sets["places: Syria"]["positive"]) == (4, 2)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("x,y\n1,2\n", "its columns are 'x', 'y'; name them a, b, label"),
        ("group_id,name\n1,Ivan\n2,Pyotr\n", "no pair can be made of it"),
        ("", "its columns are none"),
    ],
)
def test_evaluate_says_what_a_table_lacks(real: Run, rows: str, told: str) -> None:
    done = real("evaluate", stdin=rows.encode())
    assert done.code == 2
    assert told in done.err


def test_evaluate_puts_rows_without_a_group_aside(real: Run) -> None:
    done = real("evaluate", stdin=(SPELLINGS + ",ru,Ivan Ivanov\n").encode())
    assert done.code == 1
    assert "an empty group_id; write it there" in done.err


def test_new_rows_from_a_run(real: Run, tmp_path: Path) -> None:
    run = tmp_path / "out.csv"
    real("normalize", "-c", "name", "-o", run, stdin=table(["Qwrtzk Blörgh", "Dmitry Peskov"]).encode())
    done = real("tables", "new", "--from", run)
    assert done.code == 0
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert lines[0][:2] == ["id", "kind"]
    assert all(len(line) == len(lines[0]) for line in lines)


@pytest.mark.parametrize("command", ["cluster", "match", "compare"])
def test_groups_and_pairs_are_the_same_in_any_number_of_jobs(real: Run, tmp_path: Path, command: str) -> None:
    left = ["Роман Заболотный", "Цурканов Григорий", "Дмитрий Песков", "John Smith", "بشار الأسد"]
    right = ["Roman Zabolotny", "Grigory Tsurkanov", "Peskow Dmitri", "Jon Smith", "Bashar Assad"]
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("a,b\n" + "".join(f"{a},{b}\n" for a, b in zip(left, right, strict=True)), "utf-8")
    words = {
        "cluster": ["cluster", pairs, "-c", "b:person", "-f", "csv"],
        "match": ["match", pairs, pairs, "-c", "a:person", "--right-column", "b"],
        "compare": ["compare", pairs, "-c", "a", "-c", "b", "--kind", "person"],
    }[command]
    one, two = (real(*words, "-j", jobs) for jobs in ("1", "2"))
    assert (one.code, one.out) == (two.code, two.out)
    assert [row[:2] for row in one.rows[1:]] == [list(pair) for pair in zip(left, right, strict=True)]


def test_a_column_says_where_a_place_lies(real: Run) -> None:
    rows = "place,land\nTripoli,LY\nTripoli,LB\nTripoli,\nRostov,RU-ROS\n"
    done = real(
        "normalize", "-c", "place:place", "--within-column", "land", "-f", "jsonl", stdin=rows.encode()
    )
    assert done.code == 0
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [row["place"] for row in found] == ["Tripoli"] * 3 + ["Rostov"]
    assert found[0]["native"] != ""
    assert found[3]["canonical"].startswith("Rostov")
    lands = [json.loads(line)["readings"] for line in real(
        "normalize", "-c", "place:place", "--within-column", "land", "--explain", "json", stdin=rows.encode()
    ).out.splitlines()]  # fmt: skip
    assert [reading["place"]["place"]["country"] for reading in lands[:2]] == ["LY", "LB"]


def test_a_table_of_ones_own_wins(real: Run, tmp_path: Path) -> None:
    mine = ROOT / "docs" / "examples" / "mine.tsv"
    names = b"name\nVictor Bilimby\nNour Airbase\nGrigori Tsurcanu\n"
    for jobs in ("1", "2"):
        done = real("normalize", "-c", "name", "--table", mine, "-j", jobs, stdin=names)
        assert [row[1] for row in done.rows[1:]] == ["Viktor Bilimbee", "Nur Air Base", "Grigore Țurcanu"]
    done = real("compare", "Hassan Ali Karim", "Hasan Ali Karim", "--table", mine)
    assert done.out.startswith("different")
    done = real("cluster", "-f", "csv", "--table", mine, stdin=b"name\nHassan Ali Karim\nHasan Ali Karim\n")
    assert [row[1] for row in done.rows[1:]] == ["1", "2"]
    assert "mine.tsv" in real("tables", "why", "Bilimby Victor", "--table", mine).out
    assert "no such table" in real("normalize", "-c", "name", "--table", tmp_path / "no.tsv", stdin=names).err


@pytest.mark.parametrize(
    ("option", "said"), [(("--within", "XX"), "no place 'XX'"), (("--scheme", "bgn"), "no scheme 'bgn'")]
)
def test_what_there_is_not_is_told_before_a_line_is_written(
    real: Run, option: tuple[str, str], said: str
) -> None:
    done = real("normalize", "-c", "name", *option, stdin=b"name\nHoms\n")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_variants_are_printed(real: Run) -> None:
    done = real("variants", "Дмитрий Песков", "--kind", "person", "--limit", "12")
    assert done.code == 0
    lines = done.out.splitlines()
    assert 1 < len(lines) <= 12
    assert "Dmitry Peskov" in lines


def test_pairs_reach_the_learner(real: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, list[tuple[str, str]], Path]] = []

    def learn(language: str, pairs: list[Any], tables: object, home: Path) -> None:
        told.append((language, [(pair.native, pair.spelling) for pair in pairs], home))

    monkeypatch.setattr("translit.learning.commands.learn", learn)
    russian = _written(tmp_path / "ru.tsv", "native\tlatin\nИванов\tIvanov\nХрущёв\tKhrushchev\n")
    arabic = _written(tmp_path / "ar.tsv", "native\tlatin\nمحمد\tMohamed\n")
    assert real("tables", "learn", russian).code == real("tables", "learn", arabic).code == 0
    assert [(language, len(pairs), home.name) for language, pairs, home in told] == [
        ("ru", 2, "ru"),
        ("ar", 1, "ar"),
    ]
    wrong = real("tables", "learn", _written(tmp_path / "x.tsv", "a\tb\n"))
    assert wrong.code == 2
    assert "neither Cyrillic nor Arabic" in wrong.err


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_summary_names_the_next_command(real: Run, tmp_path: Path) -> None:
    def last(*names: str) -> str:
        path = _written(tmp_path / "in.csv", "name\n" + "".join(f"{name}\n" for name in names))
        return real("normalize", path, "-c", "name:person", "-o", tmp_path / "out.csv").err.splitlines()[-1]

    assert "translit tables new --from" in last("Qwrtzk Blörgh", "Dmitry Peskov")
    assert "translit cluster" in last("Dmitry Peskov", "Дмитрий Песков")


@pytest.mark.parametrize(
    ("call", "command"), [("explain", "tables why"), ("canonical", "normalize"), ("same", "compare")]
)
def test_a_call_of_the_library_is_told_by_its_command(run: Run, call: str, command: str) -> None:
    done = run(call, "Bashar Assad")
    assert (done.code, f"translit {command} does that" in done.err) == (2, True)
