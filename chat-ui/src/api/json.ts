/** Reading values of which nobody vouches for the shape. */
export type Fields = Readonly<Record<string, unknown>>;

/** Null where the text is no JSON object. */
export function objectOf(json: string): Fields | null {
  try {
    return asObject(JSON.parse(json));
  } catch {
    return null;
  }
}

export function asObject(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Texts, and numbers as texts; anything else is left out. */
export function texts(value: unknown): readonly string[] {
  return list<unknown>(value).flatMap((one) => (typeof one === 'string' ? [one] : typeof one === 'number' ? [String(one)] : []));
}

export function count(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) && number > 0 ? number : 0;
}

export function list<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
