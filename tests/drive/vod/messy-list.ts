import type { SandboxImage } from '../../../sandbox/inventory.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** A list as customers send it to support, and what it names in the sandbox. */
export interface MessyList {
  /** Fifty lines. */
  readonly text: string;
  /** The images of the account that it names, including `goneBefore`. */
  readonly wanted: readonly SandboxImage[];
  readonly goneBefore: SandboxImage;
  /** A video of the account that it names by its id. */
  readonly videoId: string;
  /** An address of another account. */
  readonly foreign: string;
  /** How many of its lines name nothing that could be deleted. */
  readonly leftOut: number;
}

/** Creates a list for the sandbox's first account, with all forms in which people report images. */
export function messyList(sandbox: Sandbox): MessyList {
  const [acme, other] = sandbox.accounts;
  const images = [...acme.images];
  const wanted: SandboxImage[] = [];
  const take = (): SandboxImage => {
    const image = images.shift();
    if (image === undefined) throw new RangeError(`${acme.name} has too few images`);
    wanted.push(image);
    return image;
  };
  const [first] = images;
  const rows = Array.from(
    { length: 23 },
    (_, n) => `${n + 1}\t${take().addresses.signed}\treported by a parent`,
  );
  const goneBefore = take();
  const [video] = acme.videos;
  const [foreign] = other.images;
  const kept = images.at(-1);
  if (!first || !video || !foreign || !kept) throw new RangeError('The sandbox holds too little');
  const forms = [
    `See <${take().addresses.plain}>, it is wrong.`,
    take().addresses.plain.replace('https', 'hxxps').replaceAll('.example', '[.]example'),
    `ImageId: ${take().imageId}`,
    `"ImageId": "${take().imageId}",`,
    take().imageId,
    `{"cover":"${take().addresses.plain.replaceAll('/', '\\/')}"}`,
    take().addresses.bucket,
    goneBefore.addresses.plain,
    `vid=${video.videoId}`,
    foreign.addresses.plain,
  ];
  const rest = [
    'Dear colleagues,',
    'please remove these today',
    'Ticket 4711, second reminder',
    'https://www.example.com/picture.png',
    kept.addresses.plain.replace('.example/', '.example.evil.example/'),
    first.addresses.plain,
    'https://elsewhere.example/image/cover/holiday.png',
    `md5: ${'0123456789abcdef'.repeat(2)}`,
    'https://www.acme-learning.example/course/1',
    'vod.acme-video.example',
    'Invoice 20261104-88',
    'No. | Address | Why',
    'Sent from my phone',
    'and the one with the red door, you know which',
    'Called twice, nobody answered',
    'Tel. +86 571 0000 0000',
    'Thank you, Li',
  ];
  return {
    text: [...rest.slice(0, 3), ...rows, ...rest.slice(3, 9), ...forms, ...rest.slice(9)].join(
      '\n',
    ),
    wanted,
    goneBefore,
    videoId: video.videoId,
    foreign: foreign.addresses.plain,
    leftOut: rest.length,
  };
}
