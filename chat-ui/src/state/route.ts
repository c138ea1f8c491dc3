import { useSyncExternalStore } from 'react';

export type CaseFilter = 'shown' | 'aside' | 'all';

/** Where the page stands. It lives in the address's hash, so the service needs to serve one file only. */
export type Route =
  | { readonly page: 'cases'; readonly filter: CaseFilter }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'alerts'; readonly search: AlertSearch }
  | { readonly page: 'knowledge'; readonly q: string }
  | { readonly page: 'learning' }
  | { readonly page: 'backlog' };

export interface AlertSearch {
  readonly q?: string;
  readonly entity?: string;
  readonly severity?: string;
  readonly disposition?: string;
  readonly from?: string;
  readonly to?: string;
}
const SEARCH_FIELDS = ['q', 'entity', 'severity', 'disposition', 'from', 'to'] as const;

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const [page, id] = path.split('/');
  if (page === 'cases' && id !== undefined && id !== '') return { page: 'case', id: decodePart(id) };
  if (page === 'alerts') return { page: 'alerts', search: readSearch(parameters) };
  if (page === 'knowledge') return { page: 'knowledge', q: parameters.get('q') ?? '' };
  if (page === 'learning') return { page: 'learning' };
  if (page === 'backlog') return { page: 'backlog' };
  const filter = parameters.get('filter');
  return { page: 'cases', filter: filter === 'aside' || filter === 'all' ? filter : 'shown' };
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'cases':
      return route.filter === 'shown' ? '#/cases' : `#/cases?filter=${route.filter}`;
    case 'case':
      return `#/cases/${encodeURIComponent(route.id)}`;
    case 'alerts': {
      const text = new URLSearchParams({ ...route.search }).toString();
      return text === '' ? '#/alerts' : `#/alerts?${text}`;
    }
    case 'knowledge':
      return route.q === '' ? '#/knowledge' : `#/knowledge?${new URLSearchParams({ q: route.q }).toString()}`;
    case 'learning':
      return '#/learning';
    case 'backlog':
      return '#/backlog';
  }
}

export function go(route: Route): void {
  window.location.hash = formatRoute(route);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function readSearch(parameters: URLSearchParams): AlertSearch {
  const search: Partial<Record<(typeof SEARCH_FIELDS)[number], string>> = {};
  for (const name of SEARCH_FIELDS) {
    const value = parameters.get(name);
    if (value !== null && value !== '') search[name] = value;
  }
  return search;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
