import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** tailwind-merge has to know our own scale, or it would take `text-12` for a colour and drop `text-ink`. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['12', '14', '16', '20', '28', '40', '64'],
      'font-weight': ['label', 'action'],
      radius: ['tag', 'control', 'card', 'picture'],
      shadow: ['float'],
      spacing: ['control'],
      container: ['content', 'reading', 'form'],
    },
  },
});

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
