import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureCard } from '@/components/ui/picture-card';
import { PREMIUM_CREDITS, QUALITY_CREDITS } from '@/features/billing/price-list';
import { findFace } from '../_site/example-pictures';

/** What the product brings; which of them a team can choose today is on the page about styles. */
const STYLES = [
  { id: 'corporate', name: 'Corporate', premium: false },
  { id: 'linkedin', name: 'LinkedIn', premium: false },
  { id: 'casual-professional', name: 'Casual professional', premium: false },
  { id: 'creative', name: 'Creative', premium: false },
  { id: 'executive', name: 'Executive', premium: true },
  { id: 'tech', name: 'Tech', premium: false },
  { id: 'actor', name: 'Actor', premium: true },
  { id: 'medical', name: 'Medical', premium: false },
  { id: 'model', name: 'Model', premium: true },
  { id: 'legal', name: 'Legal', premium: false },
  { id: 'editorial', name: 'Editorial', premium: true },
  { id: 'cinematic', name: 'Cinematic', premium: true },
] as const;

/** A strip that runs off the right edge; arrow keys and fingers move it. */
export function Styles() {
  const { t } = useTexts();
  const prices = { standard: QUALITY_CREDITS.standard, premium: PREMIUM_CREDITS };
  return (
    <section id="styles" aria-labelledby="styles-title" className="border-t py-16 sm:py-[104px]">
      <div className="wrap flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h2 id="styles-title" className="display-40">
          {t('site.strip.title')}
        </h2>
        <p className="text-16 text-ink-2">{t('site.strip.aside', prices)}</p>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('site.strip.examples')}
        className="relative mt-4 grid snap-x auto-cols-[216px] grid-flow-col gap-3 overflow-x-auto scroll-px-5 px-5 py-2 [scrollbar-width:none] sm:mt-8 sm:auto-cols-[272px] sm:scroll-px-[max(24px,calc((100vw-70rem)/2))] sm:gap-5 sm:px-[max(24px,calc((100vw-70rem)/2))]"
      >
        {STYLES.map(({ id, name, premium }) => (
          <div key={id} className="snap-start">
            <PictureCard
              src={findFace(id) ?? undefined}
              alt={t('site.strip.alt', { name })}
              caption={
                <>
                  <span className="font-semibold">{name}</span>
                  {premium && <span className="text-ink-2"> {t('site.strip.premium')}</span>}
                </>
              }
              aside={
                <CreditAmount
                  amount={
                    premium ? `${QUALITY_CREDITS.standard + PREMIUM_CREDITS}` : QUALITY_CREDITS.standard
                  }
                />
              }
            />
          </div>
        ))}
      </section>
      <div className="wrap mt-6">
        <ButtonLink href="/styles" prefetch={false}>
          {t('site.strip.more')}
        </ButtonLink>
      </div>
    </section>
  );
}
