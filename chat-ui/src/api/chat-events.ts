import type { ChainStep } from './cases';
import { asHunt, type Hunt } from './hunts';
import { count, list, objectOf, text, texts, type Fields } from './json';
import type { ServerEvent } from './sse';
import type { Bilingual, Disposition } from './vocabulary';

export const CITATION_KINDS = ['alert', 'passage', 'case', 'result'] as const;
export type CitationKind = (typeof CITATION_KINDS)[number];

/** Evidence; a `result` was counted or listed by code for this very answer. */
export interface Citation {
  readonly n: number;
  readonly kind: CitationKind;
  readonly id: string;
  readonly label: string;
  readonly verified: boolean;
}

export type Tier = 'llm' | 'narrator';

/** How far an answer was proven: statements that held, sentences that rest on nothing, statements that did not hold. */
export interface Proof {
  readonly verified: number;
  readonly unproven: number;
  readonly struck: number;
}

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
  | { readonly type: 'struck'; readonly text: string; readonly reasons: readonly string[] }
  | {
      readonly type: 'opinion';
      readonly caseId: string;
      readonly verdict: Disposition;
      readonly reasons: readonly string[];
      readonly agrees: boolean;
    }
  | { readonly type: 'finding'; readonly kind: string; readonly subject: string; readonly id: string; readonly excerpt: string }
  | {
      readonly type: 'proposal';
      readonly id: string;
      readonly action: string;
      readonly target: string;
      readonly why: string;
      readonly caseId: string;
    }
  | { readonly type: 'confirm'; readonly caseId: string; readonly verdict: Disposition; readonly note: string }
  | { readonly type: 'hunt'; readonly hunt: Hunt }
  | { readonly type: 'done'; readonly tier: Tier; readonly provider: string; readonly tookMs: number; readonly proof: Proof }
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
    case 'struck':
      return { type: 'struck', text: text(data['text']), reasons: texts(data['reasons']) };
    case 'opinion':
      return {
        type: 'opinion',
        caseId: text(data['caseId']),
        verdict: text(data['verdict']) as Disposition,
        reasons: texts(data['reasons']),
        agrees: data['agrees'] === true,
      };
    case 'finding':
      return { type: 'finding', kind: text(data['kind']), subject: text(data['subject']), id: text(data['id']), excerpt: text(data['excerpt']) };
    case 'proposal':
      return {
        type: 'proposal',
        id: text(data['id']),
        action: text(data['action']),
        target: text(data['target']),
        why: text(data['why']),
        caseId: text(data['caseId']),
      };
    case 'confirm':
      return { type: 'confirm', caseId: text(data['caseId']), verdict: text(data['verdict']) as Disposition, note: text(data['note']) };
    case 'hunt':
      return { type: 'hunt', hunt: asHunt(data) };
    case 'done':
      return {
        type: 'done',
        tier: data['tier'] === 'llm' ? 'llm' : 'narrator',
        provider: text(data['provider']),
        tookMs: count(data['tookMs']),
        proof: { verified: count(data['verified']), unproven: count(data['unproven']), struck: count(data['struck']) },
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

export function asCitation(data: Fields): Citation | null {
  const n = Number(data['n']);
  const kind = CITATION_KINDS.find((one) => one === data['kind']);
  if (!Number.isInteger(n) || kind === undefined) return null;
  return { n, kind, id: text(data['id']), label: text(data['label']), verified: data['verified'] !== false };
}

function citation(data: Fields): ChatEvent | null {
  const read = asCitation(data);
  return read === null ? null : { type: 'citation', citation: read };
}
