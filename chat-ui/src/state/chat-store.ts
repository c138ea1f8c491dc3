import { ask, conversation, startConversation } from '../api/conversations';
import { Problem } from '../api/http';
import { EMPTY, isStreaming, reduce, type Change, type ConversationState } from './conversation';

/** What a chat is about: one case, or everything. */
export type Scope = string | null;

interface Room {
  state: ConversationState;
  id: string | null;
  abort: AbortController | null;
  restored: boolean;
}

/**
 * The chats of this browser tab, one per scope. It lives outside React: an answer keeps streaming while the user looks
 * at another page. Conversation ids are remembered for the tab, so a reload brings the words back.
 */
export class ChatStore {
  readonly #rooms = new Map<Scope, Room>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state(scope: Scope): ConversationState {
    return this.#rooms.get(scope)?.state ?? EMPTY;
  }

  async ask(scope: Scope, text: string): Promise<void> {
    const room = this.#room(scope);
    if (isStreaming(room.state)) return;
    const abort = new AbortController();
    room.abort = abort;
    this.#change(room, { type: 'asked', text });
    try {
      room.id ??= await this.#newConversation(scope);
      for await (const event of ask(room.id, { text, caseId: scope }, abort.signal)) {
        this.#change(room, { type: 'event', event });
      }
    } catch (failure) {
      if (abort.signal.aborted) return;
      if (failure instanceof Problem && failure.status === 404) this.#forget(scope, room);
      const { title, detail } = failure instanceof Problem ? failure : { title: 'cut', detail: '' };
      this.#change(room, { type: 'event', event: { type: 'error', title, detail, retryable: true } });
    } finally {
      if (room.abort === abort) room.abort = null;
    }
  }

  stop(scope: Scope): void {
    const room = this.#room(scope);
    room.abort?.abort();
    this.#change(room, { type: 'stopped' });
  }

  /** Brings back what this tab had asked before a reload. */
  async restore(scope: Scope): Promise<void> {
    const room = this.#room(scope);
    const id = sessionStorage.getItem(storageKey(scope));
    if (room.restored || id === null || room.state !== EMPTY) return;
    room.restored = true;
    try {
      const { messages } = await conversation(id);
      if (room.state !== EMPTY) return;
      room.id = id;
      this.#change(room, { type: 'loaded', messages });
    } catch {
      // Gone or not ours any more: the chat starts empty, which is what the user sees anyway.
      sessionStorage.removeItem(storageKey(scope));
    }
  }

  /** Shows a stored conversation in place of the present one, and goes on with it. */
  async open(scope: Scope, id: string): Promise<void> {
    const room = this.#room(scope);
    room.abort?.abort();
    const { messages } = await conversation(id);
    room.id = id;
    room.restored = true;
    sessionStorage.setItem(storageKey(scope), id);
    this.#change(room, { type: 'loaded', messages });
  }

  /** The stored conversation that a scope shows; null for a new one. */
  current(scope: Scope): string | null {
    return this.#rooms.get(scope)?.id ?? null;
  }

  startOver(scope: Scope): void {
    const room = this.#room(scope);
    room.abort?.abort();
    this.#forget(scope, room);
    room.state = EMPTY;
    this.#tell();
  }

  clear(): void {
    for (const [scope, room] of this.#rooms) {
      room.abort?.abort();
      sessionStorage.removeItem(storageKey(scope));
    }
    this.#rooms.clear();
    this.#tell();
  }

  async #newConversation(scope: Scope): Promise<string> {
    const { id } = await startConversation(scope);
    sessionStorage.setItem(storageKey(scope), id);
    return id;
  }

  #forget(scope: Scope, room: Room): void {
    room.id = null;
    sessionStorage.removeItem(storageKey(scope));
  }

  #room(scope: Scope): Room {
    let room = this.#rooms.get(scope);
    if (room === undefined) {
      room = { state: EMPTY, id: null, abort: null, restored: false };
      this.#rooms.set(scope, room);
    }
    return room;
  }

  #change(room: Room, change: Change): void {
    room.state = reduce(room.state, change);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function storageKey(scope: Scope): string {
  return `copilot.conversation.${scope ?? ''}`;
}
