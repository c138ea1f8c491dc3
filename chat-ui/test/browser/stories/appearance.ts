import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function appearance(visit: Visit): void {
  describe('languages, schemes, sizes', () => {
    it('switches to Chinese, and remembers it', async () => {
      await visit.page.getByRole('button', { name: '中文' }).click();
      await visit.page.getByRole('link', { name: '案件', exact: true }).click();
      await visit.page.getByRole('heading', { name: '案件' }).waitFor();
      await visit.page.reload();
      await visit.page.getByRole('table').getByRole('row').nth(1).waitFor();
      expect(await visit.page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await visit.checkAccess('switches to Chinese, and remembers it');
      await visit.shot('cases-zh');
      await visit.page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
      await visit.page.getByRole('heading', { name: '攻击链' }).waitFor();
      await visit.ask('这里发生了什么？');
      await visit.shot('case-zh');
    });

    it('switches to dark', async () => {
      const scheme = visit.page.getByRole('button', { name: /^外观/ });
      await scheme.click();
      await scheme.click();
      await visit.page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      await visit.checkAccess('switches to dark');
      await visit.shot('case-dark-zh');
      await visit.page.getByRole('button', { name: 'English' }).click();
      await visit.shot('case-dark');
      await visit.page.getByRole('link', { name: 'Cases', exact: true }).click();
      await visit.page.getByRole('table').getByRole('row').nth(1).waitFor();
      await visit.checkAccess('switches to dark');
      await visit.shot('cases-dark');
      await visit.page.getByRole('button', { name: /^Appearance/ }).click();
    });

    it('fits into 900 pixels', async () => {
      await visit.page.setViewportSize({ width: 900, height: 900 });
      await visit.page.getByRole('table').getByRole('row').nth(1).waitFor();
      await visit.shot('cases-900');
      expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(900);
      await visit.page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
      await visit.page.getByRole('heading', { name: 'Attack chain' }).waitFor();
      await visit.shot('case-900');
      await visit.page.getByRole('button', { name: 'Show chat' }).click();
      await visit.checkAccess('fits into 900 pixels');
      await visit.shot('chat-900');
      await visit.page.setViewportSize({ width: 1440, height: 900 });
    });
  });

  describe('a phone', () => {
    it('fits into 380 pixels', async () => {
      await visit.page.getByRole('button', { name: 'Hide chat' }).click();
      await visit.page.setViewportSize({ width: 380, height: 760 });
      for (const place of ['#/cases', '#/hunt', '#/attention', '#/reports', '#/gaps']) {
        await visit.page.goto(`${visit.target.base}/${place}`);
        await visit.page.getByRole('heading', { level: 1 }).waitFor();
        expect(await visit.page.evaluate('document.documentElement.scrollWidth'), place).toBeLessThanOrEqual(380);
      }
      await visit.checkAccess('a phone');
      await visit.page.getByRole('button', { name: 'Show chat' }).click();
      await visit.shot('chat-380');
      await visit.page.setViewportSize({ width: 1440, height: 900 });
    });
  });

  describe('keyboard only', () => {
    it('skips to the content, walks into a case, asks and opens a citation', async () => {
      await visit.page.goto('about:blank');
      await visit.page.goto(`${visit.target.base}/#/cases`);
      const first = visit.page.getByRole('table').getByRole('row').nth(1).getByRole('link');
      await first.waitFor();
      await visit.page.keyboard.press('Tab');
      expect(await visit.page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
      await visit.page.keyboard.press('Enter');
      await expect.poll(() => visit.page.evaluate('document.activeElement.id === "main"'), { timeout: 10_000 }).toBe(true);
      const name = await first.textContent();
      for (let n = 0; n < 12 && (await visit.page.evaluate('document.activeElement.textContent')) !== name; n++) {
        await visit.page.keyboard.press('Tab');
      }
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('heading', { name: 'Attack chain' }).waitFor();
      await visit.page.keyboard.press('/');
      await expect.poll(() => visit.page.evaluate('document.activeElement.id === "chat-input"'), { timeout: 10_000 }).toBe(true);
      await visit.page.keyboard.type('Did it succeed?');
      await visit.page.keyboard.press('Enter');
      await visit.page.locator('[aria-busy="true"]').first().waitFor();
      await visit.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      const onCitation = 'document.activeElement.getAttribute("aria-label")?.startsWith("Source ") === true';
      for (let n = 0; n < 30 && !(await visit.page.evaluate(onCitation)); n++) await visit.page.keyboard.press('Shift+Tab');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('dialog').waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
      // The drawer hands the focus back a moment after it is gone.
      await expect.poll(() => visit.page.evaluate(onCitation), { timeout: 10_000 }).toBe(true);
    });
  });
}
