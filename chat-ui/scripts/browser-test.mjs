// The browser tests, as one command:
//   npm run test:browser -- --base http://127.0.0.1:8080 --token T [--staff LOGIN:PASSWORD]   against a running service
//   npm run test:browser:mock                                                               against the stand-in
// Without arguments COPILOT_URL is taken, the whole address that `./copilot run` prints. REPORT names a file for a JUnit
// report; COPILOT_CHROMIUM names another Chromium than the usual places hold.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    token: { type: 'string' },
    staff: { type: 'string' },
    mock: { type: 'boolean', default: false },
  },
});
const printed = /^(https?:\/\/[^/#]+).*#token=(.+)$/.exec(process.env.COPILOT_URL ?? '');
const base = values.base ?? printed?.[1];
const token = values.token ?? (printed ? decodeURIComponent(printed[2]) : undefined);
if (!values.mock && (!base || !token)) {
  console.error('Give --base URL and --token T of a running service, or COPILOT_URL as ./copilot run prints it, or --mock.');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
if (values.mock) {
  const built = spawnSync('node', ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const report = process.env.REPORT ? ['--reporter=default', '--reporter=junit', `--outputFile.junit=${process.env.REPORT}`] : [];
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.browser.config.ts', ...report];
const { status } = spawnSync('node', vitest, {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    COPILOT_TEST_BASE: values.mock ? '' : base,
    COPILOT_TEST_TOKEN: token ?? '',
    COPILOT_TEST_STAFF: values.staff ?? process.env.COPILOT_STAFF ?? '',
  },
});
process.exit(status ?? 1);
