#!/usr/bin/env bash
# A build that needs no .NET on the machine it runs on: the engine, the command line, rules, deployment files and docs in one archive.
#
#   eng/publish.sh [RUNTIME]     default linux-x64; the archive is artifacts/publish/tthc-engine-RUNTIME.tar.gz
set -euo pipefail
cd "$(dirname "$0")/.."

runtime=${1:-linux-x64}
out=artifacts/publish/tthc-engine
rm -rf "$out"

publish() {
  dotnet publish "$1" --configuration Release --runtime "$runtime" --self-contained true --output "$2" --nologo --verbosity quiet \
    -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/publish.lock.json -p:DebugType=none
}

publish src/Engine "$out"
publish src/Cli "$out/cli"
cp -r deploy docs README.md "$out"
# What is in the archive is the same for the same sources.
tar --create --gzip --file "artifacts/publish/tthc-engine-$runtime.tar.gz" --sort=name --owner=0 --group=0 --directory artifacts/publish tthc-engine
du -h "artifacts/publish/tthc-engine-$runtime.tar.gz"
