/** Text that the service gives in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type Disposition = 'true_positive' | 'benign' | 'false_positive' | 'insufficient_data';
export const DISPOSITIONS: readonly Disposition[] = [
  'true_positive',
  'insufficient_data',
  'benign',
  'false_positive',
];
/** Cases that a human should see first, and those set aside as a suggestion. */
export const SHOWN: readonly Disposition[] = ['true_positive', 'insufficient_data'];
export const SET_ASIDE: readonly Disposition[] = ['benign', 'false_positive'];

export type Outcome = 'attempted' | 'succeeded' | 'unknown';

export type Severity = 'unknown' | 'informational' | 'low' | 'medium' | 'high' | 'critical';
export const SEVERITIES: readonly Severity[] = ['informational', 'low', 'medium', 'high', 'critical'];

export interface Entity {
  readonly type: string;
  readonly value: string;
}

/** `host:web-01`, the form in which the service's queries name an entity. */
export function entityKey(entity: Entity): string {
  return `${entity.type}:${entity.value}`;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}
