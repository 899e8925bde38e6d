# The two commands that a fresh machine with Python 3.11 or newer and make needs:
#   make advise   set up .venv, run the main job on a shipped scenario
#   make test     set up what the tests need, run all that CI runs
#   make quick    the tests for while one works: half a minute

PYTHON ?= python3
BIN := .venv/bin
CASE ?= scenario:health-visitors

.PHONY: advise test quick check package types script typescript site tests pythons nightly fuzz kills mutation script-mutation docs catalogue bench release clean

advise: .venv/installed
	@$(BIN)/advisor advise $(CASE)

test: check types script tests

check: .venv/installed-for-tests package
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@# The contract is about what is installed, where cli/ and knowledge/ lie inside the package.
	cd .venv/package && ../bin/lint-imports --config ../../.importlinter --no-cache

# The package as it is installed. Left-overs of earlier builds would be installed with it.
package: .venv/installed-for-tests
	@rm -rf build .venv/package
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --target .venv/package .
	@rm -rf build

# The types as those see them who use the library: a client under mypy and pyright, both strict; nothing without
# a type; and what the library gives as JSON, compiled against TypeScript types of its schemas.
PYRIGHT := PATH="$(CURDIR)/$(BIN):$$PATH" node $(CURDIR)/tools/script/node_modules/pyright/index.js
types: .venv/installed-for-script package
	cd .venv/package && ../bin/mypy --config-file= --strict --follow-imports=silent --cache-dir ../../.mypy_cache/client ../../examples/client.py
	$(PYRIGHT) -p tools/types
	@cd .venv/package && PYTHONPATH=. $(PYRIGHT) --verifytypes advisor --ignoreexternal >../types.txt || { cat ../types.txt; exit 1; }
	@tail -n 4 .venv/types.txt
	$(BIN)/python -m tools.typescript --check

# The TypeScript types of cases and results, in dist/typescript; a release has them too.
typescript: .venv/installed-for-script
	$(BIN)/python -m tools.typescript dist/typescript

# The script of the page: its types, from what stands above each function, and a linter. Users need neither.
script: .venv/installed-for-script
	$(BIN)/node tools/script/node_modules/typescript/bin/tsc -p tools/script
	$(BIN)/node tools/script/node_modules/eslint/bin/eslint.js --config tools/script/eslint.config.js advisor/standalone/script

# Side by side on all cores; a core that has nothing left to do takes tests over from another.
PYTEST := pytest -n auto --dist worksteal

# At its end it says what it skipped, and why. With TRACED=1, which .ci/run sets, it also measures which
# statements and branches the tests reach, processes that they start included, and demands enough of them.
tests: .venv/installed-for-tests
ifdef TRACED
	$(BIN)/coverage erase
	$(BIN)/coverage run -m $(PYTEST)
	@$(BIN)/coverage combine -q
	$(BIN)/python -m tests.support.floors
else
	$(BIN)/python -m $(PYTEST)
endif

# All unit tests, every property over a few examples, a path through each command.
quick: .venv/installed-for-tests
	QUICK=1 $(BIN)/python -m $(PYTEST) tests/unit tests/property tests/fuzz tests/command/test_each_command.py

# The quick tests on each further Python that is here (3.12, say), in environments of their own.
pythons: .venv/installed-for-tests
	@$(BIN)/python -m tools.pythons

# Each property over hundreds of times as many cases: 20,000 where two engines, and the script of the page, must agree.
nightly: .venv/installed-for-tests
	EXAMPLES_TIMES=334 $(BIN)/python -m pytest tests/property tests/script
	$(BIN)/python -m tools.script_mutants 150 --seed $(or $(SEED),1)

# Bad inputs of every kind, made from a seed; each that breaks a promise is named, and can be made again by its number.
fuzz: .venv/installed-for-tests
	$(BIN)/python -m tests.fuzz $(or $(N),10000) --seed $(or $(SEED),1)

# Every command that writes, killed at moments made from a seed.
kills: .venv/installed-for-tests
	$(BIN)/python -m tests.fuzz.kills $(or $(N),300) --seed $(or $(SEED),1)

# One change to one rule at a time: which of them would no scenario notice?
mutation: .venv/installed
	$(BIN)/advisor knowledge mutate

# One operator of the page's script changed at a time: which changes would no comparison with Python notice?
script-mutation: .venv/installed-for-tests
	$(BIN)/python -m tools.script_mutants $(N) --seed $(or $(SEED),1)

# The pages that are made from the knowledge base and from --help.
docs: .venv/installed
	$(BIN)/python docs/make.py

# The program's own words, from where they stand in the code: for translators.
catalogue: .venv/installed
	$(BIN)/python -m tools.catalogue

# Built, tried in fresh environments, changelog gathered; nothing is published. DRY=1 changes nothing.
release: .venv/installed-for-script
	@$(BIN)/python -m tools.release $(VERSION) $(if $(DRY),--dry-run)
	$(if $(DRY),,$(BIN)/python -m tools.typescript dist/typescript)

# The reference, as pages for a browser that ask nothing of anybody: a broken link ends it.
site: .venv/installed-for-tests
	$(BIN)/python -m tools.site site

bench: .venv/installed-for-tests
	$(BIN)/python -m benchmarks

# pip is told to be quiet, not silent: what goes wrong is still said.
.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed, and $(PYTHON) is %d.%d. If you have a newer one, name it: make PYTHON=python3.12 $(MAKECMDGOALS). If not, get one from python.org, or with: uv python install 3.12' % sys.version_info[:2])"
	@echo "Setting up .venv (once; about a minute) ..." >&2
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-for-tests: .venv/installed
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

.venv/installed-for-script: .venv/installed-for-tests tools/script/package-lock.json
	@cd tools/script && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

clean:
	rm -rf .venv tools/script/node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
