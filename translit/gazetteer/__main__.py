"""``python -m translit.gazetteer``: the tables of towns and countries made anew."""

import argparse
import sys

from translit.gazetteer import main

parser = argparse.ArgumentParser(
    prog="python -m translit.gazetteer",
    usage="%(prog)s [-h] [TABLES | check-units [FOLDER]]",
    description="Write place/country.tsv and place/at/*.tsv anew from GeoNames and CLDR.",
    epilog="Needs: pip install translit-names[gazetteer].",
)
parser.add_argument("TABLES", nargs="?", help="the folder of tables to write into, else the built-in one")
parser.add_argument(
    "FOLDER",
    nargs="?",
    help="after check-units: the folder of CLDR's common/subdivisions that place/unit is held against",
)
told = parser.parse_args()
sys.exit(main([word for word in (told.TABLES, told.FOLDER) if word is not None]))
