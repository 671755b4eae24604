"""Each door against the real library: ``make test-engines``. What is not installed is reported as not run."""

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import translit

NAMES = ["Zabolotny Roman", "Роман Заболотный", "Bashar Assad", None, "Ralph Boulton"]
CANONICAL = [None if name is None else translit.canonical(name, "person") for name in NAMES]


def test_arrow():
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: the Arrow door was not run")
    from translit.frames import arrow

    texts = pa.array(NAMES)
    assert arrow.canonical(texts, "person").to_pylist() == CANONICAL
    with pytest.raises(translit.InputError, match="no Arrow array"):
        arrow.canonical(NAMES, "person")
    found = arrow.explain(pa.chunked_array([texts, texts]), "person")
    assert found.field("canonical").to_pylist() == CANONICAL * 2
    assert found.field("surname").to_pylist()[0] == "Zabolotny"
    compared = arrow.compare(texts, pa.array(NAMES[::-1]), "person").to_pylist()
    assert compared[3] is None
    assert arrow.compare(texts[:1], texts[1:2], "person").field("same").to_pylist() == [True]
    one, two, *_, last = arrow.blocks(texts, "person").to_pylist()
    assert set(one["blocks"]) & set(two["blocks"])
    assert not set(one["blocks"]) & set(last["blocks"])
    assert not one["thin"]
    keys = arrow.keys(texts, "person").to_pylist()
    assert keys[0] == keys[1]
    assert keys[0]["surname_key"] in keys[0]["key"].split()
    assert keys[3] is None


def test_arrow_in_any_number_of_processes():
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: the Arrow door was not run")
    from translit.frames import arrow

    texts = pa.array(NAMES * 3)
    for verb in (arrow.explain, arrow.canonical, arrow.keys, arrow.blocks):
        assert verb(texts, "person", jobs=2).equals(verb(texts, "person"))
    compared = arrow.compare(texts, pa.array(NAMES[::-1] * 3), "person", jobs=2)
    assert compared.equals(arrow.compare(texts, pa.array(NAMES[::-1] * 3), "person"))
    kinds = [pa.array([text]) for text in ("amran", "Omran")]
    assert arrow.compare(*kinds).field("score").to_pylist() == [translit.compare("amran", "Omran").score]
    assert arrow.explain(pa.array([None, None], pa.string())).to_pylist() == [None, None]
    assert arrow.explain(pa.array([], pa.string())).to_pylist() == []


def test_pandas():
    pd = pytest.importorskip("pandas", reason="pandas is not installed: its door was not run")
    import translit.frames.pandas

    series = pd.Series(NAMES, index=list("abcde"), name="who")
    assert series.translit.canonical(kind="person").tolist() == CANONICAL
    frame = series.translit.explain(kind="person")
    assert list(frame.index) == list("abcde")
    assert frame.loc["a", "given"] == "Roman"
    assert series.translit.compare(series, kind="person")["same"].tolist()[0] is True
    keys = series.translit.keys(kind="person")
    assert keys.loc["a", "surname_key"] == keys.loc["b", "surname_key"]
    assert series.translit.romanize("icao-9303-ru").tolist()[1] == "Roman Zabolotnyi"
    with pytest.raises(translit.InputError, match="pass texts"):
        pd.Series([1, 2]).translit.canonical()
    with pytest.raises(translit.InputError, match="read its file"):
        pd.Series(["Jos\udce9"], dtype=object).translit.canonical()
    with pytest.raises(translit.InputError, match="beside"):
        series.translit.compare(series.iloc[1:])


def test_polars():
    pl = pytest.importorskip("polars", reason="polars is not installed: its door was not run")
    import translit.frames.polars  # noqa: F401

    frame = pl.DataFrame({"name": NAMES})
    out = frame.with_columns(
        pl.col("name").translit.canonical(kind="person").alias("canonical"),
        pl.col("name").translit.explain(kind="person").alias("reading"),
    )
    assert out["canonical"].to_list() == CANONICAL
    assert out["reading"].struct.field("surname").to_list()[0] == "Zabolotny"
    one = frame.select(
        pl.col("name").translit.compare(pl.lit("Roman Zabolotny"), kind="person").alias("pair")
    )
    assert one["pair"].struct.field("verdict").to_list()[0] == "same"
    lazy = frame.lazy().select(pl.col("name").translit.key(kind="person")).collect()
    assert lazy["name"][0] == lazy["name"][1]
    pairs = frame.select(
        pl.col("name").translit.compare(pl.col("name").reverse(), kind="person").alias("pair"),
        pl.col("name").translit.keys(kind="person").struct.field("surname_key"),
    )
    assert pairs["surname_key"][0] == pairs["surname_key"][1]
    assert pairs["pair"].struct.field("same").to_list()[2] is True


