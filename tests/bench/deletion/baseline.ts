import { callVod } from '../../../sandbox/client.ts';
import type { SandboxProcess } from '../../../sandbox/process.ts';

/**
 * Deletes as a simple script does: Alibaba's own signer, one call at a time, no journal, no pace.
 * @returns The time in milliseconds.
 */
export async function oneAtATime(
  sandbox: SandboxProcess,
  imageIds: readonly string[],
  perCall: number,
): Promise<number> {
  const [key] = sandbox.accounts;
  const start = performance.now();
  for (let at = 0; at < imageIds.length; at += perCall) {
    const ImageIds = imageIds.slice(at, at + perCall).join(',');
    const parameters = { DeleteImageType: 'ImageId', ImageIds };
    const reply = await callVod(sandbox, { key, action: 'DeleteImage', parameters });
    if (reply.status !== 200) throw new Error(`The baseline met ${reply.text}`);
  }
  return performance.now() - start;
}
