/** Whole sentences of an answer so far, without Markdown signs and marks; all of it once it is complete. */
export function spokenSentences(text: string, complete: boolean): readonly string[] {
  const plain = text
    .replace(/[[【]\d{1,3}[\]】]/g, '')
    .replace(/^\s{0,3}(?:#{1,6}|[-*+]|\d+\.|>)\s+/gm, '')
    .replace(/[*_`~|]+/g, '');
  const pieces = plain.split(/(?<=[。！？])|(?<=[.!?])\s+|\n+/).map((piece) => piece.trim());
  const whole = complete || /(?:[。！？]|[.!?]\s|\n)\s*$/.test(plain) ? pieces : pieces.slice(0, -1);
  return whole.filter((piece) => piece !== '');
}
