.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
QM := build/translations/ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Bytecode must be written: without it each start costs a second more.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run demo test test-slow check lint types architecture translations screenshots references bench bench-heavy bench-peers clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) $(QM) ## system libraries, virtual environment, translations

$(READY): requirements.lock pyproject.toml packaging/system-packages.sh
	sh packaging/system-packages.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(QM): $(READY) $(wildcard translations/*.ts)
	sh packaging/build-translations.sh $(BIN)

run: setup ## open the program with a demonstration day
	sh packaging/run.sh $(BIN)

demo: setup ## drive a whole visit offscreen; PDFs and pictures in build/demo
	$(OFFSCREEN) $(BIN)/python -m app demo --out build/demo

test: setup ## all tests but the slow ones
	$(OFFSCREEN) $(BIN)/python -m pytest -n 2

test-slow: setup ## the slow tests
	$(OFFSCREEN) $(BIN)/python -m pytest -m slow

lint: setup ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy --strict

architecture: setup ## imports point one way
	PYTHONPATH=. $(BIN)/lint-imports --no-cache

translations: setup ## every text has its Danish translation
	$(BIN)/python packaging/check_translations.py

check: lint types architecture translations test ## everything that CI asks

screenshots: setup ## a picture of each screen in build/screenshots
	rm -rf build/screenshots
	$(OFFSCREEN) $(BIN)/python -m app screenshots --out build/screenshots

references: setup ## keep the pages of the documents as they look now
	$(BIN)/python -m tests.documents.references

bench: setup ## a table of ratios
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks

bench-heavy: setup ## the same, with the hub's year of 100 visitators: 3 GB of disk
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks --heavy

bench-peers: setup ## the same work beside PouchDB, Anki and morango, which are installed for it
	$(BIN)/python -m tests.benchmarks.peers

clean: ## remove what was built, not the virtual environment
	rm -rf build dist
