# Deskhand. `make demo` and `make test` do all that a fresh Debian machine needs.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

# What the build links against, and what only the tests run.
BUILD_PACKAGES := build-essential pkg-config libncurses-dev libsqlite3-dev libgmime-3.0-dev \
	libetpan-dev libcld2-dev zlib1g-dev tzdata ca-certificates ncurses-term
TEST_PACKAGES := dovecot-imapd tmux python3 python3-venv apertium apertium-eng-spa \
	pocketsphinx pocketsphinx-en-us \
	hunspell hunspell-en-us hunspell-de-de hunspell-fr hunspell-it hunspell-es

SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := $(SWIFT_FLAGS) -c release --static-swift-stdlib
PREFIX ?= /usr/local
DESTDIR ?=
SOURCES := Package.swift Sources Tests Benchmarks

.PHONY: help deps toolchain build release demo test scenario check format lint install clean bench

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

deps: ## install the system packages that are missing (asks for sudo when not root)
	@scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@scripts/test-mail-server.sh
	@scripts/test-queue-server.sh

toolchain:
	@scripts/check-toolchain

build: deps toolchain ## build the two programs (debug)
	swift build $(SWIFT_FLAGS)

release: deps toolchain ## build the two programs for use
	swift build $(RELEASE_FLAGS) --product deskhand
	swift build $(RELEASE_FLAGS) --product deskhand-core

demo: build ## the two-minute tour on simulated platforms
	@exec "$$(swift build --show-bin-path)/deskhand" demo

test: deps toolchain ## build and run every test
	@scripts/run-tests

scenario: deps toolchain ## thirty simulated days of six stores with faults (an hour or less)
	DESKHAND_SCENARIO=full scripts/run-tests --filter ScenarioTests

format: toolchain ## format all sources
	swift format -i -r $(wildcard $(SOURCES))

lint: toolchain ## check formatting and the repository's own rules
	swift format lint --strict -r $(wildcard $(SOURCES))
	scripts/check-repository

install: release ## install the programs under PREFIX (default /usr/local)
	bin=$$(swift build $(RELEASE_FLAGS) --show-bin-path)
	install -D -m 755 "$$bin/deskhand" $(DESTDIR)$(PREFIX)/bin/deskhand
	install -D -m 755 "$$bin/deskhand-core" $(DESTDIR)$(PREFIX)/bin/deskhand-core
	install -D -m 644 packaging/systemd/deskhand.service \
		$(DESTDIR)$(PREFIX)/lib/systemd/system/deskhand.service
	mkdir -p $(DESTDIR)$(PREFIX)/share/deskhand
	cp -R sample-data themes $(DESTDIR)$(PREFIX)/share/deskhand/

bench: toolchain ## measure start, keys, bytes, ingest and memory (docs/performance.md)
	@scripts/bench

clean: ## remove what builds made
	rm -rf .build .build-*
