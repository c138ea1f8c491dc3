# shellcheck shell=bash
# Installing with apt: only what is named, never an upgrade of what runs, always said aloud.

packages_ready='' # apt-get update has run in this call

as_root() {
  if [ "$EUID" -eq 0 ]; then "$@"; else sudo -n -- "$@"; fi
}

packages_allowed() {
  command -v apt-get >/dev/null || return 1
  [ "$EUID" -eq 0 ] || sudo -n true 2>/dev/null
}

packages_installed() { [ "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null)" = 'install ok installed' ]; }

# The version apt would install, or nothing.
packages_candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \(.*\)$/\1/p' | grep -v '(none)' || true
}

packages_update() {
  [ -z "$packages_ready" ] || return 0
  packages_allowed || return 0
  as_root apt-get -qq update >&2 || warn 'apt-get update failed; going on with the lists there are'
  packages_ready=yes
}

packages_apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 \
    -o Dpkg::Options::=--force-confold "$@"
}

# A package script may restart the server it upgrades: then the owner of that server does it, not we.
packages_spare_running_servers() {
  local package
  command -v pg_lsclusters >/dev/null || return 0
  while read -r package; do
    if pg_lsclusters -h 2>/dev/null | awk -v v="${package#postgresql-}" '$1 == v && $4 ~ /online/ {f = 1} END {exit !f}'; then
      die "installing $* would also upgrade $package, which is running here and would be restarted." \
        "Do it when that suits you:  apt-get install $*"
    fi
  done < <(packages_apt install -s --no-install-recommends "$@" 2>/dev/null | sed -n 's/^Inst \(postgresql-[0-9]*\) \[.*/\1/p')
}

packages_confirm() {
  local answer
  if [ -n "${CI:-}" ] || [ ! -t 0 ] || [ ! -t 2 ]; then return 0; fi
  read -r -p "Install $* with apt now? [Y/n] " answer
  [[ ! "$answer" =~ ^[nN] ]]
}

# packages_install WHY PACKAGE…
packages_install() {
  local why="$1"
  shift
  packages_update
  if ! packages_allowed || ! packages_confirm "$*"; then
    die "$why is missing." "Install it:  sudo apt-get install $*" "or let the launcher do all of it:  sudo $ROOT/copilot install"
  fi
  packages_spare_running_servers "$@"
  step "installing $* ($why)"
  data_folders
  packages_apt install -y -q --no-install-recommends --no-remove "$@" >>"$LOGS/install.log" 2>&1 || {
    tail -n 15 "$LOGS/install.log" >&2
    die "apt could not install $*" "the whole log: $LOGS/install.log"
  }
}
