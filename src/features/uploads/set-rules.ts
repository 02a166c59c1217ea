/**
 * What only the whole set can tell: duplicates, whether it is one person, how many photos count, what would make the set
 * better and what it can serve. Judged anew whenever a photo comes or goes. Pure.
 */
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import { cosine, meanEmbedding } from '@/vision/face/similarity';
import { backgroundDistance, DIFFERENT_BACKGROUND, hashDistance } from '@/vision/photo/comparing';
import { ASPECTS, type Aspect, type PhotoMeasurements } from '@/vision/types';
import type { Advice, AdviceKey, PhotoStatus, Problem, Served, SetSummary } from './photo-types';
import { gravestFirst, judgePhoto, statusOf } from './rules';
import { THRESHOLDS as T } from './thresholds';

const ADVICE: readonly AdviceKey[] = ['front', 'left', 'right', 'smile', 'backgrounds'];

export type MeasuredPhoto = {
  id: string;
  sha256: string;
  measurements: PhotoMeasurements;
  /** Null without a face, or when it can no longer be read. */
  embedding: Float32Array | null;
};

export type Verdict = { status: Exclude<PhotoStatus, 'checking'>; findings: Problem[] };

/** Verdicts by photo id. `photos` in the order of upload: of two copies the later one is the duplicate. */
export function judgeSet(photos: readonly MeasuredPhoto[]): Map<string, Verdict> {
  const findings = new Map<string, Problem[]>();
  const usable: MeasuredPhoto[] = [];
  for (const [at, photo] of photos.entries()) {
    const own = judgePhoto(photo.measurements);
    const copy = findDuplicate(photo, photos.slice(0, at), usable);
    if (copy) own.push(copy);
    findings.set(photo.id, own);
    if (statusOf(own) !== 'rejected') usable.push(photo);
  }
  for (const [id, finding] of findStrangers(usable)) findings.get(id)?.push(finding);
  return new Map(
    [...findings].map(([id, found]) => {
      const sorted = gravestFirst(found);
      return [id, { status: statusOf(sorted), findings: sorted }];
    }),
  );
}

/** `photos` are those with a verdict; `checking` counts the ones still being measured. */
export function summarizeSet(
  photos: readonly { status: PhotoStatus; measurements: PhotoMeasurements | null }[],
  texts = currentTexts(),
): SetSummary {
  const count = (status: PhotoStatus) => photos.filter((photo) => photo.status === status).length;
  const good = count('accepted');
  const warned = count('warned');
  const checking = count('checking');
  const used = photos.flatMap(({ status, measurements }) =>
    measurements && (status === 'accepted' || status === 'warned') ? [measurements] : [],
  );
  const { min, max } = T.set;
  return {
    good,
    warned,
    rejected: count('rejected'),
    checking,
    usable: good + warned,
    min,
    max,
    blocked: whyBlocked(good + warned, checking, texts),
    advice: adviseSet(used, texts),
    serves: servedBy(used),
  };
}

function whyBlocked(usable: number, checking: number, { t }: Texts): string | null {
  const { min, max } = T.set;
  if (checking > 0) return t('uploads.set.checking', { count: checking });
  if (usable < min) return t('uploads.set.tooFew', { count: min - usable, usable, min });
  if (usable > max) return t('uploads.set.tooMany', { count: usable - max, max });
  return null;
}

function findDuplicate(
  photo: MeasuredPhoto,
  earlier: readonly MeasuredPhoto[],
  usable: readonly MeasuredPhoto[],
): Problem | null {
  if (earlier.some(({ sha256 }) => sha256 === photo.sha256)) return duplicate('reject', 0);
  // A blurred first try must not spoil the sharp second one: near-copies are sought among photos that are used.
  const distances = usable.map((other) => hashDistance(other.measurements.dHash, photo.measurements.dHash));
  const nearest = Math.min(...distances);
  if (nearest <= T.duplicate.same) return duplicate('reject', nearest);
  return nearest <= T.duplicate.near ? duplicate('warn', nearest) : null;
}

