/** How far apart one person and two people lie on the product's own scale. Pure; `calibrate.ts` measures and prints. */
import { likenessWord } from '@/features/generation/likeness';
import { cosine, meanEmbedding } from '@/vision/face/similarity';

export type Person = { name: string; embeddings: readonly Float32Array[] };

export type Distributions = {
  /** Each photo against the mean of the same person's others. */
  same: number[];
  /** Each photo against the mean of every other person. */
  different: number[];
};

/** Compared as a picture is with its photo set: one embedding with a mean that it is not part of. Ascending. */
export function compareAll(people: readonly Person[]): Distributions {
  const same: number[] = [];
  const different: number[] = [];
  for (const person of people) {
    for (const [at, embedding] of person.embeddings.entries()) {
      const others = person.embeddings.filter((_, other) => other !== at);
      if (others.length > 0) same.push(cosine(embedding, meanEmbedding(others)));
      for (const stranger of people) {
        if (stranger !== person && stranger.embeddings.length > 0)
          different.push(cosine(embedding, meanEmbedding(stranger.embeddings)));
      }
    }
  }
  return { same: same.sort((a, b) => a - b), different: different.sort((a, b) => a - b) };
}

const QUANTILES = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1];
const STEP = 0.05;
const WIDEST = 40;

/** The report as text. */
export function describeDistributions({ same, different }: Distributions): string {
  return [
    quantileLine(
      '',
      QUANTILES.map((share) => `${share * 100} %`),
    ),
    quantileLine(
      'same person',
      QUANTILES.map((share) => at(same, share)),
    ),
    quantileLine(
      'two people',
      QUANTILES.map((share) => at(different, share)),
    ),
    '',
    ...histogram(same, different),
    '',
    `unlike although the same: ${share(same, 'unlike')}`,
    `accepted although another: ${shareAccepted(different)}`,
    ...(['excellent', 'good', 'weak'] as const).map((word) => `same, ${word}: ${share(same, word)}`),
  ].join('\n');
}

function quantileLine(name: string, values: readonly string[]): string {
  return [name.padEnd(12), ...values.map((value) => value.padStart(6))].join(' ');
}

function at(sorted: readonly number[], share: number): string {
  const value = sorted[Math.round((sorted.length - 1) * share)];
  return value === undefined ? '–' : value.toFixed(2);
}

function histogram(same: readonly number[], different: readonly number[]): string[] {
  const bins = Math.round(2 / STEP);
  const rows = Array.from({ length: bins }, (_, bin) => {
    const from = -1 + bin * STEP;
    const count = (values: readonly number[]) =>
      values.filter((value) => Math.min(bins - 1, Math.floor((value + 1) / STEP + 1e-9)) === bin).length;
    return { from, same: count(same), different: count(different) };
  });
  const bar = (count: number, of: number, mark: string) =>
    mark.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / of) * WIDEST)));
  return rows
    .filter((row) => row.same + row.different > 0)
    .map(
      (row) =>
        `${row.from.toFixed(2).padStart(5)}  ${bar(row.different, different.length, '·')}${bar(row.same, same.length, '█')}`,
    );
}

function share(values: readonly number[], word: ReturnType<typeof likenessWord>): string {
  return part(values.filter((value) => likenessWord(value) === word).length, values.length);
}

function shareAccepted(values: readonly number[]): string {
  return part(values.filter((value) => likenessWord(value) !== 'unlike').length, values.length);
}

function part(count: number, of: number): string {
  return of === 0 ? 'nothing to compare' : `${count} of ${of} (${((count / of) * 100).toFixed(1)} %)`;
}
