import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { giveVerdict, undoVerdict, verdictsOn, type SubjectKind, type VerdictRequest } from '../api/verdicts';

const DAY_MS = 86_400_000;

/** Everything that a verdict may change. */
const TOUCHED = ['verdicts', 'case', 'cases', 'overview', 'learning', 'advice', 'similar'] as const;

export function useVerdicts(kind: SubjectKind, id: string) {
  return useQuery({ queryKey: ['verdicts', kind, id], queryFn: ({ signal }) => verdictsOn(kind, id, signal) });
}

export function useGiveVerdict() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (request: VerdictRequest) => giveVerdict(request), onSuccess: refresh });
}

export function useUndoVerdict() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: string) => undoVerdict(id), onSettled: refresh });
}

function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(TOUCHED.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** Chosen once for each attempt; it need not be a secret, only new. */
export function newVerdictId(now: number, chance: number): string {
  return `ui-${now.toString(36)}-${chance.toString(36).slice(2, 12)}`;
}

/** `2027-01-31`, so many days ahead. */
export function dayAhead(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
}

/** The end of a day given as `2027-01-31`; undefined where it is none. */
export function endOfDay(day: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T23:59:59Z` : undefined;
}