function duplicate(level: Problem['level'], value: number): Problem {
  return level === 'reject'
    ? { check: 'duplicate', kind: 'copy', level, value }
    : { check: 'duplicate', kind: 'nearCopy', level, value, limit: T.duplicate.near };
}

/**
 * Photos that do not show the person of the set. A mean of two people lies near both, so the person is found first: the
 * photo that most others resemble, with those others; each photo is then compared with the mean of that group without itself.
 */
function findStrangers(usable: readonly MeasuredPhoto[]): [string, Problem][] {
  const known = usable.flatMap(({ id, embedding }) => (embedding ? [{ id, embedding }] : []));
  const unknown = usable.filter(({ embedding }) => !embedding).map(({ id }) => id);
  const alike = (a: Float32Array, b: Float32Array) => cosine(a, b) >= T.samePerson.reject;
  const groups = known.map((seed) => known.filter((other) => alike(seed.embedding, other.embedding)));
  const person = groups.reduce((best, group) => (group.length > best.length ? group : best), groups[0] ?? []);
  const strangers = known.flatMap(({ id, embedding }): [string, Problem][] => {
    const others = person.filter((other) => other.id !== id);
    if (others.length === 0) return [];
    const likeness = cosine(embedding, meanEmbedding(others.map((other) => other.embedding)));
    const finding = judgeLikeness(likeness);
    return finding ? [[id, finding]] : [];
  });
  return [...strangers, ...unknown.map((id): [string, Problem] => [id, unreadable()])];
}

function judgeLikeness(likeness: number): Problem | null {
  if (likeness >= T.samePerson.warn) return null;
  const value = Math.round(likeness * 1000) / 1000;
  return likeness < T.samePerson.reject
    ? { check: 'same-person', kind: 'stranger', level: 'reject', value, limit: T.samePerson.reject }
    : { check: 'same-person', kind: 'unlike', level: 'warn', value, limit: T.samePerson.warn };
}

/** After a change of the encryption key: what cannot be compared cannot be used. */
function unreadable(): Problem {
  return { check: 'same-person', kind: 'unreadable', level: 'reject', value: 0 };
}

function adviseSet(used: readonly PhotoMeasurements[], { t }: Texts): Advice[] {
  const { frontYaw, sideYaw, smile } = T.advice;
  const faces = used.flatMap(({ face }) => (face ? [face] : []));
  const met: Record<AdviceKey, boolean> = {
    front: faces.some(({ pose }) => Math.abs(pose.yaw) <= frontYaw),
    // Turned to the image's left, a face shows its left side.
    left: faces.some(({ pose }) => pose.yaw <= -sideYaw),
    right: faces.some(({ pose }) => pose.yaw >= sideYaw),
    smile: faces.some((face) => face.smile >= smile),
    backgrounds: hasTwoBackgrounds(used),
  };
  return ADVICE.map((key) => ({ key, label: t(`uploads.advice.${key}`), met: met[key] }));
}

function hasTwoBackgrounds(used: readonly PhotoMeasurements[]): boolean {
  const known = used.flatMap(({ background }) => (background ? [background] : []));
  return known.some((a, at) =>
    known.slice(at + 1).some((b) => backgroundDistance(a, b) > DIFFERENT_BACKGROUND),
  );
}

function servedBy(used: readonly PhotoMeasurements[]): Record<Aspect, Served> {
  const served = ASPECTS.map((aspect): [Aspect, Served] => {
    const frames = used.flatMap(({ frame }) => (frame?.[aspect].usable ? [frame[aspect]] : []));
    return [aspect, { frames: frames.length, shortSide: Math.max(0, ...frames.map((fit) => fit.shortSide)) }];
  });
  return Object.fromEntries(served) as Record<Aspect, Served>;
}
