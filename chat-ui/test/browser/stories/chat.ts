import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function chat(visit: Visit): void {
  describe('chat', () => {
    it('streams an English answer whose citations open evidence', async () => {
      await visit.ask('What happened on this host, and did it succeed?');
      const mark = visit.page.getByRole('button', { name: /^Source \d+:/ }).first();
      await mark.click();
      await visit.page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
      await visit.shot('citation');
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
      await visit.checkAccess('streams an English answer whose citations open evidence');
      await visit.shot('chat-light');
    });

    it('tells screen readers the answer by sentences and its end', async () => {
      expect(await visit.page.getByTestId('announcer').textContent()).toContain('The answer is complete.');
    });

    it('answers a Chinese question in Chinese', async () => {
      await visit.ask('这台主机上发生了什么？');
      const answer = await visit.page.locator('[aria-busy="false"]').last().textContent();
      expect(answer).toMatch(/[一-鿿]{4}/);
    });

    it('keeps the conversation over a reload', async () => {
      await visit.page.reload();
      await visit.page.getByText('这台主机上发生了什么？').waitFor();
    });

    it('starts a new conversation', async () => {
      await visit.page.getByRole('button', { name: 'New conversation' }).click();
      await visit.page.getByRole('list', { name: 'Suggested questions' }).waitFor();
    });

    visit.onStandIn('renders no link, image or tag that a model writes, and strikes what has no evidence', async () => {
      await visit.ask('hostile');
      const answer = visit.page.locator('[aria-busy="false"]').last();
      expect(await answer.locator('a, img, script').count()).toBe(0);
      expect(await answer.textContent()).toContain('hxxp');
      expect(await answer.locator('del').count()).toBeGreaterThan(0);
      expect(await visit.page.title()).toBe('Analyst Copilot');
    });

    visit.onStandIn('stops on demand and tells when an answer was cut', async () => {
      await visit.page.getByRole('textbox', { name: 'Your question' }).fill('slow please');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('button', { name: 'Stop' }).click();
      await visit.page.getByText('Stopped by you.').waitFor();
      await visit.page.getByRole('textbox', { name: 'Your question' }).fill('cut please');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByText('The answer was cut off').waitFor();
      await visit.page.getByRole('button', { name: 'New conversation' }).click();
    });
  });
}
