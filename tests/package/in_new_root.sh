#!/usr/bin/env bash
# in_new_root.sh PACKAGE.deb, as root: installs the package into a bare Debian 12 and starts the program there, both without a network. What it
# depends on is fetched before. Exit status: 0 where all of it works.
set -euo pipefail

package=$(readlink -f "$1")
name=$(basename "$package")
mirror=${SPREADMAP_MIRROR:-http://deb.debian.org/debian}
root=$(mktemp -d)
readonly package name mirror root

away() {
  local mounted
  for mounted in dev/pts dev proc; do
    ! mountpoint -q "$root/$mounted" || umount "$root/$mounted" || umount -l "$root/$mounted"
  done
  # One file system alone: what could not be unmounted is not the root's.
  rm -rf --one-file-system "$root"
}
trap away EXIT

there() { DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root chroot "$root" "$@"; }
alone() { DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root unshare -n chroot "$root" "$@"; }

debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" || { tail -n 5 "$root.log" >&2 && exit 1; }
rm -f "$root.log"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
cp "$package" "$root/"
there apt-get update -q >/dev/null
there apt-get install -q -y --no-install-recommends --download-only "/$name" xvfb >/dev/null
alone sh -c 'dpkg -i /var/cache/apt/archives/*.deb' >/dev/null
alone dpkg -i "/$name"

alone getent passwd spreadmap
alone spreadmap --version
alone spreadmap export --day 2019-08-27 --size 640x360 -o /tmp/look.png
alone spreadmap export --size 160x90 --fps 2 --seconds 1 --no-flash-check -o /tmp/film.mp4
alone test -s /tmp/look.png -a -s /tmp/film.mp4
alone spreadmap diagnose /usr/share/spreadmap/geodata/ring/ring.exhibit.toml
# A kiosk, then its safe scene, each asked to end after a while: both end with 0.
alone sh -c '
  Xvfb :5 -screen 0 540x960x24 -nolisten tcp >/dev/null 2>&1 & server=$!
  export DISPLAY=:5
  for scene in --reduced-motion --safe; do
    timeout --preserve-status 15 spreadmap kiosk $scene || { echo "kiosk $scene: $?"; kill $server; exit 1; }
  done
  kill $server'
alone dpkg --purge spreadmap
[[ ! -e $root/usr/share/spreadmap && ! -e $root/usr/bin/spreadmap ]]
echo "in_new_root: $name is installed, starts and goes without a network"
