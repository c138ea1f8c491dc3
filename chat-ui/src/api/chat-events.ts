import type { ChainStep } from './cases';
import type { ServerEvent } from './sse';
import type { Bilingual, Disposition } from './vocabulary';

export interface Citation {
  readonly n: number;
  readonly kind: 'alert' | 'passage' | 'case';
  readonly id: string;
  readonly label: string;
  readonly verified: boolean;
}

export type Tier = 'llm' | 'narrator';

/** What the service could not verify in an answer: how many things, and which marks where it tells. */
export interface Struck {
  readonly count: number;
  readonly marks: readonly number[];
}
export const NOTHING_STRUCK: Struck = { count: 0, marks: [] };

/** Everything an answer's stream may carry; DESIGN section 8. */
export type ChatEvent =
  | { readonly type: 'status'; readonly stage: string; readonly message: string }
  | { readonly type: 'token'; readonly text: string }
  | { readonly type: 'citation'; readonly citation: Citation }
  | { readonly type: 'tool'; readonly name: string; readonly arguments: unknown; readonly summary: string }
  | { readonly type: 'chain'; readonly caseId: string; readonly steps: readonly ChainStep[] }
  | {
      readonly type: 'disposition';
      readonly caseId: string;
      readonly verdict: Disposition;
      readonly confidence: number;
      readonly reasons: readonly Bilingual[];
    }
  | { readonly type: 'action'; readonly kind: string; readonly ref: string; readonly label: string }
  | { readonly type: 'done'; readonly tier: Tier; readonly tookMs: number; readonly struck: Struck }
  | { readonly type: 'error'; readonly title: string; readonly detail: string; readonly retryable: boolean };

/** Null for an event that this page does not know (a newer service) or cannot read. */
export function decode(event: ServerEvent): ChatEvent | null {
  const data = objectOf(event.data);
  if (data === null) return null;
  switch (event.type) {
    case 'status':
      return { type: 'status', stage: text(data['stage']), message: text(data['message']) };
    case 'token':
      return { type: 'token', text: text(data['text']) };
    case 'citation':
      return citation(data);
    case 'tool':
      return { type: 'tool', name: text(data['name']), arguments: data['arguments'], summary: text(data['summary']) };
    case 'chain':
      return { type: 'chain', caseId: text(data['caseId']), steps: list<ChainStep>(data['steps']) };
    case 'disposition':
      return {
        type: 'disposition',
        caseId: text(data['caseId']),
        verdict: text(data['verdict']) as Disposition,
        confidence: Number(data['confidence'] ?? 0),
        reasons: list<Bilingual>(data['reasons']),
      };
    case 'action':
      return { type: 'action', kind: text(data['kind']), ref: text(data['ref']), label: text(data['label']) };
    case 'done':
      return {
        type: 'done',
        tier: data['tier'] === 'llm' ? 'llm' : 'narrator',
        tookMs: Number(data['tookMs'] ?? 0),
        struck: struckOf(data['struck']),
      };
    case 'error':
      return {
        type: 'error',
        title: text(data['title']),
        detail: text(data['detail']),
        retryable: data['retryable'] === true,
      };
    default:
      return null;
  }
}

export function asCitation(data: Record<string, unknown>): Citation | null {
  const n = Number(data['n']);
  const kind = data['kind'];
  if (!Number.isInteger(n) || (kind !== 'alert' && kind !== 'passage' && kind !== 'case')) return null;
  return { n, kind, id: text(data['id']), label: text(data['label']), verified: data['verified'] !== false };
}

function struckOf(value: unknown): Struck {
  const marks = list<unknown>(value).map(Number);
  return { count: Array.isArray(value) ? marks.length : Number(value ?? 0), marks };
}

function citation(data: Record<string, unknown>): ChatEvent | null {
  const read = asCitation(data);
  return read === null ? null : { type: 'citation', citation: read };
}

function objectOf(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
