#!/usr/bin/env bash
# Runs all tests of faults so many times (100 by default) while both cores are kept busy, and stops at the first that fails.
# Afterwards nothing may be left: no ffmpeg and no fake of one, no temporary folder.
#
#   tests/faults_under_load.sh [times]
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-100}

# a folder of its own for everything that is temporary, so that what is left over can be seen
room=$(mktemp -d)
busy=()
# shellcheck disable=SC2317
tidy() {
    for id in "${busy[@]}"; do kill "$id" 2>/dev/null || true; done
    rm -rf "$room"
}
trap tidy EXIT
mkdir "$room/tmp"

# copied, so that the next build does not change what runs here
programs=()
cargo test --all-features --lib --test integration --no-run 2>&1 | tee "$room/said"
while read -r program; do
    cp "$program" "$room/"
    programs+=("$room/$(basename "$program")")
done < <(sed -n 's/.*Executable.*(\(.*\))$/\1/p' "$room/said")
[ ${#programs[@]} -eq 2 ] || { echo "the test programs were not found" >&2; exit 1; }

for _ in $(seq "$(nproc)"); do
    (while :; do :; done) &
    busy+=($!)
done

# What this run has started and still runs: the temporary folder stands in the environment of all of it.
left_running() {
    for process in /proc/[0-9]*; do
        if tr '\0' '\n' <"$process/environ" 2>/dev/null | grep -qxF "TMPDIR=$room/tmp"; then
            echo "${process#/proc/}: $(tr '\0' ' ' <"$process/cmdline" 2>/dev/null)"
        fi
    done
}

# what must be over within five seconds on a quiet machine has a minute here
for round in $(seq "$times"); do
    for program in "${programs[@]}"; do
        if ! GRABFRAME_PATIENCE=60 TMPDIR=$room/tmp "$program" faults >"$room/said" 2>&1; then
            cat "$room/said"
            echo "round $round of $times failed" >&2
            exit 1
        fi
    done
    left=$(left_running)
    if [ -n "$left" ]; then
        echo "round $round left running:" >&2
        echo "$left" >&2
        exit 1
    fi
    if [ -n "$(ls -A "$room/tmp")" ]; then
        echo "round $round left files:" >&2
        ls -lR "$room/tmp" >&2
        exit 1
    fi
    echo "round $round of $times: $(grep -h '^test result' "$room/said" | tail -n 1)"
done
