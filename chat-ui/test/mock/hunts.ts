import type { Hunt, HuntQuery, ReadHunt } from '../../src/api/hunts.ts';
import { ALERTS } from './alerts.ts';

export const HUNT: Hunt = {
  query: { where: [{ field: 'text', op: 'contains', value: 'log-in' }], from: '2026-03-14T00:00:00Z', groupBy: 'ip', limit: 20 },
  total: 2,
  columns: ['ip', 'alerts', 'first', 'last'],
  rows: [
    ['203.0.113.77', '41', '2026-03-14T02:10:00Z', '2026-03-14T03:46:00Z'],
    ['10.0.0.7', '1', '2026-03-14T02:30:00Z', '2026-03-14T02:30:00Z'],
  ],
};

/** Enough of a hunt to see that what was asked is what was changed. */
export function runHunt(query: HuntQuery): Hunt {
  if (query.groupBy !== undefined) return { ...HUNT, query };
  const found = ALERTS.filter((alert) =>
    query.where.every(({ field, op, value }) => {
      const wanted = String(value).toLowerCase();
      const has =
        field === 'title' || field === 'text'
          ? alert.title.toLowerCase().includes(wanted)
          : field === 'severity'
            ? alert.severity === wanted
            : alert.entities.some((entity) => entity.type === field && entity.value.toLowerCase() === wanted);
      return op === 'is_not' ? !has : has;
    }),
  );
  const rows = found.slice(0, query.limit ?? 20).map((alert) => [alert.id, alert.time, alert.severity, alert.title]);
  return { query, total: found.length, columns: ['id', 'time', 'severity', 'title'], rows };
}

export function readHunt(text: string): ReadHunt {
  const host = /web-\d+|srv-\d+|fs-\d+/.exec(text)?.[0] ?? 'web-01';
  return {
    query: { where: [{ field: 'host', op: 'is', value: host }], limit: 20 },
    understood: { en: `Alerts about the host ${host}`, zh: `与主机 ${host} 有关的告警` },
  };
}
