import { describe, expect, it } from 'vitest';
import { takeToken } from './token';

function take(hash: string): { token: string | null; address: string | null } {
  let address: string | null = null;
  const history = { replaceState: (_data: unknown, _unused: string, url: string) => (address = url) };
  const token = takeToken({ hash, pathname: '/', search: '' } as Location, history as unknown as History);
  return { token, address };
}

describe('takeToken', () => {
  it('takes the token and wipes it from the address', () => {
    expect(take('#token=a%2Fb')).toEqual({ token: 'a/b', address: '/' });
  });

  it('leaves another hash alone', () => {
    expect(take('#/cases')).toEqual({ token: null, address: null });
  });
});
