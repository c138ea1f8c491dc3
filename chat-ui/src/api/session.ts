import { address, getJson, postJson, Problem, send } from './http';

export type Role = 'analyst' | 'staff' | 'lead' | 'admin' | 'ingest';

export interface Session {
  readonly login: string;
  readonly roles: readonly Role[];
  readonly tenant: string;
}

export type Credentials = { readonly token: string } | { readonly login: string; readonly password: string };

export function signIn(credentials: Credentials): Promise<Session> {
  return postJson<Session>('/session', credentials);
}

/** The present session, or null when nobody is signed in. */
export async function currentSession(): Promise<Session | null> {
  try {
    return await getJson<Session>('/session');
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return null;
    throw failure;
  }
}

export async function signOut(): Promise<void> {
  await send('DELETE', address('/session'));
}

/** Staff see answers from policy documents only; every other role may read alerts. */
export function seesAlerts(session: Session): boolean {
  return session.roles.some((role) => role === 'analyst' || role === 'lead' || role === 'admin');
}

export function handsOverBacklogs(session: Session): boolean {
  return session.roles.some((role) => role === 'lead' || role === 'admin');
}

export function managesKnowledge(session: Session): boolean {
  return handsOverBacklogs(session);
}
