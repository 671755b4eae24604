"""Many names: search, clusters, files and processes."""

import csv
import itertools
import pickle
import random
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

import translit
from translit.index import blocks, faces
from translit.index.postings import PLACE_BITS, merged, pairs_in, posted
from translit.index.record import from_line, to_line
from translit.index.sifting import lacking, sifted, slip_of
from translit.index.sketch import left_over, sketch, unlike
from translit.tables import built_in

NAMES = [
    "Roman Zabolotny",
    "Заболотный Роман",
    "Ralph Boulton",
    "Bashar Assad",
    "بشار الأسد",
    "Zabolotny Roman",
    "Roman Zabolotny",
    "Dmitry Peskov",
    "Peskov Dmitriy Sergeyevich",
    "D. Peskov",
    "Hassan Nasrallah",
    "Hussein Nasrallah",
    "Шойгу Сергей",
]
TOGETHER = [[0, 1, 5, 6], [2], [3, 4], [7, 8], [10], [11], [12]]


@pytest.fixture(scope="module")
def index():
    return translit.Index(NAMES, "person")


def test_clusters(index):
    groups = index.clusters()
    assert sorted(itertools.chain(*groups)) == list(range(len(NAMES)))
    assert sorted([place for place in group if place != 9] for group in groups if group != [9]) == TOGETHER


def test_search_is_compare(index):
    for place, found in index.search("Пескова Дмитрия", limit=3):
        told = translit.compare("Пескова Дмитрия", NAMES[place], "person")
        assert (found.score, found.verdict, found.steps) == (told.score, told.verdict, told.steps)
    (best, _), *_ = index.search("Dmitrij Peskow")
    assert best == 7
    assert index.search("Dmitrij Peskow", limit=0) == []
    assert index.search("Zzyzx Qwerty") == []


def test_a_name_written_alike_is_the_best_of_all():
    names = [
        "Ivan Ivanovich Ivanov",
        "Иван Иванов",
        "Иванов Иван Иванович",
        "Hasan Nasrallah",
        "Hassan Nasrallah",
    ]
    index = translit.Index(names, "person")
    assert [index.search(name, 1)[0][0] for name in names] == [0, 1, 2, 3, 4]
    assert [found.right for found in translit.match(names, names, "person")] == [0, 1, 2, 3, 4]


def test_unlike_names_fill_a_search():
    index = translit.Index(["Ivan Lavrov", "Ivan Chubais", "Ivan Peskov", "Ivan Pesków"], "person")
    found = index.search("Иван Песков")
    assert [place for place, _ in found][:2] == [2, 3]
    assert {place for place, _ in found} == {0, 1, 2, 3}
    assert len(index.search("Иван Песков", 2)) == 2


def test_typing_errors_are_found(index):
    for query, place in (
        ("Dmitry Pekov", 7),
        ("Romna Zabolotny", 0),
        ("Ralph Bulton", 2),
        ("Basahr Assad", 3),
    ):
        assert place in [at for at, _ in index.search(query, 3)], query


def test_added_names_are_found():
    index = translit.Index(NAMES, "person")
    assert not any(found.score > 0.5 for _, found in index.search("Sergei Ivanov"))
    place = index.add("Сергей Иванов")
    assert place == len(NAMES)
    assert len(index) == len(NAMES) + 1
    assert index.search("Sergei Ivanov", 1)[0][0] == place
    twin = index.add("Сергей Иванов")
    assert [place, twin] in index.clusters()


def test_any_number_of_processes_gives_one_answer(index):
    other = translit.Index(NAMES, "person", jobs=2)
    assert [other[at] for at in range(len(other))] == [index[at] for at in range(len(index))]
    assert other.clusters(jobs=2) == index.clusters()
    alone, shared = (translit.match(NAMES[:5], NAMES[5:], "person", jobs=jobs) for jobs in (1, 2))
    assert [(m.left, m.right, m.score) for m in alone] == [(m.left, m.right, m.score) for m in shared]


