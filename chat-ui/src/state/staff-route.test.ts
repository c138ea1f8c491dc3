import { describe, expect, it } from 'vitest';
import { STAFF_PAGES, staffAddress, staffPageOf } from './staff-route';

describe('staffPageOf', () => {
  it.each(STAFF_PAGES)('survives the address: %s', (page) => {
    expect(staffPageOf(staffAddress(page))).toBe(page);
  });

  it('keeps a search apart from the page, and leads analysts’ pages to the questions', () => {
    expect(staffPageOf('#/knowledge?q=usb')).toBe('knowledge');
    expect(staffPageOf('#/cases/1')).toBe('ask');
    expect(staffPageOf('')).toBe('ask');
  });
});
