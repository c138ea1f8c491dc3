import { getJson } from './http';
import { asObject, count, list, text, type Fields } from './json';
import type { Bilingual } from './vocabulary';

/** Why a person should look, whatever the disposition says. It changes nothing by itself. */
export interface Attention {
  /** `planted_instruction`, `model_disagrees`, or triage's own reason in words. */
  readonly reason: string;
  /** `alert`, `passage`, `report` or `case`; empty where the reason concerns the whole. */
  readonly subject: string;
  readonly id: string;
  readonly detail: Bilingual | string;
  readonly at: string;
  readonly caseId: string | null;
}

/** @param total of every reason, also of those beyond the list */
export interface AttentionList {
  readonly items: readonly Attention[];
  readonly total: number;
}

export async function attention(signal?: AbortSignal): Promise<AttentionList> {
  const answer = await getJson<unknown>('/attention', {}, signal);
  const fields = asObject(answer);
  const items = attentionOf(fields === null ? answer : fields['items']);
  const total = Object.values(asObject(fields?.['counts']) ?? {}).reduce<number>((sum, one) => sum + count(one), 0);
  return { items, total: Math.max(total, items.length) };
}

/** A case's attention in every form that documents have had: nothing, a reason, an object with one, a list. */
export function attentionOf(value: unknown): readonly Attention[] {
  if (typeof value === 'string') return value === '' ? [] : [entry({ detail: value })];
  if (Array.isArray(value)) return list<unknown>(value).flatMap(attentionOf);
  const fields = asObject(value);
  if (fields === null) return [];
  return [entry(fields['detail'] === undefined && fields['subject'] === undefined ? { detail: fields['reason'] } : fields)];
}

function entry(fields: Fields): Attention {
  const detail = asObject(fields['detail']);
  return {
    reason: text(fields['reason']),
    subject: text(fields['subject']),
    id: text(fields['id']),
    detail: detail === null ? text(fields['detail']) : { en: text(detail['en']), zh: text(detail['zh']) },
    at: text(fields['at']),
    caseId: text(fields['caseId']) === '' ? null : text(fields['caseId']),
  };
}
