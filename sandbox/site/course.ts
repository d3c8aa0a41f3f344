import type { Account } from '../data/accounts.ts';
import { addressOf } from '../data/addresses.ts';
import { vodRegions } from '../data/hosts.ts';
import type { Video } from '../data/objects.ts';
import type { World } from '../data/world.ts';
import { galleryImages } from './gallery.ts';
import type { Holdings } from './holdings.ts';
import { escaped, inlineJson, page } from './html.ts';

/** A video page: poster, thumbnails, and the data that starts a player. */
export function course(world: World, holds: Holdings, number: number): string | undefined {
  const [acme] = world.accounts;
  const video = acme.videos[number - 1];
  if (!video) return undefined;
  const film = holds.notVod(addressOf(acme, video.playPath, 'plain', world.expires));
  const poster = holds.snapshot(acme, video, 'CoverSnapshot', 0, 'plain', 'video poster');
  const stills = [0, 1, 2, 3].map((index) => {
    const via = index < 2 ? 'plain' : 'signed';
    const address = holds.snapshot(acme, video, 'NormalSnapshot', index, via, 'img src');
    return `<img src="${escaped(address)}" alt="Still ${index + 1}">`;
  });
  const firstFrame = holds.snapshot(acme, video, 'NormalSnapshot', 6, 'bucket', 'img src');
  const others = acme.videos.map(
    (one, index) => `<li><a href="/course/${index + 1}">${escaped(one.title)}</a></li>`,
  );
  return page(
    video.title,
    `<h1>${escaped(video.title)}</h1>
<p class="quiet">Course ${number} · ${Math.round(video.seconds / 60)} minutes</p>
<div class="player">
<video id="player" controls preload="none" poster="${escaped(poster)}" src="${escaped(film)}"></video>
<div><ol>${others.join('')}</ol></div>
</div>
<h2>In this course</h2>
<div class="strip">
${stills.join('\n')}
<img src="${escaped(firstFrame)}" alt="First frame">
</div>
<script type="application/json" id="course-data">
${inlineJson(courseData(acme, video, number, holds))}
</script>
<script>
window.playerOptions = ${inlineJson(playerOptions(acme, video, holds))};
</script>`,
  );
}

function courseData(acme: Account, video: Video, number: number, holds: Holdings): unknown {
  const carrier = 'inline JSON';
  const handout = acme.images[galleryImages + number];
  return {
    course: number,
    VideoId: holds.id(acme, 'VideoId', video.videoId, carrier),
    title: video.title,
    coverUrl: holds.snapshot(acme, video, 'CoverSnapshot', 1, 'signed', carrier),
    sprites: [0, 1].map((at) =>
      holds.snapshot(acme, video, 'SpriteSnapshot', at, 'plain', carrier),
    ),
    thumbnails: holds.snapshot(acme, video, 'WebVttSnapshot', 0, 'plain', carrier),
    ...(handout && {
      handout: {
        ImageId: holds.id(acme, 'ImageId', handout.imageId, carrier),
        url: holds.image(acme, handout, 'bucket', carrier),
      },
    }),
  };
}

function playerOptions(acme: Account, video: Video, holds: Holdings): unknown {
  const carrier = 'Aliplayer options';
  return {
    id: 'player',
    vid: holds.id(acme, 'VideoId', video.videoId, carrier),
    region: vodRegions[0],
    cover: holds.snapshot(acme, video, 'NormalSnapshot', 4, 'plain', carrier),
    progressMarkers: [
      {
        offset: 30,
        coverUrl: holds.snapshot(acme, video, 'NormalSnapshot', 5, 'bucket-signed', carrier),
        title: 'The first turn',
      },
    ],
  };
}
