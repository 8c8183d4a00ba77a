#!/usr/bin/env bash
# A PostgreSQL cluster of one's own, for tests and measurements.
#
#   eng/postgres.sh start FOLDER [PID]   makes and starts it, prints its connection string; it ends with process PID
#   eng/postgres.sh stop FOLDER          stops it and removes FOLDER
#   eng/postgres.sh halt FOLDER          stops it in good order and leaves FOLDER
#   eng/postgres.sh crash FOLDER         kills every process of it, as a power cut would
#   eng/postgres.sh restart FOLDER PORT  starts it again after that
#   eng/postgres.sh standby FOLDER PORT  makes and starts a copy that follows the cluster at PORT, prints its connection string
#   eng/postgres.sh promote FOLDER       makes the copy a primary
#
# Runs as an ordinary user: the database refuses to run as root, so root becomes the user that Debian's package made.
# DURABLE=1 keeps the flushes to the disk, which tests do without, and sets it up for work, as docs/operations.md advises.
set -euo pipefail

fail() { echo "postgres.sh: $*" >&2; exit 1; }

binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(dirname "$(command -v pg_ctl || true)")
  [ -x "$found/initdb" ] || fail "PostgreSQL is not installed (Debian: apt-get install postgresql)"
  echo "$found"
}

as_owner() { if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

make() {
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  # Sorting by the letters of Vietnamese: a query that leans on the order of bytes without saying so fails its test.
  as_owner "$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --no-sync --encoding=UTF8 \
    --locale=C.UTF-8 --locale-provider=icu --icu-locale=vi >&2
  as_owner tee -a "$folder/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
CONF
  if [ -n "${DURABLE:-}" ]; then for_work; else for_tests; fi | as_owner tee -a "$folder/data/postgresql.conf" >/dev/null
}

for_tests() {
  cat <<CONF
max_connections = 200
shared_buffers = 128MB
fsync = off
full_page_writes = off
CONF
}

for_work() {
  cat <<CONF
max_connections = 300
shared_buffers = 2GB
effective_cache_size = 8GB
maintenance_work_mem = 512MB
max_wal_size = 8GB
checkpoint_timeout = 15min
wal_compression = lz4
wal_buffers = 64MB
random_page_cost = 1.1
CONF
}

start() {
  make
  local port attempt
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    # Its output goes to the log alone: whoever reads ours would else wait until the database ends.
    if as_owner "$bin/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --wait --options="-p $port" >/dev/null 2>&1 </dev/null; then
      [ -z "$owner" ] || watch
      echo "Host=$folder;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  tail -n 20 "$folder/log" >&2 || true
  fail "the cluster in $folder does not start"
}

# Whoever started it may be killed before it can stop it.
watch() { setsid "$0" guard "$folder" "$owner" >/dev/null 2>&1 </dev/null & }

guard() {
  while kill -0 "$owner" 2>/dev/null && [ -d "$folder" ]; do sleep 1; done
  stop
}

stop() {
  [ -d "$folder" ] || return 0
  as_owner "$bin/pg_ctl" stop --pgdata="$folder/data" --mode=immediate >/dev/null 2>&1 || true
  rm -rf "$folder"
}

halt() { as_owner "$bin/pg_ctl" stop --pgdata="$folder/data" --mode=fast --wait --timeout=600 >/dev/null; }

# The postmaster first, or it would start what is missing; its children lose their memory at the same moment.
crash() {
  local postmaster children
  postmaster=$(head -n 1 "$folder/data/postmaster.pid")
  children=$(pgrep -P "$postmaster" || true)
  # shellcheck disable=SC2086
  kill -9 "$postmaster" $children 2>/dev/null || true
}

restart() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    as_owner "$bin/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --wait --options="-p $owner" >/dev/null 2>&1 </dev/null && return
    sleep 0.5
  done
  tail -n 20 "$folder/log" >&2 || true
  fail "the cluster in $folder does not start again"
}

standby() {
  local port attempt
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  as_owner "$bin/pg_basebackup" --host=127.0.0.1 --port="$owner" --username=postgres --pgdata="$folder/data" --write-recovery-conf --checkpoint=fast --no-sync >&2
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    if as_owner "$bin/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --wait --options="-p $port -k $folder" >/dev/null 2>&1 </dev/null; then
      echo "Host=$folder;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  tail -n 20 "$folder/log" >&2 || true
  fail "the standby in $folder does not start"
}

promote() { as_owner "$bin/pg_ctl" promote --pgdata="$folder/data" --wait >/dev/null; }

[ $# -ge 2 ] || fail "usage: postgres.sh start FOLDER [PID] | stop FOLDER | halt FOLDER | crash FOLDER | restart FOLDER PORT | standby FOLDER PORT | promote FOLDER"
folder=$2
owner=${3:-}
bin=$(binaries)
case "$1" in
  start | guard | stop | halt | crash | restart | standby | promote) "$1" ;;
  *) fail "unknown command $1" ;;
esac
