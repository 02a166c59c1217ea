/**
 * Files that somebody could upload to break, blow up or deceive the product: more than two hundred, made by code from plain pixels. The
 * same seed makes the same files.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { gradient, HTML_TAIL, pngBomb, pngChunk, refusedTypes } from '../fixtures/hostile';
import { seeded } from './random';

/** `either`: what a decoder makes of damaged bytes is its own affair, as long as it ends. */
type Expected = 'accepted' | 'refused' | 'either';

export type HostileFile = { name: string; bytes: Buffer; expected: Expected };

/** Planted in metadata and behind pictures; must be in nothing that comes out. */
export const MARKER = 'PLANTED-BY-THE-SENDER-52.5200N-13.4050E';

const marker = Buffer.from(MARKER);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

/** One good file of each format, small. */
type Bases = Record<'jpeg' | 'png' | 'webp' | 'heic', Buffer>;

export async function makeHostileCorpus(): Promise<HostileFile[]> {
  const bases: Bases = {
    jpeg: await gradient(96, 64).jpeg().toBuffer(),
    png: await gradient(96, 64).png().toBuffer(),
    webp: await gradient(96, 64).webp().toBuffer(),
    heic: readFileSync(path.join(process.cwd(), 'tests/fixtures/photos/two-images.heic')),
  };
  return [
    ...(await encodings(bases)),
    ...(await otherTypes(bases)),
    ...bombs(bases),
    ...cuts(bases),
    ...tails(bases),
    ...(await metadata(bases)),
    ...lies(bases),
    ...flips(bases),
  ];
}

const every = <T>(bases: Bases, make: (format: keyof Bases, bytes: Buffer) => T[]): T[] =>
  (Object.keys(bases) as (keyof Bases)[]).flatMap((format) => make(format, bases[format]));

/** Rare but honest ways to store a picture. */
async function encodings(bases: Bases): Promise<HostileFile[]> {
  const made: Record<string, Buffer> = {
    ...bases,
    'progressive jpeg': await gradient(96, 64).jpeg({ progressive: true }).toBuffer(),
    'grey jpeg': await gradient(96, 64).greyscale().jpeg().toBuffer(),
    'cmyk jpeg': await gradient(96, 64).toColourspace('cmyk').jpeg().toBuffer(),
    'interlaced png': await gradient(96, 64).png({ progressive: true }).toBuffer(),
    'palette png': await gradient(96, 64).png({ palette: true, colours: 7 }).toBuffer(),
    '16 bit png': await gradient(96, 64).toColourspace('rgb16').png().toBuffer(),
    'one bit png': await gradient(96, 64).threshold().toColourspace('b-w').png({ colours: 2 }).toBuffer(),
    'transparent png': await gradient(96, 64).ensureAlpha(0).png().toBuffer(),
    'lossless webp': await gradient(96, 64).webp({ lossless: true }).toBuffer(),
    'transparent webp': await gradient(96, 64).ensureAlpha(0.3).webp().toBuffer(),
    '1 × 1': await gradient(1, 1).png().toBuffer(),
    '1 × 20000': await gradient(1, 20_000).png().toBuffer(),
    '20000 × 1': await gradient(20_000, 1).png().toBuffer(),
    '1 × 16000 jpeg': await gradient(1, 16_000).jpeg().toBuffer(),
  };
  return Object.entries(made).map(([name, bytes]) => ({ name, bytes, expected: 'accepted' }));
}

/** Other types, plain and behind the first bytes of an accepted one. */
async function otherTypes({ jpeg, png }: Bases): Promise<HostileFile[]> {
  const types: Record<string, Buffer> = {
    ...(await refusedTypes()),
    bmp: Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'latin1'),
    ico: Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0]),
    psd: Buffer.from('8BPS\0\x01', 'latin1'),
    'jpeg 2000': Buffer.concat([u32(12), Buffer.from('jP  \r\n\x87\n', 'latin1')]),
    'jpeg xl': Buffer.from([0xff, 0x0a, 0xfa, 0x1f]),
    mp4: Buffer.concat([u32(24), Buffer.from('ftypisom\0\0\0\0isommp41')]),
    'avif in heic’s clothes': Buffer.concat([u32(24), Buffer.from('ftypmif1\0\0\0\0mif1avif')]),
    php: Buffer.from('<?php system($_GET["c"]);'),
    'xml with entities': Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    postscript: Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n'),
    program: Buffer.from('MZ\x90\0', 'latin1'),
    elf: Buffer.from('\x7fELF\x02\x01', 'latin1'),
    '64 KB of zeros': Buffer.alloc(65_536),
  };
  return Object.entries(types).flatMap(([name, bytes]): HostileFile[] => [
    { name, bytes, expected: 'refused' },
    {
      name: `${name} behind a JPEG’s first bytes`,
      bytes: Buffer.concat([jpeg.subarray(0, 20), bytes]),
      expected: 'refused',
    },
    {
      name: `${name} behind a PNG’s first bytes`,
      bytes: Buffer.concat([png.subarray(0, 8), bytes]),
      expected: 'refused',
    },
  ]);
}

