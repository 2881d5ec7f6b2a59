#!/usr/bin/env bash
# PostgreSQL 17 with pgvector, Redis, and a browser, for tests and benchmarks.
#
#   services.sh up [--durable]   starts what is missing; prints DATABASE_URL=… and REDIS_URL=… and,
#                                with --durable, DURABLE_DATABASE_URL=… (a cluster that syncs to disk)
#   services.sh status           which of them answer
#   services.sh down             stops what this script started; all clones of the project share it
#   services.sh purge            down, and removes all of it from the disk
#   services.sh folder           makes the Debian folder if it is missing, starts nothing, and prints FOLDER=… for
#                                programs that run servers of their own out of it
#   services.sh browser          finds a Chromium, or fetches one; prints BALANCE_BROWSER=… (a program)
#
# In this order: a DATABASE_URL, REDIS_URL or DURABLE_DATABASE_URL that is given; a Docker engine, through
# compose.yaml; a Debian 13 folder with the packages in it (Debian or Ubuntu, as root). Exit code 3: none of these.
# The browser: a BALANCE_BROWSER that is given; an installed chromium; as root on Debian the package, elsewhere as root
# a Debian 13 folder of its own, so that the one above can be made meanwhile.
# BALANCE_SERVICES_DIR moves the folder, BALANCE_PG_PORT, BALANCE_DURABLE_PG_PORT and BALANCE_REDIS_PORT the ports.
set -euo pipefail

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BASE=${BALANCE_SERVICES_DIR:-/var/tmp/balance-services}
ROOT=$BASE/trixie
BROWSER_ROOT=$BASE/browser
LOCK=$BASE.lock
export BALANCE_PG_PORT=${BALANCE_PG_PORT:-55432}
export BALANCE_DURABLE_PG_PORT=${BALANCE_DURABLE_PG_PORT:-55433}
export BALANCE_REDIS_PORT=${BALANCE_REDIS_PORT:-56379}
PG_BIN=/usr/lib/postgresql/17/bin
ADVICE="Give DATABASE_URL and REDIS_URL, or start a Docker engine, or run as root on Debian or Ubuntu."
WITHOUT_ROOT="no Docker engine, and not root"

command=${1:-}
durable=false
[ "${2:-}" = --durable ] && durable=true

say() { echo "services: $*" >&2; }
give_up() {
  say "$*"
  say "$ADVICE"
  exit 3
}

# --- a Docker engine -------------------------------------------------------------------------------------------------

has_docker() { docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1; }
# Compose asks for the secrets of the whole file, also where only servers for tests are wanted, which have none.
compose() {
  POSTGRES_PASSWORD=unused POSTGRES_SERVICE_PASSWORD=unused BALANCE_OPERATOR_TOKEN=unused \
    docker compose --project-name balance-services --file "$PROJECT/compose.yaml" \
    --profile tests --profile bench "$@" >&2
}

docker_up() {
  local wanted=()
  needs_postgres && wanted+=(test-postgres)
  needs_redis && wanted+=(test-redis)
  needs_durable && wanted+=(bench-postgres)
  compose up --detach --wait "${wanted[@]}" || give_up "docker compose could not start ${wanted[*]}"
}

# --- a Debian folder -------------------------------------------------------------------------------------------------

