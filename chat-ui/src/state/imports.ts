import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { imports, isUnderWay, removeImport, submitImport, type Audience, type ImportKind, type Imports } from '../api/imports';
import { searchKnowledge } from '../api/knowledge';

const KEY = ['imports'] as const;
const BUSY_POLL_MS = 1_000;
const IDLE_POLL_MS = 15_000;

/** Whether what the page shows will be another soon: an import runs, or passages wait for their vectors. */
export function isChanging(view: Imports): boolean {
  return view.jobs.some(isUnderWay) || view.items.some((item) => item.embedded < item.toEmbed);
}

export function useImports() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => imports(signal),
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) ? BUSY_POLL_MS : IDLE_POLL_MS),
  });
}

/** Hands a file over; `sent` is the part of it that has left. */
export function useSubmitImport() {
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const submit = useMutation({
    mutationFn: ({ file, kind, audience }: { file: File; kind: ImportKind; audience: Audience }) =>
      submitImport(file, kind, audience, setSent),
    onMutate: () => setSent(0),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return { submit, sent };
}

export function useRemoveImport() {
  const client = useQueryClient();
  return useMutation({ mutationFn: removeImport, onSettled: () => client.invalidateQueries({ queryKey: KEY }) });
}

export function useKnowledgeSearch(q: string) {
  return useQuery({
    queryKey: ['knowledge-search', q],
    queryFn: ({ signal }) => searchKnowledge(q, 'auto', signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
