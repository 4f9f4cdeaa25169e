#!/usr/bin/env bash
# Gives a machine a container engine and an image of PostgreSQL for the tests that start containers.
#
#   exports=$(.ci/container-engine.sh) && eval "$exports"
#
# Where Docker answers already, it is taken, and the tests pull the image they name. Elsewhere, on Debian and as root:
# podman from Debian's packages, an image made of Debian's own PostgreSQL, and podman's Docker-compatible API on a socket
# of its own. No registry of images is asked. The first call takes some minutes; a second one keeps what stands.
# Standard output is what a shell has to evaluate, and nothing else.
#
#   .ci/container-engine.sh stop    ends the API and the containers that were started through it
set -euo pipefail
exec 3>&1 1>&2

suite=bookworm
version=15
image=localhost/stagegate-postgres:$version
state=${STAGEGATE_ENGINE_DIR:-/var/tmp/stagegate-engine}
socket=$state/podman.sock
export CONTAINERS_CONF=$state/containers.conf

fail() {
  printf '%s\n  Usual cause: %s\n  Next: %s\n' "$1" "$2" "$3"
  exit 2
}

answers() {
  [ -S "$socket" ] && DOCKER_HOST= podman --remote --url "unix://$socket" version >/dev/null 2>&1
}

stop() {
  [ -f "$state/service.pid" ] || return 0
  podman ps --quiet --filter "ancestor=$image" | xargs --no-run-if-empty podman rm --force --time 0 >/dev/null
  kill "$(cat "$state/service.pid")" 2>/dev/null || true
  rm -f "$state/service.pid" "$socket"
}

install_packages() {
  local missing=()
  for tool in podman runc debootstrap iptables; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || fail "There is no container engine, and ${missing[*]} cannot be installed." \
    'This is no Debian.' 'Install Docker, or podman with its API socket, and set DOCKER_HOST.'
  [ "$(id -u)" -eq 0 ] || fail "There is no container engine, and installing ${missing[*]} needs root." \
    'The script runs as another user.' 'Run it as root, or install Docker.'
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}"
}

configure() {
  # crun refuses a hybrid hierarchy of control groups, and without CAP_SYS_RESOURCE no hard limit can be raised.
  cat >"$CONTAINERS_CONF" <<'CONF'
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
runtime = "runc"
CONF
}

# What the image's first process does: it makes the cluster once, with the user, the password and the database that the
# variables name, and then becomes the server. Until then nothing listens on a port.
write_entrypoint() {
  cat >"$1" <<ENTRY
#!/bin/sh
set -e
bin=/usr/lib/postgresql/$version/bin
export PGDATA=/var/lib/postgresql/data
user=\${POSTGRES_USER:-postgres}
database=\${POSTGRES_DB:-\$user}
owner() { setpriv --reuid=postgres --regid=postgres --init-groups "\$@"; }
install -d -o postgres -g postgres -m 700 "\$PGDATA"
install -d -o postgres -g postgres /run/postgresql
if [ ! -s "\$PGDATA/PG_VERSION" ]; then
  secret=\$(mktemp) && printf '%s\n' "\${POSTGRES_PASSWORD:?}" >"\$secret" && chown postgres "\$secret"
  owner \$bin/initdb -D "\$PGDATA" -U "\$user" -E UTF8 --locale=C.UTF-8 --pwfile="\$secret" -A scram-sha-256
  rm "\$secret"
  echo 'host all all all scram-sha-256' >>"\$PGDATA/pg_hba.conf"
  if [ "\$database" != postgres ]; then
    owner \$bin/pg_ctl -D "\$PGDATA" -o '-c listen_addresses=' -w start
    PGPASSWORD=\$POSTGRES_PASSWORD owner \$bin/createdb -h /run/postgresql -U "\$user" "\$database"
    owner \$bin/pg_ctl -D "\$PGDATA" -m fast -w stop
  fi
fi
[ "\$1" = postgres ] && shift
exec setpriv --reuid=postgres --regid=postgres --init-groups \$bin/postgres -D "\$PGDATA" -c listen_addresses='*' "\$@"
ENTRY
  chmod 755 "$1"
}

build_image() {
  podman image exists "$image" && return
  local root=$state/rootfs
  rm -rf "$root"
  debootstrap --variant=minbase --include="postgresql-$version" "$suite" "$root"
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
  write_entrypoint "$root/entrypoint.sh"
  tar -C "$root" -c . | podman import --change 'ENTRYPOINT ["/entrypoint.sh"]' --change 'CMD ["postgres"]' \
    --change 'EXPOSE 5432' - "$image"
  rm -rf "$root"
}

serve() {
  answers && return
  rm -f "$socket"
  setsid podman system service --time=0 "unix://$socket" >"$state/service.log" 2>&1 </dev/null 3>&- &
  echo $! >"$state/service.pid"
  for _ in $(seq 100); do
    answers && return
    sleep 0.1
  done
  fail 'The API of podman does not answer.' "$(tail -n 3 "$state/service.log")" "Look at $state/service.log."
}

if [ "${1:-}" = stop ]; then
  stop
  exit 0
fi

if command -v docker >/dev/null && timeout 20 docker info >/dev/null 2>&1; then
  echo 'Docker answers: it is taken.'
  exit 0
fi
mkdir -p "$state"
install_packages
configure
build_image
serve

# Ports are published on the loopback, and Ryuk's image cannot be pulled: Stagegate clears away what is left itself.
cat >&3 <<EXPORTS
export DOCKER_HOST=unix://$socket
export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
export TESTCONTAINERS_RYUK_DISABLED=true
export STAGEGATE_POSTGRES_IMAGE=$image
EXPORTS
