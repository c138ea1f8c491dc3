import { describe, expect, it } from 'vitest';
import { attentionOf } from './attention';

const ENTRY = { reason: 'planted_instruction', subject: 'alert', id: 'a', detail: 'Ignore all rules', at: '2026-03-14T04:00:00Z', caseId: null };

describe('attentionOf', () => {
  it.each([[null], [undefined], [''], [[]], [7]])('finds nothing in %j', (value) => {
    expect(attentionOf(value)).toEqual([]);
  });

  it('reads a list', () => {
    expect(attentionOf([ENTRY, { ...ENTRY, caseId: 'c' }])).toEqual([ENTRY, { ...ENTRY, caseId: 'c' }]);
  });

  it('reads what older documents hold', () => {
    const reason = { en: 'Odd', zh: '可疑' };
    expect(attentionOf({ reason })).toMatchObject([{ reason: '', detail: reason }]);
    expect(attentionOf('Odd')).toMatchObject([{ reason: '', detail: 'Odd' }]);
  });
});
