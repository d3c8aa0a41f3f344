import type { VodClient } from '../vod/client.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import { readingPace } from '../vod/patient-call.ts';

/** What VOD said about the ImageIds of a call that may have been carried out. */
export interface Found {
  readonly missing: ReadonlySet<string>;
  /** The RequestId of the call that asked. */
  readonly requestId: string;
}

/** Asks VOD which images still exist, until RAM forbids the question. */
export class Inquiry {
  readonly #client: VodClient;
  readonly #signal: AbortSignal;
  readonly #pace = readingPace();
  #may = true;

  constructor(client: VodClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  /**
   * @param imageIds At most 20.
   * @returns Which of the ImageIds VOD no longer has, or `undefined` when VOD did not say. That is
   *   no reason to stop the job.
   */
  async missingOf(imageIds: readonly string[]): Promise<Found | undefined> {
    if (!this.#may) return undefined;
    await this.#pace.turn(this.#signal);
    const answer = await this.#client.call(getImageInfos(imageIds));
    if (answer.ok) {
      return { missing: new Set(answer.value.missing), requestId: answer.requestId };
    }
    const { kind, retryAfterMs } = answer.error;
    // The job's own calls use up the account's limit, and their pace falls by itself.
    if (kind === 'throttled') this.#pace.hold(retryAfterMs);
    if (kind === 'forbidden') this.#may = false;
    return undefined;
  }
}
