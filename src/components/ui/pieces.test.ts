import { describe, expect, it } from 'vitest';
import { initialsOf } from '@/components/ui/avatar';
import { roundedTop } from '@/components/ui/bar-chart';
import { cn } from '@/components/ui/cn';

describe('cn', () => {
  it('keeps a text size and a text colour side by side', () => {
    expect(cn('text-12', 'text-ink-2')).toBe('text-12 text-ink-2');
  });

  it('lets the later class win within our own scale', () => {
    expect(cn('rounded-control text-14 shadow-float', 'rounded-card text-16')).toBe(
      'shadow-float rounded-card text-16',
    );
    expect(cn('h-control', 'h-7')).toBe('h-7');
    expect(cn('max-w-form', 'max-w-reading')).toBe('max-w-reading');
    expect(cn('px-3 py-2', 'p-0')).toBe('p-0');
    expect(cn('w-4 h-4 hover:flex', 'size-6 hidden')).toBe('hover:flex size-6 hidden');
  });

  it('keeps what sets another property by a similar name', () => {
    const several =
      'border border-b border-dashed border-key rounded-card rounded-t-picture text-center text-balance';
    expect(cn(several)).toBe(several);
    expect(cn('p-2', 'px-4')).toBe('p-2 px-4');
    expect(cn('hidden', 'sm:flex')).toBe('hidden sm:flex');
  });
});

describe('initialsOf', () => {
  it.each([
    ['Nora Lindqvist', 'NL'],
    ['Ana Maria de Souza', 'AS'],
    ['Cher', 'CH'],
    ['jonas@acme.example', 'JE'],
    ['  ', '?'],
    ['李小龍', '李小'],
  ])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('roundedTop', () => {
  it.each([
    [0, 3],
    [3, 3],
    [4, 6],
    [27, 30],
    [61, 90],
    [1000, 1500],
  ])('an axis for %i ends at %i', (max, top) => expect(roundedTop(max)).toBe(top));

  it('always holds the largest value, in three equal whole steps', () => {
    for (let max = 1; max < 5000; max += 7) {
      expect(roundedTop(max)).toBeGreaterThanOrEqual(max);
      expect((roundedTop(max) / 3) % 1).toBe(0);
    }
  });
});
