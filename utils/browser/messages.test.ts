import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  answer,
  CommandError,
  command,
  reportCommand,
  send,
  serve,
  serveCommands,
} from './messages.ts';

const report = reportCommand<string>()('report', v.strictObject({ count: v.number() }));
const erase = command<string>()('erase', v.strictObject({ secret: v.string() }));

const commands = [
  serve(report, ({ count }, sender) => `${sender.from} ${count}`),
  serve(erase, ({ secret }) => {
    if (secret === 'break') throw new Error('It broke');
    return `erased ${secret.length}`;
  }),
];

const tab = { id: 7 } as NonNullable<Parameters<typeof answer>[2]['tab']>;
const ownPage = () => ({ id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') });
const page = () => ({ id: browser.runtime.id, url: 'https://site.example/', tab, frameId: 0 });

beforeEach(() => fakeBrowser.reset());

describe('the sender check', () => {
  it('lets a content script report and nothing else', async () => {
    expect(await answer(commands, { command: 'report', input: { count: 2 } }, page())).toEqual({
      ok: true,
      value: 'content-script 2',
    });
    expect(
      await answer(commands, { command: 'erase', input: { secret: 'x' } }, page()),
    ).toMatchObject({ ok: false, code: 'refused' });
  });

  it('lets an extension page do both', async () => {
    expect(
      await answer(commands, { command: 'erase', input: { secret: 'xy' } }, ownPage()),
    ).toEqual({
      ok: true,
      value: 'erased 2',
    });
  });

  it.each([
    ['another extension', () => ({ ...ownPage(), id: 'someone-else' })],
    ['a sender without an id', () => ({ url: ownPage().url })],
    ['no tab and a foreign address', () => ({ id: browser.runtime.id, url: 'https://x.example/' })],
    [
      'a page whose address only starts like ours',
      () => ({
        id: browser.runtime.id,
        url: `${ownPage().url.replace('/popup.html', '')}.evil.example/popup.html`,
      }),
    ],
  ])('refuses %s', async (_name, sender) => {
    expect(
      await answer(commands, { command: 'erase', input: { secret: 'x' } }, sender()),
    ).toMatchObject({ ok: false, code: 'refused' });
  });
});

describe('input', () => {
  it.each([
    undefined,
    null,
    'erase',
    { command: 1 },
    { command: 'erase' },
    { command: 'erase', input: { secret: 1 } },
    { command: 'erase', input: { secret: 'x', more: 1 } },
  ])('refuses %j without running anything', async (message) => {
    expect(await answer(commands, message, ownPage())).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });

  it('names the field and never its value', async () => {
    const reply = await answer(
      commands,
      { command: 'report', input: { count: 'hunter2' } },
      ownPage(),
    );
    expect(JSON.stringify(reply)).toContain('count');
    expect(JSON.stringify(reply)).not.toContain('hunter2');
  });
});

describe('send', () => {
  it('returns the value, or throws what went wrong', async () => {
    fakeBrowser.runtime.onMessage.addListener((message, _sender, respond) => {
      void answer(commands, message, ownPage()).then(respond);
      return true;
    });
    expect(await send(erase, { secret: 'abc' })).toBe('erased 3');
    await expect(send(erase, { secret: 'break' })).rejects.toThrow(CommandError);
  });

  it('is served by serveCommands', async () => {
    serveCommands(commands);
    // The fake names no sender, so that the one check must refuse.
    await expect(send(erase, { secret: 'abc' })).rejects.toMatchObject({ code: 'refused' });
  });
});
