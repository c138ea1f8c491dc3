import { getJson } from './http';

export interface Passage {
  readonly passageId: string;
  readonly documentId: string;
  readonly ref: string;
  readonly kind: string;
  readonly title: string;
  readonly heading: string | null;
  readonly text: string;
  readonly language: string;
}

export function passage(id: string, signal?: AbortSignal): Promise<Passage> {
  return getJson<Passage>(`/passages/${encodeURIComponent(id)}`, {}, signal);
}

/** The passages of one runbook, in the order of its page; `slug` is what a case document names, such as `web-shell`. */
export async function runbook(slug: string, lang: string, signal?: AbortSignal): Promise<readonly Passage[]> {
  const { items } = await getJson<{ items: readonly Passage[] }>(`/runbooks/${encodeURIComponent(slug)}`, { lang }, signal);
  return items;
}

/** A passage that a search found, and why. */
export interface KnowledgeHit extends Passage {
  readonly score: number | null;
  /** How probably it speaks of what is asked, 0 to 1. */
  readonly relevance: number | null;
  readonly why: {
    readonly words: readonly string[];
    readonly text?: { readonly en: string; readonly zh: string };
  } | null;
}

export async function searchKnowledge(q: string, lang: string, signal?: AbortSignal): Promise<readonly KnowledgeHit[]> {
  const { items } = await getJson<{ items: readonly KnowledgeHit[] }>('/knowledge/search', { q, lang, top: 10 }, signal);
  return items;
}
