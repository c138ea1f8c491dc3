/**
 * Whole sentences of an answer so far, without Markdown signs and marks; all of it once it is complete. Struck words are
 * told as such: without the line through them they would be heard as a fact.
 *
 * @param struckAs said before struck words, such as "Struck:"
 */
export function spokenSentences(text: string, complete: boolean, struckAs: string): readonly string[] {
  const plain = (complete ? text : withoutOpenStrike(text))
    .replace(/~~([^\n]+?)~~/g, (_whole, struck: string) => `${struckAs} ${struck}`)
    .replace(/[[【]\d{1,3}[\]】]/g, '')
    .replace(/^\s{0,3}(?:#{1,6}|[-*+]|\d+\.|>)\s+/gm, '')
    .replace(/[*_`~|]+/g, '');
  const pieces = plain.split(/(?<=[。！？])|(?<=[.!?])\s+|\n+/).map((piece) => piece.trim());
  const whole = complete || /(?:[。！？]|[.!?]\s|\n)\s*$/.test(plain) ? pieces : pieces.slice(0, -1);
  return whole.filter((piece) => piece !== '');
}

/** Words after a `~~` that is not closed yet wait until it is. */
function withoutOpenStrike(text: string): string {
  const signs = text.split('~~');
  return signs.length % 2 === 0 ? signs.slice(0, -1).join('~~') : text;
}
