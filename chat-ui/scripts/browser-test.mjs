// The browser tests, as one command:
//   npm run test:browser -- --base http://127.0.0.1:8080 --token T [--staff LOGIN:PASSWORD]   against a running service
//   npm run test:browser:mock                                                               against the stand-in
// COPILOT_CHROMIUM names another Chromium than the usual places hold.
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
if (!values.mock && (!values.base || !values.token)) {
  console.error('Give --base URL and --token T of a running service, or --mock.');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
if (values.mock) {
  const built = spawnSync('node', ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const { status } = spawnSync('node', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.browser.config.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    COPILOT_TEST_BASE: values.mock ? '' : values.base,
    COPILOT_TEST_TOKEN: values.token ?? '',
    COPILOT_TEST_STAFF: values.staff ?? '',
  },
});
process.exit(status ?? 1);
