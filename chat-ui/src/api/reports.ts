import { address, getJson, postJson } from './http';
import { asObject, list } from './json';
import { uploadForm } from './upload';

export const REPORT_STATES = ['received', 'in_review', 'harmless', 'attack', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const MOST_BYTES = 10 * 1024 * 1024;

/** Something suspicious that a person reported; its receipt is how the reporter follows it. */
export interface Report {
  readonly receipt: string;
  readonly subject: string;
  readonly status: ReportState;
  readonly at: string;
  /** What the security desk says to the reporter. */
  readonly message: string | null;
  readonly reporter?: string | null;
  readonly alertId?: string | null;
  readonly caseId?: string | null;
}

/** One report in full, for those who judge: what it says is hostile until somebody looked. */
export interface ReportDetail extends Report {
  readonly text?: string | null;
  readonly file?: { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly size: number } | null;
}

export interface Receipt {
  readonly receipt: string;
  readonly status: ReportState;
  readonly at: string;
}

/** @param file an e-mail or a picture; null for words alone */
export function sendReport(text: string, file: File | null, onProgress: (part: number) => void): Promise<Receipt> {
  return uploadForm<Receipt>('/reports', { text }, file, onProgress);
}

/**
 * @param all everyone's, for those who judge
 * @param lang of the messages
 */
export async function reports(all: boolean, lang: string, signal?: AbortSignal): Promise<readonly Report[]> {
  const answer = await getJson<unknown>('/reports', all ? { all: 'true', lang } : { lang }, signal);
  return list<Report>(Array.isArray(answer) ? answer : asObject(answer)?.['items']);
}

export function report(receipt: string, lang: string, signal?: AbortSignal): Promise<ReportDetail> {
  return getJson<ReportDetail>(`/reports/${encodeURIComponent(receipt)}`, { lang }, signal);
}

/** Where the browser saves what was handed over; it is never shown. */
export function reportFileAddress(receipt: string): string {
  return address(`/reports/${encodeURIComponent(receipt)}/file`);
}

export function setReportState(receipt: string, status: ReportState, message: string): Promise<unknown> {
  return postJson(`/reports/${encodeURIComponent(receipt)}/status`, { status, message });
}

/** What can be attached: told by the name, since browsers know no type for `.eml`. */
export function isAttachable(file: { readonly name: string; readonly type: string }): boolean {
  return /\.(eml|png|jpe?g)$/i.test(file.name) || /^(message\/rfc822|image\/(png|jpeg))$/.test(file.type);
}

