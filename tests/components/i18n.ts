import en from '../../public/_locales/en/messages.json';

const messages: Readonly<Record<string, { readonly message: string }>> = en;

/** Replaces `utils/browser/i18n.ts` where there is no browser. Its texts are English. */
export const i18n = {
  t(key: string, first?: number | readonly string[], second?: readonly string[]): string {
    const text = messages[key]?.message ?? '';
    const forms = text.split(' | ');
    const form = typeof first === 'number' && first !== 1 ? forms.at(-1) : forms[0];
    const put = typeof first === 'number' ? (second ?? [String(first)]) : (first ?? []);
    return (form ?? '').replace(/\$(\d)/g, (_, place) => put[Number(place) - 1] ?? '');
  },
  language: () => 'en',
  formatNumber: String,
  formatMoment: (at: number) => new Date(at).toISOString(),
  formatDay: (at: number) => new Date(at).toISOString().slice(0, 10),
  formatSpan: (seconds: number) => `${Math.round(seconds)} s`,
  formatSize: (bytes: number) => `${Math.round(bytes / 1000)} kB`,
};
