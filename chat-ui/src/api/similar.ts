import type { AlertRow } from './alerts';
import { getJson } from './http';
import type { Disposition, Entity } from './vocabulary';

/** What a person judged. */
export interface Judged {
  readonly subject: 'alert' | 'case' | 'fingerprint';
  readonly subjectId: string;
  readonly verdict: Disposition;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Past alerts that differ in their changing parts only. */
export interface Seen {
  readonly newest: AlertRow;
  readonly cosine: number;
  readonly count: number;
  /** False where counting stopped at count. */
  readonly countedAll: boolean;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Whether the alert asked about differs in its changing parts only, too. */
  readonly same: boolean;
  readonly sameRule: boolean;
  readonly sharedEntities: readonly Entity[];
  /** The latest first. */
  readonly verdicts: readonly Judged[];
}

export interface Similar {
  readonly alerts: readonly Seen[];
}

export function similarAlerts(id: string, signal?: AbortSignal): Promise<Similar> {
  return getJson<Similar>(`/alerts/${encodeURIComponent(id)}/similar`, { limit: 5 }, signal);
}