in_folder() { (folder=$1 && shift && cd / && chroot "$folder" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"); }
in_root() { in_folder "$ROOT" "$@"; }
as_postgres() { (cd / && chroot --userspec=postgres:postgres "$ROOT" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@"); }
is_built() { [ -e "$ROOT/.ready" ]; }

# Two that install at once would fail: apt has locks, but does not wait for all of them.
install_here() { # log, packages
  local log=$1
  shift
  flock "$BASE.apt.lock" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"' \
    sh "$@" >"$log" 2>&1
}

debian_folder() { # folder, log
  if ! command -v debootstrap >/dev/null; then
    install_here "$2" debootstrap || give_up "debootstrap cannot be installed, see $2"
  fi
  rm -rf "$1"
  debootstrap --variant=minbase trixie "$1" >"$2" 2>&1 || give_up "Debian 13 cannot be fetched, see $2"
  # Packages must not start their own servers, nor bring manuals.
  printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
  chmod +x "$1/usr/sbin/policy-rc.d"
  printf 'path-exclude=/usr/share/%s/*\n' doc man locale >"$1/etc/dpkg/dpkg.cfg.d/nodoc"
}

build() {
  is_built && return 0
  command -v apt-get >/dev/null || give_up "no Docker engine, and no apt-get"
  say "fetching PostgreSQL and Redis from Debian into $ROOT, once, about a minute"
  debian_folder "$ROOT" "$BASE/debootstrap.log"
  mkdir -p "$ROOT/etc/postgresql-common"
  echo 'create_main_cluster = false' >"$ROOT/etc/postgresql-common/createcluster.conf"
  in_root apt-get install -y -qq --no-install-recommends postgresql-17-pgvector redis-server >"$BASE/apt.log" 2>&1 ||
    give_up "PostgreSQL and Redis cannot be installed, see $BASE/apt.log"
  in_root apt-get clean
  touch "$ROOT/.ready"
}

postgres_answers() { is_built && in_root $PG_BIN/pg_isready -q -h 127.0.0.1 -p "$1"; }
redis_answers() { is_built && [ "$(in_root redis-cli -h 127.0.0.1 -p "$BALANCE_REDIS_PORT" ping 2>/dev/null)" = PONG ]; }

# Shared memory is a file: /dev/shm of the folder is not mounted.
TEST_SETTINGS='max_connections=200
shared_buffers=512MB
fsync=off
synchronous_commit=off
full_page_writes=off'
DURABLE_SETTINGS='max_connections=100
shared_buffers=512MB
max_wal_size=4GB
fsync=on
synchronous_commit=on
full_page_writes=on'

start_postgres() { # folder, port, settings
  local data=/srv/$1 port=$2 settings=$3
  postgres_answers "$port" && return 0
  mkdir -p "$ROOT/dev/shm"
  chmod 1777 "$ROOT/dev/shm" "$ROOT/tmp"
  if [ ! -e "$ROOT$data/PG_VERSION" ]; then
    rm -rf "${ROOT:?}$data"
    mkdir -p "$ROOT$data"
    in_root chown postgres:postgres "$data"
    as_postgres $PG_BIN/initdb -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$BASE/initdb.log" 2>&1 ||
      give_up "initdb failed, see $BASE/initdb.log"
    printf "listen_addresses='127.0.0.1'\nunix_socket_directories='/tmp'\ndynamic_shared_memory_type=mmap\n%s\n" \
      "$settings" >>"$ROOT$data/postgresql.conf"
  fi
  # The server must not inherit the lock (9), or it would hold it for its whole life.
  as_postgres $PG_BIN/pg_ctl -D "$data" -w -t 60 -l "$data/log" -o "-p $port" start >/dev/null 9>&- ||
    give_up "PostgreSQL did not start, see $ROOT$data/log"
}

start_redis() {
  redis_answers && return 0
  mkdir -p "$ROOT/srv/redis"
  in_root redis-server --bind 127.0.0.1 --port "$BALANCE_REDIS_PORT" --dir /srv/redis --save '' --appendonly no \
    --maxmemory-policy noeviction --daemonize yes --pidfile /srv/redis/pid --logfile /srv/redis/log >/dev/null 9>&-
  for _ in $(seq 100); do
    redis_answers && return 0
    sleep 0.1
  done
  give_up "Redis did not start, see $ROOT/srv/redis/log"
}

# One at a time: two that start, or one that starts while one stops, would ruin the folder.
alone() {
  [ "$(id -u)" = 0 ] || give_up "$WITHOUT_ROOT"
  mkdir -p "$BASE"
  exec 9>"$LOCK"
  flock --timeout 300 9 || give_up "another services.sh has held $LOCK for five minutes"
  "$@"
  exec 9>&-
}

debian_up() {
  build
  ! needs_postgres || start_postgres pg "$BALANCE_PG_PORT" "$TEST_SETTINGS"
  ! needs_durable || start_postgres pg_durable "$BALANCE_DURABLE_PG_PORT" "$DURABLE_SETTINGS"
  ! needs_redis || start_redis
}

debian_down() {
  is_built || return 0
  ! redis_answers || in_root redis-cli -h 127.0.0.1 -p "$BALANCE_REDIS_PORT" shutdown nosave || true
  for data in /srv/pg /srv/pg_durable; do
    [ ! -e "$ROOT$data/postmaster.pid" ] || as_postgres $PG_BIN/pg_ctl -D "$data" -m fast -w stop >/dev/null
  done
}

# --- a browser -------------------------------------------------------------------------------------------------------

is_debian() { grep -qx 'ID=debian' /etc/os-release 2>/dev/null; }

fetch_browser() {
  ! command -v chromium >/dev/null || return 0
  command -v apt-get >/dev/null || give_up "no chromium, and no apt-get"
  if is_debian; then
    say "installing chromium, once, about half a minute"
    install_here "$BASE/browser.log" chromium || give_up "chromium cannot be installed, see $BASE/browser.log"
  else
    browser_folder
  fi
}

# Elsewhere the package of that name is a stub that fetches another system of packages.
browser_folder() {
  [ ! -e "$BROWSER_ROOT/.ready" ] || return 0
  say "fetching Chromium from Debian into $BROWSER_ROOT, once, about a minute"
  debian_folder "$BROWSER_ROOT" "$BASE/browser.log"
  in_folder "$BROWSER_ROOT" apt-get install -y -qq --no-install-recommends chromium >"$BASE/browser.log" 2>&1 ||
    give_up "chromium cannot be installed, see $BASE/browser.log"
  in_folder "$BROWSER_ROOT" apt-get clean
  # It looks for its own files by /proc, which is there for it alone.
  cat >"$BROWSER_ROOT.run" <<RUN
#!/bin/sh
exec unshare --mount sh -c 'mount -t proc proc "\$0/proc" && mount --bind /tmp "\$0/tmp" && exec chroot "\$0" /usr/bin/chromium "\$@"' "$BROWSER_ROOT" "\$@"
RUN
  chmod +x "$BROWSER_ROOT.run"
  touch "$BROWSER_ROOT/.ready"
}

# --- the commands ----------------------------------------------------------------------------------------------------

needs_postgres() { [ -z "${DATABASE_URL:-}" ]; }
needs_redis() { [ -z "${REDIS_URL:-}" ]; }
needs_durable() { $durable && [ -z "${DURABLE_DATABASE_URL:-}" ]; }

up() {
  if needs_postgres || needs_redis || needs_durable; then
    if has_docker; then docker_up; else alone debian_up; fi
  fi
  echo "DATABASE_URL=${DATABASE_URL:-postgres://postgres@127.0.0.1:$BALANCE_PG_PORT/postgres}"
  echo "REDIS_URL=${REDIS_URL:-redis://127.0.0.1:$BALANCE_REDIS_PORT}"
  ! $durable ||
    echo "DURABLE_DATABASE_URL=${DURABLE_DATABASE_URL:-postgres://postgres@127.0.0.1:$BALANCE_DURABLE_PG_PORT/postgres}"
}

down() { if has_docker; then compose down; else alone debian_down; fi; }

purge() {
  if has_docker; then compose down --volumes; fi
  if [ -d "$BASE" ]; then
    alone debian_down
    rm -rf "$BASE"
  fi
}

folder() {
  WITHOUT_ROOT="the folder can be made by root only"
  alone build
  echo "FOLDER=$ROOT"
}

browser() {
  local found=${BALANCE_BROWSER:-}
  [ -n "$found" ] || found=$(command -v chromium) || {
    LOCK=$BASE.browser.lock
    WITHOUT_ROOT="no chromium, and not root"
    ADVICE="Give BALANCE_BROWSER, or install chromium, or run as root on Debian or Ubuntu."
    alone fetch_browser
    found=$(command -v chromium) || found=$BROWSER_ROOT.run
  }
  echo "BALANCE_BROWSER=$found"
}

status() {
  if has_docker; then
    compose ps
    return
  fi
  postgres_answers "$BALANCE_PG_PORT" && echo "postgres up" || echo "postgres down"
  postgres_answers "$BALANCE_DURABLE_PG_PORT" && echo "durable postgres up" || echo "durable postgres down"
  redis_answers && echo "redis up" || echo "redis down"
}

case "$command" in
  up | down | purge | folder | browser | status) "$command" ;;
  *)
    sed -n '2,18s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
