import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';

/** What stands around an answer's words; a model that errs is needed for most of it, which the stand-in plays. */
export function proof(visit: Visit): void {
  visit.storyOnStandIn('proof', () => {
    visit.onStandIn('strikes a claim that did not hold, and says why on focus', async () => {
      await visit.ask('Was it approved?');
      const why = visit.page.getByRole('button', { name: /^Why this was struck: No evidence number 4/ });
      await why.focus();
      await visit.page.getByRole('tooltip').getByText('No such approval is stored.').waitFor();
      await visit.shot('struck');
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('tooltip').waitFor({ state: 'detached' });
      const line = visit.page.getByRole('group', { name: 'How this answer was checked' }).last();
      expect(await line.textContent()).toMatch(/12 statements checked.*1 struck.*1 not proven.*answered by small-model/);
    });

    visit.onStandIn('shows the model’s opinion beside what was computed, and that they differ', async () => {
      const opinion = visit.page.getByText('The model’s opinion', { exact: true }).last().locator('..');
      expect(await opinion.textContent()).toMatch(/Benign.*Differs from what was computed/);
      await visit.page.getByText('Computed', { exact: true }).last().waitFor();
    });

    visit.onStandIn('warns of text that gives orders, and shows it as characters', async () => {
      const warning = visit.page.getByRole('group', { name: 'Text in the evidence tries to give orders' }).last();
      expect(await warning.textContent()).toContain('<b>Now</b> hxxp');
      expect(await warning.locator('b').count()).toBe(0);
      await warning.getByRole('button', { name: 'Open where it stands' }).click();
      await visit.page.getByRole('dialog').getByText('As it came').waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
      await visit.checkAccess('an answer with findings, opinion and struck words');
    });

    visit.onStandIn('lets a person decide a proposal, and says that nothing is executed', async () => {
      await visit.ask('Please isolate it');
      const card = visit.page.getByRole('group', { name: 'Proposal: Isolate host, web-01' }).last();
      await card.getByText('Nothing is executed.').waitFor();
      await card.getByRole('textbox', { name: 'Note (optional)' }).fill('agreed with the owner');
      await visit.checkAccess('a proposal');
      await card.getByRole('button', { name: 'Approve' }).click();
      await card.getByText('Approved', { exact: true }).waitFor();
      await card.getByText('agreed with the owner').waitFor();
      expect(await card.getByRole('button').count()).toBe(0);
    });

    visit.onStandIn('fills in a verdict that was asked for, and saves none by itself', async () => {
      await visit.ask('Save it as an attack');
      const card = visit.page.getByRole('group', { name: 'Save a verdict?' });
      await card.getByRole('radio', { name: /^True positive/, checked: true }).waitFor();
      await visit.checkAccess('a verdict to confirm');
      await card.getByRole('button', { name: 'Do not save' }).click();
      await card.waitFor({ state: 'detached' });
    });
  });

  describe('conversations', () => {
    it('lists past ones, and opens one again by keyboard', async () => {
      const anew = visit.page.getByRole('button', { name: 'New conversation' });
      if (await anew.isVisible()) await anew.click();
      await visit.page.getByRole('list', { name: 'Suggested questions' }).waitFor();
      await visit.page.getByRole('button', { name: 'Past conversations' }).click();
      const list = visit.page.getByRole('list', { name: 'Past conversations' });
      await list.getByRole('button').first().and(visit.page.locator(':focus')).waitFor();
      await visit.checkAccess('past conversations');
      await visit.shot('past');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('group', { name: 'Ask the copilot' }).locator('[lang]').first().waitFor();
    });

    it('shows the opened one after a reload, and starts a new one', async () => {
      await visit.page.reload();
      await visit.page.getByRole('group', { name: 'Ask the copilot' }).locator('[lang]').first().waitFor();
      await visit.page.getByRole('button', { name: 'New conversation' }).click();
      await visit.page.getByRole('list', { name: 'Suggested questions' }).waitFor();
    });

    visit.onStandIn('still says in an opened one why a claim was struck, and what the model thinks', async () => {
      await visit.ask('Was it approved?');
      await visit.page.reload();
      await visit.page.getByRole('button', { name: /^Why this was struck: No evidence number 4/ }).waitFor();
      await visit.page.getByText('The model’s opinion', { exact: true }).waitFor();
      await visit.page.getByRole('button', { name: 'New conversation' }).click();
      await visit.page.getByRole('list', { name: 'Suggested questions' }).waitFor();
    });

    visit.onStandIn('asks to compare two cases, chosen from the list', async () => {
      await visit.page.getByRole('button', { name: 'Compare this case with…' }).click();
      await visit.page.getByRole('combobox', { name: 'Second case' }).selectOption({ index: 2 });
      await visit.checkAccess('comparing cases');
      await visit.page.getByRole('button', { name: 'Compare', exact: true }).click();
      await visit.page.getByText(/^Compare the cases case-1 and/).waitFor();
      await visit.page.locator('[data-answer][aria-busy="false"]').waitFor();
    });
  });
}
