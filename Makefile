# Two commands do everything on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVAL ?= ../shared/eval

.PHONY: demo test test-fast lint format bench bench-batch picture screenshots vendor train train-pupil train-claims clean

$(VENV)/.base: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[serve]"
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

demo: $(VENV)/.base  ## Install, read the sample report and show its claims
	$(BIN)/dateline read examples/tibesti.txt
	@echo
	@echo "Next, the workbench: $(BIN)/dateline add examples/*.txt examples/*.html && $(BIN)/dateline serve --open"
	@echo "On the command line, docs/guide.md goes on from here."

test: $(VENV)/.dev  ## Everything a clean machine can run
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-fast: $(VENV)/.dev  ## Without the slow tests
	$(BIN)/python -m pytest -m "not slow"

lint: $(VENV)/.dev  ## Style, types, layout
	$(BIN)/ruff check --no-cache dateline tests benchmarks training tools hatch_build.py
	$(BIN)/ruff format --check dateline tests benchmarks training tools hatch_build.py
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix-only dateline tests benchmarks training tools hatch_build.py
	$(BIN)/ruff format dateline tests benchmarks training tools hatch_build.py

bench: $(VENV)/.dev  ## Every number in docs/benchmarks.md, from the evaluation pack in EVAL
	$(BIN)/python -m benchmarks.bench --eval $(EVAL)

bench-batch: $(VENV)/.dev  ## What batches cost: workers, engines, stages, memory, growth
	$(BIN)/python -m benchmarks.batch --eval $(EVAL)

picture: $(VENV)/.base  ## What the docs show of the program itself: docs/settings.md and docs/pictures/read.svg
	$(BIN)/python docs/build.py

screenshots: $(VENV)/.dev  ## docs/pictures/*.png: the workbench in headless Chromium
	$(BIN)/python -m tools.screenshots

vendor: $(VENV)/.base  ## Fetch the files of others that the workbench serves
	$(BIN)/python -m tools.vendor

$(VENV)/.train: $(VENV)/.base
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[train]"
	@touch $@

TRAINED ?= training/out
THREADS ?= 2
CONFIG ?= training/encoder/config.yaml
# The folder of all-mpnet-base-v2, for the course in which the encoder learns from a large network; without it that is left out.
MPNET ?=
# Large arrays are not given back to the system after every batch: half of the time went into that.
KEEP_MEMORY := MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592
train: $(VENV)/.train  ## Train the encoder from the sets in EVAL, put its weights into the package and measure it; goes on where it broke off
	$(BIN)/python -m training.encoder.silver --data $(EVAL)/data --out $(TRAINED)
	$(KEEP_MEMORY) $(BIN)/python -m training.encoder.run --data $(EVAL)/data --out $(TRAINED) --threads $(THREADS) --config $(CONFIG)
	$(if $(MPNET),$(MAKE) train-pupil START=)
	$(BIN)/python -m training.encoder.export --out $(TRAINED) --config $(CONFIG)
	$(BIN)/python -m training.encoder.tune --pack $(EVAL) --tasks muc4 polnear
	$(BIN)/python -m training.encoder.support --pack $(EVAL)
	$(BIN)/python -m training.encoder.measure --pack $(EVAL) --out $(TRAINED)

# Weights that were shipped once, to begin the course from when the checkpoint of the courses before it is gone.
START ?=
train-pupil: $(VENV)/.train  ## The part of `train` in which the encoder learns sayings from the large network in MPNET
	$(if $(START),$(BIN)/python -m training.encoder.thaw --weights $(START) --out $(TRAINED))
	$(KEEP_MEMORY) $(BIN)/python -m training.encoder.large --data $(EVAL)/data --out $(TRAINED) --mpnet $(MPNET) --threads $(THREADS)
	$(KEEP_MEMORY) $(BIN)/python -m training.encoder.pupil --data $(EVAL)/data --out $(TRAINED) --threads $(THREADS)

train-claims: $(VENV)/.train  ## Train the network for claims from the reports of this repository and put its weights into the package
	$(KEEP_MEMORY) $(BIN)/python -m training.claims.learn --out $(TRAINED) --threads $(THREADS)
	$(BIN)/python -m training.claims.export --out $(TRAINED)
	$(BIN)/python -m benchmarks.calibration --fit

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis benchmarks/out
