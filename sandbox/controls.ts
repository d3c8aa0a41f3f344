import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CredentialsService } from './credentials.ts';
import type { RamAction, Session } from './data/keys.ts';
import type { FaultOptions } from './faults/fault.ts';
import { faults, isFaultName } from './faults/index.ts';
import type { Switchboard } from './faults/switchboard.ts';
import { addressOfRequest, type Handler, readBody, send, sendJson } from './http.ts';
import type { SandboxKey } from './inventory.ts';
import type { Settings, SettingsBoard } from './settings.ts';
import type { Gateway } from './vod/gateway.ts';
import { operations } from './vod/operations.ts';

export interface ControlOptions {
  readonly faults: Switchboard;
  readonly settings: SettingsBoard;
  readonly gateway: Gateway;
  readonly credentials: CredentialsService;
  mint(session: Session): SandboxKey;
  reset(): void;
}

const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}li{margin:.4rem 0}pre{overflow:auto}</style>
<h1>Sandbox</h1>
<p><button id="reset">Reset everything</button> <button id="clear">Clear faults</button></p>
<h2>Faults</h2><ul id="faults"></ul>
<h2>Calls</h2><pre id="calls"></pre>
<script>
const send = (path, method, body) => fetch(path, { method, body: body && JSON.stringify(body) }).then(show);
async function show() {
  const { known, active } = await (await fetch('/faults')).json();
  const list = document.querySelector('#faults');
  list.replaceChildren(...known.map(({ name, doc }) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const on = active.find((fault) => fault.name === name);
    button.textContent = name;
    button.onclick = () => send('/faults', 'POST', { name });
    item.append(button, ' ' + (on ? 'ON ' + JSON.stringify(on.options) + ' ' : '') + doc);
    return item;
  }));
  const calls = await (await fetch('/calls')).json();
  document.querySelector('#calls').textContent = calls.slice(-40).reverse()
    .map(({ at, action, status, code, answered, requestId }) =>
      [new Date(at).toISOString(), action, status, code ?? '', answered ? '' : 'not answered', requestId].join('  '))
    .join('\\n');
}
document.querySelector('#reset').onclick = () => send('/reset', 'POST');
document.querySelector('#clear').onclick = () => send('/faults', 'DELETE');
show();
</script></html>
`;

/** Serves the sandbox's own switches, for a person or a script. */
export function controlHandler(options: ControlOptions): Handler {
  const { faults: board, settings, gateway, credentials, mint, reset } = options;
  return async (request, response) => {
    const { pathname } = addressOfRequest(request);
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        send(response, { status: 200, type: 'text/html; charset=utf-8', body: html });
        return;
      case 'GET /faults':
        sendJson(response, { known: knownFaults(), active: board.list() });
        return;
      case 'POST /faults':
        await take(request, response, (given) => {
          setFault(board, given);
          return board.list();
        });
        return;
      case 'DELETE /faults':
        board.clear();
        sendJson(response, board.list());
        return;
      case 'GET /calls':
        sendJson(response, gateway.calls);
        return;
      case 'DELETE /calls':
        gateway.clearCalls();
        sendJson(response, gateway.calls);
        return;
      case 'GET /settings':
        sendJson(response, settings.values);
        return;
      case 'POST /settings':
        await take(request, response, (given) => {
          settings.set(given as Partial<Settings>);
          return settings.values;
        });
        return;
      case 'POST /sts':
        await take(request, response, (given) => mint(sessionOf(given)));
        return;
      case 'GET /credentials':
        sendJson(response, credentials.requests);
        return;
      case 'DELETE /credentials':
        credentials.clear();
        sendJson(response, credentials.requests);
        return;
      case 'POST /reset':
        reset();
        sendJson(response, {});
        return;
      default:
        sendJson(response, { problem: 'There is no such switch' }, 404);
    }
  };
}

function knownFaults(): unknown {
  return Object.entries(faults).map(([name, { doc, defaults }]) => ({ name, doc, defaults }));
}

/** Handles a request with JSON; answers 400 with the error's message if the JSON is wrong. */
async function take(
  request: IncomingMessage,
  response: ServerResponse,
  use: (given: Readonly<Record<string, unknown>>) => unknown,
): Promise<void> {
  try {
    const given: unknown = JSON.parse((await readBody(request)).toString());
    if (typeof given !== 'object' || given === null) throw new TypeError('This is no object');
    sendJson(response, use(given as Readonly<Record<string, unknown>>));
  } catch (error) {
    sendJson(response, { problem: error instanceof Error ? error.message : String(error) }, 400);
  }
}

function setFault(board: Switchboard, given: Readonly<Record<string, unknown>>): void {
  const { name, options } = given;
  if (typeof name !== 'string' || !isFaultName(name)) {
    throw new TypeError('There is no fault of this name');
  }
  board.set(name, options as FaultOptions | undefined);
}

function sessionOf({ lifetime, allowed }: Readonly<Record<string, unknown>>): Session {
  if (typeof lifetime !== 'number') throw new TypeError('"lifetime" is a number of seconds');
  if (allowed === undefined) return { lifetime };
  if (!Array.isArray(allowed) || !allowed.every(isRamAction)) {
    throw new TypeError(`"allowed" is a list of ${operations.map(actionOf).join(', ')}`);
  }
  return { lifetime, allowed };
}

function isRamAction(value: unknown): value is RamAction {
  return operations.some((operation) => actionOf(operation) === value);
}

function actionOf({ name }: { readonly name: string }): RamAction {
  return `vod:${name}`;
}
