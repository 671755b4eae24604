# The tasks of this project. `make help` lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
BASE   ?= HEAD

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz check fix docs diff-tables man test-engines wheel clean python

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) on this machine; install it: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than 3.11; give a newer one: make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) has no venv; install it: sudo apt-get install python3-venv" >&2; exit 1; }

$(VENV)/demo: pyproject.toml | python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q translit
	@touch $@

$(VENV)/dev: pyproject.toml | python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q translit
	@touch $@ $(VENV)/demo

demo: $(VENV)/demo ## install into .venv and show the example list, normalised
	@$(BIN)/translit normalize docs/examples/reports.csv --column name --kind auto --format table

test: $(VENV)/dev ## install what the tests need and run them
	@$(BIN)/python -m pytest

fuzz: $(VENV)/dev ## try the laws on thousands of new examples, some minutes; what fails is told with how to repeat it
	@$(BIN)/python -m pytest tests/test_laws.py tests/test_arabic.py --hypothesis-profile fuzz

check: $(VENV)/dev ## lint, format, types and tests: before every commit
	@$(BIN)/ruff check translit tests bench
	@$(BIN)/ruff format --check translit tests bench
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

fix: $(VENV)/dev ## format the code, sort and mend the tables
	@$(BIN)/ruff check --fix --quiet translit tests bench || true
	@$(BIN)/ruff format --quiet translit tests bench
	@$(BIN)/translit tables check --fix

diff-tables: $(VENV)/demo ## print which answers change with the tables since BASE (the last commit)
	@$(BIN)/python bench/diff_tables.py --base $(BASE)

docs: $(VENV)/demo ## write the pages of docs/reference anew from the tables and the code
	@$(BIN)/python -m translit.catalogue
	@$(BIN)/python docs/reference/make.py

man: $(VENV)/demo ## write the manual page to dist/translit.1
	@mkdir -p dist && $(BIN)/translit man > dist/translit.1 && echo "read it: man dist/translit.1"

test-engines: $(VENV)/dev ## test the doors to pandas, Polars, DuckDB, Spark and spaCy against the real libraries
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[engines]'
	@command -v java >/dev/null || echo "no Java runtime: the Spark door will not be run; sudo apt-get install default-jre-headless" >&2
	@$(BIN)/python -m pytest tests/engines translit/frames -rs -p no:cacheprovider

$(VENV)/bench: pyproject.toml | $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]' \
		|| { echo "make: not every peer installs here (PyICU wants pkg-config and libicu-dev); who is missing is told in the table" >&2; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[gazetteer]'; }
	@touch $@

bench: $(VENV)/bench ## measure, beside the peers where there are any: make bench EVAL=the folder of development data
	@$(BIN)/python -m bench $(EVAL)

wheel: $(VENV)/dev ## build the wheel
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## remove what the tasks made
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
