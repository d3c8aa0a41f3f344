import { useEffect, useState } from 'preact/hooks';
import { formatSpan, t } from '../../utils/browser/i18n.ts';
import { isWeak, LONGEST_TOLD, loadEstimate, STRENGTHS, type Strength } from './strength.ts';
import './strength-meter.css';

const QUIET_MS = 120;

/** The strength of a passphrase: a bar, a word, and the time to guess it. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const strength = useStrength(passphrase);
  if (strength === undefined || passphrase === '') return null;
  const kind = STRENGTHS[strength.level] ?? STRENGTHS[0];
  return (
    <div class="strength">
      <div class="strength-line">
        {/* biome-ignore lint/a11y/useSemanticElements: browsers draw a meter each in their own way */}
        <div
          class={`strength-bar strength-${kind.tone}`}
          role="meter"
          aria-label={t('strength')}
          aria-valuemin={0}
          aria-valuemax={STRENGTHS.length}
          aria-valuenow={strength.level + 1}
          aria-valuetext={t(kind.name)}
        >
          {STRENGTHS.map(({ name }, place) => (
            <span key={name} class={place <= strength.level ? 'strength-full' : undefined} />
          ))}
        </div>
        <span class="strength-name">{t(kind.name)}</span>
      </div>
      <p class="field-hint" role="status">
        {timeWords(strength)} {isWeak(strength) && t('strength_weak_next')}
      </p>
    </div>
  );
}

function timeWords({ seconds }: Strength): string {
  if (seconds < 1) return t('strength_time_instant');
  if (seconds >= LONGEST_TOLD) return t('strength_time_endless');
  return t('strength_time', [formatSpan(seconds)]);
}

/** @returns The strength of a passphrase after a pause in typing; `undefined` before that. */
function useStrength(passphrase: string): Strength | undefined {
  const [strength, setStrength] = useState<Strength>();
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void loadEstimate().then((estimate) => {
        if (!stale) setStrength(estimate(passphrase));
      });
    }, QUIET_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return strength;
}