def test_saved_and_loaded(index, tmp_path):
    path = tmp_path / "names.index"
    index.save(path)
    found = translit.Index.load(path)
    assert list(tmp_path.iterdir()) == [path]
    assert len(found) == len(index)
    assert [found[at] for at in range(len(found))] == [index[at] for at in range(len(index))]
    for query in ("Pesków Dmitri", "Bachar el-Assad", "Roman Zabolotnyi"):
        assert found.search(query) == index.search(query)
    place = found.add("Сергей Иванов")
    assert found.search("Sergei Ivanov", 1)[0][0] == place
    assert found.clusters()[:-1] == index.clusters()
    found.save(path)
    assert translit.Index.load(path).search("Sergei Ivanov", 1)[0][0] == place


def test_an_index_goes_to_another_process_as_a_file(index):
    with pytest.raises(TypeError, match="save it to a file"):
        pickle.dumps(index)


def test_places_are_kept(tmp_path):
    names = ["Deir ez-Zor", "دير الزور", "Rostovskaya oblast", "Ростовская область"]
    index = translit.Index(names, "place")
    assert index.clusters() == [[0, 1], [2, 3]]
    index.save(tmp_path / "places")
    found = translit.Index.load(tmp_path / "places")
    assert found[0].place == index[0].place
    assert found[0].row.id == "geonames:170794"


def test_own_rows_keep_apart(tmp_path):
    own = tmp_path / "mine.tsv"
    own.write_text(
        "id\tnative\tcanonical\tkind\tsource\na\t\tRoman Zabolotny|Roman Zabolotnyi\tnever\tmine\n"
    )
    tables = built_in().extended(own)
    index = translit.Index(["Roman Zabolotny", "Roman Zabolotnyi"], "person", tables=tables)
    assert index.clusters() == [[0], [1]]
    index.save(tmp_path / "names")
    with pytest.raises(translit.TableError, match="tables"):
        translit.Index.load(tmp_path / "names")
    assert translit.Index.load(tmp_path / "names", tables=tables).clusters() == [[0], [1]]


def test_what_is_no_score_is_refused(index):
    for wrong in (88, -0.1, "0.88", float("nan")):
        with pytest.raises(translit.InputError, match="no score"):
            index.clusters(threshold=wrong)
        with pytest.raises(translit.InputError, match="no score"):
            list(index.pairs(wrong))
        with pytest.raises(translit.InputError, match="no score"):
            translit.match(["Ivan Petrov"], ["Ivan Petrov"], threshold=wrong)
    assert all(len(group) == 1 for group in translit.Index(["a", "b"]).clusters(1))


def test_what_is_no_number_of_processes_is_refused(index):
    for wrong in (0, -1, 1.5, None):
        with pytest.raises(translit.InputError, match="no number of processes"):
            index.extend(["Ivan Petrov"], jobs=wrong)
        with pytest.raises(translit.InputError, match="no number of processes"):
            index.clusters(jobs=wrong)
        with pytest.raises(translit.InputError, match="no number of processes"):
            translit.match(["Ivan Petrov"], ["Ivan Petrov"], jobs=wrong)


def test_an_index_is_no_folder(index, tmp_path):
    with pytest.raises(translit.InputError, match="this is a folder"):
        index.save(tmp_path)


