import type { ChatEvent, Citation, Proof, Tier } from '../api/chat-events';
import type { StoredMessage } from '../api/conversations';

type Event<T extends ChatEvent['type']> = Extract<ChatEvent, { type: T }>;

export type ToolUse = Event<'tool'>;
export type Struck = Event<'struck'>;
export type Finding = Event<'finding'>;
/** What stands beside the words, in the order in which it came. */
export type Extra = Event<'chain' | 'disposition' | 'opinion' | 'action' | 'proposal' | 'confirm' | 'hunt'>;

export type Message =
  | { readonly role: 'user'; readonly text: string }
  | {
      readonly role: 'assistant';
      readonly text: string;
      readonly citations: readonly Citation[];
      readonly struck: readonly Struck[];
      readonly tools: readonly ToolUse[];
      readonly findings: readonly Finding[];
      readonly extras: readonly Extra[];
      /** How sure the staff desk is, in its words; empty elsewhere. */
      readonly sure: string;
      readonly tier: Tier | null;
      /** Which language model answered; empty for the narrator. */
      readonly provider: string;
      readonly proof: Proof | null;
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
  struck: [],
  tools: [],
  findings: [],
  extras: [],
  sure: '',
  tier: null,
  provider: '',
  proof: null,
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
      if (event.stage === 'sure') return onAnswer(state, (answer) => ({ ...answer, sure: event.message }));
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
    case 'struck':
      return onAnswer(state, (answer) => ({ ...answer, struck: [...answer.struck, event] }));
    case 'finding':
      return onAnswer(state, (answer) => (isKnown(answer.findings, event) ? answer : { ...answer, findings: [...answer.findings, event] }));
    case 'chain':
    case 'disposition':
    case 'opinion':
    case 'action':
    case 'proposal':
    case 'confirm':
    case 'hunt':
      return onAnswer(state, (answer) => ({ ...answer, extras: [...answer.extras, event] }));
    case 'done':
      return onAnswer({ ...state, status: '' }, (answer) => ({
        ...answer,
        tier: event.tier,
        provider: event.provider,
        proof: event.proof,
        tookMs: event.tookMs,
        end: 'done',
      }));
    case 'error':
      return onAnswer({ ...state, status: '' }, (answer) => ({
        ...answer,
        end: { title: event.title, detail: event.detail, retryable: event.retryable },
      }));
  }
}

/** The same text may be met by several look-ups; it is told once. */
function isKnown(findings: readonly Finding[], event: Finding): boolean {
  return findings.some((one) => one.subject === event.subject && one.id === event.id && one.excerpt === event.excerpt);
}

function onAnswer(state: ConversationState, change: (answer: Answer) => Answer): ConversationState {
  const last = state.messages.at(-1);
  if (last?.role !== 'assistant') return state;
  return { ...state, messages: [...state.messages.slice(0, -1), change(last)] };
}

function restore(stored: StoredMessage): Message {
  if (stored.role === 'user') return { role: 'user', text: stored.text };
  const { text, citations, provider = '', verified = 0, unproven = 0, struck = 0 } = stored;
  // An answer that was stored without a name for who found its words was cut before it was complete.
  const tier = stored.tier === 'llm' || stored.tier === 'narrator' ? stored.tier : null;
  const answer: Answer = { ...NEW_ANSWER, text, citations, tier, provider, proof: { verified, unproven, struck }, end: 'done' };
  const beside = (stored.beside ?? []).reduce(applyEvent, { status: '', messages: [answer] });
  return beside.messages[0] ?? answer;
}

export function isStreaming(state: ConversationState): boolean {
  const last = state.messages.at(-1);
  return last?.role === 'assistant' && last.end === 'streaming';
}

/** Computed dispositions, each with what the model thinks of the same case; in the order in which the cases came. */
export interface VerdictPair {
  readonly caseId: string;
  readonly computed: Event<'disposition'> | null;
  readonly own: Event<'opinion'> | null;
}

export function verdictPairs(extras: readonly Extra[]): readonly VerdictPair[] {
  const pairs = new Map<string, VerdictPair>();
  for (const extra of extras) {
    if (extra.type !== 'disposition' && extra.type !== 'opinion') continue;
    const known = pairs.get(extra.caseId) ?? { caseId: extra.caseId, computed: null, own: null };
    pairs.set(extra.caseId, extra.type === 'disposition' ? { ...known, computed: extra } : { ...known, own: extra });
  }
  return [...pairs.values()];
}
