/**
 * `npm run confusion [-- DIR]`: what the photo checks say of good photos, and of the same photos made worse by degrees. DIR has one folder
 * of photos a person; without it, the selfies among the test fixtures. The last columns compare people. Takes a second or two a photo.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findingOf } from '@/features/uploads/finding-words';
import type { Check, Problem } from '@/features/uploads/photo-types';
import { judgePhoto } from '@/features/uploads/rules';
import { THRESHOLDS } from '@/features/uploads/thresholds';
import { textsIn } from '@/texts/catalogue';
import { cosine, meanEmbedding } from '@/vision/face/similarity';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster } from '@/vision/image/raster';
import { hashDistance } from '@/vision/photo/comparing';
import { preparePhoto } from '@/vision/photo/prepare';
import type { PreparedPhoto } from '@/vision/types';
import { DEGRADATIONS, type Good } from './confusion/degradations';

/** Photos a person that are made worse. */
const WORSENED = 2;
const PHOTO = /\.(jpe?g|png|webp|heic)$/i;

type Read = { person: string; file: string; prepared: PreparedPhoto; findings: Problem[] };
type Counts = { passed: number; warned: number; rejected: number };

const english = textsIn('en');
const folder = process.argv[2] ?? 'tests/fixtures/selfies';
const photos = await readAll(folder);
const clean = photos.filter(({ findings }) => findings.length === 0);
print(`${photos.length} photos of ${new Set(photos.map(({ person }) => person)).size} people in ${folder}`);
print(`as they are: ${clean.length} pass everything`);
for (const { person, file, findings } of photos)
  if (findings.length > 0)
    print(
      `  ${person}/${file}: ${findings.map((one) => `${one.check} ${one.level} (${findingOf(one, english).detail})`).join(', ')}`,
    );

print('\n| check | what is done | grade | passed | warned | rejected | other findings |');
print('| --- | --- | --: | --: | --: | --: | --- |');
const good = await Promise.all(firstOfEach(clean).map(goodOf));
for (const { check, what, grades, make } of DEGRADATIONS) {
  for (const grade of grades) {
    const counts: Counts = { passed: 0, warned: 0, rejected: 0 };
    const others = new Map<string, number>();
    for (const photo of good) {
      const { measurements } = await preparePhoto(await make(photo, grade));
      const findings = judgePhoto(measurements);
      counts[levelOf(findings, check)] += 1;
      for (const other of new Set(findings.map((finding) => finding.check)))
        if (other !== check) others.set(other, (others.get(other) ?? 0) + 1);
    }
    const { passed, warned, rejected } = counts;
    const told = [...others].map(([name, count]) => `${name} ${count}`).join(', ');
    print(`| ${check} | ${what} | ${grade} | ${passed} | ${warned} | ${rejected} | ${told} |`);
  }
}
printDuplicates();
printPeople();
process.exit(0);

async function readAll(root: string): Promise<Read[]> {
  const read: Read[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const file of readdirSync(path.join(root, entry.name)).filter((name) => PHOTO.test(name))) {
      const prepared = await preparePhoto(readFileSync(path.join(root, entry.name, file)));
      read.push({ person: entry.name, file, prepared, findings: judgePhoto(prepared.measurements) });
    }
  }
  return read;
}

function firstOfEach(all: readonly Read[]): Read[] {
  return all.filter(
    ({ person }, at) => all.slice(0, at).filter((other) => other.person === person).length < WORSENED,
  );
}

async function goodOf({ prepared }: Read): Promise<Good> {
  const [face] = await findVerifiedFaces(buildPyramid(await decodeRaster(prepared.jpeg)));
  if (!face) throw new Error('A photo that passed shows no face.');
  const { jpeg, width, height } = prepared;
  return { jpeg: Buffer.from(jpeg), width, height, landmarks: face.mesh.landmarks };
}

function levelOf(findings: readonly Problem[], check: Check): keyof Counts {
  const levels = findings.filter((finding) => finding.check === check).map(({ level }) => level);
  if (levels.includes('reject')) return 'rejected';
  return levels.includes('warn') ? 'warned' : 'passed';
}

/** Difference hashes of a photo and another of the same person: how near two photos are that are not copies. */
function printDuplicates(): void {
  const distances: number[] = [];
  for (const [at, a] of photos.entries())
    for (const b of photos.slice(at + 1))
      distances.push(hashDistance(a.prepared.measurements.dHash, b.prepared.measurements.dHash));
  distances.sort((a, b) => a - b);
  const { near } = THRESHOLDS.duplicate;
  print(
    `\nduplicates: ${distances.filter((one) => one <= near).length} of ${distances.length} pairs of different photos are as near as ${near} bits; the nearest are ${distances.slice(0, 5).join(', ')}`,
  );
}

/** Cosine of each photo to the mean of the person's others, and to the means of other people. */
function printPeople(): void {
  const vectors = new Map<string, Float32Array[]>();
  for (const { person, prepared } of photos)
    if (prepared.embedding) vectors.set(person, [...(vectors.get(person) ?? []), prepared.embedding]);
  const same: number[] = [];
  const other: number[] = [];
  for (const [person, own] of vectors) {
    for (const [at, vector] of own.entries()) {
      const rest = own.filter((_, index) => index !== at);
      if (rest.length > 0) same.push(cosine(vector, meanEmbedding(rest)));
      for (const [name, theirs] of vectors)
        if (name !== person) other.push(cosine(vector, meanEmbedding(theirs)));
    }
  }
  const { warn, reject } = THRESHOLDS.samePerson;
  const least = Math.min(...same).toFixed(2);
  const most = Math.max(...other).toFixed(2);
  print(
    `same person: ${same.length} photos against their person, ${least} at least, ${same.filter((one) => one < warn).length} below ${warn}; ${other.length} against other people, ${most} at most, ${other.filter((one) => one >= reject).length} at ${reject} or above`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
