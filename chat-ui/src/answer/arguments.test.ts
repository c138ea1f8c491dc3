import { describe, expect, it } from 'vitest';
import { givenTo } from './arguments';

describe('givenTo', () => {
  it.each([
    ['{"host":"web-01","limit":5,"q":""}', 'host: web-01, limit: 5'],
    [{ entities: ['host:a'] }, 'entities: ["host:a"]'],
    ['not json', 'not json'],
    [undefined, ''],
  ])('shows %j as words', (value, shown) => {
    expect(givenTo(value)).toBe(shown);
  });
});
