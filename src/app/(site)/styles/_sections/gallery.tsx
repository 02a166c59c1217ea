import { useTexts } from '#use-texts';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureFrame } from '@/components/ui/picture-frame';
import type { PublicStyle } from '@/features/generation/catalogue-loaders';
import { categoryName } from '@/features/generation/styles';
import type { Texts } from '@/texts/make-texts';
import { findFace } from '../../_site/example-pictures';

/** Pictures of the first row are in view at once. */
const FIRST_ROW = 4;

/** Every style: an example, what it is for, what a standard picture costs. */
export function Gallery({ styles }: { styles: readonly PublicStyle[] }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <section aria-label={t('site.gallery.label')} className="border-t py-10 sm:py-16">
      <ul className="wrap grid grid-cols-2 gap-x-3 gap-y-8 sm:grid-cols-3 sm:gap-x-5 sm:gap-y-12 lg:grid-cols-4">
        {styles.map((style, at) => (
          <li key={style.id}>
            <PictureFrame
              src={findFace(style.id) ?? style.example}
              alt={t('site.strip.alt', { name: style.name })}
              eager={at < FIRST_ROW}
            />
            <div className="flex items-baseline justify-between gap-3 pt-2.5">
              <h2 className="font-semibold">{style.name}</h2>
              <CreditAmount amount={style.credits} />
            </div>
            <p className="text-12 text-ink-3">{kindOf(style, texts)}</p>
            <p className="mt-1.5 text-ink-2">{style.description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Business"; "Entertainment, premium". */
function kindOf({ category, premium }: PublicStyle, texts: Texts): string {
  const kind = categoryName(category, texts);
  return premium && category !== 'Premium' ? `${kind}, ${texts.t('site.strip.premium')}` : kind;
}
