import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route';

const ROUTES: readonly Route[] = [
  { page: 'cases', filter: 'shown' },
  { page: 'cases', filter: 'aside' },
  { page: 'case', id: 'a/b c#1?' },
  { page: 'alerts', search: {} },
  { page: 'alerts', search: { q: 'a & b', entity: 'host:web-01', from: '2022-01-24T03:00' } },
  { page: 'knowledge', q: '' },
  { page: 'knowledge', q: 'web shell & 后门?' },
  { page: 'hunt', query: null },
  { page: 'hunt', query: { where: [{ field: 'host', op: 'in', value: ['a&b', 'c?#'] }], from: '2026-03-14T00:00:00Z', limit: 5 } },
  { page: 'attention' },
  { page: 'gaps' },
  { page: 'reports' },
  { page: 'backlog' },
];

describe('route', () => {
  it.each(ROUTES)('survives the address: %j', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/cases?filter=else', '#/cases/'])('%j leads to the cases', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'cases', filter: 'shown' });
  });

  it('takes a hunt that cannot be read for a new one', () => {
    expect(parseRoute('#/hunt?query=%7Bbroken')).toEqual({ page: 'hunt', query: null });
  });

  it('takes a broken escape as it stands', () => {
    expect(parseRoute('#/cases/%E0%A4%A')).toEqual({ page: 'case', id: '%E0%A4%A' });
  });
});
