import { getJson } from './http';
import type { Disposition } from './vocabulary';

export interface Overview {
  readonly alerts: number;
  readonly cases: number;
  readonly shownCases: number;
  /** Alerts that need nobody, in a case or not. */
  readonly setAside: number;
  readonly byDisposition: Readonly<Partial<Record<Disposition, number>>>;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly llm: { readonly configured: boolean; readonly model: string | null; readonly state: 'offline' | 'ready' | 'open' };
  readonly knowledge: { readonly passages: number; readonly embedded: number };
  readonly triage: { readonly state: 'idle' | 'running'; readonly progress: number; readonly stage: string };
}

export function overview(signal?: AbortSignal): Promise<Overview> {
  return getJson<Overview>('/overview', {}, signal);
}
