import type { QuestionSearch } from '../api/cases';
import { HUNT_WORDS, opsOf, type HuntCondition, type HuntOp, type HuntQuery } from '../api/hunts';

/** A condition while it is being written: its value is the text of one box. */
export interface ConditionDraft {
  readonly field: string;
  readonly op: HuntOp;
  readonly value: string;
}

/** @param from `2022-01-24T03:00`, as the browser's date box has it, meant as UTC */
export interface HuntDraft {
  readonly where: readonly ConditionDraft[];
  readonly from: string;
  readonly to: string;
  readonly groupBy: string;
  readonly limit: number | undefined;
}

export const NEW_CONDITION: ConditionDraft = { field: 'text', op: 'contains', value: '' };

/** A query without conditions shows an empty one to begin with. */
export function draftOf(query: HuntQuery): HuntDraft {
  const where = query.where.map(({ field, op, value }) => ({ field, op, value: typeof value === 'string' ? value : value.join(', ') }));
  return {
    where: where.length === 0 ? [NEW_CONDITION] : where,
    from: boxTime(query.from),
    to: boxTime(query.to),
    groupBy: query.groupBy ?? '',
    limit: query.limit,
  };
}

/** Conditions without a value are left out: an empty box asks for nothing. */
export function queryOf(draft: HuntDraft): HuntQuery {
  return {
    where: draft.where.map(condition).filter((one) => one !== null),
    ...(draft.from === '' ? {} : { from: instant(draft.from) }),
    ...(draft.to === '' ? {} : { to: instant(draft.to) }),
    ...(draft.groupBy === '' ? {} : { groupBy: draft.groupBy }),
    ...(draft.limit === undefined ? {} : { limit: draft.limit }),
  };
}

export function withCondition(draft: HuntDraft, at: number, change: Partial<ConditionDraft>): HuntDraft {
  return { ...draft, where: draft.where.map((one, n) => (n === at ? { ...one, ...change } : one)) };
}

export function withoutCondition(draft: HuntDraft, at: number): HuntDraft {
  return { ...draft, where: draft.where.filter((_one, n) => n !== at) };
}

/** A case's question as a hunt: several entities mean any of them. */
export function huntOf(search: QuestionSearch): HuntQuery {
  const { entities } = search;
  const one = entities[0];
  const entity: readonly HuntCondition[] =
    one === undefined ? [] : [entities.length === 1 ? { field: 'entity', op: 'is', value: one } : { field: 'entity', op: 'in', value: entities }];
  const words: readonly HuntCondition[] = search.text === null || search.text === '' ? [] : [{ field: 'text', op: 'contains', value: search.text }];
  return { where: [...entity, ...words], from: search.from, to: search.to };
}

/** Another field may not understand the former comparison, or the former value. */
export function withField(condition: ConditionDraft, field: string): ConditionDraft {
  const ops = opsOf(field);
  const op = ops.includes(condition.op) ? condition.op : (ops[0] ?? 'is');
  const words = HUNT_WORDS[field];
  const value = words === undefined || op === 'in' || words.includes(condition.value) ? condition.value : (words[0] ?? '');
  return { field, op, value };
}

function condition({ field, op, value }: ConditionDraft): HuntCondition | null {
  const said = value.trim();
  if (said === '' || field.trim() === '') return null;
  if (op !== 'in') return { field: field.trim(), op, value: said };
  const values = said.split(/[,，、]/).map((one) => one.trim()).filter((one) => one !== '');
  return { field: field.trim(), op, value: values };
}

function boxTime(iso: string | undefined): string {
  if (iso === undefined) return '';
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 16);
}

function instant(box: string): string {
  return /[zZ]$/.test(box) ? box : `${box.length === 16 ? `${box}:00` : box}Z`;
}
