import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

export function cases(visit: Visit): void {
  describe('cases', () => {
    it('lists them with what they sum up to', { timeout: 180_000 }, async () => {
      // A service on its first start triages its demo backlog now.
      await visit.page.getByRole('table').getByRole('row').nth(1).waitFor({ timeout: 170_000 });
      expect(await visit.page.getByRole('region', { name: 'At a glance' }).textContent()).toContain('Alerts');
      await visit.checkAccess('lists them with what they sum up to');
      await visit.shot('cases-light');
    });

    it('shows what was set aside', async () => {
      await visit.page.getByRole('radiogroup', { name: 'Which cases' }).getByText('Set aside').click();
      await visit.page.waitForURL(/filter=aside/);
      await visit.page.getByText('alerts need nobody').waitFor();
      await visit.checkAccess('set aside');
      await visit.page.getByRole('radiogroup', { name: 'Which cases' }).getByText('To look at').click();
      await visit.page.waitForURL((url) => !url.href.includes('filter='));
    });

    visit.onStandIn('shows more cases on demand', async () => {
      const rows = visit.page.getByRole('table').getByRole('row');
      await rows.nth(50).waitFor();
      const before = await rows.count();
      await visit.page.getByRole('button', { name: 'Show more' }).click();
      await rows.nth(before).waitFor();
    });

    it('opens the first case with its chain as a graph and as a list', async () => {
      await visit.page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
      await visit.page.getByRole('heading', { name: 'Attack chain' }).waitFor();
      const steps = visit.page.getByRole('list', { name: 'Steps in order' }).getByRole('listitem');
      await steps.first().waitFor();
      const nodes = visit.page.locator('.react-flow__node-step');
      await nodes.first().waitFor();
      const all = visit.page.getByRole('button', { name: /^Show all \d+ steps$/ });
      if ((await all.count()) > 0) await all.click();
      expect(await nodes.count()).toBe(await steps.count());
      const graph = await visit.page.getByRole('group', { name: /as a graph/ }).boundingBox();
      for (const node of await nodes.all()) {
        const box = await node.boundingBox();
        expect(box !== null && graph !== null && box.x >= graph.x && box.x + box.width <= graph.x + graph.width).toBe(true);
      }
      expect(await steps.first().textContent()).toMatch(/Attempted|Succeeded|Outcome unknown/);
      await visit.page.getByRole('table', { name: 'Alerts of this case' }).getByRole('row').nth(1).waitFor();
      await visit.checkAccess('opens the first case with its chain as a graph and as a list');
      await visit.page.evaluate('document.getElementById("main").scrollTo(0, 0)');
      await visit.shot('case-light');
    });

    it('filters the case’s alerts by a step', async () => {
      await visit.page.getByRole('button', { name: /alerts? of step 1$/ }).click();
      await visit.page.getByText('Only step 1').waitFor();
      await visit.page.getByRole('button', { name: 'All alerts' }).click();
    });

    it('opens a runbook in the drawer and closes it with Escape', async () => {
      const section = visit.page.getByRole('region', { name: 'Runbooks' });
      await section.getByRole('button').first().click();
      await visit.page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
      await visit.checkAccess('opens a runbook in the drawer and closes it with Escape');
      await visit.shot('runbook');
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });

  describe('verdicts', () => {
    it('takes one by keyboard, shows it beside the computed one, and takes it back', async () => {
      await visit.page.getByRole('radio', { name: /^True positive/ }).focus();
      await visit.page.keyboard.press('ArrowRight');
      await visit.page.keyboard.press('ArrowLeft');
      await visit.page.getByRole('radio', { name: /^True positive/, checked: true }).waitFor();
      await visit.page.getByRole('textbox', { name: 'Reason' }).fill('browser test');
      await visit.checkAccess('a verdict being given');
      await visit.page.getByRole('button', { name: 'Record verdict' }).click();
      await visit.page.getByText('Recorded: True positive.').waitFor();
      const given = visit.page.getByRole('list', { name: 'Verdicts given so far' });
      await given.getByText('browser test').first().waitFor();
      await visit.page.getByText('A person says:').waitFor();
      await visit.checkAccess('a verdict given');
      await visit.shot('verdict');
      await visit.page.getByRole('button', { name: 'Undo', exact: true }).click();
      await given.getByText(/^taken back by/).first().waitFor();
      await visit.page.getByText('A person says:').waitFor({ state: 'detached' });
    });

    it('says what was learnt, and what that lets the service do', async () => {
      const back = visit.page.url();
      await visit.page.getByRole('link', { name: 'Learning', exact: true }).click();
      await visit.page.getByRole('heading', { name: 'Miss budget' }).waitFor();
      await visit.page.getByText(/nothing may be closed|may be closed:/).first().waitFor();
      await visit.page.getByRole('heading', { name: 'Tuning advice' }).waitFor();
      await visit.checkAccess('learning');
      await visit.shot('learning');
      await visit.page.goto(back);
      await visit.page.getByRole('heading', { name: 'Attack chain' }).waitFor();
    });

    visit.onStandIn('accepts advice, and stops everything with one switch', async () => {
      const back = visit.page.url();
      await visit.page.getByRole('link', { name: 'Learning', exact: true }).click();
      await visit.page.getByRole('button', { name: /^Accept: suppress/ }).click();
      await visit.page.getByText('No suppression stands up').waitFor();
      await visit.page.getByRole('switch', { name: 'Learn from verdicts' }).click();
      await visit.page.getByText('Learning is switched off.').waitFor();
      await visit.page.getByRole('switch', { name: 'Learn from verdicts' }).click();
      await visit.page.getByText('Learning is switched off.').waitFor({ state: 'detached' });
      await visit.page.goto(back);
      await visit.page.getByRole('heading', { name: 'Attack chain' }).waitFor();
    });
  });
}
