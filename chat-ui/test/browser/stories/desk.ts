import { describe, it } from 'vitest';
import type { Visit } from '../visit.ts';

/** The desk as leads see it: what needs a look, what staff reported, and what they asked in vain. */
export function desk(visit: Visit): void {
  describe('attention', () => {
    it('lists what needs a human look', async () => {
      await visit.page.getByRole('link', { name: /^Attention/ }).click();
      await visit.page.getByRole('heading', { name: 'Needs a human look' }).waitFor();
      await visit.page.getByText(/entr(y|ies)$|Nothing asks/).first().waitFor();
      await visit.checkAccess('attention');
      await visit.shot('attention');
    });

    visit.onStandIn('leads to the alert, and to the case', async () => {
      await visit.page.getByRole('link', { name: 'Attention 1 open' }).waitFor();
      await visit.page.getByRole('button', { name: 'Open the alert' }).click();
      await visit.page.getByRole('dialog').getByText('As it came').waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
      await visit.page.getByRole('link', { name: 'Open the case' }).click();
      await visit.page.getByRole('region', { name: 'Needs a human look' }).getByText('Text gives orders').waitFor();
      await visit.checkAccess('a case with attention');
    });
  });

  describe('reports', () => {
    it('lists what staff reported', async () => {
      await visit.page.getByRole('link', { name: 'Reports', exact: true }).click();
      await visit.page.getByRole('heading', { name: 'Reports' }).waitFor();
      await visit.checkAccess('reports');
      await visit.shot('reports');
    });

    visit.onStandIn('sets a status with a message to the reporter', async () => {
      await visit.page.getByText('What was reported').first().click();
      await visit.page.getByText('<script>alert(1)</script>').waitFor();
      await visit.page.getByRole('button', { name: 'Change status of R-7Q2K-1' }).click();
      await visit.page.getByRole('combobox', { name: 'Status' }).selectOption('attack');
      await visit.page.getByRole('textbox', { name: 'Message to the reporter' }).fill('Thank you: it was an attack.');
      await visit.checkAccess('a report being judged');
      await visit.page.getByRole('button', { name: 'Save', exact: true }).click();
      await visit.page.getByText('It was an attack', { exact: true }).waitFor();
    });
  });

  describe('knowledge gaps', () => {
    it('lists questions without an answer', async () => {
      await visit.page.getByRole('link', { name: 'Knowledge', exact: true }).click();
      await visit.page.getByRole('link', { name: /^Knowledge gaps/ }).click();
      await visit.page.getByRole('heading', { name: 'Knowledge gaps' }).waitFor();
      await visit.checkAccess('knowledge gaps');
      await visit.shot('gaps');
    });

    visit.onStandIn('publishes an answer, and dismisses a question', async () => {
      await visit.page.getByRole('button', { name: /^Answer: May I use/ }).click();
      await visit.page.getByRole('textbox', { name: 'Answer for staff' }).fill('Yes, after work. Ask the reception for the key.');
      await visit.checkAccess('a gap being answered');
      await visit.page.getByRole('button', { name: 'Publish' }).click();
      await visit.page.getByText('Published. Staff who ask this now find it.').waitFor();
      await visit.page.getByRole('button', { name: /^Dismiss: / }).click();
      await visit.page.getByText('No open question.').waitFor();
    });
  });
}
