import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function hunt(visit: Visit): void {
  describe('hunt', () => {
    visit.onStandIn('shows the query of an answer, changes it and runs it again', async () => {
      await visit.ask('hunt for log-ins');
      const card = visit.page.getByRole('group', { name: 'Hunt over stored alerts' }).last();
      expect(await card.getByRole('row').count()).toBe(3);
      await card.getByText('Change and run again').click();
      await card.getByRole('combobox', { name: 'Count by' }).selectOption('');
      await card.getByRole('textbox', { name: 'Value', exact: true }).fill('upload');
      await visit.checkAccess('a hunt in an answer');
      await card.getByRole('button', { name: 'Run', exact: true }).click();
      await card.getByRole('button', { name: /^Open alert / }).first().waitFor();
      await visit.shot('hunt-card');
    });

    it('asks in words, shows how they were understood, and opens an alert', async () => {
      await visit.page.getByRole('link', { name: 'Hunt', exact: true }).click();
      await visit.page.getByRole('heading', { name: 'Hunt', exact: true }).waitFor();
      await visit.page.getByRole('main').getByRole('button', { name: 'Run', exact: true }).click();
      const rows = visit.page.getByRole('main').getByRole('table', { name: 'What was found' }).getByRole('row');
      await rows.nth(1).waitFor();
      await visit.page.getByRole('main').getByRole('textbox', { name: 'Ask another way' }).fill('alerts about web-01');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByText('Understood as:').waitFor();
      await visit.checkAccess('hunt');
      await visit.shot('hunt');
      expect(visit.page.url()).toContain('query=');
    });

    visit.onStandIn('keeps the hunt in the address', async () => {
      await visit.page.reload();
      const open = visit.page.getByRole('main').getByRole('button', { name: /^Open alert / }).first();
      await open.click();
      await visit.page.getByRole('dialog').getByText('As it came').waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });
}
