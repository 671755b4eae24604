"""Native forms of lone Latin names never seen: ``python -m bench.natives EVAL [ru|ar] [--homes FOLDER]``.

The letter costs are learned anew without one half of the native words (`bench/single.py`), and
`explain` reads that half with them: how often its `native` is right, or that of one of its first two
`others` with another form, beside the first and the first three readings of `translit.sounds`. Russian
names are those with a surname's ending, as in `bench/sounds.py`. ``--homes`` keeps the tables learned.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.evaldata import read
from bench.single import chosen_of, half, options_of, printed
from bench.sounds import ENDINGS, costs_of, plausible
from translit.sounds.letters import article_parted, native_letters
from translit.tables import built_in

_MOST = 3000  # words of a half
_FILES = {"ru": ("names_ru",), "ar": ("names_ar", "alalc_ar")}


def asked(
    folder: Path, language: str, name: str, unseen: int, ends: tuple[str, ...] = ENDINGS
) -> Iterator[tuple[str, str]]:
    """The plain native letters and the spelling of the words of one half, Russian ones with some endings."""
    costs = costs_of(built_in(), language)
    for row in read(folder / f"tokens/{name}.tsv"):
        native, spelling = row["native"], row["latin"]
        if half(native, language) != unseen or " " in native + spelling:
            continue
        if language == "ar":
            native, spelling = article_parted(native, spelling)
        plain = native_letters(native, language)
        if len(plain) < 2 or len(spelling) < 2 or (language == "ru" and not plain.endswith(ends)):
            continue
        if plausible(plain, spelling.lower(), costs, language):
            yield plain, spelling[0].upper() + spelling[1:]


def plain(native: str | None, language: str) -> str:
    """The letters of a native form, an article left out."""
    bare = article_parted(native or "", "")[0] if language == "ar" else native or ""
    return native_letters(bare, language)


def count(folder: Path, language: str, unseen: int) -> None:
    """Print, as a line of JSON, how often each is right in one half, by the tables in use."""
    from translit import explain
    from translit.sounds import read as heard

    for name in _FILES[language]:
        words = list(asked(folder, language, name, unseen))
        found: Counter[str] = Counter()
        for native, spelling in words[:: max(1, len(words) // _MOST)][:_MOST]:
            forms = [plain(form.native, language) for form in heard(spelling.lower(), language)]
            reading = explain(spelling, "person")
            natives = [plain(one.native, language) for one in (reading, *reading.others)]
            forms, natives = list(dict.fromkeys(forms)), list(dict.fromkeys(natives))
            found.update(words=1, read=forms[:1] == [native], read3=native in forms[:3])
            found.update(native=natives[0] == native, native3=native in natives[:3])
        print(json.dumps([name, found]))


def main() -> None:
    chosen = chosen_of(options_of("native forms of lone Latin names never seen", "ru"), count)
    if chosen is None:
        return
    total: dict[str, Counter[str]] = {}
    for lines in printed("bench.natives", chosen):
        for name, found in lines:
            total.setdefault(name, Counter()).update(found)
    print("| names | words | read: first | of three | native | or of two others |")
    print("|---|---|---|---|---|---|")
    for name, found in total.items():
        cells = [f"{found[one] / found['words']:.3f}" for one in ("read", "read3", "native", "native3")]
        print(f"| {name} | {found['words']} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
