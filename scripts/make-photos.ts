/**
 * Makes the single test photos: those that fail one check each, and one of every accepted format.
 * Run: tsx scripts/make-photos.ts <folder with the portrait package's faces>. HEIC needs `heif-enc` (libheif-examples).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const [source] = process.argv.slice(2);
if (!source) throw new Error('Say where the portrait package keeps its faces.');
const fixtures = path.join(process.cwd(), 'tests', 'fixtures');
const photos = path.join(fixtures, 'photos');
mkdirSync(photos, { recursive: true });
const selfie = path.join(fixtures, 'selfies', 'ali-pazani', '4.jpg');
const to = (name: string) => path.join(photos, name);

const failing: Record<string, string> = {
  'sunglasses.jpg': 'team-1.jpg',
  'mirror-sunglasses.jpg': 'michael.jpg',
  'head-raised.jpg': 'team-2.jpg',
  'turned-away.jpg': 'team-3.jpg',
  'profile.jpg': 'team-5.jpg',
  'tilted-glasses.jpg': 'atikh.jpg',
  'far-away.jpg': 'brooke-cagle.jpg',
  'no-face.jpg': 'alejandro-escamilla.jpg',
};
for (const [name, from] of Object.entries(failing)) {
  await sharp(path.join(source, from))
    .resize({ width: 800, withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toFile(to(name));
}

const half = (name: string) =>
  sharp(path.join(fixtures, 'selfies', name))
    .resize(640, 800, { fit: 'cover' })
    .toBuffer();
await sharp({ create: { width: 1280, height: 800, channels: 3, background: '#888888' } })
  .composite([
    { input: await half('fezbot/2.jpg'), left: 0, top: 0 },
    { input: await half('ali-pazani/6.jpg'), left: 640, top: 0 },
  ])
  .jpeg({ quality: 82 })
  .toFile(to('two-people.jpg'));
await sharp(selfie).blur(9).jpeg({ quality: 80 }).toFile(to('blurred.jpg'));
await sharp(selfie).linear(0.22, 0).jpeg({ quality: 85 }).toFile(to('dark.jpg'));
await sharp(selfie).linear(1.9, 20).jpeg({ quality: 80 }).toFile(to('too-bright.jpg'));
await sharp(selfie)
  .extract({ left: 380, top: 330, width: 560, height: 640 })
  .jpeg({ quality: 82 })
  .toFile(to('close-up.jpg'));
await sharp(selfie).resize(300).jpeg({ quality: 85 }).toFile(to('small.jpg'));

const portrait = sharp(selfie).resize(900);
await portrait.clone().png({ compressionLevel: 9, palette: true }).toFile(to('portrait.png'));
await portrait.clone().webp({ quality: 80 }).toFile(to('portrait.webp'));
// A phone held upright: pixels lie on their side, orientation 6 says how to turn them, and GPS says where.
await sharp(await portrait.clone().png().toBuffer())
  .rotate(-90)
  .withMetadata({ orientation: 6 })
  .withExifMerge({
    IFD0: { Make: 'Fixture', Model: 'Phone' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '52/1 31/1 12/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '13/1 24/1 18/1',
    },
  })
  .jpeg({ quality: 84 })
  .toFile(to('sideways-gps.jpg'));
await portrait.clone().png().toFile(to('heic-source.png'));
execFileSync('heif-enc', ['-q', '60', to('heic-source.png'), '-o', to('portrait.heic')]);
execFileSync('rm', [to('heic-source.png')]);
// As phones store it: the colours of Display P3, with the profile that says so.
const wide = to('wide-gamut.png');
await sharp({ create: { width: 64, height: 64, channels: 3, background: '#d08060' } })
  .withIccProfile('p3')
  .png()
  .toFile(wide);
execFileSync('heif-enc', ['-q', '90', wide, '-o', to('wide-gamut.heic')]);
execFileSync('rm', [wide]);
// Two images in one file: blue first, red second.
const twoImages = ['#2060c0', '#c02020'].map((background, at) => ({
  background,
  file: to(`plain-${at}.png`),
}));
for (const { background, file } of twoImages)
  await sharp({ create: { width: 160, height: 128, channels: 3, background } })
    .png()
    .toFile(file);
const files = twoImages.map(({ file }) => file);
execFileSync('heif-enc', ['-q', '50', ...files, '-o', to('two-images.heic')]);
execFileSync('rm', files);
