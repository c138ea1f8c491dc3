import type { HuntQuery } from '../../api/hunts';
import { defang } from '../../answer/defang';
import type { Catalogue } from '../../text/catalogue';
import type { Words } from '../../state/language';

/** A query in one line: `Host is web-01; Severity is at least high; counted by IP address`. */
export function conditionWords(query: HuntQuery, { t, format }: Pick<Words, 't' | 'format'>): string {
  const name = (field: string): string => t.hunt.fields[field] ?? field;
  const conditions = query.where.map(({ field, op, value }) => {
    const said = typeof value === 'string' ? value : value.join(', ');
    return `${name(field)} ${t.hunt.ops[op]} ${defang(valueWords(field, said, t))}`;
  });
  const span = [
    ...(query.from === undefined ? [] : [t.hunt.since(format.dateTime(query.from))]),
    ...(query.to === undefined ? [] : [t.hunt.until(format.dateTime(query.to))]),
  ];
  const group = query.groupBy === undefined ? [] : [t.hunt.by(name(query.groupBy))];
  const all = [...conditions, ...span, ...group];
  return all.length === 0 ? t.hunt.none : all.join('; ');
}

/** A value of a field that has few, in the page's language; any other as it stands. */
export function valueWords(field: string, value: string, t: Catalogue): string {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    severity: t.severities,
    outcome: t.outcomes,
    disposition: t.dispositions,
    status: t.hunt.states,
  };
  return names[field]?.[value] ?? value;
}
