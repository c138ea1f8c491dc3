# shellcheck shell=bash
# The whole suite: Java, the page's unit tests, the page in a browser against a service that really runs.
# Ends with "N passed, N failed, N skipped", counted from the runners' own reports.

tests_help() {
  die "test knows no option '$1'." './copilot test [--quick] [--java] [--ui] [--browser] [--no-skips] [-- MAVEN-OPTIONS]' \
    '--quick: only tests that need no database, model or browser' '--no-skips: a skipped test fails the run'
}

tests_run() {
  local parts=() quick='' no_skips='' failed=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --quick) quick=yes ;;
      --java | --ui | --browser) parts+=("${1#--}") ;;
      --no-skips) no_skips=yes ;;
      --) shift && break ;;
      *) tests_help "$1" ;;
    esac
    shift
  done
  if [ -n "$quick" ]; then parts=(launcher quick); fi
  [ ${#parts[@]} -gt 0 ] || parts=(launcher java ui browser)
  data_folders
  mkdir -p "$BUILD"
  rm -rf "$BUILD/reports" && mkdir -p "$BUILD/reports"
  jdk_need
  tools_maven
  for part in "${parts[@]}"; do
    "tests_$part" "$@" || failed="$failed $part"
  done
  tests_sum "$failed" "$no_skips"
}

tests_launcher() { "$ROOT/launcher/selftest.sh" "$BUILD/reports/TEST-launcher.xml"; }

# Reports of an earlier run would be counted again. A failing test keeps no other module from being tested: the
# reports are what counts.
tests_maven() {
  rm -rf "$ROOT"/*/target/surefire-reports
  (cd "$ROOT" && mvn -B -ntp --fail-at-end -Dmaven.test.failure.ignore=true "$@") 2>&1 | tee "$LOGS/test.log" |
    grep --line-buffered -E '^\[(ERROR|WARNING)\]|Tests run:.*(Time elapsed|in [a-z])|BUILD|Reactor Summary|SUCCESS|FAILURE'
  local codes=("${PIPESTATUS[@]}")
  tests_keep
  return "${codes[0]}"
}

tests_keep() {
  local module
  for module in "$ROOT"/*/target/surefire-reports; do
    [ ! -d "$module" ] || (cd "$module" && find . -name 'TEST-*.xml' -exec cp {} "$BUILD/reports/" \;)
  done
}

tests_quick() {
  step 'Java tests that need nothing'
  local offline=()
  [ ! -e "$BUILD/online-once" ] || offline=(-o)
  tests_maven "${offline[@]}" -T1C test -Dtest.excludedGroups=slow -Dui.skip=true \
    -Dtest.argLine='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' "$@" # short-lived processes: the second compiler never pays
}

tests_java() {
  tools_node
  postgres_need
  step 'Java: build, format check, all tests'
  local id
  id="$(build_id)"
  tests_maven verify -Dui.test.skip=true "$@" || return
  mkdir -p "$BUILD/app"
  [ -s "$BUILD/app/$id/classpath" ] || build_lay_apart "$id" # the browser tests need no second build
}

# Packages and page, if they are not there yet: the page's own build knows.
tests_page() {
  tools_node
  (cd "$ROOT/chat-ui" && node scripts/build.mjs >"$LOGS/npm.log" 2>&1) || {
    tail -n 15 "$LOGS/npm.log" >&2
    die 'the web page cannot be built.' "the whole log: $LOGS/npm.log"
  }
}

tests_ui() {
  tests_page
  step 'web page: unit tests'
  (cd "$ROOT/chat-ui" && npm test -- --reporter=default --reporter=junit --outputFile.junit="$BUILD/reports/TEST-ui.xml")
}

# Against a stand-in first (cut answers, hostile ones), then against a service of its own, with its own data, on a free
# port; nothing of the user's is touched.
tests_browser() {
  local scratch status=0
  tests_page
  tools_browser
  postgres_need
  step 'web page: in a browser, against a stand-in'
  tests_vitest_browser TEST-stand-in.xml || status=1
  step 'web page: in a browser, against a running service'
  scratch="$(mktemp -d)"
  chmod 711 "$scratch"
  tests_browser_live "$scratch" || status=1
  COPILOT_DATA="$scratch" "$ROOT/copilot" stop
  [ "$status" -eq 0 ] || cp "$scratch/logs/service.log" "$LOGS/browser-test-service.log" 2>/dev/null || true
  rm -rf "$scratch"
  return "$status"
}

# tests_browser_live DATA
tests_browser_live() {
  local address password status=0
  COPILOT_ARCHIVE=no COPILOT_DATA="$1" "$ROOT/copilot" run --port "$(tests_free_port)" || return
  address="$(<"$1/run/address")"
  password="$(head -c 18 /dev/urandom | base64)"
  COPILOT_DATA="$1" "$ROOT/copilot" user add colleague --role staff --password-stdin <<<"$password" || return
  tests_await_demo "$1" || return
  tests_clients "$1" "${address%%/#*}" || status=1
  COPILOT_TEST_BASE="${address%%/#*}" COPILOT_TEST_TOKEN="${address#*token=}" COPILOT_TEST_STAFF="colleague:$password" \
    tests_vitest_browser TEST-live.xml || status=1
  return "$status"
}

# tests_clients DATA BASE: other people's clients, unmodified, with packages of their own.
tests_clients() {
  local folder="$ROOT/chat-ui/clients-test" wanted token
  step 'other clients (openai, MCP) against the same service'
  token="$(COPILOT_DATA="$1" "$ROOT/copilot" user token colleague --days 1)" || return
  wanted="$(sha256sum "$folder/package-lock.json")"
  if [ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" != "$wanted" ]; then
    (cd "$folder" && npm ci --loglevel=error >"$LOGS/npm-clients.log" 2>&1) || {
      tail -n 15 "$LOGS/npm-clients.log" >&2
      return 1
    }
    printf '%s' "$wanted" >"$folder/node_modules/.installed"
  fi
  (cd "$folder" && COPILOT_TEST_BASE="$2" COPILOT_TEST_ANALYST_TOKEN="$(<"$1/cli-token")" COPILOT_TEST_STAFF_TOKEN="$token" \
    node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$BUILD/reports/TEST-clients.xml" test/*.test.mjs)
}

tests_vitest_browser() {
  (cd "$ROOT/chat-ui" && export COPILOT_TEST_BASE="${COPILOT_TEST_BASE:-}" &&
    node node_modules/vitest/vitest.mjs run --config vitest.browser.config.ts \
      --reporter=default --reporter=junit --outputFile.junit="$BUILD/reports/$1")
}

# Until the demo backlog's cases are there and its knowledge can be searched.
tests_await_demo() {
  local start=$SECONDS overview
  until overview="$(service_get "$(<"$1/run/service.port")" /api/v1/overview "$(<"$1/cli-token")")" &&
    [[ "$overview" == *'"state":"idle"'* && "$overview" != *'"shownCases":0,'* ]]; do
    [ $((SECONDS - start)) -lt 240 ] || {
      say 'the demo backlog was not triaged within 240 s.'
      return 1
    }
    sleep 1
  done
}

tests_free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 20); do
    service_port_taken "$port" || {
      printf '%s' "$port"
      return
    }
  done
}

# Sums tests="" failures="" errors="" skipped="" of every <testsuite>, and names what was skipped, with the reason.
tests_sum() {
  local failed="$1" no_skips="$2" total bad skipped
  read -r total bad skipped < <(find "$BUILD/reports" -name 'TEST-*.xml' -exec cat {} + | tr '\n' ' ' | sed 's/<testsuite /\n&/g' |
    awk 'function n(key,  m) { return match($0, " " key "=\"[0-9]+") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 3) + 0 : 0 }
      /^<testsuite / { sub(/>.*/, ""); t += n("tests"); f += n("failures") + n("errors"); s += n("skipped") }
      END { print t + 0, f + 0, s + 0 }')
  skipped=$((skipped + $(tests_not_reached)))
  [ "$skipped" -eq 0 ] || tests_skipped
  [ -z "$failed" ] || say "failed:$failed"
  if [ -n "$failed" ] && [ "$bad" -eq 0 ]; then bad=1; fi # it did not come to tests: say so in the count too
  if [ -n "$no_skips" ] && [ "$skipped" -gt 0 ]; then
    say "$skipped skipped, and --no-skips was asked for."
    failed=yes
  fi
  printf '%d passed, %d failed, %d skipped\n' "$((total > bad + skipped ? total - bad - skipped : 0))" "$bad" "$skipped"
  [ -z "$failed" ] && [ "$bad" -eq 0 ] && [ "$total" -gt 0 ]
}

# After a failure the browser tests stop: what was not reached took no time at all, and did not pass.
tests_not_reached() {
  cat "$BUILD"/reports/TEST-{stand-in,live}.xml 2>/dev/null | grep -A 1 '<testcase [^>]* time="0">' | grep -c '</testcase>' || true
}

tests_skipped() {
  say 'skipped:'
  find "$BUILD/reports" -name 'TEST-*.xml' -exec cat {} + | tr '\n' ' ' | sed 's/<testcase /\n&/g' | grep '^<testcase .*<skipped' |
    sed -E 's/^<testcase ([^>]*)>.*<skipped( message="([^"]*)")?.*/\1 \3/; s/(time|classname)="[^"]*"//g' | head -n 30 >&2 || true
}
