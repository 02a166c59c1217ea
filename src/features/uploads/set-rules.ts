/**
 * What only the whole set can tell: duplicates, whether it is one person, how many photos count, what would make the set
 * better and what it can serve. Judged anew whenever a photo comes or goes. Pure.
 */
import { cosine, meanEmbedding } from '@/vision/face/similarity';
import { backgroundDistance, DIFFERENT_BACKGROUND, hashDistance } from '@/vision/photo/comparing';
import { ASPECTS, type Aspect, type PhotoMeasurements } from '@/vision/types';
import type { Advice, Finding, PhotoStatus, Served, SetSummary } from './photo-types';
import { gravestFirst, judgePhoto, statusOf } from './rules';
import { THRESHOLDS as T } from './thresholds';

export type MeasuredPhoto = {
  id: string;
  sha256: string;
  measurements: PhotoMeasurements;
  /** Null without a face, or when it can no longer be read. */
  embedding: Float32Array | null;
};

export type Verdict = { status: Exclude<PhotoStatus, 'checking'>; findings: Finding[] };

/** Verdicts by photo id. `photos` in the order of upload: of two copies the later one is the duplicate. */
export function judgeSet(photos: readonly MeasuredPhoto[]): Map<string, Verdict> {
  const findings = new Map<string, Finding[]>();
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
    blocked: whyBlocked(good + warned, checking),
    advice: adviseSet(used),
    serves: servedBy(used),
  };
}

function whyBlocked(usable: number, checking: number): string | null {
  const { min, max } = T.set;
  if (checking > 0) return `${photos(checking)} still being checked.`;
  if (usable < min) return `Add ${photos(min - usable)} that can be used: you have ${usable} of ${min}.`;
  if (usable > max) return `Remove ${photos(usable - max)}: a set has ${max} at most.`;
  return null;
}

function photos(count: number): string {
  return count === 1 ? '1 photo' : `${count} photos`;
}

function findDuplicate(
  photo: MeasuredPhoto,
  earlier: readonly MeasuredPhoto[],
  usable: readonly MeasuredPhoto[],
): Finding | null {
  if (earlier.some(({ sha256 }) => sha256 === photo.sha256)) return duplicate('reject', 0);
  // A blurred first try must not spoil the sharp second one: near-copies are sought among photos that are used.
  const distances = usable.map((other) => hashDistance(other.measurements.dHash, photo.measurements.dHash));
  const nearest = Math.min(...distances);
  if (nearest <= T.duplicate.same) return duplicate('reject', nearest);
  return nearest <= T.duplicate.near ? duplicate('warn', nearest) : null;
}

function duplicate(level: Finding['level'], value: number): Finding {
  const label = level === 'reject' ? 'Already added' : 'Nearly the same';
  const message =
    level === 'reject'
      ? 'You already added this one: choose another.'
      : 'Nearly the same as another photo: change the angle or the place.';
  const detail =
    level === 'reject'
      ? 'The same picture as another photo of this set. This photo is not used.'
      : `${value} of 64 picture marks differ. Better: more than ${T.duplicate.near}. This photo is used.`;
  return { check: 'duplicate', level, value, label, message, detail };
}

/**
 * Photos that do not show the person of the set. A mean of two people lies near both, so the person is found first: the
 * photo that most others resemble, with those others; each photo is then compared with the mean of that group without itself.
 */
function findStrangers(usable: readonly MeasuredPhoto[]): [string, Finding][] {
  const known = usable.flatMap(({ id, embedding }) => (embedding ? [{ id, embedding }] : []));
  const unknown = usable.filter(({ embedding }) => !embedding).map(({ id }) => id);
  const alike = (a: Float32Array, b: Float32Array) => cosine(a, b) >= T.samePerson.reject;
  const groups = known.map((seed) => known.filter((other) => alike(seed.embedding, other.embedding)));
  const person = groups.reduce((best, group) => (group.length > best.length ? group : best), groups[0] ?? []);
  const strangers = known.flatMap(({ id, embedding }): [string, Finding][] => {
    const others = person.filter((other) => other.id !== id);
    if (others.length === 0) return [];
    const likeness = cosine(embedding, meanEmbedding(others.map((other) => other.embedding)));
    const finding = judgeLikeness(likeness);
    return finding ? [[id, finding]] : [];
  });
  return [...strangers, ...unknown.map((id): [string, Finding] => [id, unreadable()])];
}

function judgeLikeness(likeness: number): Finding | null {
  if (likeness >= T.samePerson.warn) return null;
  const level = likeness < T.samePerson.reject ? 'reject' : 'warn';
  const shown = `Likeness to your other photos: ${Math.max(0, Math.round(likeness * 100))}.`;
  return {
    check: 'same-person',
    level,
    value: Math.round(likeness * 1000) / 1000,
    label: level === 'reject' ? 'Somebody else' : 'Hardly like the others',
    message:
      level === 'reject'
        ? 'This looks like somebody else: use photos of yourself only.'
        : 'This hardly looks like your other photos: choose a clearer one.',
    detail:
      level === 'reject'
        ? `${shown} We need at least ${T.samePerson.reject * 100}. This photo is not used.`
        : `${shown} Better: at least ${T.samePerson.warn * 100}. This photo is used.`,
  };
}

/** After a change of the encryption key: what cannot be compared cannot be used. */
function unreadable(): Finding {
  return {
    check: 'same-person',
    level: 'reject',
    value: 0,
    label: 'Add it again',
    message: 'We can no longer compare this photo: remove it and add it again.',
    detail: 'This photo is not used.',
  };
}

function adviseSet(used: readonly PhotoMeasurements[]): Advice[] {
  const { frontYaw, sideYaw, smile } = T.advice;
  const faces = used.flatMap(({ face }) => (face ? [face] : []));
  return [
    { key: 'front', label: 'Front view', met: faces.some(({ pose }) => Math.abs(pose.yaw) <= frontYaw) },
    // Turned to the image's left, a face shows its left side.
    { key: 'left', label: 'From your left', met: faces.some(({ pose }) => pose.yaw <= -sideYaw) },
    { key: 'right', label: 'From your right', met: faces.some(({ pose }) => pose.yaw >= sideYaw) },
    { key: 'smile', label: 'A smile', met: faces.some((face) => face.smile >= smile) },
    { key: 'backgrounds', label: 'Two backgrounds', met: hasTwoBackgrounds(used) },
  ];
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
