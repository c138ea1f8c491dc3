import { useQuery } from '@tanstack/react-query';
import { conversations } from '../api/conversations';

/** Asked each time that the list opens: what was said a moment ago belongs in it. */
export function useConversations() {
  return useQuery({ queryKey: ['conversations'], queryFn: ({ signal }) => conversations(signal), staleTime: 0 });
}
