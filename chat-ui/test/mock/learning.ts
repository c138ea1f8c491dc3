import type { Advice, Learning, MissBudget } from '../../src/api/learning.ts';
import type { HumanVerdict, VerdictRequest } from '../../src/api/verdicts.ts';

const verdicts: HumanVerdict[] = [];
let enabled = true;
let autoClose = false;
let accepted = false;

const BUDGET: MissBudget = {
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
  rule: 'Web server 400 error code',
  title: 'Web server 400 error code',
  entity: 'host:intranet-server',
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

export function giveVerdict(request: VerdictRequest): { status: number; value: HumanVerdict } {
  const known = verdicts.find((one) => one.id === request.id);
  if (known !== undefined) return { status: 200, value: known };
  const given: HumanVerdict = {
    id: request.id,
    subject: request.subject,
    verdict: request.verdict,
    reason: request.reason,
    scope: request.scope,
    entity: request.entity ?? null,
    expiresAt: request.expiresAt ?? null,
    by: 'lead',
    at: new Date().toISOString(),
    state: 'active',
    undoneAt: null,
    undoneBy: null,
    alerts: 1,
    severity: 'high',
  };
  verdicts.unshift(given);
  return { status: 201, value: given };
}

export function undoVerdict(id: string): HumanVerdict | undefined {
  const at = verdicts.findIndex((one) => one.id === id);
  const found = verdicts[at];
  if (found === undefined) return undefined;
  const undone: HumanVerdict = { ...found, state: 'undone', undoneAt: new Date().toISOString(), undoneBy: 'lead' };
  verdicts[at] = undone;
  return undone;
}

export function verdictsOn(subject: string | null): { items: readonly HumanVerdict[] } {
  return { items: verdicts.filter((one) => subject === null || `${one.subject.kind}:${one.subject.id}` === subject) };
}

/** What a person said of a case, as the case's document carries it. */
export function humanOn(caseId: string): object | null {
  const last = verdicts.find((one) => one.subject.kind === 'case' && one.subject.id === caseId && one.state === 'active');
  if (last === undefined) return null;
  const { id, verdict, reason, by, at, scope, expiresAt } = last;
  return { verdictId: id, state: 'holds', verdict, reason, by, at, scope, expiresAt, reasons: [] };
}

export function changeLearning(change: { enabled?: boolean; autoClose?: boolean }): Learning {
  enabled = change.enabled ?? enabled;
  autoClose = change.autoClose ?? autoClose;
  return learning();
}

export function learning(): Learning {
  return {
    enabled,
    autoClose,
    changedBy: null,
    changedAt: null,
    labels: { total: 12, byVerdict: { true_positive: 3, benign: 4, false_positive: 5, insufficient_data: 0 } },
    cases: BUDGET,
    alerts: { ...BUDGET, labels: 0, more: 299 },
    models: [{ version: '0123456789ab', status: 'shadow', madeAt: '2026-03-01T12:00:00Z', card: '{"objections":["F1 0.600 instead of 0.710"]}' }],
    shadow: { version: '0123456789ab', compared: 51, agree: 47, onlyShadowShows: 3, onlyShadowSetsAside: 1 },
  };
}

export function advice(): { items: readonly Advice[] } {
  return { items: accepted ? [] : [ADVICE] };
}

export function acceptAdvice(id: string): HumanVerdict | undefined {
  if (accepted || id !== ADVICE.id) return undefined;
  accepted = true;
  return giveVerdict({
    id: 'v-advice',
    subject: { kind: 'fingerprint', id: 'print' },
    verdict: 'false_positive',
    reason: 'accepted',
    scope: 'fingerprint',
  }).value;
}
