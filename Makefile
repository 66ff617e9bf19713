# `make help` lists what there is. Everything lives in .venv; nothing else on the machine is touched.
PYTHON ?= python3
BIN := .venv/bin
UV := 0.13.9

.PHONY: help run test check unit bench torture faults requirements sample template pictures font clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/run ## Serve the map on http://localhost:8050 (JOBTRACK_WORKBOOK=path for your own)
	$(BIN)/python app.py

test: check unit ## The whole check: format, lint, types, imports, unit and browser tests

check: .venv/dev ## The static part: format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/dev ## Unit and browser tests alone (brings Chromium and nginx if there are none)
	$(BIN)/python tools/bring_chromium.py
	-$(BIN)/python tools/bring_nginx.py
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

bench: .venv/dev ## Print how long things take, as ratios to a yardstick
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_layout.py
	$(BIN)/python tools/bench_journeys.py
	$(BIN)/python tools/bench_frameworks.py
	$(BIN)/python tools/bench_load.py
	$(BIN)/python tools/bench_store.py
	$(BIN)/python tools/bring_chromium.py
	$(BIN)/python tools/bench_render.py

torture: .venv/dev ## Run the tests that take minutes, with their figures
	$(BIN)/python -m pytest -m long -s

faults: .venv/dev ## Plant known faults in a copy of the project and see that tests notice each
	$(BIN)/python tools/planted_faults.py

requirements: .venv/bin/python ## Compile requirements.txt and requirements-dev.txt anew from the short .in files
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV)
	for name in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make requirements" $$name.in --output-file $$name.txt || exit 1; done

sample: .venv/run ## Write data/sample.xlsx anew from data/sample/
	$(BIN)/python data/make_sample.py

template: .venv/run ## Write data/template.xlsx anew from data/template/
	$(BIN)/python data/make_template.py

pictures: .venv/dev ## Draw the pictures of docs/workbook.md and docs/hr.md anew
	$(BIN)/python tools/bring_chromium.py
	$(BIN)/python tools/make_pictures.py
	$(BIN)/python tools/make_hr_pictures.py

font: .venv/run ## Write the web font anew
	$(BIN)/python tools/make_font.py

clean: ## Remove .venv and caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/run
