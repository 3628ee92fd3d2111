// Opens pages of the workbench in Chromium, and keeps what goes wrong in them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const [address, part, article] = process.argv.slice(2);
export const pictures = process.env.ENTENTE_PICTURES;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const browser = await chromium.launch({
  executablePath: process.env.ENTENTE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
export const wrong = [];
export const elsewhere = [];

export async function page(width = 1280, height = 900, colorScheme = 'light') {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, acceptDownloads: true });
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  opened.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
  opened.on('pageerror', (error) => wrong.push(`page: ${error.stack}`));
  opened.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) {
      elsewhere.push(url);
    }
  });
  return opened;
}

export async function open(opened, view) {
  await opened.goto(`${address}#/${view}`);
  await opened.locator('main h1').first().waitFor();
  // where a job is followed, the network is never idle
  await settled(opened, !/^(sway|forecast\/what-if)/.test(view));
}

/** Until no picture or table waits for an answer. */
export async function settled(opened, idle = true) {
  await opened.waitForTimeout(80);
  if (idle) {
    await opened.waitForLoadState('networkidle');
  }
  await opened.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
}

export function done(what) {
  assert.deepEqual(wrong, [], what);
  console.log(`ok: ${what}`);
}

export async function accessible(opened, what) {
  await opened.evaluate(axe);
  const result = await opened.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const grave = result.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; ')}`);
  assert.deepEqual(grave, [], `axe on ${what}`);
}

export async function code(opened, text, date) {
  await open(opened, 'read');
  await opened.getByLabel('Text', { exact: true }).fill(text);
  await opened.getByLabel('Date of publication').fill(date);
  await opened.getByRole('button', { name: 'Code it' }).click();
  await opened.locator('.card').first().waitFor();
}

export const WHATIF = 'forecast/what-if?assume=2015-02-28%7CRUS%7CASSAULT%7CTUR&days=30&runs=60';
export const QUESTION = 'forecast/question?source=EGY&target=LBY&quad=material-conflict&within=14';
