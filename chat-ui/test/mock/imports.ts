import type { ImportJob, Imports, Origin } from '../../src/api/imports.ts';

const removed = new Set<string>();
let polls = 0;

const ITEMS: readonly Origin[] = [
  origin('assets', 'cmdb-export.csv', false, 214, 0, 0, 1),
  origin('runbook', 'our-runbooks.zip', false, 38, 214, 130, 3),
  origin('attack', 'enterprise-attack-18.1.json', false, 1_412, 21_870, 4_310, 1),
  origin('runbook', 'product', true, 60, 401, 401, 1),
  origin('staff', 'product', true, 86, 420, 420, 1),
];

/** Imports as the stand-in plays them: one job that comes to its end, one that failed. */
export function handleImports(method: string, id: string): { status: number; value: unknown } {
  if (method === 'POST') {
    polls = 0;
    return { status: 202, value: { id: 'import-1' } };
  }
  if (method === 'DELETE') {
    removed.add(id);
    return { status: 200, value: { removed: 38 } };
  }
  polls++;
  const done = polls > 3;
  const jobs: readonly ImportJob[] = [
    job('import-1', 'our-runbooks.zip', 'runbook', done ? 'done' : 'running', done ? 1 : polls / 4),
    { ...job('import-0', 'scan.pdf', 'policy', 'failed', 1), error: 'scan.pdf: it has 12 pages and no text, as a scan has: it needs OCR first' },
  ];
  const value: Imports = { items: ITEMS.filter((item) => !removed.has(item.id)), jobs };
  return { status: 200, value };
}

function origin(kind: string, name: string, shipped: boolean, documents: number, passages: number, embedded: number, version: number): Origin {
  const importedAt = '2026-03-14T08:30:00Z';
  return { id: `${kind}:${name}`, kind, name, shipped, documents, passages, toEmbed: passages, embedded, version, importedAt };
}

function job(id: string, name: string, kind: string, state: ImportJob['state'], progress: number): ImportJob {
  const problems = [{ file: 'our-runbooks.zip!phishing.md', reason: 'audience must be analyst or staff, not \'all\'' }];
  const counts = state === 'done' ? { changed: 3, unchanged: 35, removed: 0, problemCount: 1, problems } : {};
  return { id, state, stage: 'words', progress, parameters: { kind, name, audience: '' }, counts, error: null, createdAt: '2026-03-14T08:30:00Z' };
}
