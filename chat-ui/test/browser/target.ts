import { preview } from 'vite';
import { MOCK_TOKEN } from '../mock/routes.ts';

/** What is tested: the service whose address was given, or the stand-in. */
export interface Target {
  readonly base: string;
  readonly token: string;
  readonly staff: { readonly login: string; readonly password: string } | null;
  readonly mock: boolean;
  close(): Promise<void>;
}

export async function openTarget(): Promise<Target> {
  const base = process.env['COPILOT_TEST_BASE'] ?? '';
  if (base !== '') {
    const [login = '', password = ''] = (process.env['COPILOT_TEST_STAFF'] ?? '').split(':', 2);
    return {
      base: base.replace(/\/$/, ''),
      token: process.env['COPILOT_TEST_TOKEN'] ?? '',
      staff: login === '' ? null : { login, password },
      mock: false,
      close: async () => undefined,
    };
  }
  const server = await preview({ mode: 'mock', preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
  return {
    base: `http://127.0.0.1:${address.port}`,
    token: MOCK_TOKEN,
    staff: { login: 'staff', password: 'secret' },
    mock: true,
    close: () => server.close(),
  };
}
