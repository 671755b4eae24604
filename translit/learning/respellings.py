"""Learn how names are written in Latin letters, from pairs of a name and its spelling.

``python -m translit.learning.respellings ru PAIRS.tsv…`` (languages ru, uk, be, ar; columns native,
latin, perhaps count) lays each word beside its spelling by the letters that may stand for each
other, counts which stands for which between which neighbours, and writes the costs, in nats, to
``tables/sounds/spell-ru.tsv``. Pairs that no row of letters explains teach nothing.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from pathlib import Path
from unicodedata import combining, normalize

from translit.respelling.letters import marks_of, table_of, units
from translit.tables import built_in

__all__ = ["align", "learn"]

_LEAST = 12
_SMOOTH = 3.0
_DEAREST = 6.0
_UNSEEN = 0.05
_PASSES = 3

_SLAVIC = {
    "а": "a ia", "б": "b", "в": "v w f ff u", "г": "g gh h j", "ґ": "g", "д": "d", "е": "e ye ie je ia ya i",
    "ё": "yo e io jo o ye ie", "є": "ye ie je e", "ж": "zh j", "з": "z s dz", "и": "i y ie", "і": "i y",
    "ї": "yi i ii ji", "й": "y i j -", "к": "k c", "л": "l", "м": "m", "н": "n", "о": "o a", "п": "p",
    "р": "r", "с": "s ss", "т": "t", "у": "u ou w", "ў": "u w", "ф": "f ph", "х": "kh h ch", "ц": "ts c tz",
    "ч": "ch tch tsch", "ш": "sh sch ch", "щ": "shch sch chtch", "ъ": "- y", "ы": "y i",
    "ь": "- i y j", "э": "e", "ю": "yu iu ju u you", "я": "ya ia ja a yia", "'": "-",
    "кс": "ks x", "ий": "y iy i ii ij yi yy", "ый": "y yy iy i ii yj yi",
    "ия": "ia iya iia ya ija", "ье": "ye ie e je yie iye", "ья": "ya ia iya ja", "ью": "yu iu",
}  # fmt: skip
_ARABIC = {
    "ء": "- '", "ب": "b", "ت": "t", "ث": "th t s", "ج": "j g dj", "ح": "h", "خ": "kh h ch k", "د": "d",
    "ذ": "dh d z th", "ر": "r", "ز": "z", "س": "s ss c", "ش": "sh ch", "ص": "s", "ض": "d dh z",
    "ط": "t", "ظ": "z dh d th", "ع": "- ' a aa e", "غ": "gh g", "ف": "f", "ق": "q k g c gu", "ك": "k c g",
    "ل": "l ll", "م": "m", "ن": "n ne", "ه": "h -", "و": "w ou u o v", "ي": "y i ie yi",
    "ة": "a ah e eh at -", "َ": "a e -", "ِ": "i e - ee", "ُ": "u o ou oo -", "ٰ": "a e aa",
    "ۥ": "u o ou oo", "ۦ": "i ee y ie ei e",
    "ى": "a e y i", "ࣰ": "-", "َو": "aw au ou o ow aou", "َي": "ay ai ei e ey a i ee", "ّ": "-",
    "ۦ#": "i y ee ie ey iy", "ْ": "-", "ۜ": "-", "\N{ARABIC EMPTY CENTRE LOW STOP}": "i e a",
    "پ": "p", "گ": "g", "چ": "ch", "ڤ": "v", "ژ": "j zh",
}  # fmt: skip
_DOUBLED = {
    f"{letter}\N{ARABIC SHADDA}": " ".join([*(put * 2 for put in puts.split()), puts]).replace("--", "-")
    for letter, puts in _ARABIC.items()
    if "ء" <= letter <= "ي" and len(letter) == 1
}
_SEEDS = {
    "ru": _SLAVIC,
    "uk": {**_SLAVIC, "г": "h g gh", "и": "y i", "о": "o i a", "е": "e ye ie o ia", "ы": "y i"},
    "be": {
        **_SLAVIC, "г": "h g", "о": "a o", "е": "e ie ye ia ya a", "и": "i y", "в": "v u w",
        "т": "t ts", "д": "d dz", "р": "r",
    },
    "ar": {**_ARABIC, **_DOUBLED},
}  # fmt: skip
_Counts = defaultdict[str, defaultdict[str, float]]
_WORD = re.compile(r"[\s,‐–-]+")


def _plain(latin: str) -> str:
    """A spelling in small ASCII letters."""
    bare = "".join(sign for sign in normalize("NFD", latin.lower()) if not combining(sign))
    return re.sub("[^a-z]", "", bare)


def align(
    parts: Sequence[str], latin: str, puts: dict[str, tuple[str, ...]], costs: dict[str, dict[str, float]]
) -> tuple[str, ...] | None:
    """What each unit of a word became in its spelling, the cheapest way; None where none fits."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for part in parts:
        after: dict[int, tuple[float, tuple[str, ...]]] = {}
        for at, (cost, chosen) in best.items():
            for put in puts.get(part, ()):
                if latin.startswith(put, at):
                    step = (cost + costs.get(part, {}).get(put, 2.0), (*chosen, put))
                    if at + len(put) not in after or step < after[at + len(put)]:
                        after[at + len(put)] = step
        best = after
    return best[len(latin)][1] if len(latin) in best else None


