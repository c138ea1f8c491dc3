#!/usr/bin/env bash
# Tests of the launcher itself, on made-up homes and process numbers. Writes a JUnit report to $1.
set -uo pipefail
ROOT="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
SCRATCH="$(mktemp -d)"
trap 'rm -rf "$SCRATCH"' EXIT
export COPILOT_DATA="$SCRATCH/data"
# shellcheck disable=SC2034 # the rooms read them
DATA="$COPILOT_DATA" STATE="$COPILOT_DATA/run" LOGS="$COPILOT_DATA/logs" BUILD="$SCRATCH/build"
for room in say jdk packages postgres pgvector tools build java service; do
  # shellcheck source=/dev/null
  source "$ROOT/launcher/$room.sh"
done

cases='' tests=0 failures=0

# check NAME EXPECTED ACTUAL
check() {
  tests=$((tests + 1))
  cases+="<testcase classname=\"launcher\" name=\"$1\">"
  if [ "$2" != "$3" ]; then
    failures=$((failures + 1))
    say "FAILED: $1: expected '$2', got '$3'"
    cases+='<failure message="differs"/>'
  fi
  cases+=$'</testcase>\n'
}

# A home that says it is JDK $1.
home() {
  mkdir -p "$SCRATCH/jdk-$1/bin"
  printf 'JAVA_VERSION="%s"\n' "$1" >"$SCRATCH/jdk-$1/release"
  : >"$SCRATCH/jdk-$1/bin/javac"
  chmod +x "$SCRATCH/jdk-$1/bin/javac"
  printf '%s\n' "$SCRATCH/jdk-$1"
}

# What is chosen among homes of the given versions.
chosen() {
  local homes
  homes="$(for version in "$@"; do home "$version"; done)"
  # shellcheck disable=SC2317 # jdk_find calls it
  jdk_homes() { printf '%s\n' "$homes"; }
  basename "$(JAVA_HOME='' jdk_find)" 2>/dev/null
}

check 'JDK 25.0.3 is taken' jdk-25.0.3 "$(chosen 17.0.15 25.0.3)"
check 'a newer update is taken' jdk-25.0.10.1 "$(chosen 25.0.10.1)"
check 'JDK 25.0.2 is refused' '' "$(chosen 25.0.2 25)"
check 'the 25 line goes before a later one' jdk-25.0.4 "$(chosen 26.0.1 25.0.4)"
check 'a later one will do' jdk-26.0.1 "$(chosen 21.0.1 26.0.1)"
check 'early access is refused' '' "$(chosen 26-ea)"

good() { if postgres_vector_good "$1"; then echo good; else echo old; fi; }
check 'pgvector 0.8.0 is good' good "$(good 0.8.0)"
check 'pgvector 0.10 is good' good "$(good 0.10.0-1)"
check 'pgvector 0.6.0 is too old' old "$(good 0.6.0)"
check 'no pgvector is none' old "$(good '')"

check 'the service is built in app' "$BUILD/app" "$(build_folder)"
check 'suites are built beside it' "$BUILD/eval" "$(BUILD_TOP='eval' build_folder)"
check 'the service does not read the suites' '' "$(build_inputs | grep '^eval/')"
check 'the suites do' eval/pom.xml "$(BUILD_TOP='eval' build_inputs | grep '^eval/pom')"
check 'results are no input' '' "$(BUILD_TOP='eval' build_inputs | grep '^eval/results/')"

mkdir -p "$STATE"
check 'without a file nothing runs' none "$(service_pid || echo none)"
printf '%s' $$ >"$STATE/service.pid"
check 'the number of another program is not the service' none "$(service_pid || echo none)"
printf 'x y' >"$STATE/service.pid"
check 'a spoilt file is not the service' none "$(service_pid || echo none)"

check 'an unknown command is an error' 1 "$("$ROOT/copilot" frobnicate 2>/dev/null; echo $?)"
check 'status says 3 where nothing runs' 3 "$("$ROOT/copilot" status >/dev/null; echo $?)"
check 'stopping what does not run is no error' 0 "$("$ROOT/copilot" stop 2>/dev/null; echo $?)"

printf '<testsuite name="launcher" tests="%d" failures="%d" errors="0" skipped="0">\n%s</testsuite>\n' \
  "$tests" "$failures" "$cases" >"${1:-/dev/null}"
say "launcher: $tests run, $failures failed"
[ "$failures" -eq 0 ]
