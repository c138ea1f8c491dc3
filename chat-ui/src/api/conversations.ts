import { asCitation, decode, type ChatEvent, type Citation, type Tier } from './chat-events';
import { address, getJson, postJson, send } from './http';
import { list, text } from './json';
import { readEvents } from './sse';

export interface StoredMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly tier: Tier | null;
  readonly provider?: string;
  readonly verified?: number;
  readonly unproven?: number;
  readonly struck?: number;
  /** What stood beside the words, as it was streamed; none in answers of an older service. */
  readonly beside?: readonly ChatEvent[];
  readonly at: string;
}

export interface ConversationSummary {
  readonly id: string;
  readonly caseId: string | null;
  readonly title: string;
  /** When something was last said in it. */
  readonly at: string;
}

export interface Conversation {
  readonly id: string;
  readonly messages: readonly StoredMessage[];
}

export function startConversation(caseId: string | null): Promise<{ readonly id: string }> {
  return postJson('/conversations', caseId === null ? {} : { caseId });
}

/** One's own, the latest first. */
export function conversations(signal?: AbortSignal): Promise<readonly ConversationSummary[]> {
  return getJson<readonly ConversationSummary[]>('/conversations', {}, signal);
}

export async function conversation(id: string): Promise<Conversation> {
  const read = await getJson<Conversation>(`/conversations/${encodeURIComponent(id)}`);
  const messages = read.messages.map((message) => ({
    ...message,
    citations: ((message.citations ?? []) as unknown as Record<string, unknown>[])
      .map(asCitation)
      .filter((citation) => citation !== null),
    beside: list<{ readonly type?: unknown; readonly data?: unknown }>(message.beside)
      .map((event) => decode({ type: text(event.type), data: JSON.stringify(event.data ?? null) }))
      .filter((event) => event !== null),
  }));
  return { id: read.id, messages };
}

export interface Question {
  readonly text: string;
  readonly caseId: string | null;
}

/**
 * Asks, and yields the answer's events as they arrive. A stream that ends without `done` or `error` was cut: that is
 * told as an error, so that no half answer passes for a whole one.
 */
export async function* ask(
  conversationId: string,
  question: Question,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, undefined> {
  const url = address(`/conversations/${encodeURIComponent(conversationId)}/messages`);
  const json = { text: question.text, lang: 'auto', ...(question.caseId === null ? {} : { caseId: question.caseId }) };
  const response = await send('POST', url, { json, signal, accept: 'text/event-stream' });
  if (response.body === null) {
    yield { type: 'error', title: 'cut', detail: '', retryable: true };
    return;
  }
  for await (const raw of readEvents(response.body)) {
    const event = decode(raw);
    if (event === null) continue;
    yield event;
    if (event.type === 'done' || event.type === 'error') return;
  }
  yield { type: 'error', title: 'cut', detail: '', retryable: true };
}
