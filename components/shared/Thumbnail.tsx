import { useState } from 'preact/hooks';
import { Glyph } from './Glyph.tsx';
import './thumbnail.css';

export interface ThumbnailProps {
  /** Absent for an id, which has no picture. */
  readonly address: string | undefined;
  readonly stands: 'picture' | 'id' | 'video';
}

/** A small picture of an image, or a sign where there is none or it does not load. */
export function Thumbnail({ address, stands }: ThumbnailProps) {
  const [broken, setBroken] = useState<string>();
  const shown = address === undefined ? undefined : address.replace(/^http:/i, 'https:');
  return (
    <span class="thumbnail">
      {shown === undefined || broken === shown ? (
        <Glyph name={stands} />
      ) : (
        <img
          src={shown}
          alt=""
          width={44}
          height={44}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setBroken(shown)}
        />
      )}
    </span>
  );
}
