import type { StylesPage } from '@/features/generation/catalogue-loaders';
import { numberWord } from '@/lib/words';

const LEAD =
  'A style is a backdrop, a light and a way to colour the picture. Pick one, say what should be different, and see the price before you start.';

const FINISHED =
  'The picture is your own photo, finished: clothes, hats, glasses and expression stay as they are.';
const DRAWN = 'The picture is drawn anew by AI from your selfies, clothes and background included.';

export function Head({ count, engine }: { count: number; engine: StylesPage['engine'] }) {
  return (
    <header className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap pt-6 pb-10 sm:pt-12 sm:pb-14">
        <h1 className="display-64">{numberWord(count)} styles, one you</h1>
        <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
          {LEAD}
        </p>
        <p className="mt-4 max-w-[48em] text-16 text-ink-2">{engine.finishesSelfie ? FINISHED : DRAWN}</p>
      </div>
    </header>
  );
}
