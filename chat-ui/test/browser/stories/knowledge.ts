import { describe, expect, it } from 'vitest';
import { finding } from '../given.ts';
import type { Visit } from '../visit.ts';

export function knowledge(visit: Visit): void {
  describe('knowledge', () => {
    it('finds passages and says why', async () => {
      await visit.page.getByRole('link', { name: 'Knowledge', exact: true }).click();
      await visit.page.getByRole('textbox', { name: 'What are you looking for?' }).fill('web shell');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByText(/passages? found/).waitFor({ timeout: 60_000 });
      expect(await visit.page.getByText(/Why: .*by words/).count()).toBeGreaterThan(0);
      await visit.checkAccess('finds passages and says why');
      await visit.shot('knowledge-search');
    });

    it('takes a file, tells what became of it, and removes it when asked twice', { timeout: 120_000 }, async () => {
      const text = '---\nid: browser-test\nlang: en\n---\n# Browser test\n\nA runbook of no use.\n';
      await visit.page.getByLabel('File', { exact: true }).setInputFiles({ name: 'browser-test.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
      await visit.page.getByRole('button', { name: 'Import', exact: true }).click();
      await visit.page.getByText(/new or changed/).first().waitFor({ timeout: 60_000 });
      await visit.checkAccess('takes a file and tells what became of it');
      await visit.shot('knowledge');
      const remove = visit.page.getByRole('button', { name: /^Remove / });
      const before = await remove.count();
      await remove.last().click();
      await visit.page.getByRole('button', { name: 'Keep' }).and(visit.page.locator(':focus')).waitFor();
      await visit.page.keyboard.press('Escape');
      await remove.last().click();
      await visit.page.getByRole('button', { name: 'Yes, remove' }).click();
      await expect.poll(() => remove.count()).toBe(before - 1);
    });
  });

  describe('backlog', () => {
    it('takes a file and shows what became of it', async () => {
      await visit.page.getByRole('link', { name: 'Triage a backlog' }).click();
      const backlog = JSON.stringify([finding('browser-test-backlog', 'One of a backlog')]);
      await visit.page.locator('input[type="file"]').setInputFiles({ name: 'alerts.json', mimeType: 'application/json', buffer: Buffer.from(backlog) });
      await visit.checkAccess('takes a file and shows what became of it');
      await visit.page.getByRole('button', { name: 'Start triage' }).click();
      await visit.page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 50_000 });
      expect(await visit.page.getByText('Accepted').count()).toBe(1);
      await visit.checkAccess('takes a file and shows what became of it');
      await visit.shot('backlog');
    });
  });
}
