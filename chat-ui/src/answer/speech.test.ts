import { describe, expect, it } from 'vitest';
import { spokenSentences } from './speech';

describe('spokenSentences', () => {
  it('holds an unfinished sentence back until it is complete', () => {
    expect(spokenSentences('It was a **scan** [1]. It suc', false, 'Struck:')).toEqual(['It was a scan .']);
    expect(spokenSentences('It was a **scan** [1]. It succeeded', true, 'Struck:')).toEqual(['It was a scan .', 'It succeeded']);
  });

  it('knows Chinese full stops', () => {
    expect(spokenSentences('先扫描。后得手', false, 'Struck:')).toEqual(['先扫描。']);
  });

  it('reads lists without their signs', () => {
    expect(spokenSentences('1. One\n2. Two\n', false, 'Struck:')).toEqual(['One', 'Two']);
  });

  it('tells that words were struck, and waits for their end', () => {
    expect(spokenSentences('True. ~~False.~~ ', false, 'Struck:')).toEqual(['True.', 'Struck: False.']);
    expect(spokenSentences('True. ~~False. ', false, 'Struck:')).toEqual(['True.']);
  });

  it('never takes back what it read', () => {
    const text = '### Next\n\nTake it off [3]. Then 10.5 minutes. ~~A lie. Two.~~ 完成。\n- a\n- b';
    let former: readonly string[] = [];
    for (let end = 0; end <= text.length; end++) {
      const now = spokenSentences(text.slice(0, end), end === text.length, 'Struck:');
      expect(now.slice(0, former.length)).toEqual(former);
      former = now;
    }
  });
});
