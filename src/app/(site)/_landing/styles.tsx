import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureCard } from '@/components/ui/picture-card';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { Section } from './section';

const STYLES = [
  { name: 'Corporate', src: '/examples/christian-corporate.jpg', premium: false },
  { name: 'LinkedIn', src: '/examples/fezbot-linkedin.jpg', premium: false },
  { name: 'Creative', src: '/examples/team-4-creative.jpg', premium: false },
  { name: 'Executive', src: '/examples/ali-pazani-executive.jpg', premium: true },
] as const;

export function Styles() {
  return (
    <Section
      id="styles"
      title="Four styles"
      aside={`A standard picture is ${QUALITY_CREDITS.standard} credit. A premium style adds ${PREMIUM_CREDITS}.`}
    >
      <div className="mt-6 grid grid-cols-2 gap-x-3 gap-y-6 sm:mt-10 sm:gap-5 lg:grid-cols-4">
        {STYLES.map((style) => (
          <PictureCard
            key={style.name}
            src={style.src}
            alt={`A headshot in the ${style.name} style`}
            caption={
              <>
                <span className="font-semibold">{style.name}</span>
                {style.premium && <span className="text-ink-3"> premium</span>}
              </>
            }
            aside={<CreditAmount amount={QUALITY_CREDITS.standard + (style.premium ? PREMIUM_CREDITS : 0)} />}
          />
        ))}
      </div>
    </Section>
  );
}
