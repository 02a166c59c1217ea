/** Every file of the hostile corpus through the real vision process, one after the other, as if one person had sent them all. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createVisionClient } from '@/vision/process/client';
import { residentMemory } from '@/vision/process/resident-memory';
import { VisionError } from '@/vision/vision-error';
import { type HostileFile, MARKER, makeHostileCorpus } from '../../../tests/support/hostile-corpus';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Nothing else may be wrong with an upload. */
const REFUSALS = ['unsupported_type', 'too_large', 'corrupt'];

type Result = HostileFile & { outcome: string; outputs: Buffer[] };

const client = createVisionClient();
const results: Result[] = [];
let pids: Set<number | undefined>;
let peak = 0;

beforeAll(async () => {
  pids = new Set();
  for (const file of await makeHostileCorpus()) {
    const outputs: Buffer[] = [];
    const outcome = await client.preparePhoto(file.bytes).then(
      ({ jpeg, thumbnail }) => {
        outputs.push(Buffer.from(jpeg), Buffer.from(thumbnail));
        return 'accepted';
      },
      (error: unknown) => (error instanceof VisionError ? error.code : String(error)),
    );
    pids.add(client.pid);
    if (client.pid) peak = Math.max(peak, await residentMemory(client.pid));
    results.push({ ...file, outcome, outputs });
  }
});
afterAll(() => client.close());

test('more than two hundred files, and one process survives them all within its memory', () => {
  expect(results.length).toBeGreaterThanOrEqual(200);
  expect(pids.size).toBe(1);
  expect(peak).toBeLessThan(1.5 * 1024 ** 3);
});

test('each is taken or refused for a reason that the sender can be told', () => {
  const wrong = results.filter(({ expected, outcome }) => {
    if (expected === 'accepted') return outcome !== 'accepted';
    if (expected === 'refused') return !REFUSALS.includes(outcome);
    return outcome !== 'accepted' && !REFUSALS.includes(outcome);
  });
  expect(wrong.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([]);
});

test('what comes out is a picture and nothing else: no planted word, no segment that could hold one', () => {
  const leaks = results.flatMap(({ name, outputs }) =>
    outputs.flatMap((jpeg) => [
      ...(jpeg.includes(MARKER) ? [`${name}: planted words`] : []),
      ...segmentsOf(jpeg)
        .filter((code) => !PICTURE_SEGMENTS.has(code))
        .map((code) => `${name}: segment ${code.toString(16)}`),
    ]),
  );
  expect(leaks).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === 'accepted').length).toBeGreaterThan(60);
});

/** JFIF header, tables, frames, scan. No EXIF, XMP, ICC, IPTC or comment. */
const PICTURE_SEGMENTS = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda]);

/** Codes of all segments up to the scan; `-1` when something stands behind the end of the picture. */
function segmentsOf(jpeg: Buffer): number[] {
  const codes: number[] = [];
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const code = jpeg[at + 1] ?? 0;
    codes.push(code);
    if (code === 0xda) break;
  }
  const end = jpeg.subarray(-2).equals(Buffer.from([0xff, 0xd9]));
  return end ? codes : [...codes, -1];
}
