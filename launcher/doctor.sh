# shellcheck shell=bash
# What is installed, what is missing, what to do. Changes nothing.

doctor_line() { printf '  %-6s %-14s %s\n' "$1" "$2" "$3"; }

doctor_tool() {
  local found="$3"
  if [ -n "$found" ]; then doctor_line ok "$1" "$found"; else
    doctor_line MISSING "$1" "$2"
    doctor_missing=$((doctor_missing + 1))
  fi
}

doctor_postgres() {
  local choice version
  if [ -n "${COPILOT_DATABASE_URL:-}" ]; then
    doctor_line ok PostgreSQL 'the server that COPILOT_DATABASE_URL names'
    return
  fi
  choice="$(postgres_choice)"
  doctor_tool PostgreSQL "15 or newer: ./copilot install" "${choice:+$choice}"
  [ -n "$choice" ] || return 0
  version="$(postgres_vector_version "${choice#* }")"
  doctor_tool pgvector '0.8 or newer: ./copilot install' "$version"
  if [ -n "$version" ] && [ "$(printf '%s\n' 0.8.2 "$version" | sort -V | head -n 1)" != 0.8.2 ]; then
    doctor_line advice pgvector 'versions below 0.8.2 have bugs in parallel index builds, which are therefore not used; a newer one is better'
  fi
}

doctor_room() {
  local free memory
  free="$(df -Pm "$ROOT" | awk 'NR == 2 {print int($4 / 1024)}')"
  memory="$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo 2>/dev/null || printf '?')"
  doctor_line info disk "$free GiB free (building needs 3)"
  doctor_line info memory "$memory GiB available (the service needs 2)"
}

doctor_service() {
  local pid
  if pid="$(service_pid)"; then doctor_line ok service "process $pid on port $(service_port)"; else
    doctor_line info service 'not running: ./copilot run'
    ! service_port_taken "${COPILOT_PORT:-8080}" ||
      doctor_line info port "${COPILOT_PORT:-8080} is in use by another program: the service will take the next free one"
  fi
  doctor_line info data "$DATA"
  doctor_line info log "$LOGS/service.log"
}

doctor_model() {
  if [ -n "${COPILOT_LLM_BASE_URL:-}" ]; then doctor_line ok model "${COPILOT_LLM_MODEL:-?} at ${COPILOT_LLM_BASE_URL}"; else
    doctor_line info model 'none set (COPILOT_LLM_BASE_URL): answers are composed without one'
  fi
}

doctor() {
  local doctor_missing=0 jdk
  jdk="$(jdk_find)"
  [ -n "$jdk" ] || jdk_refused
  doctor_tool JDK "$JDK_LEAST or newer: README, 'Troubleshooting'" "${jdk:+$(jdk_version "$jdk") in $jdk}"
  doctor_tool Maven './copilot install' "$(command -v mvn || true)"
  doctor_tool Node.js '20.19 or newer: https://nodejs.org' "$(! tools_node_good || node --version)"
  doctor_postgres
  doctor_tool Chromium 'only for ./copilot test: ./copilot install' "$(command -v "${COPILOT_CHROMIUM:-chromium}" || true)"
  doctor_model
  doctor_service
  doctor_room
  [ "$doctor_missing" -eq 0 ] || {
    printf '%s missing.\n' "$doctor_missing"
    return 1
  }
}
