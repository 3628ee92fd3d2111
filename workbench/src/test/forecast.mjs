// Forecast: what comes next, questions with their reliability, what-if.
import assert from 'node:assert/strict';
import { done, open, page, QUESTION } from './drive.mjs';

export async function forecast() {
  const opened = await page();
  await open(opened, 'forecast');
  await opened.locator('.empty .chip').first().waitFor();
  await opened.getByLabel('Who acts').fill('Egypt');
  await opened.getByRole('button', { name: 'Forecast' }).click();
  await opened.locator('.predictions li').first().waitFor();
  await opened.locator('.predictions summary').first().click();
  await opened.getByText(/followed by this/).first().waitFor();
  await opened.getByRole('link', { name: 'How probable is it' }).first().click();
  await opened.locator('.figure strong').waitFor();
  assert.match(await opened.locator('.figure').innerText(), /%.*95 %:/s);
  done('what comes next, with the past that says so, leads to a question');

  await open(opened, QUESTION);
  await opened.locator('.figure strong').waitFor();
  await opened.getByText('pair’s own past').first().waitFor();
  await opened.locator('.pic-reliability canvas').waitFor();
  await opened.locator('.pic-reliability').getByRole('button', { name: 'Table' }).click();
  assert.ok((await opened.locator('.pic-reliability tbody tr').count()) >= 2);
  await opened.getByText('What drives it').waitFor();
  done('a question has its probability, what drives it, and how such forecasts have fared');

  await open(opened, 'forecast/what-if');
  await opened.getByLabel('On', { exact: true }).fill('2015-02-28');
  await opened.getByLabel('Who', { exact: true }).fill('RUS');
  await opened.getByLabel('to whom').fill('TUR');
  await opened.getByLabel('Futures to draw').fill('4000');
  await opened.getByRole('button', { name: 'What follows?' }).click();
  await opened.locator('.weighing progress').waitFor();
  await opened.getByRole('button', { name: 'Cancel' }).click();
  await opened.getByText('Cancelled.').waitFor();
  await opened.getByLabel('Futures to draw').fill('60');
  await opened.getByRole('button', { name: 'What follows?' }).click();
  await opened.locator('.pic-changes canvas').waitFor();
  await opened.getByText('association in reports, not cause').waitFor();
  await opened.locator('.pic-changes').getByRole('button', { name: 'Table' }).click();
  assert.ok((await opened.locator('.pic-changes tbody tr').count()) >= 1);
  done('a what-if runs as a job, is cancelled, and says what becomes more frequent');
  await opened.context().close();
}
