import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session } from '../../src/api/session.ts';
import type { VerdictRequest } from '../../src/api/verdicts.ts';
import { ALERTS, similarTo } from './alerts.ts';
import { CASES, rowOf } from './cases.ts';
import { Chats } from './chats.ts';
import { handleWork, type Answered } from './work.ts';
import { handleImports } from './imports.ts';
import { acceptAdvice, advice, changeLearning, giveVerdict, humanOn, learning, undoVerdict, verdictsOn } from './learning.ts';
import { PASSAGES } from './knowledge.ts';
import { body, bytes } from './request.ts';

export const MOCK_TOKEN = 'mock-token';
const LEAD: Session = { login: 'lead', roles: ['analyst', 'lead'], tenant: 'demo' };
const STAFF: Session = { login: 'staff', roles: ['staff'], tenant: 'demo' };

const chats = new Chats();
let jobPolls = 0;

export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock');
  const path = url.pathname.slice('/api/v1'.length);
  const route = `${request.method} ${path}`;
  if (route === 'POST /session') return signIn(request, response);
  const session = sessionOf(request);
  if (session === null) return problem(response, 401, 'Sign in first');
  if (request.method !== 'GET' && request.headers['x-copilot'] !== '1') return problem(response, 403, 'Header missing');
  if (route === 'GET /session') return json(response, 200, session);
  if (route === 'DELETE /session') return end(response, 'copilot_session=; Max-Age=0; Path=/');
  if (path.startsWith('/conversations')) {
    const answered = await chats.handle(request, response, path, session);
    return answered === null ? undefined : respond(response, answered);
  }
  const answered = await handleWork(request, url, session);
  if (answered !== null) return respond(response, answered);
  if (path.startsWith('/passages/')) return one(response, PASSAGES.find((one) => one.passageId === last(path)));
  if (path.startsWith('/runbooks/')) {
    const items = runbook(last(path), url.searchParams.get('lang'));
    return items.length === 0 ? problem(response, 404, 'Not found') : json(response, 200, { items });
  }
  if (path === '/knowledge/search') return json(response, 200, { items: search(url.searchParams.get('q') ?? '') });
  if (session.login === 'staff') return problem(response, 403, 'Not for staff');
  if (path.startsWith('/knowledge/imports')) {
    await bytes(request);
    const { status, value } = handleImports(request.method ?? 'GET', last(path));
    return json(response, status, value);
  }
  if (path === '/overview') return json(response, 200, overview());
  if (path === '/cases') return json(response, 200, listCases(url.searchParams));
  if (path.startsWith('/cases/')) {
    const found = CASES.find((one) => one.id === last(path));
    return one(response, found === undefined ? undefined : { ...found, human: humanOn(found.id) });
  }
  if (route === 'POST /verdicts') {
    const { status, value } = giveVerdict((await body(request)) as VerdictRequest);
    return json(response, status, value);
  }
  if (path === '/verdicts') return json(response, 200, verdictsOn(url.searchParams.get('subject')));
  if (path.startsWith('/verdicts/')) return one(response, undoVerdict(last(path)));
  if (route === 'PUT /learning') return json(response, 200, changeLearning((await body(request)) as { enabled?: boolean }));
  if (path === '/learning') return json(response, 200, learning());
  if (path === '/tuning-advice') return json(response, 200, advice());
  if (path.startsWith('/tuning-advice/')) return one(response, acceptAdvice(path.split('/')[2] ?? ''));
  if (path === '/alerts') return json(response, 200, listAlerts(url.searchParams));
  if (/^\/alerts\/[^/]+\/similar$/.test(path)) return json(response, 200, similarTo(path.split('/')[2] ?? ''));
  if (path.startsWith('/alerts/')) return one(response, ALERTS.find((one) => one.id === last(path)));
  if (route === 'POST /triage-jobs') return startJob(request, response);
  if (path.startsWith('/triage-jobs/')) return json(response, 200, job());
  return problem(response, 404, 'No such thing');
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = (await body(request)) as { token?: string; login?: string; password?: string };
  const session = given.token === MOCK_TOKEN ? LEAD : [LEAD, STAFF].find((one) => one.login === given.login && given.password === 'secret');
  if (session === undefined) return problem(response, 401, 'Wrong');
  response.setHeader('Set-Cookie', `copilot_session=${session.login}; HttpOnly; SameSite=Strict; Path=/`);
  return json(response, 200, session);
}

