import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { alert, alerts, type AlertQuery } from '../api/alerts';
import { caseDocument, cases } from '../api/cases';
import { passage, runbook } from '../api/knowledge';
import { similarAlerts } from '../api/similar';
import { overview, type Overview } from '../api/overview';
import { SET_ASIDE, SHOWN, type Disposition } from '../api/vocabulary';
import type { CaseFilter } from './route';

const BUSY_POLL_MS = 2_000;
const IDLE_POLL_MS = 20_000;

export function isBusy(view: Overview): boolean {
  return view.triage.state === 'running' || view.knowledge.embedded < view.knowledge.passages;
}

export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => overview(signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_POLL_MS : IDLE_POLL_MS),
  });
}

const FILTERS: Readonly<Record<CaseFilter, readonly Disposition[] | undefined>> = {
  shown: SHOWN,
  aside: SET_ASIDE,
  all: undefined,
};

/** @param busy whether triage is running: its cases should show up at once */
export function useCases(filter: CaseFilter, busy: boolean) {
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) => cases({ disposition: FILTERS[filter], limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: busy ? BUSY_POLL_MS : IDLE_POLL_MS,
  });
}

export function useCase(id: string) {
  return useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => caseDocument(id, signal) });
}

export function useAlerts(query: AlertQuery) {
  return useInfiniteQuery({
    queryKey: ['alerts', query],
    queryFn: ({ pageParam, signal }) => alerts({ limit: 100, ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useAlert(id: string) {
  return useQuery({ queryKey: ['alert', id], queryFn: ({ signal }) => alert(id, signal) });
}

export function useSimilarAlerts(id: string) {
  return useQuery({ queryKey: ['similar', id], queryFn: ({ signal }) => similarAlerts(id, signal) });
}

export function usePassage(id: string) {
  return useQuery({ queryKey: ['passage', id], queryFn: ({ signal }) => passage(id, signal), staleTime: Infinity });
}

export function useRunbook(slug: string, language: string) {
  return useQuery({
    queryKey: ['runbook', slug, language],
    queryFn: ({ signal }) => runbook(slug, language, signal),
    staleTime: Infinity,
  });
}
