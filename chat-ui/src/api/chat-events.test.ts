import { describe, expect, it } from 'vitest';
import { decode } from './chat-events';

const read = (type: string, data: unknown) => decode({ type, data: JSON.stringify(data) });

describe('decode', () => {
  it('reads a citation', () => {
    const citation = { n: 2, kind: 'alert', id: 'a1', label: 'Scan', verified: true };
    expect(read('citation', citation)).toEqual({ type: 'citation', citation });
  });

  it('takes struck as a number, or as a list of marks', () => {
    expect(read('done', { tier: 'llm', tookMs: 5, struck: 2 })).toMatchObject({ struck: { count: 2, marks: [] } });
    expect(read('done', { tier: 'llm', tookMs: 5, struck: [4] })).toMatchObject({ struck: { count: 1, marks: [4] } });
  });

  it('takes an unknown tier for the narrator, never for a model', () => {
    expect(read('done', {})).toMatchObject({ tier: 'narrator' });
  });

  it.each([
    ['future-event', '{}'],
    ['token', 'not json'],
    ['token', '"text"'],
    ['citation', '{"n":"x","kind":"alert"}'],
    ['citation', '{"n":1,"kind":"script"}'],
  ])('gives nothing for %s %s', (type, data) => {
    expect(decode({ type, data })).toBeNull();
  });
});
