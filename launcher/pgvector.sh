# shellcheck shell=bash
# pgvector: the distribution's package where there is one, else Debian's own source package, built for the PostgreSQL here.

pgvector_by_hand() {
  die 'the vector extension (pgvector >= 0.8) for PostgreSQL is missing.' "$@" \
    'or point COPILOT_DATABASE_URL to a server that has it.'
}

# pgvector_install MAJOR PG_CONFIG
pgvector_install() {
  local major="$1" config="$2"
  packages_update
  if postgres_vector_good "$(packages_candidate "postgresql-$major-pgvector")"; then
    packages_install 'vector search in PostgreSQL' "postgresql-$major-pgvector"
    return
  fi
  # shellcheck source=/dev/null
  [ "$(. /etc/os-release 2>/dev/null && printf '%s' "$ID")" = debian ] ||
    pgvector_by_hand "Build it as github.com/pgvector/pgvector says (make && make install with PG_CONFIG=$config),"
  packages_allowed || pgvector_by_hand "Let the launcher build it, once, as root:  sudo $ROOT/copilot install"
  pgvector_tools "$major"
  step 'pgvector is no package on this Debian: building it from the source package of the next release (half a minute)'
  pgvector_build "$config" ''
}

# Headers of exactly the server that is here, where they are still to be had: newer ones would upgrade the server.
pgvector_tools() {
  local major="$1" installed headers="postgresql-server-dev-$1"
  if [ ! -e "/usr/include/postgresql/$major/server/postgres.h" ]; then
    installed="$(dpkg-query -W -f '${Version}' "postgresql-$major" 2>/dev/null || true)"
    if [ -n "$installed" ] && LC_ALL=C apt-cache madison "$headers" | awk -F' *[|] *' '{print $2}' | grep -qxF "$installed"; then
      headers="$headers=$installed"
    fi
    packages_install 'headers to build pgvector' "$headers"
  fi
  if ! command -v dpkg-source >/dev/null || ! command -v make >/dev/null || ! command -v gcc >/dev/null; then
    packages_install 'tools to build pgvector' build-essential dpkg-dev
  fi
}

# The mirror that this machine's own package sources name.
pgvector_mirror() {
  local codename
  # shellcheck source=/dev/null
  codename="$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")"
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Codename: $codename" 2>/dev/null | head -n 1
}

# The source package, through package lists of its own in DIR: the machine's sources and lists stay as they are.
pgvector_fetch() {
  local dir="$1" mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror="$(pgvector_mirror)"
  if [ -z "$mirror" ]; then
    echo 'no Debian mirror among the sources of apt'
    return 1
  fi
  [ -e "$keyring" ] || keyring=''
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  printf 'deb-src%s %s trixie main\n' "${keyring:+ [signed-by=$keyring]}" "$mirror" >"$dir/sources.list"
  local apt=(apt-get -q -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$dir/lists" -o "Dir::Cache=$dir/cache" -o "APT::Sandbox::User=$(id -un)")
  "${apt[@]}" update && (cd "$dir" && "${apt[@]}" source --download-only pgvector) && dpkg-source -x "$dir"/pgvector_*.dsc "$dir/source"
}

# pgvector_build PG_CONFIG DESTDIR: DESTDIR empty for the real place.
# OPTFLAGS is empty so that the library runs on every processor, not just on this one.
pgvector_build() {
  local config="$1" destination="$2" dir log="$LOGS/pgvector.log"
  dir="$(mktemp -d)"
  data_folders
  if (pgvector_fetch "$dir" && make -C "$dir/source" OPTFLAGS= PG_CONFIG="$config" &&
    as_root make -C "$dir/source" OPTFLAGS= PG_CONFIG="$config" DESTDIR="$destination" install) >"$log" 2>&1; then
    as_root rm -rf "$dir"
  else
    as_root rm -rf "$dir"
    tail -n 15 "$log" >&2
    pgvector_by_hand "Building it failed; the whole log: $log"
  fi
}
