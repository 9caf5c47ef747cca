# Needs python3 (3.11 or newer, with venv), make and the package index; everything else goes into $(VENV).
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
SOURCES := $(shell find src -type f -not -name '*.pyc')

.DEFAULT_GOAL := help
.PHONY: help demo test check train bench docs lock clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1	/'

demo: $(VENV)/installed ## install Parley in its own environment and make a record of the bundled reports
	@$(BIN)/parley demo examples/istanbul

test: $(VENV)/developing ## run the tests, the accuracy floors among them
	@$(BIN)/python -m pytest

check: $(VENV)/developing ## style, types, the layers of the house, the corpus
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=src $(BIN)/lint-imports
	@$(BIN)/python -m corpus.check --quiet

train: $(VENV)/training ## from the corpus to the weights under src/parley/encoder (hours on a processor, minutes on a GPU)
	@$(BIN)/python -m training

bench: $(VENV)/developing ## measure accuracy and speed
	@$(BIN)/python -m benchmarks.accuracy
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.keeping
	@$(BIN)/python -m benchmarks.pages

docs: $(VENV)/developing ## make the examples, the data model's page, the list of what there is to translate and the shown outputs again
	@$(BIN)/python -m examples.make
	@$(BIN)/python -m docs.data_model
	@$(BIN)/python -m docs.catalogue
	@$(BIN)/python -m docs.outputs

lock: $(VENV)/locking ## pin the dependencies again, in requirements.lock and requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml $(LOCK) --output-file requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --extra postgres --group test --group lint --group bench $(LOCK) --output-file requirements-dev.lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --custom-compile-command "make lock"

clean: ## remove what was made here
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Parley needs Python 3.11 or newer; give one by: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "No virtual environment could be made; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/required: $(VENV)/made requirements.lock
	@echo "Installing what Parley needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/installed: $(VENV)/required pyproject.toml README.md $(SOURCES)
	@echo "Installing Parley into $(VENV) …"
	@$(PIP) install --no-deps --force-reinstall .
	@touch $@

$(VENV)/developing: $(VENV)/installed requirements-dev.lock
	@echo "Installing what the checks and tests need into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/training: $(VENV)/developing
	@$(PIP) install 'pip>=25.1'
	@$(PIP) install --group train
	@touch $@

$(VENV)/locking: $(VENV)/made
	@$(PIP) install uv
	@touch $@
