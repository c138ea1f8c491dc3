import type { Citation } from '../api/chat-events';

/** A piece of an answer: words, or a mark that points to evidence. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly n: number };

/** `[1]`, and the full-width brackets that models write in Chinese. A mark has one to three digits: years stay words. */
const MARK = /[[【](\d{1,3})[\]】]/g;

/** Splits `a [1][2] b` into words and marks, in order; empty words are left out. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'mark', n: Number(match[1]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** While an answer streams, its end may hold half a mark: `… [1` waits for the rest instead of flickering. */
export function withoutHalfMark(text: string): string {
  return text.replace(/[[【]\d{0,3}$/, '');
}

export type CitationState =
  | { readonly kind: 'proven'; readonly citation: Citation }
  | { readonly kind: 'struck'; readonly citation: Citation | null }
  | { readonly kind: 'awaited' };

/**
 * What is known about mark `n`. Struck: the service checked and found no such evidence, or the answer is complete and
 * nothing was ever sent for it.
 */
export function citationState(
  n: number,
  citations: readonly Citation[],
  struck: readonly number[],
  complete: boolean,
): CitationState {
  const citation = citations.find((one) => one.n === n) ?? null;
  if (struck.includes(n) || citation?.verified === false) return { kind: 'struck', citation };
  if (citation !== null) return { kind: 'proven', citation };
  return complete ? { kind: 'struck', citation: null } : { kind: 'awaited' };
}

/** The citations that an answer's text really marks, in order of number: what the list below the answer shows. */
export function citedIn(text: string, citations: readonly Citation[]): readonly Citation[] {
  const marked = new Set(partsOf(text).flatMap((part) => (part.kind === 'mark' ? [part.n] : [])));
  return citations.filter((one) => marked.has(one.n)).toSorted((a, b) => a.n - b.n);
}
