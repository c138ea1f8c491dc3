# shellcheck shell=bash
# Finds a JDK that this project may use and exports JAVA_HOME, for Maven too.

readonly JDK_LEAST=25.0.3

# 25.0.3 -> 25000003, empty for early-access builds: those are never used.
jdk_number() {
  local version="${1%%+*}" feature interim update _
  [[ "$version" =~ ^[0-9.]+$ ]] || return 0
  IFS=. read -r feature interim update _ <<<"$version.0.0.0"
  printf '%d' $((feature * 1000000 + interim * 1000 + update))
}

jdk_version() { sed -n 's/^JAVA_VERSION="\(.*\)"\r\{0,1\}$/\1/p' "$1/release" 2>/dev/null; }

# Homes on this machine, one a line: what the user says first, then the usual places.
jdk_homes() {
  local tool path home
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  for tool in javac java; do
    path="$(command -v "$tool" || true)"
    [ -z "$path" ] || dirname "$(dirname "$(readlink -f "$path")")"
  done
  for home in /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/*; do
    [ ! -x "$home/bin/javac" ] || readlink -f "$home"
  done
}

# The first good one wins, except that the 25 line, which this is tested on, goes before later ones.
jdk_find() {
  local home version number later=''
  while IFS= read -r home; do
    [ -x "$home/bin/javac" ] || continue
    version="$(jdk_version "$home")"
    number="$(jdk_number "$version")"
    if [ -z "$number" ] || [ "$number" -lt "$(jdk_number "$JDK_LEAST")" ]; then continue; fi
    if [ "$number" -lt 26000000 ] || [ "$home" = "${JAVA_HOME:-}" ]; then
      printf '%s' "$home"
      return
    fi
    later="${later:-$home}"
  done < <(jdk_homes)
  printf '%s' "$later"
}

jdk_refused() {
  local home version number
  while IFS= read -r home; do
    version="$(jdk_version "$home")"
    number="$(jdk_number "$version")"
    [ -n "$number" ] || continue
    if [ "$number" -ge 25000000 ] && [ "$number" -lt "$(jdk_number "$JDK_LEAST")" ]; then
      say "found JDK $version in $home, but 25.0.0 to 25.0.2 can corrupt the heap under G1 (JDK-8377811): not used."
    fi
  done < <(jdk_homes | sort -u)
}

jdk_need() {
  local home
  home="$(jdk_find)"
  if [ -z "$home" ]; then
    jdk_refused
    die "no JDK $JDK_LEAST or newer found (looked in JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks)." \
      'Install one, for example:' \
      '  Debian, Ubuntu:  apt install temurin-25-jdk    (from packages.adoptium.net), or openjdk-25-jdk-headless where there is one' \
      '  any Linux:       sdk install java 25.0.3-tem   (sdkman.io), or unpack a Temurin 25 archive under /opt' \
      'then run this again, with JAVA_HOME set if it lies elsewhere.'
  fi
  export JAVA_HOME="$home"
}
