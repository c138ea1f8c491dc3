import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { decideProposal, proposals, type Decision } from '../api/proposals';

export function useProposals(caseId: string) {
  return useQuery({ queryKey: ['proposals', caseId], queryFn: ({ signal }) => proposals(caseId, signal), enabled: caseId !== '' });
}

/** Writes a decision down; the service does nothing else with it. */
export function useDecide(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, note }: { id: string; decision: Decision; note: string }) => decideProposal(id, decision, note),
    onSettled: () => client.invalidateQueries({ queryKey: ['proposals', caseId] }),
  });
}
