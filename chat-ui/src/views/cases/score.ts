/** A case's score as a share of the full bar and as the number shown: both 0–1 and 0–100 scales read the same. */
export function scoreOf(score: number): { readonly part: number; readonly shown: string } {
  const part = Math.min(1, Math.max(0, score > 1 ? score / 100 : score));
  return { part, shown: String(Math.round(part * 100)) };
}