/** Small on the wire, huge in memory. */
function bombs({ jpeg, png, webp }: Bases): HostileFile[] {
  const compressed = deflateSync(Buffer.alloc(48 * 1024 * 1024), { level: 9 });
  const afterHeader = 33;
  const inject = (type: string, body: Buffer) =>
    Buffer.concat([png.subarray(0, afterHeader), pngChunk(type, body), png.subarray(afterHeader)]);
  const wide = Buffer.from(jpeg);
  const frame = wide.indexOf(Buffer.from([0xff, 0xc0]));
  wide.writeUInt16BE(65_535, frame + 5);
  wide.writeUInt16BE(65_535, frame + 7);
  const large = Buffer.alloc(10);
  large.writeUIntLE(16_382, 4, 3);
  large.writeUIntLE(16_382, 7, 3);
  const canvas = Buffer.concat([
    Buffer.from('RIFF'),
    Buffer.alloc(4),
    Buffer.from('WEBPVP8X\x0a\0\0\0', 'latin1'),
    large,
    webp.subarray(12),
  ]);
  canvas.writeUInt32LE(canvas.length - 8, 4);
  const made: [string, Buffer, Expected][] = [
    ['a PNG of 16000²', pngBomb(), 'refused'],
    ['a PNG of 30000²', pngBomb(30_000), 'refused'],
    ['a PNG just above 64 megapixels', pngBomb(8_008), 'refused'],
    ['a JPEG that says 65535²', wide, 'refused'],
    ['a WebP that says 16383²', canvas, 'refused'],
    ['48 MB of text in a PNG', inject('zTXt', Buffer.concat([Buffer.from('a\0\0'), compressed])), 'either'],
    [
      '48 MB of profile in a PNG',
      inject('iCCP', Buffer.concat([Buffer.from('a\0\0'), compressed])),
      'either',
    ],
    [
      'ten thousand comments',
      Buffer.concat([jpeg.subarray(0, 2), ...comments(10_000), jpeg.subarray(2)]),
      'either',
    ],
  ];
  return made.map(([name, bytes, expected]) => ({ name, bytes, expected }));
}

const segment = (code: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
const comments = (count: number) => Array.from({ length: count }, () => segment(0xfe, marker));

/** Ended too early: in the header, in the middle, in the last bytes. */
function cuts(bases: Bases): HostileFile[] {
  return every(bases, (format, bytes) =>
    [1, 2, 3, 9, 12, 16, 30, 60, 0.25, 0.5, 0.75, 0.9].map((at) => {
      const length = at < 1 ? Math.floor(bytes.length * at) : at;
      const expected = length < 60 ? 'refused' : 'either';
      return { name: `${format}, its first ${length} bytes`, bytes: bytes.subarray(0, length), expected };
    }),
  );
}

/** Something else behind the picture. */
function tails(bases: Bases): HostileFile[] {
  const made: Record<string, Buffer> = {
    'a web page': Buffer.from(HTML_TAIL + MARKER),
    'a ZIP': Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), marker]),
    'a script': Buffer.from(`<?php echo "${MARKER}";`),
    'another picture': Buffer.concat([bases.jpeg, marker]),
    'a megabyte of zeros': Buffer.concat([Buffer.alloc(1024 * 1024), marker]),
  };
  return every(bases, (format, bytes) =>
    Object.entries(made).map(([name, tail]) => ({
      name: `${format} and ${name}`,
      bytes: Buffer.concat([bytes, tail]),
      expected: format === 'heic' ? 'either' : 'accepted',
    })),
  );
}

