import { getJson } from './http';
import type { Disposition, Entity, Outcome, Page, Severity } from './vocabulary';

export interface AlertRow {
  readonly id: string;
  readonly time: string;
  readonly source: string;
  readonly rule: string | null;
  readonly title: string;
  readonly severity: Severity;
  readonly entities: readonly Entity[];
  readonly techniques: readonly string[];
  readonly outcome: Outcome;
  readonly caseId: string | null;
  readonly disposition: Disposition | null;
  readonly confidence: number | null;
  readonly anomaly: number | null;
}

export interface AlertDetail extends AlertRow {
  readonly message: string | null;
  /** The record as it came: JSON, or text when the source's record was none. */
  readonly raw: unknown;
  /** Processes involved, the acting one first: `host|pid|start`, or the source's own identity. */
  readonly lineage?: readonly string[];
  /** What else the source tells in few words, by well-known keys such as `process.command_line`. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface AlertQuery {
  readonly q?: string | undefined;
  readonly entity?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly caseId?: string | undefined;
  readonly disposition?: Disposition | undefined;
  readonly severity?: Severity | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export function alerts(query: AlertQuery, signal?: AbortSignal): Promise<Page<AlertRow>> {
  return getJson<Page<AlertRow>>('/alerts', { ...query }, signal);
}

export function alert(id: string, signal?: AbortSignal): Promise<AlertDetail> {
  return getJson<AlertDetail>(`/alerts/${encodeURIComponent(id)}`, {}, signal);
}
