# Everything runs in .venv, which is made from requirements.lock (pinned, with hashes).
# Needs Python 3.11 or newer and make; PYTHON=/path/to/python chooses another interpreter.

PYTHON ?= $(shell for name in python3 python3.15 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
BIN := .venv/bin
LOCKED := .venv/locked
READY := .venv/ready
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.PHONY: help setup compiled crawl test test-compiled installs lint format docs site lock clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: $(READY)  ## make .venv from requirements.lock

$(LOCKED): requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up .venv from requirements.lock (once) ..."
	@rm -rf .venv
	@"$(PYTHON)" -m venv .venv
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml hatch_build.py $(wildcard rudaw_scraper/*.px*)
	@echo "Compiling what reads a page (a minute; RUDAW_PLAIN=1 does without) ..."
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

compiled: $(LOCKED)  ## compile anew what reads a page, after changes
	@touch hatch_build.py
	@$(MAKE) --no-print-directory setup

crawl: $(READY)  ## crawl the built-in example site over loopback HTTP
	@rm -rf output/example
	@$(BIN)/rudaw crawl --site fixtures/site --delay 0 --output output/example

test: $(READY)  ## run the tests with branch coverage
	@$(BIN)/python -m pytest --cov --cov-report=term $(PYTEST_ARGS)

test-compiled: $(READY)  ## run the tests on the compiled modules
	@RUDAW_PLAIN= $(BIN)/python -m pytest -q $(PYTEST_ARGS)

installs: $(READY)  ## run the commands of the documents that install things, in a clone
	@$(BIN)/python -m pytest -m installs tests/test_doc_installs.py

lint: $(READY)  ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(READY)  ## put the code into the project's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(READY)  ## renew the schema files and the tables in docs/ that are made from the code
	@$(BIN)/python -m rudaw_scraper.schema rudaw_scraper docs/record.md
	@$(BIN)/python -m tests.module_map

site: $(READY)  ## build the documents as a site in site/ and check its links
	@$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going --builder html docs site
	@$(BIN)/python -m tests.site_links site
	@echo "written to site/index.html"

lock: $(READY)  ## renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group dev --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--output-file requirements.lock pyproject.toml

clean:  ## remove what can be made again (never what is in output/)
	@rm -rf .venv dist site .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .scrapy
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
