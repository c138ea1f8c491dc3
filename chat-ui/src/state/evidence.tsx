import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** What the drawer shows: one piece of evidence, a result that was counted for an answer, or a runbook. */
export type Evidence =
  | { readonly kind: 'alert'; readonly id: string }
  | { readonly kind: 'passage'; readonly id: string }
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'result'; readonly id: string; readonly label: string }
  | { readonly kind: 'runbook'; readonly slug: string };

interface EvidenceDrawer {
  readonly shown: Evidence | null;
  open(evidence: Evidence): void;
  close(): void;
}

const Context = createContext<EvidenceDrawer | null>(null);

export function EvidenceProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Evidence | null>(null);
  const drawer = useMemo(() => ({ shown, open: setShown, close: () => setShown(null) }), [shown]);
  return <Context value={drawer}>{children}</Context>;
}

export function useEvidence(): EvidenceDrawer {
  const drawer = useContext(Context);
  if (drawer === null) throw new Error('EvidenceProvider is missing above this component');
  return drawer;
}
