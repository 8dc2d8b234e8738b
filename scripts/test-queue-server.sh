#!/bin/sh
# Brings moto, the stand-in for Amazon SQS that the notification tests talk to, into a folder of
# this project: a Python environment of its own, so that nothing else on the machine changes.
#
#   scripts/test-queue-server.sh [FOLDER]     FOLDER defaults to .build-moto beside this script's parent
#
# Running it again is quick.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
folder=${1:-$root/.build-moto}
version=5.2.5

say() { printf '%s\n' "test-queue-server: $*" >&2; }

if [ -x "$folder/bin/python" ] && [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ] &&
    "$folder/bin/python" -c 'import moto.server' 2>/dev/null; then
    exit 0
fi
say "installing moto $version into $folder"
rm -rf "$folder"
if ! python3 -m venv "$folder"; then
    say "python3 lacks its venv module (Debian: apt-get install python3-venv)"
    exit 1
fi
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check "moto[server]==$version"
printf '%s\n' "$version" > "$folder/version"
