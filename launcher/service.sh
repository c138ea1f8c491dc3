# shellcheck shell=bash
# The service in the background: started once, found again by its process number, stopped with patience.
#   run/service.pid   its process, and run/service.app the build it runs, written here
#   run/service.port  its port (the next free one if the wanted one is taken), written by the service
#   run/address       where to sign in, once, written by the service

readonly SERVICE_START_LIMIT=180 SERVICE_STOP_LIMIT=30

# The process, if it is alive and really this service: numbers are used again after a crash.
service_pid() {
  local pid
  [ -r "$STATE/service.pid" ] || return 1
  pid="$(<"$STATE/service.pid")"
  [[ "$pid" =~ ^[0-9]+$ ]] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$JAVA_MAIN serve" || return 1
  else
    ps -p "$pid" -o args= 2>/dev/null | grep -qF "$JAVA_MAIN serve" || return 1
  fi
  printf '%s' "$pid"
}

service_port() { cat "$STATE/service.port" 2>/dev/null; }

# service_get PORT PATH [TOKEN]: the answer with its head, without needing curl.
service_get() {
  local header=''
  [ -z "${3:-}" ] || header="Authorization: Bearer $3"$'\r\n'
  # shellcheck disable=SC2016 # the inner shell fills these in
  timeout 5 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" &&
    printf "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n%s\r\n" "$2" "$3" >&3 && cat <&3' _ "$1" "$2" "$header" 2>/dev/null
}

service_ready() { [ -s "$STATE/service.port" ] && [[ "$(service_get "$(service_port)" /actuator/health/readiness)" == HTTP/1.?' 200'* ]]; }

service_running() { service_pid >/dev/null && service_ready; }

# A command that talks to the service is of the same build, however the sources have changed since.
service_app() {
  jdk_need
  APP="$(cat "$STATE/service.app" 2>/dev/null || true)"
  [ -s "$APP/classpath" ] || build_app
}

service_port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# service_start [--empty] [--port N] [--foreground]
service_start() {
  local arguments=() port="${COPILOT_PORT:-8080}" foreground='' pid
  while [ $# -gt 0 ]; do
    case "$1" in
      --empty) arguments+=(--empty) ;;
      --foreground) foreground=yes ;;
      --port) port="${2:-}" && shift ;;
      --port=*) port="${1#*=}" ;;
      *) die "run knows no option '$1'." './copilot run [--empty] [--port N] [--foreground]' ;;
    esac
    shift
  done
  if [[ ! "$port" =~ ^[0-9]+$ ]] || [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then die "'$port' is no port."; fi
  data_folders
  exec 7>"$STATE/start.lock"
  flock -w "$SERVICE_START_LIMIT" 7 || die 'another start is under way and does not end.'
  ! service_running || return 0
  build_app
  postgres_need
  rm -f "$STATE/address" "$STATE/service.port"
  [ -n "$foreground" ] || arguments+=(--quiet) # the address with its token is no matter for a log
  java_line 1g serve --port "$port" "${arguments[@]}"
  printf '%s' "$APP" >"$STATE/service.app"
  if [ -n "$foreground" ]; then
    printf '%s' $$ >"$STATE/service.pid"
    exec "${JAVA_LINE[@]}" 7>&-
  fi
  step 'starting the service'
  [ ! -e "$LOGS/service.log" ] || mv -f "$LOGS/service.log" "$LOGS/service.log.1"
  (umask 077 && exec setsid nohup "${JAVA_LINE[@]}" </dev/null >"$LOGS/service.log" 2>&1 7>&-) &
  pid=$!
  disown
  printf '%s' "$pid" >"$STATE/service.pid"
  service_await "$pid"
  exec 7>&-
  java_archive
}

# service_await PROCESS
service_await() {
  local start=$SECONDS
  until service_ready; do
    if ! kill -0 "$1" 2>/dev/null; then
      progress_end
      tail -n 20 "$LOGS/service.log" >&2
      die 'the service ended while starting.' "its log: $LOGS/service.log" './copilot doctor  tells what may be missing.'
    fi
    [ $((SECONDS - start)) -lt "$SERVICE_START_LIMIT" ] ||
      die "the service does not answer after $SERVICE_START_LIMIT s." "its log: $LOGS/service.log"
    progress "    $((SECONDS - start)) s"
    sleep 0.2
  done
  progress_end
}

service_run() {
  local pid
  if service_running; then
    say 'already running.'
    service_app
    [ -z "$(build_stale)" ] || say 'The sources have changed since: ./copilot stop, then run, takes them.'
    java_line 128m address
    "${JAVA_LINE[@]}" >/dev/null || true # the printed one signs in once: a fresh one
  elif pid="$(service_pid)"; then
    step 'the service is starting'
    service_await "$pid"
  else
    service_start "$@"
  fi
  service_address
}

# The service writes it a moment after it is ready.
service_address() {
  local tries
  for tries in {1..50}; do
    [ ! -s "$STATE/address" ] || break
    sleep 0.1
  done
  [ "$tries" -lt 50 ] || die "no address to sign in at was written to $STATE/address."
  printf 'Analyst Copilot: %s\n' "$(<"$STATE/address")"
}

service_stop() {
  local pid start=$SECONDS
  if ! pid="$(service_pid)"; then
    rm -f "$STATE/service.pid" "$STATE/address"
    say 'not running.'
    service_release
    return
  fi
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    if [ $((SECONDS - start)) -ge "$SERVICE_STOP_LIMIT" ]; then
      warn "still there after $SERVICE_STOP_LIMIT s: killed. Nothing acknowledged is lost; the next start recovers."
      kill -9 "$pid" 2>/dev/null || true
      service_release
      break
    fi
    progress "    stopping: $((SECONDS - start)) s"
    sleep 0.2
  done
  progress_end
  rm -f "$STATE/service.pid" "$STATE/address"
  say 'stopped.'
}

# A service that was killed leaves its database running, for the next start; a stop ends that too.
service_release() {
  [ -e "$DATA/pg/cluster/postmaster.pid" ] || return 0
  service_app
  java_line 64m release
  "${JAVA_LINE[@]}" || warn 'the private database is still in use by another command.'
}

# Exit code 0 while it serves, 3 while it does not, as init scripts have it.
service_status() {
  local pid
  if ! pid="$(service_pid)"; then
    printf 'not running\n'
    return 3
  fi
  service_ready || {
    printf 'starting (process %s)\n' "$pid"
    return 3
  }
  printf 'running: http://127.0.0.1:%s (process %s, since %s, %s MiB)\n' "$(service_port)" "$pid" \
    "$(ps -o lstart= -p "$pid" 2>/dev/null || printf '?')" "$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")"
  printf 'data: %s\nlog:  %s\n' "$DATA" "$LOGS/service.log"
}
