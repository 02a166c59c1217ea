import { usePathname } from 'next/navigation';
import { LANGUAGES } from '@/texts/languages';

const PREFIX = new RegExp(`^/(${LANGUAGES.join('|')})(?=/|$)`);

/** The path of this page without its language: `/de/pricing` is `/pricing`, `/de` is `/`. */
export function usePlainPath(): string {
  return (usePathname() ?? '/').replace(PREFIX, '') || '/';
}
