#!/usr/bin/env bash
# Brings a fresh machine to where `make` needs it, and is done in a moment where nothing is missing.
#
#   tools/setup.sh build    what building the site needs: Rust's wasm target, trunk, wasm-bindgen, npm packages
#   tools/setup.sh test     the same, and Chromium with its driver
#
# A tool of the right version on PATH is taken. What is compiled here goes into a folder of its own in Cargo's
# home, so that every clone shares it and no other project's tools are replaced.
set -euo pipefail
cd "$(dirname "$0")/.."

trunk_version=0.21.14
node_minimum=20
home_of_tools="${CARGO_HOME:-$HOME/.cargo}/drydock-tools"
export PATH="$home_of_tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { echo "setup: $*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# The version that the lock file has of a crate: the command line tool of wasm-bindgen must be the same.
locked_version() { awk -v name="\"$1\"" '$1 == "name" { found = $3 == name } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock; }

require_rust() {
  has cargo || fail "Rust is missing: install it as https://rustup.rs tells, then run make again."
  local wanted=wasm32-unknown-unknown
  [ -d "$(rustc --print sysroot)/lib/rustlib/$wanted/lib" ] && return
  has rustup || fail "Rust's target $wanted is missing: install it with your distribution's package of it, or use rustup."
  say "adding Rust's target $wanted"
  rustup target add "$wanted" >&2
}

require_node() {
  has node && has npm || fail "Node.js is missing: install version $node_minimum or newer with npm (nodejs.org or your distribution), then run make again."
  [ "$(node -p 'Number(process.versions.node.split(".")[0])')" -ge "$node_minimum" ] ||
    fail "Node.js $(node --version) is too old: install version $node_minimum or newer, then run make again."
}

# install_tool PACKAGE EXECUTABLE VERSION [OPTION OF cargo install]
install_tool() {
  local package=$1 executable=$2 version=$3
  shift 3
  [ "$("$executable" --version 2>/dev/null | awk '{ print $2 }')" = "$version" ] && return
  if has cargo-binstall && cargo binstall --no-confirm --root "$home_of_tools" "$package@$version" >&2; then
    return
  fi
  say "compiling $package $version: 5 minutes or so on two cores, this once"
  mkdir -p "$home_of_tools"
  env -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --root "$home_of_tools" "$@" "$package@$version" >&2
}

require_packages() {
  # The lock file that the packages were fetched by lies beside them; times would tell too often that it changed.
  cmp -s package-lock.json node_modules/.fetched-lock.json && return
  say "fetching npm packages"
  npm ci --no-progress >&2
  cp package-lock.json node_modules/.fetched-lock.json
}

require_browser() {
  local missing=()
  [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome || missing+=(chromium)
  [ -n "${CHROMEDRIVER:-}" ] || has chromedriver || missing+=(chromium-driver)
  [ ${#missing[@]} -eq 0 ] && return
  local how="install Chromium and its driver, or name their programs in CHROMIUM and CHROMEDRIVER, then run make again."
  has apt-get || fail "${missing[*]} missing and there is no apt here: $how"
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  say "installing ${missing[*]} with apt"
  { "${root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2 </dev/null ||
    fail "apt could not install ${missing[*]}: $how"
}

require_node
require_rust
install_tool trunk trunk "$trunk_version" --locked
# Without --locked: the lock file in that package names a crate that the registry no longer has.
install_tool wasm-bindgen-cli wasm-bindgen "$(locked_version wasm-bindgen)"
require_packages
# Afterwards trunk builds offline, so that nothing but this script ever asks the network.
cargo fetch --locked --quiet </dev/null
if [ "${1:-build}" = test ]; then require_browser; fi
