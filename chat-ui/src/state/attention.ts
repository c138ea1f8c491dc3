import { useQuery } from '@tanstack/react-query';
import { attention } from '../api/attention';

const POLL_MS = 30_000;

export function useAttention() {
  return useQuery({ queryKey: ['attention'], queryFn: ({ signal }) => attention(signal), refetchInterval: POLL_MS });
}
