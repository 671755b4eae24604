"""``python -m translit.gazetteer``: the tables of towns and countries made anew."""

import sys

from translit.gazetteer import main

sys.exit(main(sys.argv[1:]))
