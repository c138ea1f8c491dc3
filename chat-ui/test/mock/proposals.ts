import type { Decision, Proposal } from '../../src/api/proposals.ts';

const stored: Proposal[] = [];

export function propose(caseId: string): Proposal {
  const proposal: Proposal = {
    id: `proposal-${stored.length + 1}`,
    caseId,
    action: 'isolate_host',
    target: 'host:web-01',
    why: 'A shell was started by the web server’s process.',
    proposedBy: 'lead',
    at: new Date().toISOString(),
    status: 'open',
  };
  stored.push(proposal);
  return proposal;
}

export function proposalsOf(caseId: string | null): readonly Proposal[] {
  return stored.filter((one) => one.caseId === caseId);
}

export function decide(id: string, decision: Decision, note: string): Proposal | undefined {
  const at = stored.findIndex((one) => one.id === id);
  const found = stored[at];
  if (found === undefined) return undefined;
  const decided: Proposal = { ...found, status: decision, decidedBy: 'lead', decidedAt: new Date().toISOString(), note };
  stored[at] = decided;
  return decided;
}
