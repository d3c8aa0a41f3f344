import type { Colour } from '../../utils/accounts/account.ts';
import './colours.css';
import './dot.css';

/** An account's colour as a dot; the account's name stands beside it. */
export function Dot({ colour }: { readonly colour: Colour }) {
  return <span class={`dot colour-${colour}`} aria-hidden="true" />;
}
