import { address, getJson, send } from './http';
import { upload } from './upload';

/** What an import brought, and how far it can be found by its meaning. */
export interface Origin {
  /** `kind:name` */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly shipped: boolean;
  readonly documents: number;
  readonly passages: number;
  readonly toEmbed: number;
  readonly embedded: number;
  readonly version: number;
  readonly importedAt: string;
}

export interface ImportProblem {
  readonly file: string;
  readonly reason: string;
}

/** Empty until the import has ended. */
export interface ImportCounts {
  readonly changed?: number;
  readonly unchanged?: number;
  readonly removed?: number;
  readonly problemCount?: number;
  readonly problems?: readonly ImportProblem[];
}

export interface ImportJob {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly stage: string;
  readonly progress: number;
  readonly parameters: { readonly kind: string; readonly name: string; readonly audience: string };
  readonly counts: ImportCounts;
  readonly error: string | null;
  readonly createdAt: string;
}

export interface Imports {
  readonly items: readonly Origin[];
  readonly jobs: readonly ImportJob[];
}

/** What a file may be handed over as. */
export const IMPORT_KINDS = [
  'runbook',
  'policy',
  'staff',
  'glossary',
  'document',
  'attack',
  'sigma',
  'splunk',
  'kev',
  'assets',
  'indicators',
  'facts',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Kinds that are documents for people, and so have an audience. */
export function hasAudience(kind: ImportKind): boolean {
  return ['runbook', 'policy', 'staff', 'glossary', 'document'].includes(kind);
}

export type Audience = '' | 'analyst' | 'staff';

export function imports(signal?: AbortSignal): Promise<Imports> {
  return getJson<Imports>('/knowledge/imports', {}, signal);
}

export function submitImport(
  file: File,
  kind: ImportKind,
  audience: Audience,
  onProgress: (part: number) => void,
): Promise<{ readonly id: string }> {
  return upload('/knowledge/imports', file, { kind, audience: hasAudience(kind) ? audience : '' }, onProgress);
}

export async function removeImport(origin: string): Promise<void> {
  await send('DELETE', address(`/knowledge/imports/${encodeURIComponent(origin)}`));
}

/** What a file probably is, told by its name; the former choice if its name says nothing. */
export function guessKind(name: string, former: ImportKind): ImportKind {
  const lower = name.toLowerCase();
  const hints: readonly (readonly [RegExp, ImportKind])[] = [
    [/known.?exploited|\bkev\b/, 'kev'],
    [/attack.*\.(json|zip|gz)|enterprise-attack/, 'attack'],
    [/sigma/, 'sigma'],
    [/splunk|escu/, 'splunk'],
    [/ioc|indicator|stix|feed/, 'indicators'],
    [/asset|inventory|cmdb|host/, 'assets'],
    [/fact|maintenance|exception|pentest/, 'facts'],
    [/runbook|playbook/, 'runbook'],
    [/polic/, 'policy'],
  ];
  return hints.find(([pattern]) => pattern.test(lower))?.[1] ?? former;
}

export function isUnderWay(job: ImportJob): boolean {
  return job.state === 'queued' || job.state === 'running';
}
