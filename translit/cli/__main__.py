"""``python -m translit.cli``: the command line without its script."""

from translit.cli import main

main()
