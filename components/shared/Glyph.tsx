const PATHS = {
  picture: 'M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6M15.5 9.5h.01',
  id: 'M4 6h16v12H4zM8 10v4M12 10v4h1.5a2 2 0 0 0 0-4z',
  video: 'M3 5h18v14H3zM10 9v6l5-3z',
  gone: 'M8 5h13v13M19 19H3V5M3 16l5-5 4 4M3 3l18 18',
  broken: 'M3 5h18v14H3zM9.5 10a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.5M12 16h.01',
  large: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  settings:
    'M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  back: 'M14 6l-6 6 6 6',
  found: 'M4 11a7 7 0 1 0 14 0 7 7 0 1 0-14 0M16 16l5 5',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  clock: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 7v5l3 2',
  target: 'M7 12a5 5 0 1 0 10 0 5 5 0 1 0-10 0M12 3v4M12 17v4M3 12h4M17 12h4',
  closed: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  keys: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M17 11h.01M8 15h8',
  panel: 'M3 5h18v14H3zM14 5v14',
  list: 'M4 6h2M10 6h10M4 12h2M10 12h10M4 18h2M10 18h10',
  grid: 'M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z',
  open: 'M6 11h12v9H6zM8.5 11V7a3.5 3.5 0 0 1 6.8-1',
} as const;

export type GlyphName = keyof typeof PATHS;

/** An icon. It is hidden from screen readers: its meaning must also be there as text. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg class="glyph" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
