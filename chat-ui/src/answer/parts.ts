import type { Citation } from '../api/chat-events';

/** A piece of an answer: words, a mark that points to evidence, or the note that a sentence rests on nothing. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly n: number }
  | { readonly kind: 'unproven'; readonly text: string };

/**
 * `[1]`, and the full-width brackets that models write in Chinese: a mark has one to three digits, so years stay words.
 * And the service's own note, in either language.
 */
const MARK = /[[【](\d{1,3})[\]】]|\(not proven\)|（未经证实）/g;

/** Splits `a [1][2] b` into words and marks, in order; empty words are left out. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push(match[1] === undefined ? { kind: 'unproven', text: match[0] } : { kind: 'mark', n: Number(match[1]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/**
 * Makes the service's own signs stand between any letters. Markdown closes `~~…。~~` and `*（…）*` only before a space or
 * a sign, and Chinese sentences follow each other without one.
 */
export function withClearSigns(text: string): string {
  return text
    .replace(/\*(\(not proven\)|（未经证实）)\*/g, '$1')
    .replace(/([^\s])?~~[ \t]*(?=\S)([^\n]*?\S)[ \t]*~~(\S)?/g, (_whole, before: string | undefined, struck: string, after: string | undefined) =>
      `${before === undefined ? '' : `${before} `}~~${struck}~~${after === undefined ? '' : ` ${after}`}`,
    );
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
export function citationState(n: number, citations: readonly Citation[], complete: boolean): CitationState {
  const citation = citations.find((one) => one.n === n) ?? null;
  if (citation?.verified === false) return { kind: 'struck', citation };
  if (citation !== null) return { kind: 'proven', citation };
  return complete ? { kind: 'struck', citation: null } : { kind: 'awaited' };
}

/** The citations that an answer's text really marks, in order of number: what the list below the answer shows. */
export function citedIn(text: string, citations: readonly Citation[]): readonly Citation[] {
  const marked = new Set(partsOf(text).flatMap((part) => (part.kind === 'mark' ? [part.n] : [])));
  return citations.filter((one) => marked.has(one.n)).toSorted((a, b) => a.n - b.n);
}

/** An answer without the closing line that says how sure it is: the page shows that line by itself. */
export function withoutClosing(text: string, sure: string): string {
  const at = sure === '' ? -1 : text.lastIndexOf(sure);
  if (at < 0) return text;
  const after = text.slice(at + sure.length).replace(/\*?(\(not proven\)|（未经证实）)\*?/, '');
  return after.trim() === '' ? text.slice(0, at).trimEnd() : text;
}
