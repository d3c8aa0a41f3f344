import type { CDPSession } from '@playwright/test';
import type { ExtensionBrowser } from '../../drive/chromium/browser.ts';

/** What a worker has used. */
export interface WorkerCost {
  /** Calls that put values into its databases or remove them. */
  readonly writes: number;
  /** Transactions that may write. */
  readonly transactions: number;
  /** The largest heap of all samples, in bytes, without a garbage collection before. */
  readonly heap: number;
}

/** Measures the extension's worker from outside; the product does not know of it. */
export interface WorkerProbe {
  cost(): Promise<WorkerCost>;
  close(): Promise<void>;
}

/** Runs in the worker: counts calls by wrapping methods of the prototypes. */
const countWrites = `(() => {
  if (globalThis.counted) return;
  const counted = globalThis.counted = { writes: 0, transactions: 0 };
  for (const name of ['put', 'add', 'delete', 'clear']) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      counted.writes += 1;
      return original.apply(this, given);
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    if (given[1] === 'readwrite') counted.transactions += 1;
    return transaction.apply(this, given);
  };
})()`;

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Attaches to the worker and counts from then on.
 * @throws Error if the worker does not run.
 */
export async function probeWorker({
  context,
  extensionId,
}: ExtensionBrowser): Promise<WorkerProbe> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser cannot be looked into');
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
  );
  if (!worker) throw new Error('The worker does not run');
  const send = await attach(session, worker.targetId);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = (await send('Runtime.evaluate', { expression, returnByValue: true })) as {
      readonly result: { readonly value?: unknown };
    };
    return result.value;
  };
  await evaluate(countWrites);
  let heap = 0;
  const look = async (): Promise<void> => {
    const { usedSize } = (await send('Runtime.getHeapUsage', {})) as { readonly usedSize: number };
    heap = Math.max(heap, usedSize);
  };
  await look();
  const timer = setInterval(() => void look().catch(() => clearInterval(timer)), 1000);
  return {
    async cost() {
      await look();
      const counted = (await evaluate('globalThis.counted')) as Omit<WorkerCost, 'heap'>;
      return { ...counted, heap };
    },
    async close() {
      clearInterval(timer);
      await session.detach();
    },
  };
}

/** Playwright offers no session for a worker, so messages go through that of the browser. */
async function attach(
  session: CDPSession,
  targetId: string,
): Promise<(method: string, params: object) => Promise<unknown>> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    waiting.get(reply.id)?.(reply);
  });
  let sent = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      sent += 1;
      const id = sent;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(error.message));
      });
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}
