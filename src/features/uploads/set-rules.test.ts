import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { dHashOf, embeddingOf, measurementsOf } from '../../../tests/support/measurements';
import { describeServed } from './served-rules';
import { judgeSet, type MeasuredPhoto, summarizeSet } from './set-rules';

function photo(n: number, person = 0, changes: Partial<MeasuredPhoto> = {}): MeasuredPhoto {
  return {
    id: `p${n}`,
    sha256: `sha-${n}`,
    measurements: measurementsOf({ dHash: dHashOf(n) }),
    embedding: embeddingOf(person, 0.5, 64 + n),
    ...changes,
  };
}

const several = (count: number, person = 0, from = 0) =>
  Array.from({ length: count }, (_, at) => photo(from + at, person));

function statuses(photos: MeasuredPhoto[]): string[] {
  return [...judgeSet(photos).values()].map(({ status }) => status);
}

function counted(photos: MeasuredPhoto[]) {
  const verdicts = judgeSet(photos);
  return summarizeSet(
    photos.map(({ id, measurements }) => ({
      status: verdicts.get(id)?.status ?? 'rejected',
      measurements,
    })),
  );
}

describe('duplicates', () => {
  test('the same bytes are refused, and the first of them stays', () => {
    const again = photo(1, 0, { sha256: 'sha-0', measurements: measurementsOf({ dHash: dHashOf(1) }) });
    expect(statuses([photo(0), again])).toEqual(['accepted', 'rejected']);
    expect(judgeSet([photo(0), again]).get('p1')?.findings[0]?.check).toBe('duplicate');
  });

  test('a copy saved again is refused, a near-copy is a warning, seven marks apart is fine', () => {
    const base = photo(0, 0, { measurements: measurementsOf({ dHash: '0000000000000000' }) });
    const other = (dHash: string) => photo(1, 0, { measurements: measurementsOf({ dHash }) });
    expect(statuses([base, other('0000000000000001')])).toEqual(['accepted', 'rejected']);
    expect(statuses([base, other('000000000000003f')])).toEqual(['accepted', 'warned']);
    expect(statuses([base, other('000000000000007f')])).toEqual(['accepted', 'accepted']);
  });

  test('a sharp second try is no copy of the blurred first', () => {
    const blurred = photo(0, 0, {
      measurements: measurementsOf({ dHash: dHashOf(1), face: { sharpness: 0.1 } }),
    });
    expect(statuses([blurred, photo(1)])).toEqual(['rejected', 'accepted']);
  });

  test('one photo nine times is one photo', () => {
    const nine = Array.from({ length: 9 }, (_, at) => photo(0, 0, { id: `c${at}` }));
    expect(counted(nine)).toMatchObject({ usable: 1, rejected: 8 });
  });
});

describe('the same person', () => {
  test('eight photos of one person are fine', () => {
    expect(statuses(several(8))).toEqual(Array(8).fill('accepted'));
  });

  test('one stranger among them is refused', () => {
    const verdicts = judgeSet([...several(6), photo(9, 1)]);
    expect(verdicts.get('p9')).toMatchObject({
      status: 'rejected',
      findings: [{ check: 'same-person', level: 'reject' }],
    });
    expect(verdicts.get('p0')?.status).toBe('accepted');
  });

  test('an even mixture never counts as one person', () => {
    const mixed = [0, 1, 2, 3, 4].flatMap((n) => [photo(n, 0), photo(n + 8, 1)]);
    expect(counted(mixed)).toMatchObject({ usable: 5, rejected: 5 });
  });

  test('the likeness between the limits is a warning', () => {
    const unclear = photo(9, 0, { embedding: embeddingOf(0, 1.04, 80) });
    expect(judgeSet([...several(6), unclear]).get('p9')).toMatchObject({
      status: 'warned',
      findings: [{ check: 'same-person', level: 'warn' }],
    });
  });

  test('a photo that can no longer be compared is not used', () => {
    expect(statuses([...several(6), photo(7, 0, { embedding: null })]).at(-1)).toBe('rejected');
  });
});

describe('the set', () => {
  test('needs six and takes fourteen', () => {
    expect(counted(several(5)).blocked).toBe('Add 1 photo that can be used: you have 5 of 6.');
    expect(counted(several(6)).blocked).toBeNull();
    expect(counted(several(14)).blocked).toBeNull();
    expect(counted(several(15)).blocked).toBe('Remove 1 photo: a set has 14 at most.');
  });

  test('waits for photos that are still being checked', () => {
    const checked = several(6).map(({ measurements }) => ({ status: 'accepted' as const, measurements }));
    const summary = summarizeSet([...checked, { status: 'checking', measurements: null }]);
    expect(summary).toMatchObject({ checking: 1, blocked: '1 photo still being checked.' });
  });

  test('advises views, a smile and two backgrounds from the photos that are used', () => {
    const views = [-20, 0, 20].map((yaw, n) =>
      photo(n, 0, {
        measurements: measurementsOf({ dHash: dHashOf(n), face: { pose: { yaw, pitch: 0, roll: 0 } } }),
      }),
    );
    const met = (photos: MeasuredPhoto[]) =>
      counted(photos)
        .advice.filter((advice) => advice.met)
        .map(({ key }) => key);
    expect(met(views)).toEqual(['front', 'left', 'right']);
    const elsewhere = photo(5, 0, {
      measurements: measurementsOf({
        dHash: dHashOf(5),
        face: { smile: 0.5 },
        background: [30, 20, 0, 30, 20, 0, 30, 20, 0],
      }),
    });
    expect(met([...views, elsewhere])).toEqual(['front', 'left', 'right', 'smile', 'backgrounds']);
  });

  test('serves the frames and sizes of its usable photos', () => {
    const fit = { outside: 0, usable: true, shortSide: 2048 };
    const cut = { outside: 0.2, usable: false, shortSide: 2048 };
    const wide = photo(0, 0, {
      measurements: measurementsOf({ dHash: dHashOf(0), frame: { '1:1': fit, '3:4': cut, '4:5': cut } }),
    });
    const serves = counted([wide, photo(1)]).serves;
    expect(serves['1:1']).toEqual({ frames: 2, shortSide: 2048 });
    expect(serves['4:5']).toEqual({ frames: 1, shortSide: 1536 });
    expect(counted([]).serves['3:4']).toEqual({ frames: 0, shortSide: 0 });
    expect(describeServed(counted([]).serves, 0, textsIn('en'))).toBeNull();
    expect(describeServed(counted([wide]).serves, 1, textsIn('en'))).toBe(
      'These photos can become: square up to 2048 px (1 photo). Not yet for 3:4 and 4:5: show your shoulders, and leave space around you.',
    );
    expect(describeServed(serves, 2, textsIn('en'))).toContain(
      'square up to 2048 px (2 photos), 3:4 up to 1536 px (1 photo)',
    );
  });
});
