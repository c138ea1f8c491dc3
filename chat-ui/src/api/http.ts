/** Base path of the service's interface; same origin, so the page works behind any host name. */
const BASE = '/api/v1';

/** An RFC 9457 problem, or the lack of any answer (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail === '' ? title : `${title}: ${detail}`);
    this.name = 'Problem';
  }
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** `/cases` and `{limit: 50}` to `/api/v1/cases?limit=50`; undefined and empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) {
      if (one !== undefined && one !== '') parameters.append(name, String(one));
    }
  }
  const text = parameters.toString();
  return BASE + path + (text === '' ? '' : `?${text}`);
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends one request. Anything but a 2xx answer throws {@link Problem}; an abort throws the browser's AbortError. */
export async function send(
  method: Method,
  url: string,
  options: { json?: unknown; signal?: AbortSignal | undefined; accept?: string } = {},
): Promise<Response> {
  const headers: Record<string, string> = { Accept: `${options.accept ?? 'application/json'}, application/problem+json` };
  // A page of another origin cannot set this header without asking first: the service takes it as proof.
  if (method !== 'GET') headers['X-Copilot'] = '1';
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(options.json);
  }
  if (options.signal) request.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'unreachable', '');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function getJson<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const response = await send('GET', address(path, query), { signal });
  return (await response.json()) as T;
}

export async function postJson<T>(path: string, json: unknown): Promise<T> {
  const response = await send('POST', address(path), { json });
  return (await response.json()) as T;
}

export async function putJson<T>(path: string, json: unknown): Promise<T> {
  const response = await send('PUT', address(path), { json });
  return (await response.json()) as T;
}

export function problemFrom(status: number, body: string): Problem {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) {
      const { title, detail } = value as { title?: unknown; detail?: unknown };
      return new Problem(status, textOr(title, `HTTP ${status}`), textOr(detail, ''));
    }
  } catch {
    // Not JSON: a proxy's page, say. Its text is nobody's business; the status tells enough.
  }
  return new Problem(status, `HTTP ${status}`, '');
}

async function problemOf(response: Response): Promise<Problem> {
  return problemFrom(response.status, await response.text().catch(() => ''));
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
