# shellcheck shell=bash
# Runs the built program. The archive of linked classes beside it (made after the first start) halves the time to start.

readonly JAVA_MAIN=dev.analystcopilot.api.cli.Copilot

# Sets JAVA_LINE. java_line HEAP COMMAND ARGUMENT…
java_line() {
  local heap="$1" more=()
  shift
  JAVA_LINE=("$JAVA_HOME/bin/java" "-Xmx$heap" -Xlog:cds=off -Xlog:aot=off --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dcopilot.root=$ROOT")
  [ ! -s "$APP/classes.aot" ] || JAVA_LINE+=("-XX:AOTCache=$APP/classes.aot")
  case "$1" in
    serve) JAVA_LINE+=(-XX:+UseG1GC -XX:+ExitOnOutOfMemoryError) ;;
    triage | import | score | train) JAVA_LINE+=(-XX:+UseG1GC) ;;
    *) JAVA_LINE+=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1) ;;
  esac
  read -r -a more <<<"${COPILOT_JAVA_OPTS:-}"
  JAVA_LINE+=("${more[@]}" -cp "$(<"$APP/classpath")" "$JAVA_MAIN" "$@")
}

# Files in, files out; and whoever only asks for help.
java_without_database() {
  case " $* " in
    *' --help '* | *' -h '*) ;;
    ' score '* | ' chain '*) ;;
    ' train '*' --into '* | ' train '*' --into='*) return 1 ;;
    ' train '*) ;;
    *) return 1 ;;
  esac
}

java_command() {
  local heap=512m
  case "$1" in triage | import | score | train) heap=1200m ;; esac
  data_folders
  build_app
  java_without_database "$@" || postgres_need
  java_line "$heap" "$@"
  exec "${JAVA_LINE[@]}"
}

# Suites: java_measure eval|bench [SUITE]. Their peers need more memory than the product, and times both compilers.
java_measure() {
  local line
  data_folders
  # shellcheck disable=SC2034 # build.sh reads it
  BUILD_TOP='eval'
  build_app
  case " $* " in *' --help '* | *' -h '* | *' --list '*) ;; *) postgres_need ;; esac
  line=("$JAVA_HOME/bin/java" "-Xmx${COPILOT_EVAL_HEAP:-2500m}" --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dcopilot.root=$ROOT")
  exec "${line[@]}" -cp "$(<"$APP/classpath")" dev.analystcopilot.eval.cli.EvalMain "$@"
}

# A question goes to the running service, which is started first if it is not there.
java_ask() {
  case " $* " in
    *' --help '* | *' -h '* | *' --questions '*) java_command ask "$@" ;;
  esac
  service_running || service_start
  service_app
  java_line 128m ask "$@"
  exec "${JAVA_LINE[@]}"
}

# Starts the program once more, out of sight, with data of its own, only to write down what a start loads and links
# (JEP 483, 514). Waits until the first start's own work is done, and costs some seconds of one core, once for each build.
java_archive() {
  local archive="$APP/classes.aot" scratch
  if [ -e "$archive" ] || [ "${COPILOT_ARCHIVE:-yes}" = no ]; then return 0; fi
  (
    exec 9>"$APP/archive.lock"
    flock -n 9 || exit 0
    for _ in {1..12}; do
      sleep 5
      service_pid >/dev/null || exit 0
    done
    scratch="$(mktemp -d)"
    trap 'rm -rf "$scratch"' EXIT
    chmod 711 "$scratch"
    java_line 1g serve --port 0 --empty --quiet
    COPILOT_DATA="$scratch" COPILOT_DATABASE_URL='' nice -n 19 timeout 900 "${JAVA_LINE[0]}" "-XX:AOTCacheOutput=$archive.new" \
      -Dspring.context.exit=onRefresh "${JAVA_LINE[@]:1}" || true
    [ ! -s "$archive.new" ] || mv "$archive.new" "$archive"
    rm -f "$archive".new*
  ) </dev/null >"$LOGS/archive.log" 2>&1 &
  disown
}
