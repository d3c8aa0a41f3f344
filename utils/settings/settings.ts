import * as v from 'valibot';
import { Setting } from './setting.ts';

/** The longest grace period, in seconds. */
export const LONGEST_GRACE = 600;

/** Seconds between the start of a job and its first call, in which Stop prevents everything. */
export const grace = new Setting<number>({
  key: 'graceSeconds',
  schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_GRACE)),
  fallback: 5,
  lock: 'grace',
});

/** Whether cached copies are purged from the CDN after every job. */
export const autoPurge = new Setting<boolean>({
  key: 'autoPurge',
  schema: v.boolean(),
  fallback: false,
});

/** For how many days an ended job may be kept; 0: for ever. */
export const KEPT_DAYS = [30, 90, 365, 0] as const;

export type KeptDays = (typeof KEPT_DAYS)[number];

/** For how many days ended jobs are kept. */
export const keptDays = new Setting<KeptDays>({
  key: 'keptDays',
  schema: v.picklist(KEPT_DAYS),
  fallback: 365,
});

/** The longest idle time, in minutes: Chrome measures no longer one. */
export const LONGEST_IDLE = 240;

/** When the vault locks by itself, and what then becomes of a running job. */
const vaultSchema = v.strictObject({
  /** Minutes without input to the computer; `null`: never for that reason. */
  idleMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_IDLE))),
  /** Also when the screen of the computer is locked. */
  withScreen: v.boolean(),
  /** A running job goes on to its end with the key it has, or pauses until the vault is unlocked. */
  runningJob: v.picklist(['finish', 'pause']),
});

export type VaultSettings = v.InferOutput<typeof vaultSchema>;

/** When the vault locks by itself. */
export const vaultLocking = new Setting<VaultSettings>({
  key: 'vaultSettings',
  schema: vaultSchema,
  fallback: { idleMinutes: 15, withScreen: true, runningJob: 'finish' },
  lock: 'vault',
});

/** Whether sightings are marked on pages. */
export const marks = new Setting<boolean>({
  key: 'marks',
  schema: v.boolean(),
  fallback: false,
  lock: 'marks',
});

/** Light or dark by the person's choice, or as the system has it. */
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const theme = new Setting<Theme>({
  key: 'theme',
  schema: v.picklist(THEMES),
  fallback: 'system',
});

/** How the images of a list are shown: one below the other with details, or side by side. */
export const LAYOUTS = ['list', 'grid'] as const;

export type Layout = (typeof LAYOUTS)[number];

/** The layout of every list of images. */
export const layout = new Setting<Layout>({
  key: 'layout',
  schema: v.picklist(LAYOUTS),
  fallback: 'list',
});

/** All settings. */
export const SETTINGS = { grace, autoPurge, keptDays, vaultLocking, marks, theme, layout } as const;
