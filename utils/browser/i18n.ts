import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** A key of `public/_locales/<language>/messages.json`. */
export type MessageKey = Exclude<keyof typeof messages, `extension_${string}`>;

const i18n = createI18n();

/**
 * @param count Selects the plural form (forms are separated by ` | `). It replaces `$1`, unless
 *   there are substitutions.
 * @returns The text of a key in the browser's language.
 */
export function t(key: MessageKey, count: number, substitutions?: string[]): string;
export function t(key: MessageKey, substitutions?: string[]): string;
export function t(key: MessageKey, first?: number | string[], second?: string[]): string {
  if (typeof first === 'number') {
    return i18n.t(key, first, second ?? [formatNumber(first)]);
  }
  return first === undefined ? i18n.t(key) : i18n.t(key, first);
}

/** @returns The language of the texts as a BCP 47 tag, with the browser's region if it has one. */
export function language(): string {
  const texts = t('language');
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === texts.split('-')[0] ? browsers : texts;
}

/** @returns A whole number, formatted for the person's language. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/**
 * @param at Milliseconds since 1970.
 * @returns Date and time in the person's language and time zone.
 */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    at,
  );
}

const SPANS = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** @returns A duration in the person's language, rounded to whole units of its largest unit. */
export function formatSpan(seconds: number): string {
  const [unit, length] = SPANS.find(([, one]) => seconds >= one) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.round(seconds / length));
}

/**
 * @param at Milliseconds since 1970.
 * @returns The date in the person's language and time zone.
 */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(at);
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** @returns A size in the person's language, in the largest unit (up to GB) of which it has one. */
export function formatSize(bytes: number): string {
  const at = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: SIZES[at] ?? 'byte',
    unitDisplay: at === 0 ? 'long' : 'short',
    maximumFractionDigits: at < 2 ? 0 : 1,
  }).format(bytes / 1000 ** at);
}
