import type { Extra } from '../../state/conversation';
import { useProposals } from '../../state/proposals';
import { ProposalCard } from './ProposalCard';

/** A proposal as an answer brought it, with what was decided about it since. */
export function AnswerProposal({ told }: { told: Extract<Extra, { type: 'proposal' }> }) {
  const { data } = useProposals(told.caseId);
  const { id, caseId, action, target, why } = told;
  const stored = data?.find((one) => one.id === id);
  return <ProposalCard key={stored?.status} proposal={stored ?? { id, caseId, action, target, why, status: 'open' }} />;
}
