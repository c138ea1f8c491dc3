import { getJson, postJson, putJson } from './http';
import type { Disposition } from './vocabulary';
import type { HumanVerdict } from './verdicts';

/** What may be closed without a look, and what that still lacks. */
export interface MissBudget {
  readonly state: 'may_close' | 'may_not_close';
  readonly mostMissed: number;
  readonly confidence: number;
  readonly labels: number;
  readonly missed: number;
  readonly threshold: number | null;
  readonly proven: number | null;
  readonly bound: number | null;
  readonly more: number;
}

export interface OwnModel {
  readonly version: string;
  readonly status: 'active' | 'shadow' | 'retired';
  readonly madeAt: string;
  /** JSON: what it was made of and how it did. */
  readonly card: string;
}

export interface Shadow {
  readonly version: string;
  readonly compared: number;
  readonly agree: number;
  readonly onlyShadowShows: number;
  readonly onlyShadowSetsAside: number;
}

export interface Learning {
  readonly enabled: boolean;
  readonly autoClose: boolean;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly labels: { readonly total: number; readonly byVerdict: Readonly<Record<Disposition, number>> };
  readonly cases: MissBudget;
  readonly alerts: MissBudget;
  readonly models: readonly OwnModel[];
  readonly shadow: Shadow | null;
}

export interface Advice {
  readonly id: string;
  readonly source: string;
  readonly rule: string;
  readonly title: string;
  readonly entity: string | null;
  readonly verdict: Disposition;
  readonly severity: string;
  readonly days: number;
  readonly removes: number;
  readonly judgedHarmless: number;
  readonly judgedAttacks: number;
  readonly computedAttacks: number;
  readonly verdicts: number;
  readonly bound: number;
  readonly confidence: number;
}

export function learning(signal?: AbortSignal): Promise<Learning> {
  return getJson<Learning>('/learning', {}, signal);
}

export function changeLearning(change: { readonly enabled?: boolean; readonly autoClose?: boolean }): Promise<Learning> {
  return putJson<Learning>('/learning', change);
}

export async function advice(signal?: AbortSignal): Promise<readonly Advice[]> {
  return (await getJson<{ readonly items: readonly Advice[] }>('/tuning-advice', {}, signal)).items;
}

export function acceptAdvice(id: string): Promise<HumanVerdict> {
  return postJson<HumanVerdict>(`/tuning-advice/${encodeURIComponent(id)}/accept`, {});
}
