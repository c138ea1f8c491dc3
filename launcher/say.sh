# shellcheck shell=bash
# Words to the person at the terminal. They go to stderr: stdout belongs to a command's own result.

say() { printf '%s\n' "$*" >&2; }

step() { printf '%s %s\n' '==>' "$*" >&2; }

warn() { printf 'warning: %s\n' "$*" >&2; }

# The last words: the first line says what is wrong, the others what to do.
die() {
  printf 'copilot: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# One line that is written over while something takes its time; without a terminal, nothing.
progress() { [ ! -t 2 ] || printf '\r\033[K%s' "$*" >&2; }

progress_end() { [ ! -t 2 ] || printf '\r\033[K' >&2; }
