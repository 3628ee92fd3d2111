// Drives the workbench in Chromium: node browser.mjs ADDRESS PART [ARTICLE]. Says what it checked; ends with 1 at the first thing that is wrong.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { accessible, address, article, browser, code, done, elsewhere, open, page, part, pictures, QUESTION, settled, WHATIF, wrong } from './drive.mjs';
import { forecast } from './forecast.mjs';
import { sway } from './sway.mjs';

const TEXT =
  'Militants of the Islamic State beheaded 21 Egyptian Copts in Libya on Sunday. ' +
  'Egypt launched airstrikes against Islamic State camps near Derna on Monday. ' +
  'Russia may join the coalition.\n\nQatar criticised the Egyptian airstrikes.';

const VIEWS = ['read', 'explore', 'sway/libya-2015', 'sway/highland-tribes', 'forecast?source=EGY', QUESTION, WHATIF, 'knowledge/actors?q=Egypt', 'knowledge/words?q=bomb', 'knowledge/places?q=Tripoli', 'knowledge/codebook', 'knowledge/explain?sentence=Egypt%20bombed%20ISIS%20camps%20in%20Derna.', 'runs'];

async function paste() {
  const opened = await page();
  const begun = Date.now();
  await opened.goto(address);
  await opened.getByLabel('Text', { exact: true }).waitFor();
  console.log(`first view after ${Date.now() - begun} ms`);
  await code(opened, TEXT, '2015-02-18');
  const cards = opened.locator('.card');
  await opened.locator('.card', { hasText: 'Assault' }).filter({ hasText: 'behead' }).first().waitFor();
  await opened.locator('.card', { hasText: 'Assault' }).filter({ hasText: 'aerial' }).first().waitFor();
  assert.match(await opened.evaluate(() => location.hash), /^#\/read\/doc-/);
  done('a pasted text is coded: the beheading and the airstrikes');

  const strike = cards.filter({ hasText: 'aerial' }).first();
  await strike.hover();
  assert.ok((await opened.locator('.text .m.on').count()) >= 2);
  const mark = opened.locator('.text [role=button]', { hasText: 'beheaded' });
  await mark.click();
  await opened.locator('.card.lit', { hasText: 'behead' }).waitFor();
  done('card and words light each other up');

  if (article) {
    const paragraphs = readFileSync(article, 'utf8').split(/\n\s*\n/).slice(0, 8).join('\n\n');
    await code(opened, paragraphs, '2015-02-25');
    await opened.locator('.card', { hasText: 'Assault' }).filter({ hasText: /behead/ }).first().waitFor();
    await opened.locator('.card', { hasText: 'Assault' }).filter({ hasText: /aerial/ }).first().waitFor();
    done('the first paragraphs of the case article: the beheading and the airstrikes');
  }

  await code(opened, TEXT, '2015-02-18');
  const criticised = cards.filter({ hasText: 'Qatar' }).first();
  await criticised.getByRole('button', { name: 'Reject' }).click();
  await opened.locator('.card.rejected', { hasText: 'Qatar' }).waitFor();
  await strike.getByRole('button', { name: 'Correct' }).click();
  await strike.getByLabel('Type').selectOption('COERCE');
  await strike.getByLabel('Your name').fill('Ada');
  await strike.getByLabel('Note').fill('a test');
  await strike.getByRole('button', { name: 'Save the correction' }).click();
  await opened.locator('.card.corrected', { hasText: 'Coerce' }).filter({ hasText: 'by Ada' }).waitFor();
  done('an event is rejected, another corrected');

  await open(opened, 'runs');
  await opened.getByText('Rejected by').first().waitFor();
  await opened.getByText('workbench: a text').first().waitFor();
  done('runs and judgements are listed');
  await opened.context().close();
}

async function explore() {
  const opened = await page();
  await open(opened, 'explore');
  const head = opened.locator('.explore-head .lead');
  await opened.locator('.pic-timeline canvas').waitFor();
  const all = await head.innerText();
  await opened.getByLabel('Source: who acts').fill('EGY');
  await opened.getByLabel('Source: who acts').press('Enter');
  await opened.waitForFunction((before) => document.querySelector('.explore-head .lead').innerText !== before && document.querySelector('.explore-head .lead').innerText.includes(' of '), all);
  assert.match(await opened.evaluate(() => location.hash), /source=EGY/);
  await settled(opened);
  const counted = await opened.evaluate(async () => (await (await fetch('/api/count?source=EGY')).json()).count);
  assert.ok((await head.innerText()).startsWith(`${counted} event`));
  assert.equal(await opened.locator('table.events tbody tr').count(), Math.min(50, counted));
  done('a filter narrows everything');

  await opened.locator('.pic-timeline canvas').scrollIntoViewIfNeeded();
  const box = await opened.locator('.pic-timeline canvas').boundingBox();
  await opened.mouse.move(box.x + box.width * 0.35, box.y + 90);
  await opened.mouse.down();
  await opened.mouse.move(box.x + box.width * 0.6, box.y + 95, { steps: 8 });
  await opened.mouse.move(box.x + box.width * 0.75, box.y + 95, { steps: 8 });
  await opened.mouse.up();
  await opened.waitForFunction(() => /from=\d{4}-\d\d-\d\d/.test(location.hash) && /to=\d{4}/.test(location.hash));
  await opened.waitForLoadState('networkidle');
  done('a brush across the timeline narrows the days');

  await open(opened, 'explore?dataset=coded');
  await opened.locator('.pic-dyads').getByRole('button', { name: 'Table' }).click();
  await opened.locator('.pic-dyads').getByRole('button', { name: /^Only what/ }).first().click();
  await opened.waitForFunction(() => /source=.*target=/.test(location.hash));
  await settled(opened);
  await opened.locator('table.events .link').first().click();
  await opened.locator('tr.open .card').waitFor();
  await opened.getByRole('link', { name: 'Read the report' }).click();
  await opened.locator('.card.lit, .card').first().waitFor();
  assert.match(await opened.evaluate(() => location.hash), /^#\/read\//);
  await opened.goBack();
  await opened.locator('table.events').waitFor();
  await opened.locator('.chip').first().click();
  await opened.waitForFunction(() => !/source=/.test(location.hash));
  done('from a cell to its events, to the report, and back');

  const told = async () => Number((await head.innerText()).replace(/ event.*/s, '').replaceAll(',', ''));
  await open(opened, 'explore?dataset=coded');
  const kept = await told();
  await open(opened, 'explore?dataset=coded&rejected=true');
  assert.equal(await told(), kept + 1);
  done('what a reader rejected is left out, unless it is asked for');

  await open(opened, 'explore');
  for (const [picture, kind] of [['timeline', 'SVG'], ['network', 'SVG'], ['map', 'PNG'], ['dyads', 'CSV']]) {
    await opened.locator(`.pic-${picture} .menu summary`).click();
    const [saved] = await Promise.all([opened.waitForEvent('download'), opened.locator(`.pic-${picture} .menu-items`).getByRole('button', { name: kind }).click()]);
    const content = readFileSync(await saved.path());
    assert.ok(content.length > 100, `${picture} as ${kind}`);
    assert.ok(kind !== 'SVG' || content.toString().includes('<svg'));
    assert.ok(kind !== 'PNG' || content.subarray(1, 4).toString() === 'PNG');
  }
  done('pictures are saved as SVG, PNG and CSV');

  await open(opened, 'explore?source=nobodyatall');
  await opened.getByText('Take back a filter above').first().waitFor();
  done('an empty answer says what to do');
  await opened.context().close();
}

async function safe() {
  const opened = await page();
  await opened.goto(address);
  await opened.evaluate(async () => {
    const html =
      '<html><head><title>Strikes &lt;script&gt;window.pwned=1&lt;/script&gt;&lt;img src=x onerror="window.pwned=2"&gt;</title></head><body><article><h1>Strikes &lt;script&gt;window.pwned=1&lt;/script&gt;&lt;img src=x onerror="window.pwned=2"&gt;</h1>' +
      '<p>Egypt bombed ISIS camps near Derna on Monday, &lt;img src=x onerror="window.pwned=3"&gt; officials said in Cairo.</p></article></body></html>';
    const response = await fetch('/api/code', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ html, date: '2015-02-18' }) });
    location.hash = '#/read/' + (await response.json()).document.id;
  });
  await opened.locator('.card').first().waitFor();
  assert.match(await opened.locator('main').innerText(), /<script>window\.pwned=1<\/script>/);
  await open(opened, 'explore?text=onerror');
  await opened.waitForTimeout(300);
  assert.equal(await opened.evaluate(() => window.pwned), undefined);
  assert.equal(await opened.locator('main img, main script').count(), 0);
  done('a script tag in a headline stays text');
  await opened.context().close();
}

