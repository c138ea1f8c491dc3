# shellcheck shell=bash
# Builds what is stale, and lays a running copy apart (build/app/ID), so that a later build or test run
# never changes the jars under a service that is running. ID is the hash of everything the build reads.
# The measuring suites (eval/, build/eval/ID) are built only for the commands that measure.

APP=''                 # folder of the built program, once build_app has run
BUILD_TOP=copilot-api  # the module that is wanted, with all that it stands on

build_inputs() {
  local measuring=()
  [ "$BUILD_TOP" = copilot-api ] || measuring=("$BUILD_TOP")
  cd "$ROOT" || return
  find pom.xml .mvn embeddings knowledge-base triage chat-ui copilot-api "${measuring[@]}" \
    \( -name target -o -name node_modules -o -name dist -o -name test -o -name results -o -name '.*database' \) -prune -o -type f "$@"
}

# The folder of its builds.
build_folder() { if [ "$BUILD_TOP" = copilot-api ]; then printf '%s/app' "$BUILD"; else printf '%s/%s' "$BUILD" "$BUILD_TOP"; fi; }

# Names, sizes and times first: reading all the files is only for when one of those has changed.
build_id() {
  local seen listing known id
  seen="$BUILD/seen${BUILD_TOP#copilot-api}"
  listing="$(build_inputs -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-16)"
  if [ -r "$seen" ]; then
    read -r known id <"$seen"
    if [ "$known" = "$listing" ]; then
      printf '%s' "$id"
      return
    fi
  fi
  id="$(build_inputs -print0 | sort -z | (cd "$ROOT" && xargs -0 sha256sum) | sha256sum | cut -c1-16)"
  mkdir -p "$BUILD"
  printf '%s %s\n' "$listing" "$id" >"$seen.$$" && mv "$seen.$$" "$seen"
  printf '%s' "$id"
}

# mvn for a build that runs: no tests compiled, no format check, two modules at a time.
# Without standard input: that belongs to the command, such as a password for `user add`.
build_maven() {
  (cd "$ROOT" && mvn -B -ntp -T1C -pl "$BUILD_TOP" -am package -Dmaven.test.skip=true -DskipTests -Dspotless.check.skip=true "$@") </dev/null
}

# Offline first where a build went well before: quick, and it works without a network.
build_compile() {
  local log="$LOGS/build.log"
  if [ -e "$BUILD/online-once" ]; then
    build_maven -o >"$log" 2>&1 && return
    grep -qE 'offline mode|has not been downloaded from it before' "$log" || return 1
  fi
  build_maven >"$log" 2>&1 && touch "$BUILD/online-once"
}

# Tells how far it is, for as long as the launcher lives.
build_watch() {
  local start=$SECONDS module
  while kill -0 $$ 2>/dev/null; do
    module="$(sed -n 's/^\[INFO\] Building \(.*\) [0-9][^ ]*  *\[.*/\1/p' "$LOGS/build.log" 2>/dev/null | tail -n 1)"
    progress "    $((SECONDS - start)) s${module:+, $module}"
    sleep 1
  done
}

build_watch_end() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  progress_end
}

build_failed() {
  grep -E '^\[ERROR\] .' "$LOGS/build.log" | grep -vE 'Help 1|full stack trace|full debug|more information|After correcting|mvn <args>|^.ERROR. *$' |
    awk '!seen[$0]++' | head -n 25 >&2 || tail -n 25 "$LOGS/build.log" >&2
  die 'the build failed.' "the whole log: $LOGS/build.log"
}

# Our own jars are copied; the libraries stay where Maven keeps them.
build_lay_apart() {
  local app entry copy classpath=''
  app="$(build_folder)/$1"
  rm -rf "$app.new"
  mkdir -p "$app.new"
  while IFS= read -r -d : entry; do
    case "$entry" in
      "$ROOT"/*)
        copy="$(basename "$entry")"
        cp "$entry" "$app.new/$copy"
        entry="$app/$copy"
        ;;
    esac
    classpath="$classpath:$entry"
  done < <(
    printf '%s:' "$ROOT/$BUILD_TOP/target/$BUILD_TOP"-*[0-9T].jar
    tr -d '\n' <"$ROOT/$BUILD_TOP/target/runtime.classpath"
    printf ':'
  )
  printf '%s' "${classpath#:}" >"$app.new/classpath"
  rm -rf "$app"
  mv "$app.new" "$app"
}

# Two former builds are kept: a service may still run on one.
build_forget_old() {
  local old
  find "$(build_folder)" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- |
    while IFS= read -r old; do rm -rf "$old"; done
}

# Says so, if what was built last is not what the sources would give now.
build_stale() { [ "$APP" = "$BUILD/app/$(build_id)" ] || printf stale; }

build_app() {
  local id folder
  folder="$(build_folder)"
  jdk_need
  id="$(build_id)"
  if [ ! -s "$folder/$id/classpath" ]; then
    tools_build
    data_folders
    mkdir -p "$folder"
    exec 8>"$BUILD/lock"
    flock -n 8 || {
      say 'another build is running; waiting for it'
      flock 8
    }
    if [ ! -s "$folder/$id/classpath" ]; then
      if [ -d "$ROOT/copilot-api/target" ]; then step 'building what has changed'; else
        step 'building (the first time takes about 3 minutes)'
      fi
      build_watch &
      if build_compile; then build_watch_end $!; else
        build_watch_end $!
        build_failed
      fi
      build_lay_apart "$id"
      build_forget_old
    fi
    exec 8>&-
  fi
  APP="$folder/$id"
  touch "$APP"
}
