# make run    sets everything up, converts a seed and shows the result
# make test   sets everything up, then lint, types, generated files and the tests
# make lock   writes the lock files anew from pyproject.toml
# make audit  looks the locked packages up among known vulnerabilities; needs a database that can be reached
# make compiled  makes a wheel whose stages are compiled, in dist/compiled: the same documents, sooner; needs a C compiler and three minutes
# make release  makes a release's files in dist/, with checksums: make release TAG=v1.2.3, or without a tag for a trial
# make sbom   writes the software bill of materials to dist/
# make fuzz   fuzzes every part, MINUTES each (1 without)

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready
MINUTES ?= 1
SEED   := seeds/002_fa97d507ddd9a17d.txt

.PHONY: run test lint types generated lock wheel compiled audit sbom release fuzz clean
.DEFAULT_GOAL := test

run: $(READY)
	@$(VENV)/bin/gwr convert $(SEED) -o build/run
	@$(VENV)/bin/gwr check build/run/002_fa97d507ddd9a17d.json
	@$(PY) -m scripts.show build/run/002_fa97d507ddd9a17d.json

test: $(READY) lint types generated
	$(PY) -m pytest

lint: $(READY)
	$(PY) -m ruff check .

types: $(READY)
	$(PY) -m mypy

generated: $(READY)
	$(PY) -m scripts.generate --check

wheel: $(READY)
	$(PY) -m build --wheel --no-isolation --outdir dist .

# By way of the source archive, so that nothing compiled is left beside the sources, where Python would take it for them.
compiled: $(READY)
	rm -rf dist/compiled
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(PY) -m build --no-isolation --outdir dist/compiled .

# The environment, from the lock file; made again when the lock or the project file changes.
$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gwr needs Python 3.11 or newer; this is %s (say make PYTHON=python3.12)" % sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q converter # as an installation does: else a machine that is told to keep no bytecode compiles it at every start
	@touch $(READY)

# What gwr needs without its extras, and what its development needs with all of them; neither names where packages come from.
lock:
	$(PY) -m pip install --quiet 'uv>=0.5,<1'
	$(VENV)/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet --upgrade --extra dev -c requirements.txt -o requirements-dev.txt

# pip-audit calls packages it cannot look up skipped and ends well: nothing looked up is no audit.
audit: $(READY)
	$(PY) -m pip install --quiet 'pip-audit>=2.7,<3'
	$(PY) -m scripts.audit requirements.txt requirements-dev.txt

release: $(READY)
	$(PY) -m scripts.release $(if $(TAG),--tag $(TAG))

sbom: $(READY)
	@mkdir -p dist
	$(PY) -m scripts.sbom > dist/gwr-converter.cdx.json

fuzz: $(READY)
	$(PY) -m pip install --quiet 'atheris>=3.0,<4'
	$(PY) -m scripts.fuzz all --minutes $(MINUTES)

clean:
	rm -rf build dist $(READY) .pytest_cache .mypy_cache .ruff_cache .hypothesis
