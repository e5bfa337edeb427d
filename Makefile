# The gate and its parts. `make check` sets up its own environment and runs everything that must pass.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
WORKERS ?= auto

.PHONY: check setup format lint types imports tests trees deep bench run clean

check: lint types imports trees tests

setup: $(VENV)/ready

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

format: setup
	$(BIN)/ruff format tshoot tests benchmarks
	$(BIN)/ruff check --fix tshoot tests benchmarks

lint: setup
	$(BIN)/ruff format --check tshoot tests benchmarks
	$(BIN)/ruff check tshoot tests benchmarks

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

trees: setup
	$(BIN)/tshoot lint decision_trees
	$(BIN)/tshoot test decision_trees --coverage --fail-under 100

tests: setup
	$(BIN)/pytest --numprocesses $(WORKERS) -m "not deep"

# Long suites; run before a release.
deep: setup
	$(BIN)/pytest --numprocesses $(WORKERS)

bench: setup
	$(BIN)/python -m benchmarks

run: setup
	$(BIN)/tshoot

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
