/** A scene to draw: the same values always make the same picture. */
export interface Scene {
  /** Chooses the motif and the colours. */
  readonly number: number;
  /** Changes the time of day, so that the frames of one video differ. */
  readonly moment: number;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly hue: number;
  readonly moment: number;
  /** A value between 0 and 1 that depends on the scene and `key` only. */
  unit(key: number): number;
}

type Motif = (canvas: Canvas) => string;

const colour = (hue: number, saturation: number, light: number): string =>
  `hsl(${Math.round(((hue % 360) + 360) % 360)} ${saturation}% ${light}%)`;

const round = (value: number): number => Math.round(value * 10) / 10;

function ridge(canvas: Canvas, base: number, depth: number, key: number, fill: string): string {
  const { width, height, unit } = canvas;
  const points: string[] = [];
  for (let step = 0; step <= 40; step += 1) {
    const across = step / 40;
    const wave =
      Math.sin(across * (3 + 4 * unit(key)) + 6.3 * unit(key + 1)) * 0.65 +
      Math.sin(across * (8 + 6 * unit(key + 2)) + 6.3 * unit(key + 3)) * 0.35;
    points.push(`${round(across * width)},${round(height * (base - depth * wave))}`);
  }
  return `<polygon fill="${fill}" points="0,${height} ${points.join(' ')} ${width},${height}"/>`;
}

function disc(canvas: Canvas, fill: string, size: number): string {
  const { width, height, moment, unit } = canvas;
  const x = width * (0.18 + 0.5 * unit(20) + 0.05 * moment);
  const y = height * (0.2 + 0.14 * unit(21) + 0.035 * moment);
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(height * size)}" fill="${fill}"/>`;
}

const hills: Motif = (canvas) => {
  const layers = [0, 1, 2, 3].map((layer) =>
    ridge(
      canvas,
      0.55 + layer * 0.12,
      0.1 - layer * 0.012,
      layer * 5,
      colour(canvas.hue + 120 + layer * 9, 30 + layer * 4, 68 - layer * 13),
    ),
  );
  return disc(canvas, colour(canvas.hue + 30, 90, 88), 0.1) + layers.join('');
};

const mountains: Motif = (canvas) => {
  const { width, height, hue, unit } = canvas;
  const peaks = [0, 1, 2, 3, 4].map((index) => {
    const x = width * (0.02 + index * 0.23 + 0.06 * unit(index));
    const top = height * (0.24 + 0.2 * unit(index + 6));
    const half = width * (0.22 + 0.08 * unit(index + 12));
    const fill = colour(hue + 200, 26, 62 - index * 7);
    const snow = colour(hue + 200, 30, 94);
    const cap = 0.22;
    return `<polygon fill="${fill}" points="${round(x - half)},${height} ${round(x)},${round(top)} ${round(x + half)},${height}"/><polygon fill="${snow}" points="${round(x - half * cap)},${round(top + (height - top) * cap)} ${round(x)},${round(top)} ${round(x + half * cap)},${round(top + (height - top) * cap)} ${round(x)},${round(top + (height - top) * cap * 0.7)}"/>`;
  });
  return (
    disc(canvas, colour(hue + 40, 85, 90), 0.08) +
    peaks.join('') +
    ridge(canvas, 0.9, 0.03, 30, colour(hue + 150, 34, 28))
  );
};

const sea: Motif = (canvas) => {
  const { width, height, hue, unit } = canvas;
  const waves = [0, 1, 2, 3, 4].map((layer) =>
    ridge(canvas, 0.6 + layer * 0.09, 0.012, layer * 4, colour(hue + 190, 48, 62 - layer * 9)),
  );
  const x = width * (0.2 + 0.6 * unit(40));
  const y = height * (0.66 + 0.12 * unit(41));
  const size = height * 0.1;
  const boat = `<polygon fill="${colour(hue + 20, 70, 94)}" points="${round(x)},${round(y - size * 1.9)} ${round(x)},${round(y)} ${round(x + size)},${round(y)}"/><polygon fill="${colour(hue + 10, 55, 40)}" points="${round(x - size)},${round(y)} ${round(x + size * 1.2)},${round(y)} ${round(x + size * 0.7)},${round(y + size * 0.4)} ${round(x - size * 0.6)},${round(y + size * 0.4)}"/>`;
  return disc(canvas, colour(hue + 20, 92, 84), 0.14) + waves.join('') + boat;
};

