# SPDX-FileCopyrightText: 2026 The Detour authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Sourced by ./run and ./check: the Debian packages that Detour needs, and how they are installed.

# shellcheck disable=SC2034  # the lists are used by whoever sources this file
packages_build=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev libmd4c-dev libssl-dev
    fonts-inter fonts-jetbrains-mono
)
# shellcheck disable=SC2034
packages_check=(git ccache clang-format clang-tidy hunspell hunspell-en-us)

# Progress goes to stderr: the standard output of ./run belongs to detour.
say() { printf '%s\n' "$*" >&2; }

# lines_of ARRAY COMMAND…: the lines that COMMAND prints. (Bash's own <(…) needs /dev/fd, which a bare root may lack.)
lines_of() {
    local -n array=$1
    local text
    text=$("${@:2}")
    array=()
    [ -z "$text" ] || mapfile -t array <<<"$text"
}

# as_root COMMAND…: as it is for root, by sudo for everyone else.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "This needs root, and there is no sudo. As root: $*"
        return 1
    fi
}

# missing_packages NAME…: prints those that are not installed, one a line.
missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

# install_packages NAME…: installs those that are missing and says so first. Does nothing where all are there.
install_packages() {
    if ! command -v apt-get >/dev/null; then
        say "There is no apt-get here. Detour goes on with what is installed; on Debian it would look for: $*"
        return 0
    fi
    local missing=()
    lines_of missing missing_packages "$@"
    [ ${#missing[@]} -gt 0 ] || return 0

    say "Installing Debian packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    local install=("${apt[@]}" install -y --no-install-recommends "${missing[@]}")
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null && as_root "${install[@]}" </dev/null >&2; then
        return 0
    fi
    # No package lists yet, or ones so old that their files are gone.
    say "Reading the package lists"
    # One list that cannot be read does not matter while the packages are in the others.
    as_root "${apt[@]}" update </dev/null >&2 || true
    as_root "${install[@]}" </dev/null >&2 || {
        say "These packages could not be installed: ${missing[*]}"
        return 1
    }
}
