import { useContext, useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { Glyph } from './Glyph.tsx';
import {
  askWhyNot,
  MOST_PIXELS,
  NO_PICTURES,
  type NoPicture,
  noPictureWords,
} from './no-picture.ts';
import { PagePicturesContext } from './page-pictures.ts';
import './thumbnail.css';

export interface ThumbnailProps {
  /** Absent when there can be no picture. */
  readonly address: string | undefined;
  /** Which icon is shown without an address. */
  readonly without: 'id' | 'video' | 'deleted' | 'unknown';
  /** Whether the image is the account’s own. */
  readonly own: boolean;
  /** Whether it fills the width of its parent, high enough to judge the image. */
  readonly large?: boolean;
}

/** A small picture of an image, or an icon that says why there is none. */
export function Thumbnail({ address, without, own, large = false }: ThumbnailProps) {
  // With a key, since a row of a list is reused for another image.
  if (address !== undefined)
    return <Loaded key={address} address={address} own={own} large={large} />;
  return <Placeholder why={without} large={large} />;
}

interface LoadedProps {
  readonly address: string;
  readonly own: boolean;
  readonly large: boolean;
}

function Loaded({ address, own, large }: LoadedProps) {
  const [state, setState] = useState<'loading' | 'shown' | NoPicture>('loading');
  const onPage = useContext(PagePicturesContext);
  const side = large ? 112 : 44;
  const shown = onPage?.builtIn?.(address) ?? address.replace(/^http:/i, 'https:');
  const failed = state !== 'loading' && state !== 'shown';
  const lacks = onPage?.lacks;
  useEffect(() => {
    if (failed && state !== 'gone') lacks?.(address);
  }, [state, lacks]);

  if (failed) {
    const picture = state === 'gone' ? undefined : onPage?.pictureOf(address);
    if (picture === undefined) {
      const tried = state !== 'gone' && onPage?.wasTried(address);
      return <Placeholder why={state} tried={tried} large={large} />;
    }
    return (
      <span class={boxClass(large, 'thumbnail-from-page')} title={t('picture_from_page')}>
        <img src={picture} alt={t('picture_from_page')} width={side} height={side} />
      </span>
    );
  }
  const waiting = state === 'loading';
  return (
    <span
      class={boxClass(large, waiting ? 'thumbnail-loading' : '')}
      title={waiting ? t('picture_loading') : undefined}
    >
      <img
        src={shown}
        alt={waiting ? t('picture_loading') : ''}
        width={side}
        height={side}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          // The size is known before the decoding, which needs the memory.
          setState(naturalWidth * naturalHeight > MOST_PIXELS ? 'large' : 'shown')
        }
        onError={() => void askWhyNot(shown, own).then(setState)}
      />
    </span>
  );
}

interface PlaceholderProps {
  readonly why: NoPicture;
  readonly tried?: boolean | undefined;
  readonly large: boolean;
}

function Placeholder({ why, tried = false, large }: PlaceholderProps) {
  const words = noPictureWords(why, tried);
  return (
    <span class={boxClass(large, `no-picture-${why}`)} role="img" aria-label={words} title={words}>
      <Glyph name={NO_PICTURES[why].glyph} />
    </span>
  );
}

function boxClass(large: boolean, more: string): string {
  return ['thumbnail', large ? 'thumbnail-large' : '', more].filter(Boolean).join(' ');
}
