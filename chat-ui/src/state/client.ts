import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/http';
import { forgetSession } from './session';

export function newQueryClient(): QueryClient {
  const onError = (failure: Error): void => {
    if (failure instanceof Problem && failure.status === 401) forgetSession(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError: (failure, _variables, _context, mutation) => {
        // A refused sign-in is the form's own business.
        if (mutation.options.mutationKey?.[0] !== 'sign-in') onError(failure);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, failure) =>
          count < 2 && !(failure instanceof Problem && failure.status >= 400 && failure.status < 500),
      },
    },
  });
  return client;
}
