// Builds the page when something it is made of changed, and installs packages when the lock file changed. Maven runs
// this before every build of the reactor, so the common case (nothing changed) must cost next to nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The page needs Node 20.19 or newer to be built; this is ${process.version}. -Dui.skip builds without it.`);
  process.exit(1);
}

const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

install();
build();

function install() {
  const wanted = hash(['package.json', 'package-lock.json']) + process.version;
  const stamp = join(root, 'node_modules/.installed');
  if (read(stamp) === wanted) return;
  console.log('Installing the page’s packages (npm ci)');
  run('npm', ['ci', '--include=dev', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

function build() {
  const wanted = hash(SOURCES);
  const stamp = join(root, 'target/ui.stamp');
  if (read(stamp) === wanted && existsSync(join(root, 'target/classes/static/index.html'))) {
    console.log('The page is up to date');
    return;
  }
  run('npm', ['run', '--silent', 'build', '--loglevel=error']);
  mkdirSync(join(root, 'target'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Names and contents of all files under the given paths, in a fixed order. Unit tests are not part of the page. */
function hash(paths) {
  const digest = createHash('sha256');
  for (const file of paths.flatMap(files).toSorted()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    digest.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  }
  return digest.digest('hex');
}

function files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
