import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HumanVerdict } from '../../api/verdicts';
import { LanguageProvider } from '../../state/language';
import { dayAhead, endOfDay, newVerdictId } from '../../state/verdicts';
import { VerdictList } from './VerdictList';

const VERDICT: HumanVerdict = {
  id: 'v-1',
  subject: { kind: 'case', id: 'case-1' },
  verdict: 'false_positive',
  reason: 'our scanner at http://scan.example',
  scope: 'fingerprint',
  entity: 'host:web-01',
  expiresAt: '2027-01-31T23:59:59Z',
  by: 'ann',
  at: '2026-03-01T13:00:00Z',
  state: 'active',
  undoneAt: null,
  undoneBy: null,
  alerts: 3,
  severity: 'low',
};

function html(language: string, verdicts: readonly HumanVerdict[]): string {
  vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined });
  return renderToStaticMarkup(
    <LanguageProvider>
      <VerdictList verdicts={verdicts} undo={() => <button type="button">take back</button>} />
    </LanguageProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('verdicts of people', () => {
  it('says who, when, how far, until when and why, without live links', () => {
    const out = html('en', [VERDICT]);
    expect(out).toContain('by ann');
    expect(out).toContain('all like this about host:web-01');
    expect(out).toContain('until 31 Jan 2027');
    expect(out).not.toContain('http://scan.example');
  });

  it('offers to take back only what stands', () => {
    expect(html('en', [VERDICT])).toContain('take back');
    const undone = html('en', [{ ...VERDICT, state: 'undone', undoneBy: 'bob' }]);
    expect(undone).toContain('taken back by bob');
    expect(undone).not.toContain('<button');
  });

  it('says the same in Chinese', () => {
    expect(html('zh', [{ ...VERDICT, state: 'expired' }])).toContain('已到期');
    expect(html('zh', [])).toContain('尚无人判定');
  });
});

describe('what a verdict is sent with', () => {
  it('ends at the end of a day that exists', () => {
    expect(endOfDay('2027-01-31')).toBe('2027-01-31T23:59:59Z');
    expect(endOfDay('')).toBeUndefined();
    expect(dayAhead(Date.parse('2026-12-31T12:00:00Z'), 1)).toBe('2027-01-01');
  });

  it('has an id that the service takes', () => {
    expect(newVerdictId(1_760_000_000_000, 0.123456)).toMatch(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
  });
});
