import { describe, expect, it } from 'vitest';
import { HOSTILE, sendHostileAlert } from '../given.ts';
import type { Visit } from '../visit.ts';

export function alerts(visit: Visit): void {
  describe('alerts', () => {
    it('finds alerts and opens one raw', async () => {
      await visit.page.getByRole('link', { name: 'Alerts', exact: true }).click();
      await visit.page.getByRole('table', { name: 'Alerts' }).getByRole('row').nth(1).waitFor();
      await visit.checkAccess('finds alerts and opens one raw');
      await visit.shot('alerts');
      await visit.page.getByRole('button', { name: /^Open alert/ }).first().click();
      await visit.page.getByRole('dialog').getByText('As it came').waitFor();
      await visit.checkAccess('finds alerts and opens one raw');
      await visit.shot('alert');
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });

  describe('hostile alert', () => {
    it('shows markup in an alert as the text that it is', async () => {
      if (!visit.target.mock) await sendHostileAlert(visit);
      await visit.page.getByRole('link', { name: 'Alerts', exact: true }).click();
      await visit.page.getByRole('textbox', { name: 'Words in title or message' }).fill('onerror');
      await visit.page.getByRole('button', { name: 'Search', exact: true }).click();
      const row = visit.page.getByRole('button', { name: new RegExp(`^Open alert: ${HOSTILE.replace(/[<>=]/g, '.')}`) }).first();
      await row.waitFor();
      await row.click();
      const dialog = visit.page.getByRole('dialog');
      await dialog.getByText('As it came').waitFor();
      expect(await dialog.locator('img, script').count()).toBe(0);
      expect(await visit.page.locator('img').count()).toBe(0);
      expect(await visit.page.title()).toBe('Analyst Copilot');
      await visit.shot('hostile');
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });
}
