import type { Colour } from '../../utils/accounts/account.ts';
import './colours.css';
import './dot.css';

/** An account's colour as a dot, for use beside the account's name. */
export function Dot({ colour }: { readonly colour: Colour }) {
  return <span class={`dot colour-${colour}`} aria-hidden="true" />;
}
