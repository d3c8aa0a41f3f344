import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { deletable } from '../drive/sandbox-record.ts';

/** The entries of the list of deletions. */
const deletionsOf = (page: Page) =>
  page.getByRole('list', { name: 'Deletions' }).getByRole('button');

test('two deletions can be searched, filtered, exported and cleared', async ({
  driver,
  sandbox,
}) => {
  test.slow();
  const first = await review(driver, sandbox, '/');
  const chosen = deletable(sandbox, '/').slice(0, 3);
  for (const address of chosen) await first.popup.alsoSelect(address);
  await first.popup.page.getByRole('searchbox').fill('');
  await first.popup.askToDelete();
  await first.popup.confirm();
  await first.popup.progressed(1);
  await first.popup.page.close();

  const { popup } = await review(driver, sandbox, '/course/1');
  const image = sandbox.expectedOn('/course/1').ids.find(({ kind }) => kind === 'ImageId');
  if (image === undefined) throw new Error('The page holds no ImageId');
  sandbox.setFault('refuse', { code: 'InvalidParameter', action: 'DeleteImage', times: 1 });
  await popup.select(image.id);
  await popup.askToDelete();
  await popup.confirm();
  await popup.progressed(1);

  const { page } = popup;
  const entries = deletionsOf(page);
  const status = page.getByRole('status');
  await test.step('the outcomes of one deletion can be filtered', async () => {
    await expectAccessible(page);
    const outcomes = page.getByRole('grid', { name: 'Outcomes' });
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: '1 Failed' });
    await expect(outcomes).toHaveAttribute('aria-rowcount', '1');
    await expect(status.getByText('1 of 1')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search outcomes' }).fill('nowhere');
    await expect(outcomes).toHaveAttribute('aria-rowcount', '0');
    await page.getByRole('searchbox', { name: 'Search outcomes' }).fill('invalidparameter');
    await expect(outcomes).toHaveAttribute('aria-rowcount', '1');
  });

  await test.step('the focus returns to it, and moves on by keyboard', async () => {
    await page.getByRole('button', { name: 'All deletions' }).press('Enter');
    await expect(entries).toHaveCount(2);
    await expect(entries.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(entries.nth(1)).toBeFocused();
    await expect(entries.nth(1)).toContainText('3 Deleted');
    await expect(entries.nth(1)).toContainText(new URL(first.site.url()).host);
    await expect(status.getByText('2 deletions')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the chart is also a table', async () => {
    const row = page.getByRole('table').getByRole('row').last();
    await expect(row.getByRole('cell')).toHaveText(['3', '1']);
  });

  await test.step('search and filters', async () => {
    const search = page.getByRole('searchbox', { name: 'Search deletions' });
    for (const words of [chosen[1] ?? '', new URL(chosen[0] ?? '').host]) {
      await search.fill(words);
      await expect(status.getByText('1 of 2 deletions')).toBeVisible();
      await expect(entries).toContainText(['3 Deleted']);
    }
    await search.fill('nowhere at all');
    await expect(page.getByText('No deletion fits')).toBeVisible();
    await page.getByRole('button', { name: 'Show all deletions' }).click();
    await expect(entries).toHaveCount(2);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Failed');
    await expect(entries).toHaveCount(1);
  });

  await test.step('the search is kept while a deletion is open', async () => {
    await entries.first().click();
    await page.getByRole('button', { name: 'All deletions' }).click();
    await expect(entries).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('All outcomes');
    await expect(entries).toHaveCount(2);
  });

  await test.step('everything shown is exported as JSON and CSV', async () => {
    const items = await popup.exported();
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'deleted',
      'deleted',
      'deleted',
    ]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^vodsweep-history-.*\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFFurl,kind,standing,videoId,imageId,carrier,page,outcome,requestId,at,reason,note',
    );
    expect(rows).toHaveLength(4);
    for (const [index, { url, requestId }] of items.entries()) {
      expect(rows[index]).toContain(url ?? image.id);
      expect(rows[index]).toContain(requestId);
    }
  });

  await test.step('clearing asks first, and can be cancelled', async () => {
    await page.getByRole('button', { name: 'Clear history…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Clear history' });
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(entries).toHaveCount(2);
  });

  await test.step('one deletion is removed, then the rest', async () => {
    await entries.nth(1).click();
    await page.getByRole('button', { name: 'Remove from history…' }).click();
    const remove = page.getByRole('button', { name: 'Remove 1 deletion from the history' });
    await remove.click();
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText(['1 Failed']);
    await page.getByRole('button', { name: 'Clear history…' }).click();
    await remove.click();
    await expect(page.getByText('Nothing deleted yet')).toBeVisible();
  });
});

test('choosing a shorter time to keep deletions asks before it removes any', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const [address = ''] = deletable(sandbox, '/');
  await popup.select(address);
  await popup.askToDelete();
  await popup.confirm();
  await popup.progressed(1);
  await expect(popup.page.getByText('Finished').first()).toBeVisible();
  await popup.page.evaluate(keepAs, { endedDaysAgo: 40 });

  const options = await driver.openExtensionPage('options.html');
  const choice = options.getByRole('combobox', { name: 'Keep finished deletions for' });
  await expect(choice).toHaveValue('365');
  await choice.selectOption('90 days');
  await expect(options.getByText('Saved')).toBeVisible();
  await choice.selectOption('30 days');
  const dialog = options.getByRole('dialog', { name: 'Remove older deletions' });
  await expect(dialog).toBeVisible();
  await expectAccessible(options);
  await options.keyboard.press('Escape');
  await expect(choice).toHaveValue('90');

  await popup.page.getByRole('button', { name: 'All deletions' }).click();
  await expect(deletionsOf(popup.page)).toHaveCount(1);
  await popup.page.evaluate(keepAs, { endedDaysAgo: 100, id: crypto.randomUUID() });
  await expect(deletionsOf(popup.page)).toHaveCount(2);
  await driver.killWorker();
  // When the worker starts again, it removes what is older than 90 days.
  await driver.wake();
  await expect(deletionsOf(popup.page)).toHaveCount(1);
  await choice.selectOption('30 days');
  await dialog.getByRole('button', { name: 'Remove 1 deletion from the history' }).click();
  await expect(choice).toHaveValue('30');
  await expect(popup.page.getByText('Nothing deleted yet')).toBeVisible();
});

/** Runs in a page of the extension: sets when the first job ended; with `id`, on a copy of it. */
function keepAs({ endedDaysAgo, id }: { endedDaysAgo: number; id?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('vodsweep-journal');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const tx = database.transaction('jobs', 'readwrite');
      const store = tx.objectStore('jobs');
      const all = store.getAll();
      all.onsuccess = () => {
        const [job] = all.result;
        const endedAt = Date.now() - endedDaysAgo * 86_400_000;
        store.put({ ...job, id: id ?? job.id, endedAt });
      };
      tx.oncomplete = () => {
        database.close();
        new BroadcastChannel('vodsweep-journal').postMessage(null);
        resolve();
      };
      tx.onerror = () => reject(tx.error);
    };
  });
}
