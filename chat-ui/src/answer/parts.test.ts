import { describe, expect, it } from 'vitest';
import type { Citation } from '../api/chat-events';
import { citationState, citedIn, partsOf, withoutClosing, withoutHalfMark } from './parts';

function citation(n: number, verified = true): Citation {
  return { n, kind: 'alert', id: `a${n}`, label: `Alert ${n}`, verified };
}

describe('partsOf', () => {
  it('splits words and marks in order', () => {
    expect(partsOf('Scan [1][2] then 【3】。')).toEqual([
      { kind: 'text', text: 'Scan ' },
      { kind: 'mark', n: 1 },
      { kind: 'mark', n: 2 },
      { kind: 'text', text: ' then ' },
      { kind: 'mark', n: 3 },
      { kind: 'text', text: '。' },
    ]);
  });

  it.each(['', 'no marks', '[2022]', 'a[0x1]', '[ ]', '[a]'])('leaves %j as words', (text) => {
    expect(partsOf(text).every((part) => part.kind === 'text')).toBe(true);
  });

  it('loses no character', () => {
    const text = 'a [1] [12] b【7】[1234] [';
    const joined = partsOf(text).map((part) => (part.kind === 'mark' ? `[${part.n}]` : part.text));
    expect(joined.join('')).toBe(text.replace('【7】', '[7]'));
  });
});

describe('withoutHalfMark', () => {
  it.each([
    ['It ran [', 'It ran '],
    ['It ran [1', 'It ran '],
    ['It ran 【12', 'It ran '],
    ['It ran [1]', 'It ran [1]'],
    ['[1] and more', '[1] and more'],
  ])('%j shows as %j while streaming', (text, shown) => {
    expect(withoutHalfMark(text)).toBe(shown);
  });
});

describe('citationState', () => {
  it('is proven for a verified citation', () => {
    expect(citationState(1, [citation(1)], true).kind).toBe('proven');
  });

  it.each([
    ['the service did not verify it', [citation(1, false)]],
    ['nothing was sent for it', []],
  ])('is struck when %s', (_why, citations) => {
    expect(citationState(1, citations, true).kind).toBe('struck');
  });

  it('is awaited while the answer streams', () => {
    expect(citationState(1, [], false).kind).toBe('awaited');
  });
});

describe('citedIn', () => {
  it('lists what the text marks, by number', () => {
    expect(citedIn('b [2] a [1] b [2]', [citation(3), citation(2), citation(1)]).map((one) => one.n)).toEqual([1, 2]);
  });
});

describe('withoutClosing', () => {
  it.each([
    ['Do it [1].\n\nHow sure: sure.\n', 'Do it [1].'],
    ['Do it [1].\n\nHow sure: sure. *(not proven)*', 'Do it [1].'],
    ['How sure: sure. Or not.', 'How sure: sure. Or not.'],
    ['Do it.', 'Do it.'],
  ])('%j becomes %j', (text, shown) => {
    expect(withoutClosing(text, 'How sure: sure.')).toBe(shown);
  });

  it('leaves all where nothing was said of it', () => {
    expect(withoutClosing('Do it.', '')).toBe('Do it.');
  });
});
