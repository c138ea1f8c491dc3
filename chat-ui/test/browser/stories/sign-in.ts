import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function signIn(visit: Visit): void {
  describe('sign-in', () => {
    it('asks who is there', async () => {
      await visit.page.goto(`${visit.target.base}/`);
      await visit.page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await visit.checkAccess('asks who is there');
      await visit.shot('sign-in');
    });

    it('refuses a wrong password in words', async () => {
      await visit.page.getByRole('textbox', { name: 'User name' }).fill('nobody');
      await visit.page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await visit.page.getByRole('button', { name: 'Sign in' }).click();
      expect(await visit.page.getByRole('alert').textContent()).toContain('wrong');
    });

    it('refuses a token that is none', async () => {
      await visit.page.goto('about:blank');
      await visit.page.goto(`${visit.target.base}/#token=none`);
      expect(await visit.page.getByRole('alert').textContent()).toContain('used already');
    });

    it('exchanges the one-time token and wipes it from the address', async () => {
      await visit.page.goto('about:blank');
      await visit.page.goto(`${visit.target.base}/#token=${visit.target.token}`);
      await visit.page.getByRole('heading', { name: 'Cases' }).waitFor();
      expect(visit.page.url()).not.toContain('token');
    });
  });
}
