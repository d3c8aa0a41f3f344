import { useState } from 'preact/hooks';
import { Glyph } from './Glyph.tsx';
import './thumbnail.css';

export interface ThumbnailProps {
  /** Absent for an id, which has no picture. */
  readonly address: string | undefined;
  readonly stands: 'picture' | 'id' | 'video';
  /** As wide as what it stands in, and so high that it can be judged. */
  readonly large?: boolean;
}

/** A small picture of an image, or a sign where there is none or it does not load. */
export function Thumbnail({ address, stands, large = false }: ThumbnailProps) {
  const [broken, setBroken] = useState<string>();
  const shown = address === undefined ? undefined : address.replace(/^http:/i, 'https:');
  return (
    <span class={large ? 'thumbnail thumbnail-large' : 'thumbnail'}>
      {shown === undefined || broken === shown ? (
        <Glyph name={stands} />
      ) : (
        <img
          src={shown}
          alt=""
          width={large ? 112 : 44}
          height={large ? 112 : 44}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setBroken(shown)}
        />
      )}
    </span>
  );
}
