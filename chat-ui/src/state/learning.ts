import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { acceptAdvice, advice, changeLearning, learning } from '../api/learning';

const POLL_MS = 20_000;

export function useLearning() {
  return useQuery({ queryKey: ['learning'], queryFn: ({ signal }) => learning(signal), refetchInterval: POLL_MS });
}

export function useAdvice() {
  return useQuery({ queryKey: ['advice'], queryFn: ({ signal }) => advice(signal) });
}

export function useChangeLearning() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeLearning,
    onSuccess: async (changed) => {
      client.setQueryData(['learning'], changed);
      await Promise.all(['case', 'cases', 'overview'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export function useAcceptAdvice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => acceptAdvice(id),
    onSettled: () => Promise.all(['advice', 'learning', 'cases', 'overview'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
