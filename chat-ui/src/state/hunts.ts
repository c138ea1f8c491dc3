import { useMutation } from '@tanstack/react-query';
import { readHunt, runHunt, type HuntQuery } from '../api/hunts';

/** Runs a query as often as somebody changes it. Hunts are made by hand: nothing is asked again by itself. */
export function useRunHunt() {
  return useMutation({ mutationFn: (query: HuntQuery) => runHunt(query) });
}

export function useReadHunt() {
  return useMutation({ mutationFn: (question: string) => readHunt(question) });
}
