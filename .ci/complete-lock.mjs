#!/usr/bin/env node
// Completes package-lock.json where `npm install` could not see native packages of other platforms: without their entries
// `npm ci` refuses the lock, and without a checksum it installs whatever a registry sends. Asks the registry for what is
// missing, and exits 1 if it does not know it. Run it after `npm install`; a complete lockfile stays as it is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** What the registry says of a package, in the fields of a lockfile. Throws where it does not know the version. */
function ask(name, version) {
  const args = ['view', `${name}@${version}`, 'dist.integrity', 'license', 'engines', '--json'];
  const answer = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
  return { integrity: answer['dist.integrity'], license: answer.license, engines: answer.engines };
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;
const added = [];
for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const there = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
    const words = name.split(/[/-]/);
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter(
      (processor) => words.includes(processor) || (processor === 'arm' && /-arm-/.test(name)),
    );
    if (there || os.length + cpu.length === 0 || !/^\d/.test(version)) continue;
    const libc = /musl/.test(name) ? { libc: ['musl'] } : /-gnu/.test(name) ? { libc: ['glibc'] } : {};
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...libc,
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    };
    added.push(`${name}@${version}`);
  }
}
const unchecked = Object.entries(packages).filter(([path, { integrity, link }]) => path !== '' && !integrity && !link);
for (const [path, { version, ...entry }] of unchecked) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { engines, ...source } = ask(name, version);
  packages[path] = { version, ...source, ...entry, ...(engines ? { engines } : {}) };
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
const completed = [...added.map((name) => `${name}: entry`), ...unchecked.map(([path]) => `${path}: checksum`)];
console.log(
  completed.length === 0 ? 'package-lock.json is complete' : `Added to package-lock.json:\n${completed.join('\n')}`,
);
