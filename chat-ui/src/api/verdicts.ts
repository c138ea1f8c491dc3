import { address, getJson, postJson, send } from './http';
import type { Disposition } from './vocabulary';

export type SubjectKind = 'alert' | 'case' | 'fingerprint';
export type VerdictScope = SubjectKind;

/** What a person judged, taken back or not. */
export interface HumanVerdict {
  readonly id: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly verdict: Disposition;
  readonly reason: string;
  readonly scope: VerdictScope;
  readonly entity: string | null;
  readonly expiresAt: string | null;
  readonly by: string;
  readonly at: string;
  readonly state: 'active' | 'expired' | 'undone';
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** How many alerts it reached when it was given. */
  readonly alerts: number;
  readonly severity: string;
}

export interface VerdictRequest {
  /** Chosen here: the same request sent twice is one verdict. */
  readonly id: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly verdict: Disposition;
  readonly reason: string;
  readonly scope: VerdictScope;
  readonly entity?: string;
  readonly expiresAt?: string;
}

interface Verdicts {
  readonly items: readonly HumanVerdict[];
}

export async function verdictsOn(kind: SubjectKind, id: string, signal?: AbortSignal): Promise<readonly HumanVerdict[]> {
  return (await getJson<Verdicts>('/verdicts', { subject: `${kind}:${id}` }, signal)).items;
}

export function giveVerdict(request: VerdictRequest): Promise<HumanVerdict> {
  return postJson<HumanVerdict>('/verdicts', request);
}

export async function undoVerdict(id: string): Promise<void> {
  await send('DELETE', address(`/verdicts/${encodeURIComponent(id)}`));
}
