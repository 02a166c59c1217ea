import { useTexts } from '#use-texts';
import { PictureCard } from '@/components/ui/picture-card';
import type { PublicStyle } from '@/features/generation/catalogue-loaders';
import { Section } from '../../_landing/section';

/** The same face in all of them: there the style is compared, not the person. */
export function OneFace({ styles }: { styles: readonly PublicStyle[] }) {
  const { t } = useTexts();
  return (
    <Section id="one-face" title={t('site.oneFace.title')} aside={t('site.oneFace.aside')}>
      <div className="mt-6 grid grid-cols-3 gap-x-3 gap-y-4 sm:mt-10 sm:grid-cols-4 sm:gap-5 lg:grid-cols-6">
        {styles.map(({ id, name, example }) => (
          <PictureCard
            key={id}
            small
            src={example}
            alt={t('site.oneFace.alt', { name })}
            caption={<span className="font-semibold">{name}</span>}
          />
        ))}
      </div>
    </Section>
  );
}
