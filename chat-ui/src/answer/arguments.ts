/** What a tool was called with, as `host: web-01, limit: 5`: from JSON, or as it stands where it is none. */
export function givenTo(value: unknown): string {
  if (value === undefined || value === null) return '';
  const given = typeof value === 'string' ? parsed(value) : value;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return plain(given);
  return Object.entries(given)
    .filter(([, one]) => one !== null && one !== '')
    .map(([name, one]) => `${name}: ${plain(one)}`)
    .join(', ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
