#!/usr/bin/env bash
# Installs what the tests need, builds once, runs every test project and ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
./test.sh [options] [project ...]

  --fast      leave out what is slow: crash runs, builds of canaries (trait Category=Slow)
  --approve   take over additions to approved texts (contract, formats) instead of failing on them
  --help      this text

Projects are folders under tests/, such as Storage.Tests; without any, all of them run.
Results stay in artifacts/tests. CI=true restores in locked mode and prints plainly.
TEXT
}

# What the tests need besides the .NET SDK: command or Python module, Debian package.
needed() {
  need node nodejs
  need npm npm
  # tests/Findings counts with Debian's own Python, and with nothing but its standard library.
  need /usr/bin/python3 python3
  need_postgres
  [ ! -d tests/Interop/python ] || need_module grpc python3-grpcio
  [ ! -d tests/Interop/python ] || need_module google.protobuf python3-protobuf
}

filter=()
projects=()
for argument in "$@"; do
  case "$argument" in
    --fast) filter=(--filter "Category!=Slow") ;;
    --approve) export APPROVE=1 ;;
    --help | -h) usage; exit 0 ;;
    -*) echo "unknown option $argument" >&2; usage >&2; exit 2 ;;
    *) projects+=("$argument") ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off
results=artifacts/tests
passed=0
failed=0
started=$SECONDS

say() { printf '[%4ds] %s\n' "$((SECONDS - started))" "$*"; }

# The cluster that the tests of the second database run on: one of this run's own, gone with it.
start_postgres() {
  [ -z "${TTHC_TEST_POSTGRES:-}" ] || return 0
  cluster="${TMPDIR:-/tmp}/tthc-test-$$"
  trap 'eng/postgres.sh stop "$cluster"' EXIT
  must "PostgreSQL" postgres bash -c 'eng/postgres.sh start "$1" "$2" >"$3"' start "$cluster" $$ "$results/postgres.connection"
  TTHC_TEST_POSTGRES=$(cat "$results/postgres.connection")
  export TTHC_TEST_POSTGRES
}

finish() {
  say "results: $results"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

# A step that has to work before any test can run counts as one failure when it does not.
must() {
  local what=$1 log="$results/$2.log"
  shift 2
  say "$what"
  if ! "$@" >"$log" 2>&1; then
    tail -n 60 "$log"
    say "$what: failed, see $log"
    failed=$((failed + 1))
    finish
  fi
}

need() { command -v "$1" >/dev/null || fetch "$2"; }

# Its programs are not on the path; a cluster named by the variable needs none.
need_postgres() { [ -n "${TTHC_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || fetch postgresql; }

# Debian's modules belong to Debian's Python, whatever else is called python3 here.
need_module() { /usr/bin/python3 -c "import $1" 2>/dev/null || fetch "$2"; }

fetch() {
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  [ -n "${fetched:-}" ] || must "package lists" apt-update ${root[@]+"${root[@]}"} apt-get update
  fetched=1
  must "install $1" "apt-$1" ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"
}

# The counters of one trx file, as "passed failed skipped"; no file: the run never got to its end.
counters() {
  local line
  line=$(grep -o '<Counters [^>]*>' "$1" 2>/dev/null | head -n 1)
  [ -n "$line" ] || { echo "0 1 0"; return; }
  attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line"; }
  echo "$(attribute passed) $(($(attribute failed) + $(attribute error) + $(attribute timeout) + $(attribute aborted))) $(($(attribute total) - $(attribute executed)))"
}

# What one project came to, as "passed failed skipped". A runner that failed without a failed test (a crash after the last one) still failed.
outcome() {
  local name=$1 here
  here=($(counters "$results/$name.trx"))
  if [ "${here[1]}" -eq 0 ] && [ "$(cat "$results/$name.exit")" -ne 0 ]; then here[1]=1; fi
  echo "${here[@]}"
}

# A project under a name, with options of its own.
run() {
  local project=$1 name=$2 here
  shift 2
  say "$name ..."
  dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    "$@" >"$results/$name.log" 2>&1
  echo $? >"$results/$name.exit"
  here=($(outcome "$name"))
  say "$name: ${here[0]} passed, ${here[1]} failed, ${here[2]} skipped"
  [ "${here[1]}" -eq 0 ] || sed -n '/\[FAIL\]\|^  Failed \|Error Message\|error\|Aborted/,$p' "$results/$name.log" | tail -n 120
}

rm -rf "$results"
mkdir -p "$results"
command -v dotnet >/dev/null || { echo "the .NET SDK is missing; global.json names the version" >&2; exit 2; }
needed

for folder in tests/*/package-lock.json tests/*/*/package-lock.json; do
  [ -f "$folder" ] || continue
  folder=$(dirname "$folder")
  must "npm ci in $folder" "npm-$(tr / - <<<"$folder")" npm ci --prefix "$folder" --no-audit --no-fund
done
must "restore" restore dotnet restore Tthc.Engine.sln
must "build (Release)" build dotnet build Tthc.Engine.sln -c Release --no-restore -v quiet -clp:NoSummary

mapfile -t found < <(grep -l '<IsTestProject>true' tests/*/*.csproj)
chosen=()
for project in "${found[@]}"; do
  name=$(basename "$(dirname "$project")")
  if [ ${#projects[@]} -eq 0 ] || [[ " ${projects[*]} " == *" $name "* ]]; then chosen+=("$project"); fi
done
[ ${#chosen[@]} -gt 0 ] || { echo "no such test project: ${projects[*]}" >&2; exit 2; }

start_postgres

# Two at a time: most suites wait for disk, for sockets or for a process of their own as much as they compute.
names=()
start() {
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
  names+=("$2")
  run "$@" &
}

# The longest first; its slow tests are a run of their own, beside the others.
apart=()
for project in "${chosen[@]}"; do
  if [ ${#filter[@]} -eq 0 ] && grep -q '<SlowTestsApart>true' "$project"; then
    apart+=("$project")
    name=$(basename "$(dirname "$project")")
    start "$project" "$name" --filter "Category!=Slow"
    start "$project" "$name.Slow" --filter "Category=Slow"
  fi
done
for project in "${chosen[@]}"; do
  [[ " ${apart[*]} " == *" $project "* ]] || start "$project" "$(basename "$(dirname "$project")")" ${filter[@]+"${filter[@]}"}
done
wait
for name in "${names[@]}"; do
  here=($(outcome "$name"))
  passed=$((passed + here[0]))
  failed=$((failed + here[1]))
done
finish