def test_files_of_others_are_refused(index, tmp_path):
    path = tmp_path / "names"
    with pytest.raises(translit.InputError, match="no such index"):
        translit.Index.load(path)
    for text in (b"", b"name\nRoman\n", b"translit index 9\n", b"translit index 5\n\x05\0\0\0\0\0\0\0hello"):
        path.write_bytes(text)
        with pytest.raises(translit.InputError, match=r"Index\(|save"):
            translit.Index.load(path)
    index.save(path)
    whole = path.read_bytes()
    for cut in (40, len(whole) // 2, len(whole) - 8):
        path.write_bytes(whole[:cut])
        with pytest.raises(translit.InputError, match="anew"):
            translit.Index.load(path)
    path.write_bytes(whole.replace(b'"library": "', b'"library": "0', 1))
    with pytest.raises(translit.InputError):
        translit.Index.load(path)


def test_a_file_with_a_byte_that_is_not_as_it_was_written_is_refused(tmp_path):
    path = tmp_path / "names"
    names = ["Vladimir Putin", "Путин Владимир", "Bashar Assad", "بشار الأسد", "Ivan Petrov", "Ivan Petrow"]
    translit.Index(names * 2, "person").save(path)
    whole = path.read_bytes()

    def asked():
        index = translit.Index.load(path)
        return index.clusters(), index.search("Vladimir Putin"), [one.canonical for one in index]

    asked()
    for at in range(0, len(whole), 29):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(translit.InputError, match=r"anew|no index"):
            asked()
    path.write_bytes(whole + b"\0")
    with pytest.raises(translit.InputError, match="cut short or damaged"):
        translit.Index.load(path)


def test_what_nobody_asks_for_of_a_large_file_is_not_read(tmp_path):
    path, letters = tmp_path / "names", "bdgklmnprstvz"
    translit.Index(
        [f"Ivan {a}{b}{c}ov".title() for a in letters for b in "aeiou" for c in letters], "person"
    ).save(path)
    whole = bytearray(path.read_bytes())
    whole[100_000] ^= 1
    path.write_bytes(whole)
    index = translit.Index.load(path)
    assert index[0].given == "Ivan"
    with pytest.raises(translit.InputError, match="bytes 65536 to 131071 are not as they were written"):
        list(index)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Peskov Dmitriy Sergeyevich", "person"), ("Abu Bakr al-Baghdadi", "person"), ("John Smith", None),
     ("в Ростовской области", "place"), ("Deir Azzor", None), ("؟", None), ("a\udce9b", None)],
)  # fmt: skip
def test_a_line_holds_a_reading(text, kind):
    reading = translit.explain(text, kind)
    found = from_line(to_line(reading), built_in())
    assert replace(found, parts=(), others=()) == replace(reading, parts=(), steps=(), others=())
    assert [one.row for one in found.others] == [
        one.row for one in reading.others if one.row and one.kind == "place"
    ]
    for part, kept in zip(reading.parts, found.parts, strict=True):
        assert (kept.text, kept.canonical, kept.key, kept.role) == (
            part.text,
            part.canonical,
            part.key,
            part.role,
        )
    assert to_line(found) == to_line(reading)


def test_readings_go_in_too():
    readings = [translit.explain(name, "person") for name in NAMES[:3]]
    assert translit.Index(readings).clusters() == [[0, 1], [2]]


SURNAMES = [
    "Голубцаренко", "Мятликов", "Прястугин", "Вяжлинский", "Бродницарев", "Крутомясов", "Звягородин",
    "Стулкомарев", "Тюрмелинский", "Острожбитов", "Глухмановский", "Педригалов", "Шляпкорин",
    "Дуброжинский", "Кастырников", "Молдырешкин", "Верескунов", "Трофимярцев", "Яробинский", "Хлопотнюк",
    "Булыгманов", "Чернобродский", "Лукомятин", "Светлогубин", "Полынцарев", "Грибомыслов", "Зеленцарский",
    "Коржемяков", "Рыболюдов", "Нездымалов", "Сироткинский", "Варналюбов",
]  # fmt: skip


