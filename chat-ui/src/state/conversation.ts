import { NOTHING_STRUCK, type ChatEvent, type Citation, type Struck, type Tier } from '../api/chat-events';
import type { StoredMessage } from '../api/conversations';

export type ToolUse = Extract<ChatEvent, { type: 'tool' }>;
export type Extra = Extract<ChatEvent, { type: 'chain' | 'disposition' | 'action' }>;

export type Message =
  | { readonly role: 'user'; readonly text: string }
  | {
      readonly role: 'assistant';
      readonly text: string;
      readonly citations: readonly Citation[];
      readonly struck: Struck;
      readonly tools: readonly ToolUse[];
      readonly extras: readonly Extra[];
      readonly tier: Tier | null;
      readonly tookMs: number | null;
      readonly end: 'streaming' | 'done' | 'stopped' | { readonly title: string; readonly detail: string; readonly retryable: boolean };
    };
export type Answer = Extract<Message, { role: 'assistant' }>;

export interface ConversationState {
  readonly messages: readonly Message[];
  /** What the service is doing right now, while no words come. */
  readonly status: string;
}

export const EMPTY: ConversationState = { messages: [], status: '' };

export type Change =
  | { readonly type: 'asked'; readonly text: string }
  | { readonly type: 'stopped' }
  | { readonly type: 'loaded'; readonly messages: readonly StoredMessage[] }
  | { readonly type: 'event'; readonly event: ChatEvent };

const NEW_ANSWER: Answer = {
  role: 'assistant',
  text: '',
  citations: [],
  struck: NOTHING_STRUCK,
  tools: [],
  extras: [],
  tier: null,
  tookMs: null,
  end: 'streaming',
};

/** The conversation after one change; pure, so that a test can replay any stream. */
export function reduce(state: ConversationState, change: Change): ConversationState {
  switch (change.type) {
    case 'asked':
      return { status: '', messages: [...state.messages, { role: 'user', text: change.text }, NEW_ANSWER] };
    case 'stopped':
      return onAnswer({ ...state, status: '' }, (answer) => (answer.end === 'streaming' ? { ...answer, end: 'stopped' } : answer));
    case 'loaded':
      return { status: '', messages: change.messages.map(restore) };
    case 'event':
      return applyEvent(state, change.event);
  }
}

function applyEvent(state: ConversationState, event: ChatEvent): ConversationState {
  switch (event.type) {
    case 'status':
      return { ...state, status: event.message };
    case 'token':
      return onAnswer({ ...state, status: '' }, (answer) => ({ ...answer, text: answer.text + event.text }));
    case 'citation':
      return onAnswer(state, (answer) => ({
        ...answer,
        citations: [...answer.citations.filter((one) => one.n !== event.citation.n), event.citation],
      }));
    case 'tool':
      return onAnswer(state, (answer) => ({ ...answer, tools: [...answer.tools, event] }));
    case 'chain':
    case 'disposition':
    case 'action':
      return onAnswer(state, (answer) => ({ ...answer, extras: [...answer.extras, event] }));
    case 'done':
      return onAnswer({ ...state, status: '' }, (answer) => ({
        ...answer,
        tier: event.tier,
        tookMs: event.tookMs,
        struck: event.struck,
        end: 'done',
      }));
    case 'error':
      return onAnswer({ ...state, status: '' }, (answer) => ({
        ...answer,
        end: { title: event.title, detail: event.detail, retryable: event.retryable },
      }));
  }
}

function onAnswer(state: ConversationState, change: (answer: Answer) => Answer): ConversationState {
  const last = state.messages.at(-1);
  if (last?.role !== 'assistant') return state;
  return { ...state, messages: [...state.messages.slice(0, -1), change(last)] };
}

function restore(stored: StoredMessage): Message {
  if (stored.role === 'user') return { role: 'user', text: stored.text };
  return { ...NEW_ANSWER, text: stored.text, citations: stored.citations, tier: stored.tier, end: 'done' };
}

export function isStreaming(state: ConversationState): boolean {
  const last = state.messages.at(-1);
  return last?.role === 'assistant' && last.end === 'streaming';
}
