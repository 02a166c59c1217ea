import { groupDigits } from './money';

/** "1 person", "1,200 people": a number and what it counts. `many` is written out where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

export function countedPeople(count: number): string {
  return counted(count, 'person', 'people');
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cleo". */
export function allOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}

/** "Ada", "Ada or Ben", "Ada, Ben or Cleo". */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

const NUMBER_WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** A small number at the start of a headline: "Twelve"; from 13 on in digits. */
export function numberWord(count: number): string {
  return NUMBER_WORDS[count] ?? groupDigits(count);
}
