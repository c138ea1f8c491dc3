import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ChatStore, type Scope } from './chat-store';
import type { ConversationState } from './conversation';

const Context = createContext<ChatStore | null>(null);

/** One store per signed-in user: signing out leaves no words behind. */
export function ChatProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new ChatStore());
  return <Context value={store}>{children}</Context>;
}

export interface Chat {
  readonly state: ConversationState;
  ask(text: string): void;
  stop(): void;
  startOver(): void;
  /** The stored conversation that is shown; null for a new one. */
  readonly id: string | null;
}

export function useChat(scope: Scope): Chat {
  const store = useChatStore();
  const state = useSyncExternalStore(store.subscribe, () => store.state(scope));
  useEffect(() => {
    void store.restore(scope);
  }, [store, scope]);
  return {
    state,
    id: store.current(scope),
    ask: useCallback((text: string) => void store.ask(scope, text), [store, scope]),
    stop: useCallback(() => store.stop(scope), [store, scope]),
    startOver: useCallback(() => store.startOver(scope), [store, scope]),
  };
}

export function useChatStore(): ChatStore {
  const store = useContext(Context);
  if (store === null) throw new Error('ChatProvider is missing above this component');
  return store;
}