async function keyboard() {
  const opened = await page();
  await open(opened, 'read');
  async function tabTo(reached, most = 90) {
    for (let i = 0; i < most; i++) {
      await opened.keyboard.press('Tab');
      if (await opened.evaluate(reached)) {
        return;
      }
    }
    assert.fail(`not reached by keyboard: ${reached}`);
  }
  await opened.keyboard.press('Tab');
  assert.equal(await opened.evaluate(() => document.activeElement.className), 'skip');
  await tabTo(() => document.activeElement.name === 'text');
  await opened.keyboard.type('Turkey shelled Syria on Monday.');
  await tabTo(() => document.activeElement.innerText === 'Code it');
  await opened.keyboard.press('Enter');
  await opened.locator('.card').first().waitFor();
  await tabTo(() => document.activeElement.matches('.text [role=button]'));
  await opened.keyboard.press('Enter');
  await opened.locator('.card.lit').waitFor();
  await tabTo(() => document.activeElement.innerText === 'Confirm');
  await opened.keyboard.press('Enter');
  await opened.locator('.card.confirmed').waitFor();
  await opened.evaluate(() => document.activeElement.blur());
  await open(opened, 'read');
  await tabTo(() => document.activeElement.innerText === 'Explore');
  await opened.keyboard.press('Enter');
  await opened.locator('.pic-timeline').waitFor();
  await tabTo(() => document.activeElement.name === 'source');
  await opened.keyboard.type('EGY');
  await opened.keyboard.press('Enter');
  await opened.waitForFunction(() => /source=EGY/.test(location.hash));
  await opened.locator('.pic-timeline canvas').waitFor();
  await tabTo(() => document.activeElement.innerText === 'Table' && document.activeElement.closest('.pic-timeline'));
  await opened.keyboard.press('Enter');
  await tabTo(() => document.activeElement.matches('.pic-timeline td .link'));
  await opened.keyboard.press('Enter');
  await opened.waitForFunction(() => /from=/.test(location.hash));
  await opened.evaluate(() => document.activeElement.blur());
  await open(opened, 'sway/libya-2015');
  await opened.locator('.ends output').first().waitFor();
  await tabTo(() => document.activeElement.id === 's-EGY');
  const value = await opened.locator('#s-EGY').inputValue();
  await opened.keyboard.press('ArrowLeft');
  assert.notEqual(await opened.locator('#s-EGY').inputValue(), value);
  await tabTo(() => document.activeElement.innerText.startsWith('Weigh again'));
  await opened.keyboard.press('Enter');
  await opened.locator('.weighing button').waitFor();
  await tabTo(() => document.activeElement.innerText === 'Cancel' && document.activeElement.closest('.weighing'), 140);
  await opened.keyboard.press('Enter');
  await opened.getByText('Cancelled; shown are').waitFor();
  await tabTo(() => document.activeElement.innerText === 'Table' && document.activeElement.closest('.pic-options'));
  await opened.keyboard.press('Enter');
  await opened.locator('.pic-options tbody tr').first().waitFor();
  await tabTo(() => document.activeElement.matches('.entry summary'));
  await opened.keyboard.press('Enter');
  await opened.locator('.entry[open]').waitFor();
  await open(opened, 'forecast/question');
  await opened.evaluate(() => document.activeElement.blur());
  await tabTo(() => document.activeElement.name === 'source');
  await opened.keyboard.type('EGY');
  await tabTo(() => document.activeElement.name === 'target');
  await opened.keyboard.type('LBY');
  await opened.keyboard.press('Enter');
  await opened.locator('.figure strong').waitFor();
  await tabTo(() => document.activeElement.innerText === 'Table' && document.activeElement.closest('.pic-reliability'));
  await opened.keyboard.press('Enter');
  await opened.locator('.pic-reliability tbody tr').first().waitFor();
  done('all of it with the keyboard alone');
  await opened.context().close();
}

