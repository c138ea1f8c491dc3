# shellcheck shell=bash
# Finds the PostgreSQL programs that the private cluster runs on, with the vector extension beside them.
# Clusters of the distribution are never started, stopped or altered; the private one is the service's own affair.

readonly PG_LEAST=15

# pg_config of every installation that has a server, newest first: "17 /usr/lib/postgresql/17/bin/pg_config".
postgres_found() {
  local config major
  {
    for config in /usr/lib/postgresql/*/bin/pg_config /usr/pgsql-*/bin/pg_config /usr/local/pgsql/bin/pg_config \
      /opt/postgresql*/bin/pg_config "$(command -v pg_config || true)"; do
      [ -x "$config" ] || continue
      config="$(readlink -f "$config")"
      [ -x "$(dirname "$config")/initdb" ] || continue
      major="$("$config" --version | sed 's/^PostgreSQL \([0-9]*\).*/\1/')"
      [ "$major" -lt "$PG_LEAST" ] || printf '%s %s\n' "$major" "$config"
    done
    # Debian's server package alone brings no pg_config of its own.
    for config in /usr/lib/postgresql/*/bin/initdb; do
      if [ ! -x "$config" ] || [ -x "${config%initdb}pg_config" ]; then continue; fi
      major="$(basename "$(dirname "$(dirname "$config")")")"
      [ "$major" -lt "$PG_LEAST" ] || printf '%s %s\n' "$major" "${config%initdb}pg_config"
    done
  } | sort -rn -u
}

# Where an installation keeps its extensions' control files.
postgres_extensions() {
  local config="$1" major
  case "$config" in
    /usr/lib/postgresql/*)
      major="${config#/usr/lib/postgresql/}"
      printf '/usr/share/postgresql/%s/extension' "${major%%/*}"
      ;;
    *) printf '%s/extension' "$("$config" --sharedir)" ;;
  esac
}

postgres_vector_version() {
  sed -n "s/^default_version = '\(.*\)'.*/\1/p" "$(postgres_extensions "$1")/vector.control" 2>/dev/null || true
}

# postgres_vector_good VERSION: iterative scans came with 0.8.
postgres_vector_good() { [ -n "$1" ] && [ "$(printf '%s\n' 0.8 "${1#*:}" | sort -V | head -n 1)" = 0.8 ]; }

postgres_has_vector() { postgres_vector_good "$(postgres_vector_version "$1")"; }

# The one to run on: the newest with pgvector, else the newest. Prints "MAJOR PG_CONFIG", or nothing.
postgres_choice() {
  local major config first=''
  while read -r major config; do
    if postgres_has_vector "$config"; then
      printf '%s %s' "$major" "$config"
      return
    fi
    first="${first:-$major $config}"
  done < <(postgres_found)
  printf '%s' "$first"
}

# A package that brings a server also makes a cluster 'main' and starts it; this keeps it from doing so, while we install.
postgres_install() {
  local drop=/etc/postgresql-common/createcluster.d/analyst-copilot.conf major
  packages_update
  packages_allowed || die 'PostgreSQL 15 or newer is missing.' 'Install it:  sudo apt-get install postgresql' \
    "or let the launcher do all of it:  sudo $ROOT/copilot install" \
    'or point COPILOT_DATABASE_URL to a server that has pgvector.'
  major="$(LC_ALL=C apt-cache depends postgresql 2>/dev/null | sed -n 's/^ *Depends: postgresql-\([0-9]*\)$/\1/p' | head -1)"
  if [ -z "$major" ] || [ "$major" -lt "$PG_LEAST" ]; then
    die "this system's packages offer no PostgreSQL $PG_LEAST or newer." \
      'Add the packages of apt.postgresql.org, or point COPILOT_DATABASE_URL to a server that has pgvector.'
  fi
  as_root mkdir -p "${drop%/*}"
  printf 'create_main_cluster = false\n' | as_root tee "$drop" >/dev/null
  (packages_install 'PostgreSQL, whose programs the private database runs on' "postgresql-$major") || {
    as_root rm -f "$drop"
    exit 1
  }
  as_root rm -f "$drop"
}

# Everything the private database needs. A server elsewhere needs nothing here.
postgres_need() {
  local choice
  [ -z "${COPILOT_DATABASE_URL:-}" ] || return 0
  choice="$(postgres_choice)"
  if [ -z "$choice" ]; then
    postgres_install
    choice="$(postgres_choice)"
  fi
  postgres_has_vector "${choice#* }" || pgvector_install "${choice% *}" "${choice#* }"
}
