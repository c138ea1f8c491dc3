import { useMemo, useSyncExternalStore } from 'react';
import { asQuery, type HuntQuery } from '../api/hunts';
import { objectOf } from '../api/json';

export type CaseFilter = 'shown' | 'aside' | 'all';

/** Where the page stands. It lives in the address's hash, so the service needs to serve one file only. */
export type Route =
  | { readonly page: 'cases'; readonly filter: CaseFilter }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'alerts'; readonly search: AlertSearch }
  | { readonly page: 'hunt'; readonly query: HuntQuery | null }
  | { readonly page: 'attention' }
  | { readonly page: 'knowledge'; readonly q: string }
  | { readonly page: 'gaps' }
  | { readonly page: 'reports' }
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
  if (page === 'hunt') return { page: 'hunt', query: readHunt(parameters.get('query')) };
  if (page === 'attention' || page === 'gaps' || page === 'reports' || page === 'learning' || page === 'backlog') return { page };
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
    case 'hunt':
      return route.query === null ? '#/hunt' : `#/hunt?${new URLSearchParams({ query: JSON.stringify(route.query) }).toString()}`;
    case 'attention':
    case 'gaps':
    case 'reports':
    case 'learning':
    case 'backlog':
      return `#/${route.page}`;
  }
}

/** @param how `silently` writes the address for a bookmark, while the page stays as it is */
export function go(route: Route, how: 'silently' | 'openly' = 'openly'): void {
  if (how === 'silently') history.replaceState(null, '', formatRoute(route));
  else window.location.hash = formatRoute(route);
}

export function useRoute(): Route {
  const hash = useHash();
  return useMemo(() => parseRoute(hash), [hash]);
}

export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
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

function readHunt(json: string | null): HuntQuery | null {
  const value = json === null ? null : objectOf(json);
  return value === null ? null : asQuery(value);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
