import { getJson } from './http';
import { upload } from './upload';

export interface TriageJob {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly stage: string | null;
  readonly progress: number;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly error: string | null;
}

/** `auto` looks at the first records; the others are names of the service's readers. */
export const ALERT_FORMATS = [
  'auto',
  'ocsf',
  'ecs',
  'wazuh',
  'eve',
  'sentinel',
  'skyeye',
  'cef',
  'ait-ads',
  'json',
] as const;
export type AlertFormat = (typeof ALERT_FORMATS)[number];

export function triageJob(id: string, signal?: AbortSignal): Promise<TriageJob> {
  return getJson<TriageJob>(`/triage-jobs/${encodeURIComponent(id)}`, {}, signal);
}

/** Hands a file over. */
export function submitBacklog(
  file: File,
  format: AlertFormat,
  onProgress: (part: number) => void,
): Promise<{ readonly id: string }> {
  return upload('/triage-jobs', file, { format }, onProgress);
}
