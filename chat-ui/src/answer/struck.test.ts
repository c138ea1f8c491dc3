import { describe, expect, it } from 'vitest';
import { reasonsFor } from './struck';

const CLAIMS = [
  { text: 'web-01 sent 7 alerts [2].', reasons: ['There were 3.'] },
  { text: 'It called http://evil.example/x.', reasons: ['No such address.'] },
];

describe('reasonsFor', () => {
  it('finds the claim whatever marks and Markdown did to it', () => {
    expect(reasonsFor('web-01 sent **7** alerts 2.', [{ text: 'web-01 sent **7** alerts 2.', reasons: ['a'] }])).toEqual(['a']);
    expect(reasonsFor('web-01 sent 7 alerts [2].', CLAIMS)).toEqual(['There were 3.']);
    expect(reasonsFor('It called hxxp[:]//evil[.]example/x.', CLAIMS)).toEqual(['No such address.']);
  });

  it('finds a part of a claim, and gives nothing for other words', () => {
    expect(reasonsFor('web-01 sent 7 alerts', CLAIMS)).toEqual(['There were 3.']);
    expect(reasonsFor('Something else', CLAIMS)).toEqual([]);
    expect(reasonsFor('', CLAIMS)).toEqual([]);
  });
});
