import { attentionOf, type Attention } from './attention';
import { address, getJson } from './http';
import type { Bilingual, Disposition, Entity, Outcome, Page } from './vocabulary';

/** What a person said of a case. */
export interface HumanOnCase {
  readonly verdictId: string;
  /** `holds`: lists go by it; `reopened`: the case goes beyond what was judged. */
  readonly state: 'holds' | 'reopened';
  readonly verdict: Disposition;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly expiresAt: string | null;
  readonly reasons: readonly Reason[];
}

export interface CaseRow {
  readonly id: string;
  readonly title: Bilingual;
  readonly score: number;
  readonly disposition: Disposition;
  readonly confidence: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly alertCount: number;
  readonly entities: readonly Entity[];
  /** Empty where nothing asks for a human look. */
  readonly attention: readonly Attention[];
  readonly human?: HumanOnCase | null;
  /** The miss budget allows to close it without a look. */
  readonly mayClose?: boolean;
}

export interface ChainStep {
  readonly n: number;
  readonly tactic: string;
  readonly tacticName: Bilingual;
  readonly technique: string | null;
  readonly techniqueName: Bilingual | null;
  readonly outcome: Outcome;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly alertCount: number;
  readonly alertIds: readonly string[];
  readonly entities: readonly string[];
  readonly title: Bilingual;
  /** On what the outcome rests; absent in cases stored by older versions. */
  readonly basis?: Bilingual | null;
  /** Ids of the alerts that the outcome rests on. */
  readonly proof?: readonly string[];
}

/** What ties a step to an earlier one, the most telling first. */
export const LINK_KINDS = [
  'same_process',
  'parent_process',
  'same_file',
  'same_account',
  'same_domain',
  'same_address',
  'same_host',
  'time',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface ChainLink {
  readonly from: number;
  readonly to: number;
  readonly reason: Bilingual;
  readonly kind?: LinkKind | null;
}

/** A search over alerts that would answer a question. */
export interface QuestionSearch {
  readonly entities: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly text: string | null;
}

/** A named pattern of attack that the case looks like. */
export interface Scenario {
  readonly id: string;
  readonly title: Bilingual;
  readonly strength: number;
  readonly steps: readonly number[];
  readonly questions: readonly { readonly text: Bilingual; readonly search: QuestionSearch | null }[];
  readonly runbook: string;
}

/** Something that, once answered, would move the disposition; the most telling first. */
export interface RankedQuestion {
  readonly code: string;
  readonly text: Bilingual;
  readonly query: QuestionSearch;
  /** What the answer is worth, 0 to 1. */
  readonly effect: number;
  readonly ifYes: number;
  readonly ifNo: number;
}

export interface Reason extends Bilingual {
  readonly code?: string;
}

export interface CaseDocument extends Omit<CaseRow, 'entities'> {
  readonly entities: readonly (Entity & { readonly alerts?: number })[];
  readonly steps: readonly ChainStep[];
  readonly links: readonly ChainLink[];
  readonly reasons: readonly Reason[];
  readonly against: readonly Reason[];
  readonly wouldChange: readonly Bilingual[];
  readonly summary: Bilingual;
  readonly runbooks: readonly string[];
  readonly gaps: readonly Bilingual[];
  readonly scenarios?: readonly Scenario[];
  readonly questions?: readonly RankedQuestion[] | null;
}

export interface CaseQuery {
  readonly disposition?: readonly Disposition[] | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export async function cases(query: CaseQuery, signal?: AbortSignal): Promise<Page<CaseRow>> {
  const page = await getJson<Page<CaseRow>>('/cases', { ...query }, signal);
  return { ...page, items: page.items.map(withAttention) };
}

export async function caseDocument(id: string, signal?: AbortSignal): Promise<CaseDocument> {
  return withAttention(await getJson<CaseDocument>(`/cases/${encodeURIComponent(id)}`, {}, signal));
}

function withAttention<T extends { readonly attention: readonly Attention[] }>(read: T): T {
  return { ...read, attention: attentionOf(read.attention) };
}

export const EXPORT_FORMATS = ['stix', 'navigator'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Where the browser fetches a case as a file for other tools. */
export function exportAddress(id: string, format: ExportFormat): string {
  return address(`/cases/${encodeURIComponent(id)}/export`, { format });
}
