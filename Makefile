# Two commands do everything on a fresh machine: `make serve` and `make test`.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

cargo_home := $(if $(CARGO_HOME),$(CARGO_HOME),$(HOME)/.cargo)
export PATH := $(CURDIR)/node_modules/.bin:$(cargo_home)/drydock-tools/bin:$(cargo_home)/bin:$(PATH)

# Chromium needs more than the runner's five seconds to start on a busy machine with two cores.
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT := 60
export WASM_BINDGEN_TEST_TIMEOUT := 120

PORT ?= 8080

# What is shipped names no folder of the machine that it was built on.
nameless := --remap-path-prefix=$(cargo_home)=cargo --remap-path-prefix=$(CURDIR)=drydock

# One choice of packages for everything native: another one would be compiled a second time.
native := --workspace --exclude drydock-web --profile suite --locked

.PHONY: help serve test build bench check setup setup-test editor format clippy tidy test-native test-tools test-wasm journeys sizes clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: build ## build the playground and serve it on http://127.0.0.1:8080 (PORT=… for another port)
	node tools/serve.mjs dist --port $(PORT)

test: check test-native test-tools test-wasm journeys ## every test: checks, suites, tests in the browser, journeys through the built site

build: setup ## the static site in dist/, to be put under any path of any web server
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(nameless)" trunk build --release

bench: setup-test build ## one line a figure: name value unit; fails where a size is exceeded
	@node tests/bench/run.mjs

check: setup-test format clippy tidy ## formatting, lints for both targets, and the house rules

# --- the parts ---------------------------------------------------------------------------------------------

setup: ## install what building needs and is missing
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

editor: setup ## bundle the editor and the style sheet into web/gen
	@node tools/bundle.mjs

format:
	cargo fmt --all --check
	tsc -p web/editor

clippy: editor
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo clippy -p drydock-core -p drydock-web --target wasm32-unknown-unknown --locked -- -D warnings

tidy: ## the house rules: layers, headers, lengths, formatting of folders that cargo fmt does not see
	cargo test $(native) --test tidy

test-native: ## unit tests, goldens, invariants and conformance, optimised
	cargo test $(native)

test-tools: setup-test ## the editor's and the tools' own tests, without a browser
	npm run --silent test:editor
	node --test --test-reporter=spec tests/tools/*.test.mjs

test-wasm: setup-test editor ## the tests of the page's Rust in headless Chromium
	cargo test -p drydock-web --target wasm32-unknown-unknown --locked

journeys: setup-test build sizes ## journeys through the built site in Chromium
	node --test --test-reporter=spec tests/journeys/*.test.mjs

sizes: build
	@node tests/bench/sizes.mjs

clean: ## remove what was built
	rm -rf dist target web/gen node_modules
