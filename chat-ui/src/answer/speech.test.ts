import { describe, expect, it } from 'vitest';
import { spokenSentences } from './speech';

describe('spokenSentences', () => {
  it('holds an unfinished sentence back until it is complete', () => {
    expect(spokenSentences('It was a **scan** [1]. It suc', false)).toEqual(['It was a scan .']);
    expect(spokenSentences('It was a **scan** [1]. It succeeded', true)).toEqual(['It was a scan .', 'It succeeded']);
  });

  it('knows Chinese full stops', () => {
    expect(spokenSentences('先扫描。后得手', false)).toEqual(['先扫描。']);
  });

  it('reads lists without their signs', () => {
    expect(spokenSentences('1. One\n2. Two\n', false)).toEqual(['One', 'Two']);
  });

  it('never takes back what it read', () => {
    const text = '### Next\n\nTake it off [3]. Then 10.5 minutes. 完成。\n- a\n- b';
    let former: readonly string[] = [];
    for (let end = 0; end <= text.length; end++) {
      const now = spokenSentences(text.slice(0, end), end === text.length);
      expect(now.slice(0, former.length)).toEqual(former);
      former = now;
    }
  });
});
