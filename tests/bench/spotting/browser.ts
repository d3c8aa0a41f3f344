import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../../../scripts/browser.ts';
import { bundle } from '../../pages/bundle.ts';
import type { BenchPage } from './pages.ts';

/** A fresh page, seen from the content script of an extension. */
export interface Fresh {
  /** Calls an export of `in-page.ts` in the content script's world. */
  call<T>(name: string): Promise<T>;
  /** Runs a script as the page itself. */
  asPage(expression: string): Promise<void>;
  /** @returns The processor time of the page's main thread so far, in milliseconds. */
  processor(): Promise<number>;
  /** @returns The bytes on the heap after a garbage collection. */
  heap(): Promise<number>;
}

/** A browser in which the bench is an extension, so that it has the costs of one. */
export interface Bench {
  fresh<T>(page: BenchPage, use: (fresh: Fresh) => Promise<T>): Promise<T>;
  readonly version: string;
  close(): Promise<void>;
}

/** Starts Chromium with a content script that holds the spotter and the baselines. */
export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'spotting-bench-'));
  const code = await bundle('tests/bench/spotting/in-page.ts', 'spottingBench');
  await writeFile(join(folder, 'bench.js'), code.replace(/^var /, 'globalThis.'));
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'bench',
      version: '1',
      content_scripts: [{ matches: ['http://localhost/*'], js: ['bench.js'] }],
    }),
  );
  let html = '';
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.statusCode = request.url === '/' ? 200 : 404;
    response.end(request.url === '/' ? html : '');
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: (await findBrowser({ mayInstall: false })).path,
    headless: true,
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP *.example 127.0.0.1:9',
    ],
  });

  return {
    version: context.browser()?.version() ?? 'Chromium',
    async fresh(page, use) {
      html = page.html;
      const tab = await context.newPage();
      const session = await context.newCDPSession(tab);
      const world = extensionWorld(session);
      await session.send('Runtime.enable');
      await session.send('Performance.enable');
      await tab.goto(`http://localhost:${port}/`);
      const contextId = await world;
      // Waits for the work that the browser does right after loading.
      await tab.waitForTimeout(1000);
      const call = async <T>(name: string): Promise<T> => {
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
          expression: `spottingBench.${name}()`,
          contextId,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? name);
        return result.value as T;
      };
      const result = await use({
        call,
        asPage: async (expression) => {
          await tab.evaluate(expression);
        },
        processor: async () => {
          const { metrics } = await session.send('Performance.getMetrics');
          return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
        },
        heap: async () => {
          await session.send('HeapProfiler.collectGarbage');
          return (await session.send('Runtime.getHeapUsage')).usedSize;
        },
      });
      await tab.close();
      return result;
    },
    async close() {
      await context.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function extensionWorld(session: CDPSession): Promise<number> {
  return new Promise((done) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === 'bench' && context.auxData?.type === 'isolated') done(context.id);
    });
  });
}