const night: Motif = (canvas) => {
  const { width, height, hue, unit } = canvas;
  const sky = `<rect width="${width}" height="${height}" fill="${colour(hue + 220, 42, 20)}"/>`;
  const stars = Array.from({ length: 46 }, (_, index) => {
    const size = 0.6 + 1.6 * unit(index + 160);
    return `<circle cx="${round(width * unit(index + 60))}" cy="${round(height * 0.7 * unit(index + 110))}" r="${round(size)}" fill="#fff" opacity="${round(0.4 + 0.6 * unit(index + 200))}"/>`;
  });
  return (
    sky +
    stars.join('') +
    disc(canvas, colour(hue + 50, 70, 90), 0.09) +
    ridge(canvas, 0.74, 0.08, 3, colour(hue + 230, 34, 14)) +
    ridge(canvas, 0.88, 0.05, 9, colour(hue + 230, 36, 8))
  );
};

const bubbles: Motif = (canvas) => {
  const { width, height, hue, moment, unit } = canvas;
  return Array.from({ length: 13 }, (_, index) => {
    const fill = colour(hue + 70 * unit(index + 50), 62, 48 + 38 * unit(index + 70));
    const x = width * (unit(index) + 0.02 * moment);
    return `<circle cx="${round(x)}" cy="${round(height * unit(index + 15))}" r="${round(height * (0.06 + 0.24 * unit(index + 30)))}" fill="${fill}" opacity="0.78"/>`;
  }).join('');
};

const ribbons: Motif = (canvas) =>
  [0, 1, 2, 3, 4, 5, 6]
    .map((layer) =>
      ridge(
        canvas,
        0.16 + layer * 0.13,
        0.09,
        layer * 6,
        colour(canvas.hue + layer * 16, 58, 76 - layer * 8),
      ),
    )
    .join('');

const town: Motif = (canvas) => {
  const { width, height, hue, unit } = canvas;
  const houses = Array.from({ length: 11 }, (_, index) => {
    const tall = height * (0.2 + 0.36 * unit(index + 5));
    const x = (index * width) / 11;
    const wall = colour(hue + 240, 24, 26 + 22 * unit(index + 20));
    const windows = Array.from({ length: 6 }, (_, pane) => {
      const lit = unit(index * 7 + pane + 40) > 0.45 - 0.04 * canvas.moment;
      const left = x + width * (0.018 + (pane % 2) * 0.034);
      const top = height - tall + height * (0.05 + Math.floor(pane / 2) * 0.07);
      return lit
        ? `<rect x="${round(left)}" y="${round(top)}" width="${round(width * 0.018)}" height="${round(height * 0.034)}" fill="${colour(48, 90, 78)}"/>`
        : '';
    });
    return `<rect x="${round(x)}" y="${round(height - tall)}" width="${round(width / 11 + 1)}" height="${round(tall)}" fill="${wall}"/>${windows.join('')}`;
  });
  return disc(canvas, colour(hue + 15, 90, 86), 0.11) + houses.join('');
};

const petals: Motif = (canvas) => {
  const { width, height, hue, moment, unit } = canvas;
  const flowers = [0, 1, 2].map((flower) => {
    const x = width * (0.2 + flower * 0.3 + 0.06 * unit(flower));
    const y = height * (0.42 + 0.26 * unit(flower + 9));
    const size = height * (0.13 + 0.07 * unit(flower + 15));
    const leaves = [0, 45, 90, 135, 180, 225, 270, 315].map((turn) => {
      const fill = colour(hue + flower * 40, 66, 72 - (turn % 90 ? 8 : 0));
      return `<ellipse cx="${round(x + size * 0.8)}" cy="${round(y)}" rx="${round(size * 0.72)}" ry="${round(size * 0.3)}" fill="${fill}" transform="rotate(${turn + moment * 8} ${round(x)} ${round(y)})"/>`;
    });
    return `${leaves.join('')}<circle cx="${round(x)}" cy="${round(y)}" r="${round(size * 0.34)}" fill="${colour(46, 85, 64)}"/>`;
  });
  return ridge(canvas, 0.8, 0.04, 30, colour(hue + 150, 32, 46)) + flowers.join('');
};

const motifs: readonly [Motif, ...Motif[]] = [
  hills,
  sea,
  petals,
  mountains,
  bubbles,
  town,
  ribbons,
  night,
];

/** @returns The content of an SVG of this size; `id` is of its gradient, unique in a file. */
export function drawScene(scene: Scene, width: number, height: number, id: string): string {
  // The golden angle keeps neighbours in a list far apart in colour.
  const hue = (scene.number * 137.5) % 360;
  const motif = motifs[scene.number % motifs.length] ?? motifs[0];
  const unit = (key: number): number => {
    const value = Math.sin((scene.number + 1) * 12.9898 + key * 78.233) * 43758.5453;
    return value - Math.floor(value);
  };
  const canvas: Canvas = { width, height, hue, moment: scene.moment, unit };
  const top = colour(hue + 200, 56, 78 - scene.moment * 2);
  const bottom = colour(hue + 30, 72, 90 - scene.moment);
  return `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#${id})"/>${motif(canvas)}`;
}
