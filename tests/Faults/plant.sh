#!/usr/bin/env bash
# Proves that the fault programme sees: plants one bug after the other in a copy of the sources and demands that it is found.
#
#   tests/Faults/plant.sh [BUG ...]      names under tests/Faults/bugs; without any, all of them
#
# MINUTES (2) is how long each is looked for. Ends with one line a bug; exit code 0 when every one was found.
set -uo pipefail
cd "$(dirname "$0")/../.."
copy=$(mktemp -d "${TMPDIR:-/tmp}/tthc-planted-XXXXXX")
trap 'rm -rf "$copy"' EXIT
git ls-files -z | grep -zv '^docs/' | xargs -0 cp --parents -t "$copy"
bugs=("$@")
[ ${#bugs[@]} -gt 0 ] || mapfile -t bugs < <(basename -s .patch tests/Faults/bugs/*.patch)

build() { dotnet build tests/Faults/Tthc.Faults.csproj -c Release -v quiet -clp:NoSummary -p:TreatWarningsAsErrors=false -p:EnforceCodeStyleInBuild=false; }
look() { dotnet tests/Faults/bin/Release/net10.0/Tthc.Faults.dll --minutes "${MINUTES:-2}" --seed 1 --round 15 --faults cut,kill,rules; }

missed=0
cd "$copy"
for bug in "${bugs[@]}"; do
  patch -p1 -s <"tests/Faults/bugs/$bug.patch" || { echo "$bug: does not apply any more, make it anew"; missed=1; continue; }
  if ! build >build.log 2>&1; then
    tail -n 20 build.log
    echo "$bug: does not build"
    missed=1
  else
    look >"$bug.log" 2>&1
    if [ $? -eq 1 ] && grep -q '^VIOLATION' "$bug.log"; then
      echo "$bug: found, $(grep -c '^VIOLATION' "$bug.log") violations, the first: $(grep -m 1 '^VIOLATION' "$bug.log" | cut -c 12-200)"
    else
      tail -n 5 "$bug.log"
      echo "$bug: NOT FOUND"
      missed=1
    fi
  fi
  patch -p1 -s -R <"tests/Faults/bugs/$bug.patch"
done
exit $missed
