import * as v from 'valibot';

/** The longest idle time, in minutes: Chrome measures no longer one. */
export const LONGEST_IDLE = 240;

/** When the vault locks by itself, and what then becomes of a job that is running. */
export const vaultSettingsSchema = v.strictObject({
  /** Minutes without input to the computer; `null`: never for that reason. */
  idleMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_IDLE))),
  /** Also when the computer's screen is locked. */
  withScreen: v.boolean(),
  /** A running job goes on to its end with the key it has, or pauses until the vault is unlocked. */
  runningJob: v.picklist(['finish', 'pause']),
});

export type VaultSettings = v.InferOutput<typeof vaultSettingsSchema>;

export const VAULT_SETTINGS: VaultSettings = {
  idleMinutes: 15,
  withScreen: true,
  runningJob: 'finish',
};
