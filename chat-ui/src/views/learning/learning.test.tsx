import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Advice, MissBudget } from '../../api/learning';
import { LanguageProvider } from '../../state/language';
import { AdviceWords } from './AdviceList';
import { BudgetWords } from './BudgetWords';
import { objections } from './Models';

const CLOSED: MissBudget = {
  state: 'may_not_close',
  mostMissed: 0.01,
  confidence: 0.95,
  labels: 12,
  missed: 0,
  threshold: null,
  proven: null,
  bound: null,
  more: 287,
};

const ADVICE: Advice = {
  id: 'adv-1',
  source: 'wazuh',
  rule: '31151',
  title: 'Web server 400 error code',
  entity: 'host:web-01',
  verdict: 'false_positive',
  severity: 'low',
  days: 90,
  removes: 412,
  judgedHarmless: 37,
  judgedAttacks: 0,
  computedAttacks: 0,
  verdicts: 9,
  bound: 0.283,
  confidence: 0.95,
};

function html(language: string, shown: ReactNode): string {
  vi.stubGlobal('localStorage', { getItem: () => language, setItem: () => undefined });
  return renderToStaticMarkup(<LanguageProvider>{shown}</LanguageProvider>);
}

afterEach(() => vi.unstubAllGlobals());

describe('the miss budget in words', () => {
  it('says how many labels are missing', () => {
    const out = html('en', <BudgetWords name="Cases:" budget={CLOSED} />);
    expect(out).toContain('nothing may be closed');
    expect(out).toContain('at least 287 more');
  });

  it('says from which confidence on it is open', () => {
    const open: MissBudget = { ...CLOSED, state: 'may_close', threshold: 0.8, proven: 400, bound: 0.0075, more: 0 };
    expect(html('en', <BudgetWords name="Cases:" budget={open} />)).toContain('confidence of 80% or more');
    expect(html('zh', <BudgetWords name="案件：" budget={open} />)).toContain('不低于 80%');
  });
});

describe('advice', () => {
  it('says what it removes, and what that is worth', () => {
    const out = html('en', <AdviceWords advice={ADVICE} />);
    expect(out).toContain('Suppressing 31151 (host:web-01) removes 412 alerts in 90 days');
    expect(out).toContain('37 judged harmless, 0 attacks; from 9 verdicts at most 28%');
  });
});

describe('a model in shadow', () => {
  it('says why, if its card does', () => {
    const model = { version: 'a', status: 'shadow' as const, madeAt: '', card: '{"objections":["F1 0.6 instead of 0.7",3]}' };
    expect(objections(model)).toEqual(['F1 0.6 instead of 0.7']);
    expect(objections({ ...model, card: 'none' })).toEqual([]);
  });
});
