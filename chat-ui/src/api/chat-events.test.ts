import { describe, expect, it } from 'vitest';
import { decode } from './chat-events';

const read = (type: string, data: unknown) => decode({ type, data: JSON.stringify(data) });

describe('decode', () => {
  it('reads a citation', () => {
    const citation = { n: 2, kind: 'alert', id: 'a1', label: 'Scan', verified: true };
    expect(read('citation', citation)).toEqual({ type: 'citation', citation });
  });

  it('reads how far an answer was proven, and by whom it was written', () => {
    expect(read('done', { tier: 'llm', provider: 'm', tookMs: 5, verified: 12, unproven: 2, struck: 1 })).toEqual({
      type: 'done',
      tier: 'llm',
      provider: 'm',
      tookMs: 5,
      proof: { verified: 12, unproven: 2, struck: 1 },
    });
  });

  it('takes results for evidence of their own kind', () => {
    expect(read('citation', { n: 1, kind: 'result', id: 'r1', label: '7 alerts', verified: true })).toMatchObject({ citation: { kind: 'result' } });
  });

  it('reads a struck claim, and leaves out reasons that are no words', () => {
    expect(read('struck', { text: 'It was 7.', reasons: ['It was 3.', {}] })).toEqual({ type: 'struck', text: 'It was 7.', reasons: ['It was 3.'] });
  });

  it('reads an opinion, and takes silence for disagreement', () => {
    expect(read('opinion', { caseId: 'c', verdict: 'benign', reasons: [] })).toMatchObject({ agrees: false });
    expect(read('opinion', { caseId: 'c', verdict: 'benign', reasons: [], agrees: true })).toMatchObject({ agrees: true });
  });

  it('reads findings, proposals and verdicts to confirm', () => {
    const finding = { kind: 'override', subject: 'alert', id: 'a', excerpt: 'Ignore all rules' };
    const proposal = { id: 'p', action: 'isolate_host', target: 'host:web-01', why: 'It spreads.', caseId: 'c' };
    const confirm = { caseId: 'c', verdict: 'benign', note: 'approved' };
    expect(read('finding', finding)).toEqual({ type: 'finding', ...finding });
    expect(read('proposal', proposal)).toEqual({ type: 'proposal', ...proposal });
    expect(read('confirm', confirm)).toEqual({ type: 'confirm', ...confirm });
  });

  it('reads a hunt with its query', () => {
    const query = { where: [{ field: 'host', op: 'is', value: 'web-01' }], from: '2026-03-14T00:00:00Z', groupBy: 'ip', limit: 20 };
    expect(read('hunt', { query, total: 2, columns: ['ip', 'count'], rows: [['203.0.113.7', 41], [null, 1]] })).toEqual({
      type: 'hunt',
      hunt: { query, total: 2, columns: ['ip', 'count'], rows: [['203.0.113.7', '41'], ['', '1']] },
    });
  });

  it('takes an unknown tier for the narrator, never for a model', () => {
    expect(read('done', {})).toMatchObject({ tier: 'narrator' });
  });

  it.each([
    ['future-event', '{}'],
    ['token', 'not json'],
    ['token', '"text"'],
    ['citation', '{"n":"x","kind":"alert"}'],
    ['citation', '{"n":1,"kind":"script"}'],
  ])('gives nothing for %s %s', (type, data) => {
    expect(decode({ type, data })).toBeNull();
  });
});
