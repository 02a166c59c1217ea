/** The licensed portraits that the product draws its own examples from; see docs/credits.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const PEOPLE = ['fezbot', 'team-4', 'ali-pazani', 'christian'] as const;
export type Person = (typeof PEOPLE)[number];

export function readPortrait(person: Person): Buffer {
  return readFileSync(path.join(process.cwd(), 'tests', 'fixtures', 'portraits', `${person}.jpg`));
}
