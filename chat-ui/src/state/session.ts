import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { currentSession, signIn, signOut, type Session } from '../api/session';
import { takeToken } from './token';

const KEY = ['session'] as const;

/** What became of the token in the printed address; `refused` is shown on the sign-in page. */
let arrival: Promise<Session | 'refused'> | null = null;

/** Exchanges the token of the address, if any, before the first render. */
export function arrive(): void {
  const token = takeToken(window.location, window.history);
  if (token !== null) arrival = signIn({ token }).catch(() => 'refused' as const);
}

async function firstSession(): Promise<{ session: Session | null; refused: boolean }> {
  const arrived = await (arrival ?? Promise.resolve(null));
  arrival = null;
  if (arrived !== null && arrived !== 'refused') return { session: arrived, refused: false };
  return { session: await currentSession(), refused: arrived === 'refused' };
}

export function useSession() {
  return useQuery({ queryKey: KEY, queryFn: firstSession, staleTime: Infinity, retry: 1 });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['sign-in'],
    mutationFn: signIn,
    onSuccess: (session) => client.setQueryData(KEY, { session, refused: false }),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({ mutationFn: signOut, onSettled: () => forgetSession(client) });
}

/** Back to the sign-in page, with nothing of the former user left in memory. */
export function forgetSession(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
  client.setQueryData(KEY, { session: null, refused: false });
}
