/** The icons of the installed app, drawn from the mark: `npx tsx scripts/app-icons.ts` writes `public/icons/`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const OUT = path.resolve('public/icons');
const PAPER = '#fbfaf7';
const INK = '#1c1714';
const KEY = '#e0701f';

type Icon = {
  size: number;
  /** Height of the mark over that of the icon. Maskable icons show what lies in a circle of 0.8 for certain. */
  mark: number;
  /** Corner radius over the size; null: no ground, for the one-coloured badge of a phone's status bar. */
  round: number | null;
};

const ICONS: Record<string, Icon> = {
  'icon-192': { size: 192, mark: 0.62, round: 0.22 },
  'icon-512': { size: 512, mark: 0.62, round: 0.22 },
  'maskable-512': { size: 512, mark: 0.46, round: 0 },
  'badge-96': { size: 96, mark: 0.9, round: null },
};

mkdirSync(OUT, { recursive: true });
for (const [name, icon] of Object.entries(ICONS))
  await sharp(Buffer.from(svgOf(icon)))
    .png({ compressionLevel: 9, palette: true })
    .toFile(path.join(OUT, `${name}.png`));

function svgOf({ size, mark, round }: Icon): string {
  const scale = (size * mark) / 32;
  const at = (size - 32 * scale) / 2;
  const [ink, key] = round === null ? ['#fff', '#fff'] : [INK, KEY];
  const ground =
    round === null ? '' : `<rect width="${size}" height="${size}" rx="${size * round}" fill="${PAPER}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${ground}
    <g transform="translate(${at} ${at}) scale(${scale})">
      <path d="M7.5 3.5v25M7.5 28.5V23a8.5 8.5 0 0 1 17 0v5.5" fill="none" stroke="${ink}" stroke-width="4.6"/>
      <circle cx="17.4" cy="7" r="4.4" fill="${key}"/>
    </g></svg>`;
}
