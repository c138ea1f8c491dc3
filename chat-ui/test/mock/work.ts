import type { IncomingMessage } from 'node:http';
import type { HuntQuery } from '../../src/api/hunts.ts';
import type { Decision } from '../../src/api/proposals.ts';
import type { ReportState } from '../../src/api/reports.ts';
import type { Session } from '../../src/api/session.ts';
import { CASES } from './cases.ts';
import { closeGap, openGaps, reportOf, reportsOf, setReport, takeReport } from './desk.ts';
import { readHunt, runHunt } from './hunts.ts';
import { decide, proposalsOf } from './proposals.ts';
import { body, bytes } from './request.ts';

export interface Answered {
  readonly status: number;
  readonly value: unknown;
}

/** Hunts, proposals, reports, knowledge gaps and what needs a human look; null for any other address. */
export async function handleWork(request: IncomingMessage, url: URL, session: Session): Promise<Answered | null> {
  const path = url.pathname.slice('/api/v1'.length);
  const staff = session.login === 'staff';
  const [, room = '', id = '', what = ''] = path.split('/').map(decodeURIComponent);
  if (room === 'reports') {
    if (request.method === 'GET' && id !== '') return ok(reportOf(id));
    if (request.method === 'GET') return ok(reportsOf(session.login, url.searchParams.get('all') === 'true' && !staff));
    if (id === '') return { status: 201, value: takeReport(session.login, (await bytes(request)).toString('utf8')) };
    const { status, message } = (await body(request)) as { status: ReportState; message: string };
    return staff ? refused() : ok(setReport(id, status, message));
  }
  if (!['hunt', 'proposals', 'attention'].includes(room) && !path.startsWith('/knowledge/gaps')) return null;
  if (staff) return refused();
  if (path === '/hunt') return ok(runHunt(((await body(request)) as { query: HuntQuery }).query));
  if (path === '/hunt/read') return ok(readHunt(((await body(request)) as { text: string }).text));
  if (path === '/proposals') return ok(proposalsOf(url.searchParams.get('case')));
  if (room === 'proposals') {
    const { decision, note } = (await body(request)) as { decision: Decision; note?: string };
    return ok(decide(id, decision, note ?? ''));
  }
  if (room === 'attention') {
    const items = CASES.flatMap((one) => one.attention.map((entry) => ({ ...entry, caseId: one.id })));
    return ok({ items, counts: { planted_instruction: items.length } });
  }
  if (path === '/knowledge/gaps') return ok(openGaps());
  await bytes(request);
  return ok(closeGap(what));
}

function ok(value: unknown): Answered {
  return value === undefined ? { status: 404, value: { title: 'Not found', status: 404 } } : { status: 200, value };
}

function refused(): Answered {
  return { status: 403, value: { title: 'Not for staff', status: 403 } };
}
