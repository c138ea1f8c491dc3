import { defang } from './defang';

/** A struck claim as it was told: its words, and what did not hold. */
export interface StruckClaim {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** Why the shown words were struck; empty where nothing was told, as in a conversation read again. */
export function reasonsFor(shown: string, claims: readonly StruckClaim[]): readonly string[] {
  const words = bare(shown);
  if (words === '') return [];
  const same = claims.find((claim) => bare(claim.text) === words);
  const part = claims.find((claim) => bare(claim.text).includes(words) || (bare(claim.text) !== '' && words.includes(bare(claim.text))));
  return (same ?? part)?.reasons ?? [];
}

/** Letters and digits only: what Markdown, marks and defanging do to a text is no difference. */
function bare(text: string): string {
  return defang(text.replace(/[[【]\d{1,3}[\]】]/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
