import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AlertDetail } from '../../api/alerts';
import { LanguageProvider } from '../../state/language';
import { AlertDetails } from './AlertDetails';

const ALERT: AlertDetail = {
  id: 'a',
  time: '2026-03-14T03:00:00Z',
  source: 'wazuh',
  rule: null,
  title: 'Scan',
  severity: 'low',
  entities: [],
  techniques: [],
  outcome: 'unknown',
  caseId: null,
  disposition: null,
  confidence: null,
  anomaly: null,
  message: null,
  raw: '',
};

function html(alert: AlertDetail): string {
  vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => undefined });
  return renderToStaticMarkup(
    <LanguageProvider>
      <AlertDetails alert={alert} shown={(text) => text.toUpperCase()} />
    </LanguageProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('an alert’s details', () => {
  it('are nothing where the source told none', () => {
    expect(html(ALERT)).toBe('');
  });

  it('lead to the alerts that share a value, asked for as it was told', () => {
    const out = html({ ...ALERT, details: { 'http.status': 'ok' }, lineage: ['host|7|start'] });
    expect(out).toContain('OK');
    expect(decodeURIComponent(out)).toContain('"field":"details.http.status","op":"is","value":"ok"');
    expect(out).toContain('HOST · 7 · START');
  });
});
