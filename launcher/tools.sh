# shellcheck shell=bash
# What building and testing need besides a JDK and PostgreSQL: Maven, Node.js, and for the browser tests Chromium.

tools_maven() {
  command -v mvn >/dev/null || packages_install 'Maven, which builds this project' maven
}

# "22.12.0" -> 22012; Vite wants ^20.19 or >= 22.12.
tools_node_good() {
  local major minor
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  IFS=. read -r major minor _ <<<"$(node --version | tr -d v)"
  { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; } || { [ "$major" -eq 22 ] && [ "$minor" -ge 12 ]; } || [ "$major" -gt 22 ]
}

tools_node() {
  local offered
  ! tools_node_good || return 0
  packages_update
  offered="$(packages_candidate nodejs)"
  offered="${offered#*:}"
  if [ -n "$offered" ] && dpkg --compare-versions "$offered" ge 20.19; then
    if [[ "$offered" == *nodesource* ]]; then
      packages_install 'Node.js, which builds the web page' nodejs
    else
      packages_install 'Node.js, which builds the web page' nodejs npm
    fi
  fi
  tools_node_good || die 'Node.js 20.19 or newer (or 22.12 or newer) with npm is missing; it builds the web page.' \
    'Install one:  https://nodejs.org/en/download  or the packages of NodeSource, then run this again.'
}

# Chromium and a font with Chinese signs: the browser tests look at pages in both languages.
tools_browser() {
  local missing=()
  [ -n "${COPILOT_CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
  packages_installed fonts-noto-cjk || ! command -v dpkg-query >/dev/null || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] || packages_install 'the browser for the browser tests' "${missing[@]}"
  export COPILOT_CHROMIUM="${COPILOT_CHROMIUM:-$(command -v chromium || command -v chromium-browser)}"
}

tools_build() {
  jdk_need
  tools_maven
  tools_node
}

# `copilot install`: only this, so that it can be run once with sudo for a user who may not install.
tools_install_all() {
  tools_maven
  tools_node
  postgres_need
  tools_browser
  jdk_need
  say 'everything this needs is installed.'
}