/** Everywhere a format has room for words. */
async function metadata({ jpeg, png, webp }: Bases): Promise<HostileFile[]> {
  const exif = {
    IFD0: { Make: MARKER, Artist: MARKER },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' },
  };
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${MARKER}"/></rdf:RDF></x:xmpmeta>`;
  const made: [string, Buffer][] = [];
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    made.push([
      `${format} with EXIF and GPS`,
      await gradient(96, 64).withExif(exif).toFormat(format).toBuffer(),
    ]);
    made.push([`${format} with XMP`, await gradient(96, 64).withXmp(xmp).toFormat(format).toBuffer()]);
    made.push([
      `${format} with a profile`,
      await gradient(96, 64).withIccProfile('p3').toFormat(format).toBuffer(),
    ]);
  }
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const turned = sharp(jpeg).withMetadata({ orientation }).withExifMerge(exif);
    made.push([`jpeg, orientation ${orientation}`, await turned.jpeg().toBuffer()]);
  }
  for (let code = 0xe1; code <= 0xef; code += 1)
    made.push([
      `jpeg with APP${code - 0xe0}`,
      Buffer.concat([jpeg.subarray(0, 2), segment(code, marker), jpeg.subarray(2)]),
    ]);
  for (const [type, body] of [
    ['tEXt', Buffer.concat([Buffer.from('Comment\0'), marker])],
    ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(marker)])],
    ['iTXt', Buffer.concat([Buffer.from('Comment\0\0\0\0\0'), marker])],
    ['eXIf', marker],
    ['prVt', marker],
  ] as const)
    made.push([
      `png with ${type}`,
      Buffer.concat([png.subarray(0, 33), pngChunk(type, body), png.subarray(33)]),
    ]);
  const chunk = Buffer.concat([Buffer.from('JUNK'), u32(0), marker]);
  chunk.writeUInt32LE(marker.length, 4);
  made.push(['webp with a chunk of its own', Buffer.concat([webp, chunk, Buffer.alloc(marker.length % 2)])]);
  return made.map(([name, bytes]) => ({
    name,
    bytes,
    expected: name.includes('APP14') ? 'either' : 'accepted',
  }));
}

/** Lengths that are not true. */
function lies({ jpeg, png, webp, heic }: Bases): HostileFile[] {
  const changed = (bytes: Buffer, at: number, value: Buffer) => {
    const copy = Buffer.from(bytes);
    value.copy(copy, at);
    return copy;
  };
  const made: [string, Buffer][] = [];
  for (const length of [0, 1, 2, 0xffff])
    made.push([
      `jpeg segment of length ${length}`,
      Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from([0xff, 0xfe, length >> 8, length & 255]),
        jpeg.subarray(2),
      ]),
    ]);
  for (const length of [0, 1, 0x7fffffff, 0xffffffff]) {
    made.push([`png data of length ${length}`, changed(png, 33, u32(length))]);
    made.push([`webp of length ${length}`, changed(webp, 4, u32(length))]);
    made.push([`heic first box of length ${length}`, changed(heic, 0, u32(length))]);
    made.push([`heic second box of length ${length}`, changed(heic, heic.readUInt32BE(0), u32(length))]);
  }
  made.push(['png of 0 × 0', changed(png, 16, Buffer.alloc(8))]);
  made.push(['png without end', png.subarray(0, png.length - 12)]);
  made.push(['jpeg without end', jpeg.subarray(0, jpeg.length - 2)]);
  made.push([
    'png with a broken profile',
    Buffer.concat([png.subarray(0, 33), pngChunk('iCCP', Buffer.alloc(90, 0x5a)), png.subarray(33)]),
  ]);
  return made.map(([name, bytes]) => ({ name, bytes, expected: 'either' }));
}

/** Random bytes changed, few and many. */
function flips(bases: Bases): HostileFile[] {
  const random = seeded(20_261_128);
  return every(bases, (format, bytes) =>
    [1, 1, 1, 2, 4, 8, 16, 32, 64, 128].map((count, n) => {
      const copy = Buffer.from(bytes);
      for (let k = 0; k < count; k += 1) copy[random.int(0, copy.length - 1)] = random.int(0, 255);
      return { name: `${format}, ${count} bytes changed, ${n}`, bytes: copy, expected: 'either' };
    }),
  );
}
