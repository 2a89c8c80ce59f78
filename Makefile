# Everything runs in an environment of its own, .venv, made when it is first needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made

.PHONY: run test browser lint types wheel bench faults picture index goldens clean

run: $(STAMP)
	$(BIN)/facecoach run morning

# The tests of faults wait more than they work, so more of them run side by side.
test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/browser --ignore tests/faults
	$(BIN)/python -m pytest -n 4 --dist worksteal tests/faults

# The exported page in real browsers; the tests of one that cannot be had leave themselves out.
BROWSERS := chromium firefox-esr webkit2gtk-driver xvfb
browser: $(STAMP)
	for one in $(BROWSERS); do dpkg -s $$one >/dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && apt-get install -qq -y $$one >/dev/null 2>&1; } || echo "left out: $$one"; done
	$(BIN)/python -m pip install --quiet --group browser || true
	$(BIN)/python -m pytest -n 2 --dist worksteal tests/browser

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python tests/benchmarks/speed.py; $(BIN)/python tests/benchmarks/screen.py; $(BIN)/python tests/benchmarks/pixels.py kitty; $(BIN)/python tests/benchmarks/pixels.py sixel; $(BIN)/python tests/benchmarks/countdown.py; $(BIN)/python tests/benchmarks/sound.py

# Random faults for a quarter of an hour, or FOR seconds; SEED plays a stretch again.
FOR ?= 900
faults: $(STAMP)
	PYTHONPATH=tests/faults $(BIN)/python tests/faults/rounds.py $(FOR) $(SEED)

# The README's picture, made by the program itself.
picture: $(STAMP)
	PYTHONPATH=tests $(BIN)/python tests/picture.py docs/session.svg

# What the bundled routines come to, written down for a quick start.
index: $(STAMP)
	PYTHONPATH=tests $(BIN)/python tests/index.py

# What people see, written down anew; look at the difference before it is kept.
goldens: $(STAMP)
	rm -rf tests/goldens
	FACECOACH_RENEW=1 $(BIN)/python -m pytest -q -n auto tests/screen/test_goldens.py tests/safety/test_outcomes.py

# The tests again, on the wheel as a user gets it: no src folder, no routines beside the package. What a fault does
# to the program is the same there.
wheel: $(STAMP)
	rm -rf build/wheel dist && mkdir -p build/wheel
	$(BIN)/python -m build --wheel --outdir dist .
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	build/wheel/venv/bin/python -m pip install --quiet --group test dist/*.whl
	cp -r tests pyproject.toml README.md build/wheel/
	cd build/wheel && FACECOACH_WHEEL=1 venv/bin/python -m pytest -n auto --dist worksteal \
		--ignore tests/browser --ignore tests/faults

clean:
	rm -rf $(VENV) build dist

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group test --group lint
	touch $@