def test_slips_of_the_pen_are_mended_where_a_list_shows_that_they_are_slips():
    people = [(("Олег", "Павел", "Антон", "Игорь")[at % 4], name) for at, name in enumerate(SURNAMES)]
    slips = [f"{given} {name[:3]}{name[4]}{name[3]}{name[5:]}" for given, name in people]
    names = [name for given, surname in people for name in (f"{given} {surname}", f"{surname} {given}")]
    alone = translit.Index([*names[:4], *slips[:2]], "person").clusters()
    assert alone == [[0, 1], [2, 3], [4], [5]], "a short list does not tell slips from strangers"
    groups = translit.Index([*names, *slips], "person").clusters()
    mended = [group for group in groups if len(group) == 3]
    assert all(slip == len(names) + one // 2 == len(names) + two // 2 for one, two, slip in mended)
    assert len(mended) > 20


def test_two_known_names_are_no_slip():
    pairs = [("Hassan", "Hussein"), ("Salim", "Salem"), ("Kamal", "Kamel")]
    names = [f"{given} {name}" for name in SURNAMES for pair in pairs for given in pair]
    assert translit.Index(names, "person").clusters() == [[at] for at in range(len(names))]


def test_a_name_without_its_family_joins_one_family_only():
    ours = ["Yasser Tawfiq", "Yasser Tawfiq Shalabi"]
    assert translit.Index(ours, "person").clusters() == [[0, 1]]
    assert translit.Index([*ours, "Yasser Tawfiq al-Masri"], "person").clusters() == [[0], [1], [2]]


def test_texts_of_several_names_are_one_where_each_name_is(tmp_path):
    names = ["Ivan Ivanov and Maria Petrova", "Мария Петрова и Иван Иванов", "Ivan Ivanov", "Petrova Maria"]
    index = translit.Index(names, "person")
    assert index.clusters() == [[0, 1], [2], [3]]
    index.save(tmp_path / "names")
    index = translit.Index.load(tmp_path / "names")
    assert index.clusters() == [[0, 1], [2], [3]]
    place, found = index.search("Petrova M.; Ivanov I.", limit=1)[0]
    assert (place, found.verdict, len(found.parts)) == (0, "probable", 2)
    towns = translit.Index(["Aleppo and Idlib", "حلب وإدلب", "Idlib"], "place")
    assert towns.clusters() == [[0, 1], [2]]


def told_pairs():
    """The pairs of the case files: same, different, known failures, and texts of one canonical form."""
    found = [
        (one["left"], one["right"], one["kind"] or None)
        for name in ("same", "different", "known-failures-pairs")
        for one in rows(name)
    ]
    forms = {}
    for name, kind in (("canonical", ""), ("arabic-parts", "person"), ("places", "place")):
        for one in rows(name):
            forms.setdefault((one["canonical"], one.get("kind", kind) or None), {})[one["text"]] = None
    for (_, kind), texts in forms.items():
        found += [(*pair, kind) for pair in itertools.islice(itertools.combinations(texts, 2), 3)]
    return found


def rows(name):
    path = Path(__file__).parent / "cases" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert found, name
    return found


def test_an_index_says_of_two_names_what_compare_says():
    told = [pair for pair in told_pairs() if pair[2] and pair[0] != pair[1]]
    assert len(told) > 700
    for left, right, kind in told:
        said = translit.compare(left, right, kind)
        names = translit.Index([left, right], kind)
        scores = [score for _, _, score in names.pairs(0.0)]
        assert scores == [said.score] or (scores == [] and said.score < 0.5), (
            left,
            right,
            said.score,
            scores,
        )
        assert (len(names.clusters()) == 1) is (said.score >= 0.88), (left, right, said.score)
        found = [(one.score, one.verdict, one.steps) for place, one in names.search(left, 2) if place == 1]
        assert found == [(said.score, said.verdict, said.steps)] or (found == [] and said.score < 0.5), (
            left,
            right,
        )
        (linked,) = translit.match([left], [right], kind)
        assert (linked.right, linked.score) == ((0, said.score) if said.score >= 0.5 else (None, 0.0)), (
            left,
            right,
        )


@pytest.mark.parametrize("kind", ["person", "place"])
def test_a_text_longer_than_any_name_has_few_blocks(kind):
    for text in ("Ivan Ivanov " * 80, "Ivan Ivanov " * 9000, "a" * 100_000, "unknown " * 100):
        filed = blocks.filing(translit.explain(text, kind))
        assert len(filed.pairs) + len(filed.alone) < 5000


def test_names_read_as_of_two_languages_meet():
    index = translit.Index(["Zizi Madhough", "Zizi Haddad", "Zizi Maghribi"], "person")
    query = translit.explain("Зизи Ахмед Мадхуг", "person")
    assert query.origin != index[0].origin
    assert index.search(query, 1)[0][0] == 0


@pytest.fixture(scope="module")
def compiled(built):
    """The compiled loops: the installed ones, or some that are made for these tests."""
    return blocks.compiled or built(Path(blocks.__file__).parent / "_pairs.c")


@pytest.mark.parametrize(
    ("one", "other", "refused"),
    [("Vera Gasnova", "Vera Ganeeva", False), ("Valentina Kapralova", "Valentina Pribylova", True),
     ("Petr Masliukov", "Petr Seletkov", True), ("Ivan Peskov", "Ivan Lavrov", True),
     ("Adnan Abdo al-Sikhni", "Adnan Abdou-al-Sekhni", False), ("Ivan Peskov", "Ivan Pekov", False),
     ("Nasser Dhib", "Nasser Dib", False), ("I. Peskov", "Ivan Peskow", False)],
)  # fmt: skip
def test_what_a_glance_refuses(one, other, refused):
    left, right = (sketch(translit.explain(name, "person")) for name in (one, other))
    assert unlike(left, right, *left_over(left, right)) is refused
    assert unlike(right, left, *left_over(right, left)) is refused


def test_the_compiled_loops_say_the_same(compiled):
    dice = random.Random(3)
    given = ["Ivan", "Иван", "Maria", "Ahmad", "أحمد", "J.", "Abd al-Rahman", "Ахмад", "", "Ma\udce9r", "𐐀𐐩"]
    texts = [f"{dice.choice(given)} {slipped(dice.choice(SURNAMES), dice)}" for _ in range(400)]
    texts += [f"{dice.choice(given)} {dice.choice(given)} {dice.choice(SURNAMES)}" for _ in range(200)]
    texts += [*given, *SURNAMES, *NAMES, " ".join(SURNAMES * 3), "Ivan " + "Ы" * 300]
    index = translit.Index(dict.fromkeys(texts), "person")
    index._postings.settle()
    size = len(index)
    filings = [(at, blocks.filing(index[at])) for at in range(size)]
    assert posted(filings, quick=None) == posted(filings, quick=compiled)
    for place in range(size):
        for father, whole in ((False, ()), (True, (5, 1 << 35))):
            told = [(one, father, at) for at, (_, one) in enumerate(faces.telling(index[place]))]
            found = compiled.blocks(told, whole)
            assert found == blocks.blocks(told, whole, quick=None) or found is None
    order = array("I", dice.sample(range(size), size))
    rank = array("I", sorted(range(size), key=order.__getitem__))
    drawn = []
    for shelf in index._postings.shelves:
        for alone, crowd, company, rare in ((False, 400, 30, 12), (True, 60, 3, 2)):
            how = shelf, alone, rank, crowd, company, rare
            assert pairs_in(*how, quick=None) == pairs_in(*how, quick=compiled)
            drawn.append(pairs_in(*how, quick=None))
    for part in (drawn, [array("Q", dice.choices(range(1 << 60), k=500)) for _ in range(3)], []):
        assert merged(part, quick=None) == merged(part, quick=compiled)
    more = (a << PLACE_BITS | b for a in range(40) for b in range(a + 1, size))
    pairs = merged([*drawn, array("Q", more)])
    quick, slow = (sifted(pairs, order, index._names.sketches, one) for one in (compiled, None))
    assert quick == slow
    told = {(lacking(one), slip_of(one) is not None) for one in slow[1]}
    assert told == {(lacks, slip) for lacks in range(3) for slip in (False, True)}
    assert 1000 < len(slow[0]) < len(pairs) / 2


def slipped(word, dice):
    """A word, now and then with a letter left out, changed, or swapped with the next."""
    at = dice.randrange(1, len(word) - 1)
    ways = (word[:at] + word[at + 1 :], word[:at] + "о" + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :])  # fmt: skip
    return dice.choice((word, word, *ways))


def test_a_part_is_laid_beside_others_in_the_words_that_it_was_read_in(tmp_path: Path) -> None:
    lithuanian, own = "Kasymas Žomartas Tokajevas", "Kassym-Jomart Tokayev"
    translit.Index([lithuanian], "person").save(tmp_path / "people")
    filed = translit.Index.load(tmp_path / "people")[0]
    assert [part.text for part in filed.parts] == lithuanian.split()
    assert translit.compare(filed, own, "person").score == translit.compare(lithuanian, own, "person").score


def test_a_womans_name_that_may_be_a_mans_in_a_case_is_filed_as_both() -> None:
    index = translit.Index(["Амина Аль-Касири", "Амин Аль-Касири"], "person")
    assert index.search("Амина Аль-Касири")[0][0] == 0
    assert 1 in [found for found, _ in index.search("Амин Аль-Касири")]
