import type { Gap } from '../../src/api/gaps.ts';
import type { Report, ReportDetail, ReportState } from '../../src/api/reports.ts';

let reports: readonly Report[] = [
  {
    receipt: 'R-7Q2K-1',
    subject: 'Invoice that I did not ask for',
    status: 'in_review',
    at: '2026-03-13T09:12:00Z',
    message: 'Please keep the mail. Do not open http://evil.example/invoice.',
    reporter: 'staff',
    alertId: 'intrusion-1-0',
  },
];

let gaps: readonly Gap[] = [
  { id: 'gap-1', question: 'May I use the meeting room’s screen for a private film?', language: 'en', times: 3, lastAsked: '2026-03-14T08:00:00Z', status: 'open' },
  { id: 'gap-2', question: '能用私人网盘备份工作文件吗？', language: 'zh', times: 1, lastAsked: '2026-03-13T08:00:00Z', status: 'open' },
];

export function reportsOf(login: string, all: boolean): readonly Report[] {
  return all ? reports : reports.filter((one) => one.reporter === login);
}

export function reportOf(receipt: string): ReportDetail | undefined {
  const found = reports.find((one) => one.receipt === receipt);
  if (found === undefined) return undefined;
  return { ...found, text: 'Pay at http://evil.example/invoice <script>alert(1)</script>', file: null };
}

/** @param form the body of a multipart request, of which the words are enough here */
export function takeReport(login: string, form: string): Report {
  const text = /name="text"\r\n\r\n([^\r]*)/.exec(form)?.[1] ?? '';
  const file = /filename="([^"]*)"/.exec(form)?.[1] ?? '';
  const report: Report = {
    receipt: `R-7Q2K-${reports.length + 1}`,
    subject: [text.slice(0, 60), file].filter((one) => one !== '').join(' · '),
    status: 'received',
    at: new Date().toISOString(),
    message: null,
    reporter: login,
    alertId: null,
  };
  reports = [report, ...reports];
  return report;
}

export function setReport(receipt: string, status: ReportState, message: string): Report | undefined {
  reports = reports.map((one) => (one.receipt === receipt ? { ...one, status, message } : one));
  return reports.find((one) => one.receipt === receipt);
}

export function openGaps(): readonly Gap[] {
  return gaps;
}

export function closeGap(id: string): object {
  gaps = gaps.filter((one) => one.id !== id);
  return { id };
}
