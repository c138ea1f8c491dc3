import { postJson } from './http';
import { asObject, count, list, text, texts, type Fields } from './json';
import type { Bilingual } from './vocabulary';

export const HUNT_OPS = ['is', 'is_not', 'contains', 'at_least', 'at_most', 'in'] as const;
export type HuntOp = (typeof HUNT_OPS)[number];

/** What alerts can be asked for; beside these, `details.` and the name of a field of the source. */
export const HUNT_FIELDS = [
  'text',
  'title',
  'rule',
  'source',
  'severity',
  'outcome',
  'host',
  'user',
  'ip',
  'domain',
  'hash',
  'process',
  'file',
  'url',
  'mailbox',
  'technique',
  'entity',
  'disposition',
  'status',
  'case',
  'raw',
] as const;

/** What alerts can be counted by: words of their text are not among it, spans of time are. */
export const HUNT_GROUPS: readonly string[] = ['day', 'hour', ...HUNT_FIELDS.filter((field) => field !== 'text' && field !== 'raw')];

/** Fields that are compared with few words only. */
export const HUNT_WORDS: Readonly<Record<string, readonly string[]>> = {
  severity: ['unknown', 'informational', 'low', 'medium', 'high', 'critical'],
  outcome: ['attempted', 'succeeded', 'unknown'],
  disposition: ['true_positive', 'benign', 'false_positive', 'insufficient_data'],
  status: ['new', 'in_progress', 'suppressed', 'resolved'],
};

/** Which comparisons a field understands; the service refuses the others, so they are not offered. */
export function opsOf(field: string): readonly HuntOp[] {
  if (field === 'text' || field === 'raw') return ['contains'];
  if (field === 'severity') return ['is', 'is_not', 'in', 'at_least', 'at_most'];
  if (HUNT_WORDS[field] !== undefined) return ['is', 'is_not', 'in'];
  return isOwnField(field) ? HUNT_OPS : ['is', 'is_not', 'contains', 'in'];
}

/** A field of the source, which the list of fields cannot know. */
export function isOwnField(field: string): boolean {
  return !(HUNT_FIELDS as readonly string[]).includes(field);
}

/** @param value several for `in`, one each otherwise */
export interface HuntCondition {
  readonly field: string;
  readonly op: HuntOp;
  readonly value: string | readonly string[];
}

export interface HuntQuery {
  readonly where: readonly HuntCondition[];
  readonly from?: string;
  readonly to?: string;
  readonly groupBy?: string;
  readonly limit?: number;
}

/** A query over stored alerts with what it found: made by code, so a person can change and repeat it. */
export interface Hunt {
  readonly query: HuntQuery;
  readonly total: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReadHunt {
  readonly query: HuntQuery;
  readonly understood: Bilingual | null;
}

export async function runHunt(query: HuntQuery): Promise<Hunt> {
  return asHunt(await postJson<Fields>('/hunt', { query }));
}

/** A question in words as a query; no language model takes part. */
export async function readHunt(question: string): Promise<ReadHunt> {
  const read = await postJson<Fields>('/hunt/read', { text: question });
  const understood = asObject(read['understood']);
  return {
    query: asQuery(read['query']),
    understood: understood === null ? null : { en: text(understood['en']), zh: text(understood['zh']) },
  };
}

export function asHunt(data: Fields): Hunt {
  return {
    query: asQuery(data['query']),
    total: count(data['total']),
    columns: texts(data['columns']),
    rows: list<unknown>(data['rows']).map((row) => list<unknown>(row).map(cell)),
  };
}

export function asQuery(value: unknown): HuntQuery {
  const data = asObject(value) ?? {};
  const limit = count(data['limit']);
  return {
    where: list<unknown>(data['where']).map(condition).filter((one) => one !== null),
    ...optional('from', data['from']),
    ...optional('to', data['to']),
    ...optional('groupBy', data['groupBy']),
    ...(limit > 0 ? { limit } : {}),
  };
}

function condition(value: unknown): HuntCondition | null {
  const data = asObject(value);
  if (data === null || text(data['field']) === '') return null;
  const op = HUNT_OPS.find((one) => one === data['op']) ?? 'is';
  const said = data['value'];
  return { field: text(data['field']), op, value: Array.isArray(said) ? texts(said) : cell(said) };
}

function optional(name: 'from' | 'to' | 'groupBy', value: unknown): Partial<Record<typeof name, string>> {
  return text(value) === '' ? {} : { [name]: text(value) };
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
