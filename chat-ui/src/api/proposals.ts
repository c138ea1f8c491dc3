import { getJson, postJson } from './http';
import { list } from './json';

export type Decision = 'approved' | 'rejected';

/** Something that could be done about a case. The service does none of it: a person decides, and acts elsewhere. */
export interface Proposal {
  readonly id: string;
  readonly caseId: string;
  readonly action: string;
  readonly target: string;
  readonly why: string;
  readonly proposedBy?: string | null;
  readonly at?: string | null;
  readonly status: 'open' | Decision;
  readonly decidedBy?: string | null;
  readonly decidedAt?: string | null;
  readonly note?: string | null;
}

export async function proposals(caseId: string, signal?: AbortSignal): Promise<readonly Proposal[]> {
  const answer = await getJson<unknown>('/proposals', { case: caseId }, signal);
  return list<Proposal>(Array.isArray(answer) ? answer : (answer as { items?: unknown }).items);
}

export function decideProposal(id: string, decision: Decision, note: string): Promise<Proposal> {
  return postJson(`/proposals/${encodeURIComponent(id)}/decision`, { decision, ...(note === '' ? {} : { note }) });
}
