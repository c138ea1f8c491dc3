import { describe, expect, it } from 'vitest';
import type { HuntQuery } from '../api/hunts';
import { draftOf, huntOf, NEW_CONDITION, queryOf, withCondition, withField, withoutCondition } from './hunt-form';

const QUERY: HuntQuery = {
  where: [
    { field: 'host', op: 'in', value: ['web-01', 'web-02'] },
    { field: 'details.port', op: 'at_least', value: '1024' },
  ],
  from: '2026-03-14T02:10:00Z',
  groupBy: 'ip',
  limit: 20,
};

describe('a hunt as a form', () => {
  it('comes back as it was', () => {
    expect(queryOf(draftOf(QUERY))).toEqual(QUERY);
  });

  it('takes Chinese commas, and asks nothing of empty boxes', () => {
    const draft = withCondition(draftOf(QUERY), 0, { value: ' web-01，web-03、 ' });
    expect(queryOf({ ...draft, where: [...draft.where, NEW_CONDITION] }).where).toEqual([
      { field: 'host', op: 'in', value: ['web-01', 'web-03'] },
      { field: 'details.port', op: 'at_least', value: '1024' },
    ]);
  });

  it('loses the condition that is removed, and no other', () => {
    expect(queryOf(withoutCondition(draftOf(QUERY), 0)).where.map((one) => one.field)).toEqual(['details.port']);
  });
});

describe('another field', () => {
  it('keeps what it understands', () => {
    expect(withField({ field: 'host', op: 'contains', value: 'web' }, 'user')).toEqual({ field: 'user', op: 'contains', value: 'web' });
  });

  it('gives up a comparison and a value that it does not understand', () => {
    expect(withField({ field: 'text', op: 'contains', value: 'web' }, 'severity')).toEqual({ field: 'severity', op: 'is', value: 'unknown' });
    expect(withField({ field: 'severity', op: 'at_least', value: 'high' }, 'raw')).toEqual({ field: 'raw', op: 'contains', value: 'high' });
  });
});

describe('a question as a hunt', () => {
  it('asks for any of several entities', () => {
    const search = { entities: ['host:a', 'ip:1.2.3.4'], from: 'f', to: 't', text: 'sudo' };
    expect(huntOf(search)).toEqual({
      where: [
        { field: 'entity', op: 'in', value: ['host:a', 'ip:1.2.3.4'] },
        { field: 'text', op: 'contains', value: 'sudo' },
      ],
      from: 'f',
      to: 't',
    });
  });
});
