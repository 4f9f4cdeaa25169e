#!/usr/bin/env bash
# Gives a machine the browser and the fonts for the tests that open the page.
#
#   exports=$(.ci/browser.sh) && eval "$exports"
#
# A Chromium that STAGEGATE_CHROMIUM names is taken. Otherwise, on Debian: Chromium and the fonts of which the golden
# pictures were made, from Debian's packages, which takes root where one is missing. Nothing is downloaded from elsewhere.
# Standard output is what a shell has to evaluate, and nothing else.
set -euo pipefail
exec 3>&1 1>&2

# The page's own fonts are those of people's machines; where none of them is there, it falls to Liberation.
packages=(chromium fonts-liberation fonts-liberation2 fonts-dejavu-core)

fail() {
  printf '%s\n  Usual cause: %s\n  Next: %s\n' "$1" "$2" "$3"
  exit 2
}

is_installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
  command -v dpkg-query >/dev/null || fail 'There is no Chromium, and none can be installed.' \
    'This is no Debian.' 'Install Chromium and the Liberation fonts, and set STAGEGATE_CHROMIUM.'
  local missing=()
  for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" -eq 0 ] || fail "Installing ${missing[*]} needs root." \
    'The script runs as another user.' 'Run it as root, or name a Chromium in STAGEGATE_CHROMIUM.'
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

chromium=${STAGEGATE_CHROMIUM:-}
if [ -z "$chromium" ]; then
  install_packages
  chromium=$(command -v chromium)
fi
"$chromium" --version || fail "$chromium does not answer." \
  'It is no Chromium, or libraries are missing.' "Run: $chromium --version"

printf 'export STAGEGATE_CHROMIUM=%q\n' "$chromium" >&3
