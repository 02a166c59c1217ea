import { PictureCard } from '@/components/ui/picture-card';
import type { PublicStyle } from '@/features/generation/catalogue-loaders';
import { Section } from '../../_landing/section';

/** The same face in all of them: there the style is compared, not the person. */
export function OneFace({ styles }: { styles: readonly PublicStyle[] }) {
  return (
    <Section
      id="one-face"
      title="The same face in each"
      aside="One selfie, finished in every style by the product itself."
    >
      <div className="mt-6 grid grid-cols-3 gap-x-3 gap-y-4 sm:mt-10 sm:grid-cols-4 sm:gap-5 lg:grid-cols-6">
        {styles.map(({ id, name, example }) => (
          <PictureCard
            key={id}
            small
            src={example}
            alt={`The same person in the ${name} style`}
            caption={<span className="font-semibold">{name}</span>}
          />
        ))}
      </div>
    </Section>
  );
}