async function tour() {
  const opened = await page();
  await opened.goto(`${address}?tour#/explore`);
  const tour = opened.locator('.tour');
  await tour.getByText('1 of 3').waitFor();
  await tour.getByRole('button', { name: 'Next' }).click();
  await opened.waitForFunction(() => location.hash.startsWith('#/read'));
  await tour.getByRole('button', { name: 'Next' }).click();
  await tour.getByRole('button', { name: 'Done' }).click();
  assert.equal(await tour.count(), 0);
  await opened.reload();
  await opened.locator('main h1').first().waitFor();
  assert.equal(await tour.count(), 0);
  done('the tour has three steps and can be left');
  await opened.context().close();
}

/** Until all that a view works out is there; for pictures also what is a job. */
async function ready(opened, view) {
  if (view.startsWith('sway/libya')) {
    await opened.locator('.headline li').first().waitFor();
  } else if (view === WHATIF) {
    await opened.locator('.pic-changes').waitFor();
  } else if (view === QUESTION) {
    await opened.locator('.pic-reliability').waitFor();
  }
  if (pictures) {
    await opened.waitForFunction(() => !document.querySelector('.weighing, .waiting'), undefined, { timeout: 90_000 });
  }
  await opened.waitForTimeout(200);
}

/** Every view at a width: nothing sticks out, and axe has nothing against it. */
async function look(width, scheme) {
  const opened = await page(width, width === 390 ? 844 : 900, scheme);
  opened.setDefaultTimeout(60_000);
  await open(opened, 'read');
  const first = await opened.locator('.documents a').first().getAttribute('href');
  for (const view of [...VIEWS, first.slice(2)]) {
    await open(opened, view);
    await ready(opened, view);
    const wide = await opened.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${view} is ${wide} wide at ${width}`);
    if (width !== 768) {
      await accessible(opened, `${view}, ${scheme}, ${width}`);
    }
    if (pictures && width !== 768 && !(scheme === 'dark' && view.startsWith('knowledge/'))) {
      const name = view.startsWith('read/') ? 'article' : view.replace(/\?.*/, '').replace('/libya-2015', '').replace('/', '-');
      if (view === QUESTION && width === 1280) {
        await opened.setViewportSize({ width, height: 1340 });
        await opened.waitForTimeout(300);
      }
      await opened.screenshot({ path: `${pictures}/workbench-${name}${width === 390 ? '-phone' : scheme === 'dark' ? '-dark' : ''}.png` });
    }
    await opened.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    const cancel = opened.locator('.weighing').getByRole('button', { name: 'Cancel' });
    if (!pictures && (await cancel.count()) > 0) {
      await cancel.click({ timeout: 1000 }).catch(() => {});
    }
  }
  await opened.context().close();
}

async function looks() {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
  }
  // two side by side: most of the time a page waits
  for (const pair of [[[1280, 'light'], [390, 'light']], [[1280, 'dark'], [768, 'light']]]) {
    await Promise.all(pair.map(([width, scheme]) => look(width, scheme)));
  }
  done('every view fits 1,280, 768 and 390 pixels, and axe finds nothing serious');
}

async function again() {
  const opened = await page();
  await code(opened, TEXT, '2015-02-18');
  await opened.locator('.card.rejected', { hasText: 'Qatar' }).waitFor();
  await opened.locator('.card.corrected', { hasText: 'Coerce' }).waitFor();
  await opened.locator('.card.rejected').getByRole('button', { name: 'Take back' }).click();
  await opened.locator('.card.rejected').waitFor({ state: 'detached' });
  done('what was rejected is rejected after a restart, and can be taken back');
  await opened.context().close();
}

try {
  if (part === 'all') {
    await paste();
    await explore();
    await sway();
    await forecast();
    await safe();
    await keyboard();
    await tour();
  } else if (part === 'again') {
    await again();
  } else if (part === 'sway') {
    await sway();
  } else if (part === 'forecast') {
    await forecast();
  } else if (part === 'keyboard') {
    await keyboard();
  }
  if (part === 'all' || part === 'looks') {
    await looks();
  }
  assert.deepEqual(elsewhere, [], 'nothing is loaded from elsewhere');
} catch (failure) {
  console.error(failure);
  console.error(wrong.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
