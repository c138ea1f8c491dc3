import { address, getJson, Problem, problemFrom } from './http';

export interface TriageJob {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly stage: string | null;
  readonly progress: number;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly error: string | null;
}

/** `auto` looks at the first records; the others are names of the service's readers. */
export const ALERT_FORMATS = ['auto', 'ocsf', 'wazuh', 'ait-ads', 'json'] as const;
export type AlertFormat = (typeof ALERT_FORMATS)[number];

export function triageJob(id: string, signal?: AbortSignal): Promise<TriageJob> {
  return getJson<TriageJob>(`/triage-jobs/${encodeURIComponent(id)}`, {}, signal);
}

/** Hands a file over. XMLHttpRequest, because fetch tells nothing about an upload's progress. */
export function submitBacklog(
  file: File,
  format: AlertFormat,
  onProgress: (part: number) => void,
): Promise<{ readonly id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address('/triage-jobs'));
    request.setRequestHeader('X-Copilot', '1');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Problem(0, 'unreachable', ''));
    request.onload = () => {
      if (request.status < 200 || request.status > 299) {
        reject(problemFrom(request.status, request.responseText));
        return;
      }
      resolve(JSON.parse(request.responseText) as { id: string });
    };
    const form = new FormData();
    form.append('format', format);
    form.append('file', file);
    request.send(form);
  });
}
