import { useHash } from './route';

/** Where a member of staff stands. */
export const STAFF_PAGES = ['ask', 'report', 'mine', 'knowledge'] as const;
export type StaffPage = (typeof STAFF_PAGES)[number];

const ADDRESSES = { ask: '#/ask', report: '#/report', mine: '#/reports', knowledge: '#/knowledge' } as const;

export function staffAddress(page: StaffPage): `#/${string}` {
  return ADDRESSES[page];
}

/** Any other address leads to the questions: most come with one. */
export function staffPageOf(hash: string): StaffPage {
  const path = hash.split('?', 1)[0];
  return STAFF_PAGES.find((page) => ADDRESSES[page] === path) ?? 'ask';
}

export function useStaffPage(): StaffPage {
  return staffPageOf(useHash());
}
