#!/bin/sh
# Print the path of a browser for the tests, and see to it that what drives it and Chinese type are
# at hand.
#
# FACING_PAGES_BROWSER may name a Chromium or Chrome. What is missing is installed with apt-get
# where that is possible without asking (as root, or by sudo without a password); otherwise say what
# to install, and end with status 1.
set -eu

works() {
  # Some systems have a `chromium` that only tells how to install one.
  "$1" --version >/dev/null 2>&1
}

find_browser() {
  if [ -n "${FACING_PAGES_BROWSER:-}" ]; then
    works "$FACING_PAGES_BROWSER" || return 1
    echo "$FACING_PAGES_BROWSER"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"
  do
    if works "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# Without type for Hong Kong, the tests of which shapes of characters are drawn mean nothing.
has_fonts() {
  [ "$(uname)" = Darwin ] && return # PingFang HK comes with the system
  # fontconfig may be missing, and then so is fc-list
  [ -n "$(fc-list :lang=zh-hk 2>/dev/null | head -n 1)" ] ||
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
      "$HOME/.local/share/fonts" -iname '*cjk*' -name '*.[ot]t[fc]' 2>/dev/null | head -n 1)" ]
}

# The pages' first choice of Latin type that Linux can have. With DejaVu, which is a sixth wider, what
# is measured are other lines.
has_latin_fonts() {
  [ "$(uname)" = Darwin ] && return
  [ -n "$(fc-list 'Liberation Sans' 2>/dev/null | head -n 1)" ] ||
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
      "$HOME/.local/share/fonts" -iname 'LiberationSans-Regular.*' 2>/dev/null | head -n 1)" ]
}

# Playwright drives the browser with a Node.js of its own, which is linked to this.
has_libatomic() {
  [ "$(uname)" = Darwin ] && return
  [ -n "$(find /lib /lib64 /usr/lib /usr/lib64 /usr/local/lib -name 'libatomic.so.1*' \
    2>/dev/null | head -n 1)" ]
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
  echo "Installing $*" >&2
  as_root apt-get update >&2 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

fail() {
  echo "$1" >&2
  exit 1
}

if [ -n "${FACING_PAGES_BROWSER:-}" ]; then
  find_browser >/dev/null || fail "FACING_PAGES_BROWSER=$FACING_PAGES_BROWSER does not run."
fi

missing=
find_browser >/dev/null || missing="chromium"
has_fonts || missing="$missing fonts-noto-cjk"
has_latin_fonts || missing="$missing fonts-liberation"
has_libatomic || missing="$missing libatomic1"
# shellcheck disable=SC2086 # a list of packages
[ -z "$missing" ] || install $missing || true

has_fonts || fail "The tests need type for Chinese as in Hong Kong.
Install Noto CJK (Debian and Ubuntu: fonts-noto-cjk)."
has_latin_fonts || fail "The tests need the type Liberation (Debian and Ubuntu: fonts-liberation)."
has_libatomic || fail "The tests need the library libatomic (Debian and Ubuntu: libatomic1)."
find_browser || fail "The tests need Chromium or Chrome (Debian: the package chromium).
Install it, or name one: FACING_PAGES_BROWSER=/path/to/chromium make test"
