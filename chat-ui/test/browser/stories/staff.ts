import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function staff(visit: Visit): void {
  describe('staff', () => {
    it('signs out', async () => {
      await visit.page.getByRole('button', { name: /^Account/ }).click();
      await visit.page.getByRole('menuitem', { name: 'Sign out' }).click();
      await visit.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    });

    it('sees questions, reports and knowledge, and nothing else', async ({ skip }) => {
      if (visit.target.staff === null) return skip('no --staff LOGIN:PASSWORD given');
      await visit.page.getByRole('textbox', { name: 'User name' }).fill(visit.target.staff.login);
      await visit.page.getByRole('textbox', { name: 'Password' }).fill(visit.target.staff.password);
      await visit.page.getByRole('button', { name: 'Sign in' }).click();
      await visit.page.getByRole('link', { name: 'Ask', exact: true }).click();
      await visit.page.getByRole('heading', { name: 'Ask security' }).waitFor();
      expect(await visit.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Ask', 'Report', 'My reports', 'Knowledge']);
      await visit.checkAccess('staff: questions');
      await visit.shot('staff-start');
      await visit.page.getByRole('list', { name: 'Suggested questions' }).getByRole('button').first().click();
      await visit.page.getByRole('button', { name: /^Source 1:/ }).first().click();
      await visit.page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
      await visit.checkAccess('staff: an answer');
      await visit.shot('staff-answer');
    });

    it('reports something suspicious with a mail, and follows the receipt', async ({ skip }) => {
      if (visit.target.staff === null) return skip('no --staff LOGIN:PASSWORD given');
      await visit.page.getByRole('link', { name: 'Report', exact: true }).click();
      await visit.page.getByRole('heading', { name: 'Did you click, open, pay or enter a password?' }).waitFor();
      const file = visit.page.getByLabel('Mail or picture');
      await file.setInputFiles({ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
      await visit.page.getByRole('alert').getByText('Only e-mails').waitFor();
      const mail = 'From: a@evil.example\r\nTo: me@corp.example\r\nSubject: Invoice\r\n\r\nPlease pay.\r\n';
      await file.setInputFiles({ name: 'odd.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) });
      await visit.page.getByText(/^Attached: odd\.eml/).waitFor();
      await visit.page.getByRole('textbox', { name: 'What happened?' }).fill('An odd invoice');
      await visit.checkAccess('staff: a report');
      await visit.shot('staff-report');
      await visit.page.getByRole('button', { name: 'Send report' }).click();
      await visit.page.getByRole('heading', { name: 'Thank you, the report has arrived.' }).waitFor();
      await visit.checkAccess('staff: a receipt');
      const receipt = (await visit.page.locator('strong.mono').textContent()) ?? '';
      expect(receipt).not.toBe('');
      await visit.page.getByRole('link', { name: 'Go to my reports' }).click();
      const mine = visit.page.getByRole('list', { name: 'My reports' }).getByRole('listitem').filter({ hasText: receipt });
      await mine.getByText('Received', { exact: true }).waitFor();
      await visit.checkAccess('staff: own reports');
      await visit.shot('staff-reports');
    });

    it('finds what is written for staff', async ({ skip }) => {
      if (visit.target.staff === null) return skip('no --staff LOGIN:PASSWORD given');
      await visit.page.getByRole('link', { name: 'Knowledge', exact: true }).click();
      await visit.page.getByRole('textbox', { name: 'What are you looking for?' }).fill('link');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByText(/passages? found/).waitFor({ timeout: 60_000 });
      await visit.checkAccess('staff: knowledge');
    });
  });
}
