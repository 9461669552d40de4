#!/usr/bin/env bash
# Runs all tests of faults so many times (100 by default), several runs (two for each core) at once, so that all cores are
# busy and every run is disturbed; stops at the first that fails. After each run nothing may be left of it: no ffmpeg and no
# fake of one, no temporary folder.
#
#   tests/faults_under_load.sh [times] [runs at once]
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-100}
at_once=${2:-$((2 * $(nproc)))}

# a folder of its own for everything that is temporary, so that what is left over can be seen
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# optimised, as there are many runs; copied, so that the next build does not change what runs here
cargo test --release --all-features --lib --test integration --no-run 2>&1 | tee "$room/said"
programs=()
while read -r program; do
    cp "$program" "$room/"
    programs+=("$room/$(basename "$program")")
done < <(sed -n 's/.*Executable.*(\(.*\))$/\1/p' "$room/said")
[ ${#programs[@]} -eq 2 ] || { echo "the test programs were not found" >&2; exit 1; }

# What was started with a temporary folder and still runs: the folder stands in the environment of all of it.
left_running() {
    for process in /proc/[0-9]*; do
        if tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qxF "TMPDIR=$1"; then
            echo "${process#/proc/}: $(tr '\0' ' ' 2>/dev/null <"$process/cmdline")"
        fi
    done 2>/dev/null
}

# Says why, and stops all lanes before their next run.
fail() {
    {
        echo "run $1 of $times: $2"
        cat -- "$3"
    } >>"$room/failed"
    exit 1
}

# Every so manieth run, one after the other.
lane() {
    local tmp=$room/tmp-$1 said=$room/said-$1 run program
    mkdir "$tmp"
    for ((run = $1; run <= times; run += at_once)); do
        [ ! -e "$room/failed" ] || return 0
        for program in "${programs[@]}"; do
            # what must be over within five seconds on a quiet machine has a minute here
            GRABFRAME_PATIENCE=60 TMPDIR=$tmp "$program" faults >"$said" 2>&1 || fail "$run" "failed" "$said"
        done
        left_running "$tmp" >"$said.left"
        [ ! -s "$said.left" ] || fail "$run" "left running" "$said.left"
        ls -A "$tmp" >"$said.left"
        [ ! -s "$said.left" ] || fail "$run" "left files" "$said.left"
        echo "run $run of $times: $(grep '^test result' "$said" | tail -n 1)"
    done
}

for first in $(seq "$at_once"); do
    lane "$first" &
done
wait
if [ -e "$room/failed" ]; then
    cat "$room/failed" >&2
    exit 1
fi
echo "all $times runs passed"
