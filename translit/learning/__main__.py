"""``python -m translit.learning``."""

import sys

from translit.learning import main

main(sys.argv[1:])
