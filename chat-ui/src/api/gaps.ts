import { address, getJson, postJson, send } from './http';
import { asObject, list } from './json';

/** A question that staff asked and no document answers. */
export interface Gap {
  readonly id: string;
  readonly question: string;
  readonly language: string;
  readonly times: number;
  readonly lastAsked: string;
  readonly status: string;
}

export interface GapAnswer {
  readonly title: string;
  readonly text: string;
  readonly language: 'en' | 'zh';
}

export async function gaps(signal?: AbortSignal): Promise<readonly Gap[]> {
  const answer = await getJson<unknown>('/knowledge/gaps', {}, signal);
  return list<Gap>(Array.isArray(answer) ? answer : asObject(answer)?.['items']);
}

/** Publishes the answer as a document for staff. */
export function answerGap(id: string, answer: GapAnswer): Promise<unknown> {
  return postJson(`/knowledge/gaps/${encodeURIComponent(id)}/answer`, answer);
}

export async function dismissGap(id: string): Promise<void> {
  await send('DELETE', address(`/knowledge/gaps/${encodeURIComponent(id)}`));
}
