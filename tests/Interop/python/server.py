"""Where the engine is: given with --server host:port, else one is started on a throw-away folder and ended with this process."""
import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]


def _built_engine():
    built = [ROOT / "src/Engine/bin" / c / "net10.0/Tthc.Engine.dll" for c in ("Release", "Debug")]
    built = [file for file in built if file.exists()]
    if not built:
        raise SystemExit("build src/Engine first, or name a running engine: --server 127.0.0.1:5080")
    return max(built, key=lambda file: file.stat().st_mtime)


@contextlib.contextmanager
def server(start):
    """The address of an engine with a simulated clock."""
    if "--server" in sys.argv:
        yield sys.argv[sys.argv.index("--server") + 1]
        return
    folder = tempfile.mkdtemp(prefix="tthc-interop-")
    engine = subprocess.Popen(
        ["dotnet", str(_built_engine()), f"--Storage:Path={folder}", f"--Rules:Path={ROOT / 'rules'}", "--Listen:Port=0",
         "--Clock:Simulated=true", f"--Clock:Start={start}"],
        stdout=subprocess.PIPE, text=True)
    try:
        for line in engine.stdout:
            ready = re.match(r"READY http://(\S+)", line)
            if ready:
                yield ready[1]
                break
        else:
            raise SystemExit(f"the engine ended with {engine.wait()}")
    finally:
        engine.kill()
        engine.wait()
        engine.stdout.close()
        shutil.rmtree(folder)
