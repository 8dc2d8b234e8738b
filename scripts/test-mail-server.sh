#!/bin/sh
# Brings the mail servers that the tests start: Dovecot as an ordinary package, Exim into a folder
# of this project. Debian's mail transport agents exclude each other, so installing Exim would
# remove the one a developer uses; unpacked into a folder it disturbs nobody.
#
#   scripts/test-mail-server.sh [FOLDER]     FOLDER defaults to .build-mailhost beside this script's parent
#
# Prints the folder. Running it again is quick.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
folder=${1:-$root/.build-mailhost}
packages="exim4-daemon-light exim4-base libnss-wrapper libidn12"

say() { printf '%s\n' "test-mail-server: $*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else
        say "please run as root: $*"
        exit 1
    fi
}

ready() {
    [ -x "$folder/root/usr/sbin/exim4" ] && [ -n "$(find "$folder/root" -name libnss_wrapper.so 2>/dev/null)" ]
}

missing_libraries() {
    libraries=$(dirname "$(find "$folder/root" -name libnss_wrapper.so | head -n 1)")
    LD_LIBRARY_PATH=$libraries ldd "$folder/root/usr/sbin/exim4" | awk '/not found/ { print $1 }'
}

for program in dovecot openssl setpriv; do
    case $program in
        dovecot) package=dovecot-imapd ;;
        openssl) package=openssl ;;
        *) package=util-linux ;;
    esac
    if ! PATH=$PATH:/usr/sbin command -v "$program" >/dev/null 2>&1; then
        say "installing $package"
        as_root apt-get install -y --no-install-recommends "$package" >&2
    fi
done

if ! ready; then
    say "fetching Exim into $folder"
    mkdir -p "$folder/packages" "$folder/root"
    (cd "$folder/packages" && apt-get download $packages) >&2 || {
        say "refreshing the package lists"
        as_root apt-get update >&2
        (cd "$folder/packages" && apt-get download $packages) >&2
    }
    for package in "$folder"/packages/*.deb; do dpkg -x "$package" "$folder/root"; done
    # No copy of ours may run with another's rights.
    chmod 755 "$folder/root/usr/sbin/exim4"
fi

if [ -n "$(missing_libraries)" ]; then
    wanted=$(apt-cache depends exim4-daemon-light | awk '$1 == "Depends:" && $2 ~ /^lib/ { print $2 }')
    say "installing libraries that Exim needs: $wanted"
    as_root apt-get install -y --no-install-recommends $wanted >&2
fi
if [ -n "$(missing_libraries)" ]; then
    say "Exim still lacks: $(missing_libraries | tr '\n' ' ')"
    exit 1
fi
printf '%s\n' "$folder"