function sessionOf(request: IncomingMessage): Session | null {
  const login = /copilot_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  return [LEAD, STAFF].find((one) => one.login === login) ?? null;
}

function overview(): object {
  const count = (disposition: string): number => CASES.filter((one) => one.disposition === disposition).length;
  const byDisposition = Object.fromEntries(['true_positive', 'insufficient_data', 'benign', 'false_positive'].map((one) => [one, count(one)]));
  return {
    alerts: ALERTS.length,
    cases: CASES.length,
    shownCases: count('true_positive') + count('insufficient_data'),
    setAside: ALERTS.filter((one) => one.disposition === 'benign').length,
    byDisposition,
    firstSeen: ALERTS.at(-1)?.time,
    lastSeen: ALERTS[0]?.time,
    llm: { configured: false, model: null, state: 'offline' },
    knowledge: { passages: 420, embedded: 260 },
    triage: { state: 'idle', progress: 0, stage: '' },
  };
}

function listCases(query: URLSearchParams): object {
  const wanted = query.getAll('disposition');
  const found = CASES.filter((one) => wanted.length === 0 || wanted.includes(one.disposition));
  return page(found.map(rowOf), query);
}

function listAlerts(query: URLSearchParams): object {
  const has = (name: string, value: string | null): boolean => !query.has(name) || query.get(name) === value;
  const text = (query.get('q') ?? '').toLowerCase();
  const found = ALERTS.filter(
    (one) =>
      has('caseId', one.caseId) &&
      has('severity', one.severity) &&
      has('disposition', one.disposition) &&
      one.time >= (query.get('from') ?? '') &&
      one.time < (query.get('to') ?? '9') &&
      (!query.has('entity') || one.entities.some((entity) => `${entity.type}:${entity.value}` === query.get('entity'))) &&
      one.title.toLowerCase().includes(text),
  );
  return page(found.map(({ message: _message, raw: _raw, ...row }) => row), query);
}

function page(items: readonly unknown[], query: URLSearchParams): object {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return { items: items.slice(from, to), nextCursor: to < items.length ? String(to) : null, total: items.length };
}

function runbook(slug: string, language: string | null): readonly object[] {
  return PASSAGES.filter((one) => one.kind === 'runbook' && one.ref === slug && one.language === language);
}

function search(q: string): readonly object[] {
  const words = q.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return PASSAGES.filter((one) => words.some((word) => `${one.title} ${one.text}`.toLowerCase().includes(word)))
    .slice(0, 10)
    .map((one, n) => ({
      ...one,
      score: 1 / (n + 1),
      relevance: n === 0 ? 0.8 : 0.3,
      why: { words, text: { en: `place ${n + 1} by words (${words.join(', ')})`, zh: `按词语排第 ${n + 1}（${words.join('、')}）` } },
    }));
}

async function startJob(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await bytes(request);
  jobPolls = 0;
  return json(response, 202, { id: 'job-1' });
}

function job(): object {
  jobPolls++;
  const done = jobPolls > 3;
  const counts = { records: 3000, accepted: 2990, rejected: 10, deduplicated: 0, cases: 12 };
  return { id: 'job-1', state: done ? 'done' : 'running', stage: done ? '' : 'correlate', progress: Math.min(1, jobPolls / 4), counts: done ? counts : {}, error: null };
}

function last(path: string): string {
  return decodeURIComponent(path.split('/').at(-1) ?? '');
}

function one(response: ServerResponse, found: unknown): void {
  if (found === undefined) problem(response, 404, 'Not found');
  else json(response, 200, found);
}

function respond(response: ServerResponse, { status, value }: Answered): void {
  json(response, status, value);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

function problem(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ title, status }));
}

function end(response: ServerResponse, cookie: string): void {
  response.writeHead(204, { 'Set-Cookie': cookie });
  response.end();
}
