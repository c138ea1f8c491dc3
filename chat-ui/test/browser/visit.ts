import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { openChromium, type Opened } from './chromium.ts';
import { openTarget, type Target } from './target.ts';

const SHOTS = 'target/screenshots';

/** One visit to the page, from sign-in to sign-out. The stories share it: each begins where the former ended. */
export class Visit {
  #target: Target | null = null;
  #browser: Opened | null = null;
  #page: Page | null = null;
  /** Errors in the console, and requests to elsewhere. */
  readonly complaints: string[] = [];
  /** Accessibility faults by place; the last test tells them all, so that one does not hide what comes after it. */
  readonly faults: string[] = [];

  get page(): Page {
    if (this.#page === null) throw new Error('the visit has not begun');
    return this.#page;
  }

  get target(): Target {
    if (this.#target === null) throw new Error('the visit has not begun');
    return this.#target;
  }

  async begin(): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    const target = await openTarget();
    this.#target = target;
    this.#browser = await openChromium('en-GB');
    const page = await this.#browser.context.newPage();
    this.#page = page;
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      // A 401 before the sign-in is the answer to "who am I"; the browser logs it all the same.
      if (message.type() !== 'error' || /status of 401/.test(message.text())) return;
      this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (failure) => this.complaints.push(String(failure)));
    page.on('request', (request) => {
      if (!request.url().startsWith(target.base) && !request.url().startsWith('data:')) this.complaints.push(`asked ${request.url()}`);
    });
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#target?.close();
  }

  /** Tests that need what only the stand-in can play; against a service they do not exist, rather than count as skipped. */
  onStandIn(name: string, test: () => Promise<void>): void {
    if (process.env['COPILOT_TEST_BASE'] === '') it(name, test);
  }

  /** A part of the visit that only the stand-in can play. */
  storyOnStandIn(name: string, story: () => void): void {
    if (process.env['COPILOT_TEST_BASE'] === '') describe(name, story);
  }

  async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: `${SHOTS}/${name}.png` });
  }

  async checkAccess(place: string): Promise<void> {
    this.faults.push(...(await accessibilityFaults(this.page)).map((fault) => `${place}: ${fault}`));
  }

  /** Asks, and waits for the answer's end. */
  async ask(question: string): Promise<void> {
    const answers = this.page.locator('[data-answer]');
    const before = await answers.count();
    await this.page.getByRole('textbox', { name: /Your question|您的问题/ }).fill(question);
    await this.page.keyboard.press('Enter');
    await answers.nth(before).waitFor();
    await this.page.locator('[data-answer][aria-busy="true"]').waitFor({ state: 'detached' });
  }
}
