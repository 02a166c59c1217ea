import { PictureCard } from '@/components/ui/picture-card';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { Section } from './section';

const STYLES = [
  { name: 'Corporate', src: 'christian-corporate', premium: false },
  { name: 'LinkedIn', src: 'fezbot-linkedin', premium: false },
  { name: 'Casual professional', src: 'team-4-casual-professional', premium: false },
  { name: 'Creative', src: 'ali-pazani-creative', premium: false },
  { name: 'Tech', src: 'christian-tech', premium: false },
  { name: 'Actor', src: 'team-4-actor', premium: true },
  { name: 'Model', src: 'fezbot-model', premium: true },
  { name: 'Medical', src: 'team-4-medical', premium: false },
  { name: 'Legal', src: 'fezbot-legal', premium: false },
  { name: 'Executive', src: 'ali-pazani-executive', premium: true },
  { name: 'Editorial', src: 'christian-editorial', premium: true },
  { name: 'Cinematic', src: 'team-4-cinematic', premium: true },
] as const;

export function Styles() {
  return (
    <Section
      id="styles"
      title="Twelve styles"
      aside={`A standard picture is ${QUALITY_CREDITS.standard} credit. A premium style adds ${PREMIUM_CREDITS} or more.`}
    >
      <div className="mt-6 grid grid-cols-3 gap-x-3 gap-y-4 sm:mt-10 sm:grid-cols-4 sm:gap-5 lg:grid-cols-6">
        {STYLES.map(({ name, src, premium }) => (
          <PictureCard
            key={name}
            small
            src={`/examples/${src}.webp`}
            alt={`A headshot in the ${name} style`}
            caption={
              <>
                <span className="font-semibold">{name}</span>
                {premium && <span className="text-ink-2"> premium</span>}
              </>
            }
          />
        ))}
      </div>
    </Section>
  );
}
