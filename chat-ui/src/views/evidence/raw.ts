/** An alert's record as indented text; the service sends it parsed, as JSON in a string, or as plain text. */
export function rawText(raw: unknown): string {
  if (typeof raw !== 'string') return JSON.stringify(raw, null, 2) ?? '';
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
