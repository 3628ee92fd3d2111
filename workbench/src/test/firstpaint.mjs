// How soon Explore shows something, in Chromium: node src/test/firstpaint.mjs http://127.0.0.1:7788/
import { chromium } from 'playwright-core';

const address = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await page.addInitScript(() => {
  window.marks = {};
  const look = () => {
    if (!window.marks.rows && document.querySelector('table.events tbody tr')) window.marks.rows = performance.now();
    for (const id of ['timeline', 'network', 'map', 'dyads']) {
      const drawn = document.querySelector(`#${id} canvas, #${id} svg, [aria-labelledby="t-${id}"] canvas, [aria-labelledby="t-${id}"] svg`);
      const waiting = drawn?.closest('[aria-busy]')?.getAttribute('aria-busy') === 'true';
      if (!window.marks[id] && drawn && !waiting) window.marks[id] = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
for (const round of ['first', 'again']) {
  await page.goto(`${address}#/explore`);
  await page.waitForFunction(
    () => window.marks.rows && window.marks.timeline && !document.querySelector('[aria-busy=true]'),
    null,
    { timeout: 60000 },
  );
  const marks = await page.evaluate(() => ({
    content: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    ...window.marks,
  }));
  console.log(round, Object.entries(marks).map(([what, at]) => `${what} ${Math.round(at)} ms`).join(', '));
  await page.goto('about:blank');
}
await browser.close();
