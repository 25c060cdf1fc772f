# make draft   draft the massage-therapy case into out/ and print it
# make test    run the tests
# make lint    check style and types
# PYTHON=...   the interpreter to use, 3.11 or newer

VENV = .venv
SEED = seeds/determinations/CM14-0140682.md

draft: $(VENV)/.installed
	@$(VENV)/bin/drafter draft $(SEED) --out out

test: $(VENV)/.installed-dev
	@$(VENV)/bin/python -m pytest -n auto

lint: $(VENV)/.installed-dev
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

$(VENV)/.installed: pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" sh scripts/setup.sh $(VENV)
	@touch $@

$(VENV)/.installed-dev: pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" sh scripts/setup.sh $(VENV) dev
	@touch $(VENV)/.installed $@

.PHONY: draft test lint
