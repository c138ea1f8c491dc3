import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session } from '../../src/api/session.ts';
import { analystAnswer, staffAnswer, type Answer } from './answers.ts';
import { body } from './request.ts';
import type { Answered } from './work.ts';

interface StoredMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly citations: unknown;
  readonly tier: string | null;
  readonly provider?: string;
  readonly verified?: number;
  readonly unproven?: number;
  readonly struck?: number;
  readonly beside?: readonly { readonly type: string; readonly data: object }[];
  readonly at: string;
}

interface Chat {
  readonly id: string;
  readonly login: string;
  readonly caseId: string | null;
  readonly messages: StoredMessage[];
}

/** Conversations with answers from a drawer. */
export class Chats {
  readonly #chats: Chat[] = [];

  /** Null where the answer was streamed already. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string, session: Session): Promise<Answered | null> {
    const [, , id] = path.split('/');
    if (id === undefined) return request.method === 'GET' ? this.#list(session) : this.#start(request, session);
    const chat = this.#chats.find((one) => one.id === id && one.login === session.login);
    if (chat === undefined) return { status: 404, value: { title: 'No such conversation', status: 404 } };
    if (request.method === 'GET') return { status: 200, value: chat };
    const { text } = (await body(request)) as { text: string };
    const answer = session.login === 'staff' ? staffAnswer() : analystAnswer(text);
    chat.messages.push({ role: 'user', text, citations: [], tier: null, at: new Date().toISOString() });
    await stream(response, answer, text.includes('slow') ? 120 : 8, text.includes('cut'));
    chat.messages.push(stored(answer));
    return null;
  }

  #list(session: Session): Answered {
    const own = this.#chats.filter((one) => one.login === session.login && one.messages.length > 0).toReversed();
    const value = own.map(({ id, caseId, messages }) => ({ id, caseId, title: messages[0]?.text ?? '', at: messages.at(-1)?.at ?? '' }));
    return { status: 200, value };
  }

  async #start(request: IncomingMessage, session: Session): Promise<Answered> {
    const { caseId } = (await body(request)) as { caseId?: string };
    const id = `c${this.#chats.length + 1}`;
    this.#chats.push({ id, login: session.login, caseId: caseId ?? null, messages: [] });
    return { status: 201, value: { id } };
  }
}

/** What the service keeps of what stood beside an answer's words. */
const KEPT = ['struck', 'opinion', 'disposition', 'finding', 'hunt'];

function stored({ text, citations, tier, provider, verified, unproven, struck, first, extras }: Answer): StoredMessage {
  const beside = [...first, ...extras].filter(([type]) => KEPT.includes(type)).map(([type, data]) => ({ type, data }));
  return { role: 'assistant', text, citations, tier, provider, verified, unproven, struck, beside, at: new Date().toISOString() };
}

async function stream(response: ServerResponse, answer: Answer, pauseMs: number, cut: boolean): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const emit = (type: string, data: object): void => void response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  emit('status', { stage: 'search', message: 'Searching alerts' });
  for (const [type, data] of answer.first) emit(type, data);
  for (const citation of answer.citations) emit('citation', citation);
  for (const piece of answer.text.match(/[\s\S]{1,7}/g) ?? []) {
    if (response.destroyed) return;
    emit('token', { text: piece });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (cut) return void response.end();
  }
  for (const [type, data] of answer.extras) emit(type, data);
  const { tier, provider, verified, unproven, struck } = answer;
  emit('done', { tier, provider, tookMs: 840, citations: answer.citations.length, verified, unproven, struck });
  response.end();
}
