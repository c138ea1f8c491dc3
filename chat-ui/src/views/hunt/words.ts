import type { HuntQuery } from '../../api/hunts';
import { defang } from '../../answer/defang';
import type { Catalogue } from '../../text/catalogue';

/** A query in one line: `Host is web-01; Severity is at least high; count by IP address`. */
export function conditionWords(query: HuntQuery, t: Catalogue): string {
  const name = (field: string): string => t.hunt.fields[field] ?? field;
  const conditions = query.where.map(({ field, op, value }) => {
    const said = typeof value === 'string' ? value : value.join(', ');
    return `${name(field)} ${t.hunt.ops[op]} ${defang(said)}`;
  });
  const span = [
    ...(query.from === undefined ? [] : [`${t.hunt.from} ${query.from}`]),
    ...(query.to === undefined ? [] : [`${t.hunt.to} ${query.to}`]),
  ];
  const group = query.groupBy === undefined ? [] : [`${t.hunt.groupBy} ${name(query.groupBy)}`];
  const all = [...conditions, ...span, ...group];
  return all.length === 0 ? t.hunt.none : all.join('; ');
}
