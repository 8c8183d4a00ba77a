'use strict';
// Where the engine is: given with --server host:port, else one is started on a throw-away folder and ended with this process.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');

function builtEngine() {
  const built = ['Release', 'Debug']
    .map((configuration) => path.join(root, 'src/Engine/bin', configuration, 'net10.0/Tthc.Engine.dll'))
    .filter((file) => fs.existsSync(file));
  if (built.length === 0) throw new Error('build src/Engine first, or name a running engine: --server 127.0.0.1:5080');
  return built.reduce((a, b) => (fs.statSync(a).mtimeMs >= fs.statSync(b).mtimeMs ? a : b));
}

/** The address of an engine with a simulated clock, and how to end it. */
async function findServer(start) {
  const given = process.argv.indexOf('--server');
  if (given > 0) return { address: process.argv[given + 1], end() {} };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tthc-interop-'));
  const engine = spawn('dotnet', [
    builtEngine(), `--Storage:Path=${folder}`, `--Rules:Path=${path.join(root, 'rules')}`, '--Listen:Port=0', '--Clock:Simulated=true', `--Clock:Start=${start}`,
  ]);
  const end = () => {
    engine.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const address = await new Promise((resolve, reject) => {
    let told = '';
    engine.stdout.on('data', (data) => {
      told += data;
      const ready = /^READY http:\/\/(\S+)$/m.exec(told);
      if (ready) resolve(ready[1]);
    });
    engine.on('exit', (code) => reject(new Error(`the engine ended with ${code}: ${told}`)));
  });
  return { address, end };
}

module.exports = { root, findServer };