def _pairs(language: str, lines: Iterable[Sequence[str]]) -> Iterator[tuple[list[str], str, float]]:
    """Words of pairs as units, their spellings, and how much they weigh."""
    seeds = _SEEDS[language]
    for native, latin, *more in lines:
        words, spellings = (list(filter(None, _WORD.split(text))) for text in (native, latin))
        if len(words) != len(spellings):
            continue
        weight = 1 + log(int(more[0])) if more and more[0].isdigit() else 1.0
        for word, spelling in zip(words, spellings, strict=True):
            if len(word) > 1:
                yield units(word, language, seeds), _plain(spelling), weight


def learn(language: str, lines: Iterable[Sequence[str]]) -> dict[str, dict[str, float]]:
    """The costs of every unit between its neighbours."""
    puts = {
        unit: tuple(dict.fromkeys(put.strip("-'") for put in seed.split()))
        for unit, seed in _SEEDS[language].items()
    }
    pairs = list(_pairs(language, lines))
    costs: dict[str, dict[str, float]] = {}
    for _ in range(_PASSES):
        counts: _Counts = defaultdict(lambda: defaultdict(float))
        used = 0
        for parts, latin, weight in pairs:
            chosen = align(parts, latin, puts, costs)
            used += chosen is not None
            for at, put in enumerate(chosen or ()):
                for mark in marks_of(parts, at):
                    counts[mark][put] += weight
        costs = _costs(counts, puts)
    sys.stderr.write(f"{language}: {used} of {len(pairs)} words explained\n")
    return costs


def _costs(counts: _Counts, puts: dict[str, tuple[str, ...]]) -> dict[str, dict[str, float]]:
    """Counts as costs, the narrower mark leaning on the wider one."""
    chances: dict[str, dict[str, float]] = {}
    for unit, choices in puts.items():
        total = sum(counts[unit].values()) + _UNSEEN * len(choices)
        chances[unit] = {put: (counts[unit][put] + _UNSEEN) / total for put in choices}
    for mark in sorted(counts, key=lambda name: ("<" in name) + (">" in name)):
        total = sum(counts[mark].values())
        unit = mark.partition("<")[2].partition(">")[0] or mark.partition(">")[0]
        if mark == unit or total < _LEAST:
            continue
        wider = chances.get(mark.partition(">")[0], chances[unit])
        chances[mark] = {
            put: (counts[mark][put] + _SMOOTH * share) / (total + _SMOOTH) for put, share in wider.items()
        }
    return {mark: {put: -log(share) for put, share in found.items()} for mark, found in chances.items()}


def main(arguments: Sequence[str]) -> int:
    """Learn from the files named, and write the table of a language."""
    language, *names = arguments
    lines = [
        line.split("\t") for name in names for line in Path(name).read_text(encoding="utf-8").splitlines()[1:]
    ]
    costs = learn(language, lines)
    path = built_in().home / f"{table_of(language)}.tsv"
    rows = ["mark\tcosts"]
    for mark, found in sorted(costs.items()):
        cheap = sorted((cost, put) for put, cost in found.items() if cost < _DEAREST)
        rows.append(f"{mark}\t" + " ".join(f"{put or '-'}:{cost:.2f}" for cost, put in cheap))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
