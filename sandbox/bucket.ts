import { randomBytes } from 'node:crypto';
import type { Account } from './data/accounts.ts';
import { decodedPath } from './data/addresses.ts';
import type { StoredObject } from './data/objects.ts';
import { pictureBytes, pictureType } from './data/pictures.ts';
import type { World } from './data/world.ts';
import { addressOfRequest, type Handler, type Reply, send } from './http.ts';

/** The bytes of a file and their type. */
export interface FileBytes {
  readonly bytes: Buffer;
  readonly type: string;
}

/** @returns The content of a file; a picture is drawn at its first use. */
export async function readFile(object: StoredObject): Promise<FileBytes> {
  const { content } = object;
  if ('bytes' in content) return content;
  return { bytes: await pictureBytes(content.picture), type: pictureType(content.picture) };
}

/** Serves an account's own bucket (the origin), as OSS does. */
export function bucketHandler(world: () => World, account: () => Account): Handler {
  return async (request, response) => {
    const url = addressOfRequest(request);
    const expires = url.searchParams.get('Expires');
    if (expires !== null && !(Number(expires) * 1000 > Date.now())) {
      send(response, ossError(403, 'AccessDenied', 'Request has expired.', url.hostname));
      return;
    }
    const path = decodedPath(url.pathname);
    const object = world().get(account(), path);
    if (!object) {
      send(response, noSuchKey(url.hostname, path));
      return;
    }
    const file = await readFile(object);
    send(response, {
      status: 200,
      type: file.type,
      headers: {
        Server: 'AliyunOSS',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'max-age=3600',
        'x-oss-object-type': 'Normal',
      },
      body: file.bytes,
    });
  };
}

/** @returns The error of OSS for a file that does not exist. */
export function noSuchKey(host: string, path: string): Reply {
  const key = path.slice(1).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return ossError(404, 'NoSuchKey', 'The specified key does not exist.', host, `<Key>${key}</Key>`);
}

function ossError(status: number, code: string, message: string, host: string, more = ''): Reply {
  const id = randomBytes(12).toString('hex').toUpperCase();
  return {
    status,
    type: 'application/xml',
    headers: { Server: 'AliyunOSS', 'Access-Control-Allow-Origin': '*', 'x-oss-request-id': id },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>${code}</Code>\n  <Message>${message}</Message>\n  <RequestId>${id}</RequestId>\n  <HostId>${host}</HostId>\n  ${more}\n</Error>\n`,
  };
}
