import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AlertRow } from '../../api/alerts';
import type { Seen } from '../../api/similar';
import { LanguageProvider } from '../../state/language';
import { SeenList } from './SeenBefore';

const NEWEST: AlertRow = {
  id: 'a-1',
  time: '2026-03-01T12:00:00Z',
  source: 'wazuh',
  rule: '31151',
  title: 'Scan of http://evil.example',
  severity: 'low',
  entities: [],
  techniques: [],
  outcome: 'unknown',
  caseId: null,
  disposition: null,
  confidence: null,
  anomaly: null,
};

const SEEN: Seen = {
  newest: NEWEST,
  cosine: 1,
  count: 12,
  countedAll: true,
  firstSeen: '2026-02-01T12:00:00Z',
  lastSeen: '2026-03-01T12:00:00Z',
  same: true,
  sameRule: true,
  sharedEntities: [],
  verdicts: [{ subject: 'alert', subjectId: 'a-1', verdict: 'false_positive', reason: 'our scanner', by: 'ann', at: '2026-03-01T13:00:00Z' }],
};

function html(language: string, seen: readonly Seen[]): string {
  vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined });
  return renderToStaticMarkup(
    <LanguageProvider>
      <SeenList seen={seen} />
    </LanguageProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('what was seen before', () => {
  it('says how often, when last, and what was judged', () => {
    const out = html('en', [SEEN]);
    expect(out).toContain('12 × before, last on');
    expect(out).toContain('judged by ann');
    expect(out).toContain('our scanner');
    expect(out).not.toContain('http://evil.example');
  });

  it('says the same in Chinese', () => {
    expect(html('zh', [SEEN])).toContain('此前出现 12 次');
    expect(html('zh', [SEEN])).toContain('ann 于');
  });

  it('says where nobody has judged, and where nothing was seen', () => {
    expect(html('en', [{ ...SEEN, verdicts: [], countedAll: false }])).toMatch(/More than 12.*Nobody has judged/s);
    expect(html('en', [])).toContain('Nothing like it');
  });
});