def test_duckdb():
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: its door was not run")
    from translit.frames.duckdb import register

    connection = register(duckdb.connect())
    connection.execute("CREATE TABLE people (name VARCHAR)")
    connection.executemany("INSERT INTO people VALUES (?)", [[name] for name in NAMES if name])
    rows = connection.execute("SELECT translit_canonical(name, 'person') FROM people").fetchall()
    assert [row[0] for row in rows] == [name for name in CANONICAL if name]
    (score,) = connection.execute("SELECT translit_score('Bashar Assad', 'بشار الأسد', 'person')").fetchone()
    assert score > 0.9
    (text,) = connection.execute("SELECT translit_romanize('Щукин', 'icao-9303-ru')").fetchone()
    assert text == "Shchukin"
    (keys,) = connection.execute("SELECT translit_keys('Роман Заболотный', 'auto')").fetchone()
    assert keys["surname_key"] in keys["key"].split()
    pairs = connection.execute(
        "SELECT a.name, b.name FROM people a JOIN people b ON a.name < b.name "
        "AND translit_keys(a.name, 'person').surname_key = translit_keys(b.name, 'person').surname_key"
    ).fetchall()
    assert pairs == [("Zabolotny Roman", "Роман Заболотный")]
    assert register(connection) is connection  # a notebook runs its cells again


def test_spacy():
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: its door was not run")
    import translit.frames.spacy  # noqa: F401

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "PERSON", "pattern": "Zabolotny Roman"}, {"label": "GPE", "pattern": "Deir Azzor"}]
    )
    nlp.add_pipe("entity_canonical")
    doc = nlp("Zabolotny Roman was seen in Deir Azzor in 2017.")
    person, place = doc.ents
    assert person._.canonical == "Roman Zabolotny"
    assert person._.reading.surname == "Zabolotny"
    assert place._.canonical == "Deir ez-Zor"
    assert place.kb_id_.startswith("geonames:")
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    kept = spacy.tokens.DocBin(docs=[doc], store_user_data=True).to_bytes()
    for other in (again, *spacy.tokens.DocBin().from_bytes(kept).get_docs(nlp.vocab)):
        assert [entity._.reading for entity in other.ents] == [person._.reading, place._.reading]
        assert [entity._.canonical for entity in other.ents] == ["Roman Zabolotny", "Deir ez-Zor"]
    for other in nlp.pipe([doc.text] * 3, n_process=2, batch_size=1):
        assert [entity._.reading for entity in other.ents] == [person._.reading, place._.reading]


@pytest.fixture(scope="module")
def spark():
    pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: the Spark door was not run")
    if shutil.which("java") is None:
        pytest.skip("no Java runtime (Debian: default-jre-headless): the Spark door was not run")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        pyspark.sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_spark(spark):
    from translit.frames import spark as door

    rows = [(at, name) for at, name in enumerate(NAMES)]
    frame = spark.createDataFrame(rows, "id int, name string").repartition(2)
    read = {row["id"]: row for row in door.explained(frame, "name", "person").collect()}
    assert [read[at]["canonical"] for at in range(len(NAMES))] == CANONICAL
    named = frame.where("name is not null")
    pairs = {
        (row["left_id"], row["right_id"]) for row in door.matched(named, named, "name", "person").collect()
    }
    assert (0, 1) in pairs
    assert (0, 2) not in pairs
    assert not any({4, other} <= set(pair) for pair in pairs for other in (0, 1, 2))
    groups = {row["id"]: row["cluster"] for row in door.clusters(frame, "name", "person").collect()}
    assert groups[0] == groups[1] == 0
    assert [groups[at] for at in (2, 3, 4)] == [2, 3, 4]


def test_spark_dedupes_as_the_index_does(spark):
    from translit.frames import spark as door

    names = ["Roman Zabolotny", "Заболотный Роман", "Zabolotnyi R.", "Hassan Nasrallah", "Hussein Nasrallah"]
    names += [
        "Dmitry Peskov",
        "Peskov Dmitriy Sergeyevich",
        "Песков Дмитрий",
        "Dmitrij Peskow",
        "حسن نصر الله",
    ]
    frame = spark.createDataFrame(list(enumerate(names)), "id int, name string")
    once = {row["id"] for row in door.clusters(frame, "name", "person").dropDuplicates(["cluster"]).collect()}
    groups = translit.Index(names, "person").clusters()
    assert len(once) == len(groups)
    assert all(len(once & set(group)) == 1 for group in groups)


PAGES = {"data-frames": ("pandas", "polars", "duckdb", "spacy"), "splink": ("pandas", "splink")}


@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_a_page_runs(page, tmp_path, monkeypatch):
    for library in PAGES[page]:
        pytest.importorskip(library, reason=f"{library} is not installed: docs/how-to/{page}.md was not run")
    text = (Path(__file__).parents[2] / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8")
    code = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    assert len(code) > 3
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in code:
        exec(compile(block, page, "exec"), names)


def test_spacy_finds_the_component_by_its_entry_point():
    lines = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    (told,) = tomllib.loads(lines)["project"]["entry-points"]["spacy_factories"].items()
    assert told == ("entity_canonical", "translit.frames.spacy:make")
