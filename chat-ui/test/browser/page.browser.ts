import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { openChromium, type Opened } from './chromium.ts';
import { openTarget, type Target } from './target.ts';

const SHOTS = 'target/screenshots';
const HOSTILE = '<img src=x onerror=';

let target: Target;
let browser: Opened;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  target = await openTarget();
  browser = await openChromium('en-GB');
  page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    // A 401 before the sign-in is the answer to "who am I"; the browser logs it all the same.
    if (message.type() !== 'error' || /status of 401/.test(message.text())) return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (failure) => complaints.push(String(failure)));
  page.on('request', (request) => {
    if (!request.url().startsWith(target.base) && !request.url().startsWith('data:')) complaints.push(`asked ${request.url()}`);
  });
});

afterAll(async () => {
  await browser?.close();
  await target?.close();
});

afterEach(() => {
  expect(complaints.splice(0), 'errors in the console, or requests to elsewhere').toEqual([]);
});

/** Tests that need what only the stand-in can play; against a service they do not exist, rather than count as skipped. */
function onStandIn(name: string, test: () => Promise<void>): void {
  if (process.env['COPILOT_TEST_BASE'] === '') it(name, test);
}

async function shot(name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/** Accessibility faults by place; the last test tells them all, so that one does not hide what comes after it. */
const faults: string[] = [];

async function checkAccess(place: string): Promise<void> {
  faults.push(...(await accessibilityFaults(page)).map((fault) => `${place}: ${fault}`));
}

async function ask(question: string): Promise<void> {
  await page.getByRole('textbox', { name: /Your question|您的问题/ }).fill(question);
  await page.keyboard.press('Enter');
  await page.locator('[aria-busy="true"]').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** An alert in OCSF, as any sensor would send it. */
function finding(uid: string, title: string): object {
  return {
    class_uid: 2004,
    category_uid: 2,
    activity_id: 1,
    severity_id: 3,
    time: Date.parse('2026-03-14T03:00:00Z'),
    metadata: { version: '1.6.0', product: { name: 'browser-test' } },
    finding_info: { uid, title },
    resources: [{ type: 'host', name: 'browser-test-host' }],
  };
}

/** An alert whose title is markup. */
async function sendHostileAlert(): Promise<void> {
  const answer = await browser.context.request.post(`${target.base}/api/v1/alerts?format=ocsf`, {
    data: finding('browser-test-hostile', `${HOSTILE}"document.title='owned'">`),
    headers: { 'X-Copilot': '1' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

describe('sign-in', () => {
  it('asks who is there', async () => {
    await page.goto(`${target.base}/`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await checkAccess('asks who is there');
    await shot('sign-in');
  });

  it('refuses a wrong password in words', async () => {
    await page.getByRole('textbox', { name: 'User name' }).fill('nobody');
    await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('wrong');
  });

  it('refuses a token that is none', async () => {
    await page.goto('about:blank');
    await page.goto(`${target.base}/#token=none`);
    expect(await page.getByRole('alert').textContent()).toContain('used already');
  });

  it('exchanges the one-time token and wipes it from the address', async () => {
    await page.goto('about:blank');
    await page.goto(`${target.base}/#token=${target.token}`);
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(page.url()).not.toContain('token');
  });
});

describe('cases', () => {
  it('lists them with what they sum up to', { timeout: 180_000 }, async () => {
    // A service on its first start triages its demo backlog now.
    await page.getByRole('table').getByRole('row').nth(1).waitFor({ timeout: 170_000 });
    expect(await page.getByRole('region', { name: 'At a glance' }).textContent()).toContain('Alerts');
    await checkAccess('lists them with what they sum up to');
    await shot('cases-light');
  });

  it('shows what was set aside', async () => {
    await page.getByRole('radiogroup', { name: 'Which cases' }).getByText('Set aside').click();
    await page.waitForURL(/filter=aside/);
    await page.getByText('alerts need nobody').waitFor();
    await checkAccess('set aside');
    await page.getByRole('radiogroup', { name: 'Which cases' }).getByText('To look at').click();
    await page.waitForURL((url) => !url.href.includes('filter='));
  });

  onStandIn('shows more cases on demand', async () => {
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(50).waitFor();
    const before = await rows.count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(before).waitFor();
  });

  it('opens the first case with its chain as a graph and as a list', async () => {
    await page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'Attack chain' }).waitFor();
    const steps = page.getByRole('list', { name: 'Steps in order' }).getByRole('listitem');
    await steps.first().waitFor();
    const nodes = page.locator('.react-flow__node-step');
    await nodes.first().waitFor();
    const all = page.getByRole('button', { name: /^Show all \d+ steps$/ });
    if ((await all.count()) > 0) await all.click();
    expect(await nodes.count()).toBe(await steps.count());
    const graph = await page.getByRole('group', { name: /as a graph/ }).boundingBox();
    for (const node of await nodes.all()) {
      const box = await node.boundingBox();
      expect(box !== null && graph !== null && box.x >= graph.x && box.x + box.width <= graph.x + graph.width).toBe(true);
    }
    expect(await steps.first().textContent()).toMatch(/Attempted|Succeeded|Outcome unknown/);
    await page.getByRole('table', { name: 'Alerts of this case' }).getByRole('row').nth(1).waitFor();
    await checkAccess('opens the first case with its chain as a graph and as a list');
    await page.evaluate('document.getElementById("main").scrollTo(0, 0)');
    await shot('case-light');
  });

  it('filters the case’s alerts by a step', async () => {
    await page.getByRole('button', { name: /alerts? of step 1$/ }).click();
    await page.getByText('Only step 1').waitFor();
    await page.getByRole('button', { name: 'All alerts' }).click();
  });

  it('opens a runbook in the drawer and closes it with Escape', async () => {
    const section = page.getByRole('region', { name: 'Runbooks' });
    await section.getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
    await checkAccess('opens a runbook in the drawer and closes it with Escape');
    await shot('runbook');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('verdicts', () => {
  it('takes one by keyboard, shows it beside the computed one, and takes it back', async () => {
    await page.getByRole('radio', { name: /^True positive/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('radio', { name: /^True positive/, checked: true }).waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('browser test');
    await checkAccess('a verdict being given');
    await page.getByRole('button', { name: 'Record verdict' }).click();
    await page.getByText('Recorded: True positive.').waitFor();
    const given = page.getByRole('list', { name: 'Verdicts given so far' });
    await given.getByText('browser test').first().waitFor();
    await page.getByText('A person says:').waitFor();
    await checkAccess('a verdict given');
    await shot('verdict');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await given.getByText(/^taken back by/).first().waitFor();
    await page.getByText('A person says:').waitFor({ state: 'detached' });
  });

  it('says what was learnt, and what that lets the service do', async () => {
    const back = page.url();
    await page.getByRole('link', { name: 'Learning', exact: true }).click();
    await page.getByRole('heading', { name: 'Miss budget' }).waitFor();
    await page.getByText(/nothing may be closed|may be closed:/).first().waitFor();
    await page.getByRole('heading', { name: 'Tuning advice' }).waitFor();
    await checkAccess('learning');
    await shot('learning');
    await page.goto(back);
    await page.getByRole('heading', { name: 'Attack chain' }).waitFor();
  });

  onStandIn('accepts advice, and stops everything with one switch', async () => {
    const back = page.url();
    await page.getByRole('link', { name: 'Learning', exact: true }).click();
    await page.getByRole('button', { name: /^Accept: suppress/ }).click();
    await page.getByText('No suppression stands up').waitFor();
    await page.getByRole('switch', { name: 'Learn from verdicts' }).click();
    await page.getByText('Learning is switched off.').waitFor();
    await page.getByRole('switch', { name: 'Learn from verdicts' }).click();
    await page.getByText('Learning is switched off.').waitFor({ state: 'detached' });
    await page.goto(back);
    await page.getByRole('heading', { name: 'Attack chain' }).waitFor();
  });
});

describe('chat', () => {
  it('streams an English answer whose citations open evidence', async () => {
    await ask('What happened on this host, and did it succeed?');
    const mark = page.getByRole('button', { name: /^Source \d+:/ }).first();
    await mark.click();
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
    await shot('citation');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await checkAccess('streams an English answer whose citations open evidence');
    await shot('chat-light');
  });

  it('tells screen readers the answer by sentences and its end', async () => {
    expect(await page.getByTestId('announcer').textContent()).toContain('The answer is complete.');
  });

  it('answers a Chinese question in Chinese', async () => {
    await ask('这台主机上发生了什么？');
    const answer = await page.locator('[aria-busy="false"]').last().textContent();
    expect(answer).toMatch(/[一-鿿]{4}/);
  });

  it('keeps the conversation over a reload', async () => {
    await page.reload();
    await page.getByText('这台主机上发生了什么？').waitFor();
  });

  it('starts a new conversation', async () => {
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('list', { name: 'Suggested questions' }).waitFor();
  });

  onStandIn('renders no link, image or tag that a model writes, and strikes what has no evidence', async () => {
    await ask('hostile');
    const answer = page.locator('[aria-busy="false"]').last();
    expect(await answer.locator('a, img, script').count()).toBe(0);
    expect(await answer.textContent()).toContain('hxxp');
    expect(await answer.locator('del').count()).toBeGreaterThan(0);
    expect(await page.title()).toBe('Analyst Copilot');
  });

  onStandIn('stops on demand and tells when an answer was cut', async () => {
    await page.getByRole('textbox', { name: 'Your question' }).fill('slow please');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped by you.').waitFor();
    await page.getByRole('textbox', { name: 'Your question' }).fill('cut please');
    await page.keyboard.press('Enter');
    await page.getByText('The answer was cut off').waitFor();
    await page.getByRole('button', { name: 'New conversation' }).click();
  });
});

describe('alerts', () => {
  it('finds alerts and opens one raw', async () => {
    await page.getByRole('link', { name: 'Alerts', exact: true }).click();
    await page.getByRole('table', { name: 'Alerts' }).getByRole('row').nth(1).waitFor();
    await checkAccess('finds alerts and opens one raw');
    await shot('alerts');
    await page.getByRole('button', { name: /^Open alert/ }).first().click();
    await page.getByRole('dialog').getByText('As it came').waitFor();
    await checkAccess('finds alerts and opens one raw');
    await shot('alert');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('knowledge', () => {
  it('finds passages and says why', async () => {
    await page.getByRole('link', { name: 'Knowledge', exact: true }).click();
    await page.getByRole('textbox', { name: 'What are you looking for?' }).fill('web shell');
    await page.keyboard.press('Enter');
    await page.getByText(/passages? found/).waitFor({ timeout: 60_000 });
    expect(await page.getByText(/Why: .*by words/).count()).toBeGreaterThan(0);
    await checkAccess('finds passages and says why');
    await shot('knowledge-search');
  });

  it('takes a file, tells what became of it, and removes it when asked twice', { timeout: 120_000 }, async () => {
    const text = '---\nid: browser-test\nlang: en\n---\n# Browser test\n\nA runbook of no use.\n';
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'browser-test.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/new or changed/).first().waitFor({ timeout: 60_000 });
    await checkAccess('takes a file and tells what became of it');
    await shot('knowledge');
    const remove = page.getByRole('button', { name: /^Remove / });
    const before = await remove.count();
    await remove.last().click();
    await page.getByRole('button', { name: 'Keep' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await remove.last().click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await expect.poll(() => remove.count()).toBe(before - 1);
  });
});

describe('backlog', () => {
  it('takes a file and shows what became of it', async () => {
    await page.getByRole('link', { name: 'Triage a backlog' }).click();
    const backlog = JSON.stringify([finding('browser-test-backlog', 'One of a backlog')]);
    await page.locator('input[type="file"]').setInputFiles({ name: 'alerts.json', mimeType: 'application/json', buffer: Buffer.from(backlog) });
    await checkAccess('takes a file and shows what became of it');
    await page.getByRole('button', { name: 'Start triage' }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 50_000 });
    expect(await page.getByText('Accepted').count()).toBe(1);
    await checkAccess('takes a file and shows what became of it');
    await shot('backlog');
  });
});

describe('languages, schemes, sizes', () => {
  it('switches to Chinese, and remembers it', async () => {
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('heading', { name: '案件' }).waitFor();
    await page.reload();
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await checkAccess('switches to Chinese, and remembers it');
    await shot('cases-zh');
    await page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: '攻击链' }).waitFor();
    await ask('这里发生了什么？');
    await shot('case-zh');
  });

  it('switches to dark', async () => {
    const scheme = page.getByRole('button', { name: /^外观/ });
    await scheme.click();
    await scheme.click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await checkAccess('switches to dark');
    await shot('case-dark-zh');
    await page.getByRole('button', { name: 'English' }).click();
    await shot('case-dark');
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    await checkAccess('switches to dark');
    await shot('cases-dark');
    await page.getByRole('button', { name: /^Appearance/ }).click();
  });

  it('fits into 900 pixels', async () => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    await shot('cases-900');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(900);
    await page.getByRole('table').getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'Attack chain' }).waitFor();
    await shot('case-900');
    await page.getByRole('button', { name: 'Show chat' }).click();
    await checkAccess('fits into 900 pixels');
    await shot('chat-900');
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('keyboard only', () => {
  it('skips to the content, walks into a case, asks and opens a citation', async () => {
    await page.goto('about:blank');
    await page.goto(`${target.base}/#/cases`);
    const first = page.getByRole('table').getByRole('row').nth(1).getByRole('link');
    await first.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement.id === "main"');
    const name = await first.textContent();
    for (let n = 0; n < 12 && (await page.evaluate('document.activeElement.textContent')) !== name; n++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Attack chain' }).waitFor();
    await page.keyboard.press('/');
    await page.waitForFunction('document.activeElement.id === "chat-input"');
    await page.keyboard.type('Did it succeed?');
    await page.keyboard.press('Enter');
    await page.locator('[aria-busy="true"]').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const onCitation = 'document.activeElement.getAttribute("aria-label")?.startsWith("Source ") === true';
    for (let n = 0; n < 30 && !(await page.evaluate(onCitation)); n++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The drawer hands the focus back a moment after it is gone.
    await page.waitForFunction(onCitation);
  });
});

describe('hostile alert', () => {
  it('shows markup in an alert as the text that it is', async () => {
    if (!target.mock) await sendHostileAlert();
    await page.getByRole('link', { name: 'Alerts', exact: true }).click();
    await page.getByRole('textbox', { name: 'Words in title or message' }).fill('onerror');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const row = page.getByRole('button', { name: new RegExp(`^Open alert: ${HOSTILE.replace(/[<>=]/g, '.')}`) }).first();
    await row.waitFor();
    await row.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('As it came').waitFor();
    expect(await dialog.locator('img, script').count()).toBe(0);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Analyst Copilot');
    await shot('hostile');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('staff', () => {
  it('signs out', async () => {
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('sees the chat and nothing else', async ({ skip }) => {
    if (target.staff === null) return skip('no --staff LOGIN:PASSWORD given');
    await page.getByRole('textbox', { name: 'User name' }).fill(target.staff.login);
    await page.getByRole('textbox', { name: 'Password' }).fill(target.staff.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Ask security' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await checkAccess('sees the chat and nothing else');
    await shot('staff-start');
    await page.getByRole('list', { name: 'Suggested questions' }).getByRole('button').first().click();
    await page.getByRole('button', { name: /^Source 1:/ }).first().click();
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
    await page.keyboard.press('Escape');
    await shot('staff-answer');
  });
});

describe('accessibility', () => {
  it('has no fault that axe-core finds on any page seen above', () => {
    expect(faults).toEqual([]);
  });
});
