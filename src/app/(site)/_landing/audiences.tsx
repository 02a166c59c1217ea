import { Check } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { FIRST_TEAM_CREDITS, INVOICE_DUE_DAYS, PACKS, PLANS } from '@/features/billing/price-list';
import { START_ALONE } from '@/lib/arrival';
import { Section } from './section';

const AUDIENCES = [
  { id: 'companies', start: '/sign-up', points: ['pool', 'invite', 'see', 'invoice', 'topUp'] },
  { id: 'alone', start: START_ALONE, points: ['try', 'price', 'styles', 'edit', 'phone', 'team'] },
] as const;

export function Audiences() {
  const { t, cents } = useTexts();
  const values = { credits: FIRST_TEAM_CREDITS, days: INVOICE_DUE_DAYS };
  const price = {
    plan: cents(PLANS.plus.amountCents),
    monthly: PLANS.plus.monthlyCredits,
    pack: cents(PACKS.starter.amountCents),
    credits: PACKS.starter.credits,
  };
  return (
    <Section id="for-whom" title={t('site.audiences.title')}>
      <div className="mt-8 grid gap-x-16 gap-y-12 sm:mt-12 md:grid-cols-2">
        {AUDIENCES.map(({ id, start, points }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="flex flex-col">
            <h3 id={`${id}-title`} className="border-ink border-b pb-3 font-semibold text-16 leading-6">
              {t(`site.audiences.${id}.title`)}
            </h3>
            <p className="pt-5 pb-3 text-20">{t(`site.audiences.${id}.text`)}</p>
            <ul className="grow">
              {points.map((point) => (
                <li key={point} className="flex gap-3 border-b py-3.5 text-16 text-ink-2">
                  <Check className="mt-[5px] size-4 text-good" aria-hidden="true" />
                  {t(`site.audiences.points.${point}`, point === 'price' ? price : values)}
                </li>
              ))}
            </ul>
            <p className="mt-6">
              <ButtonLink href={start} prefetch={false}>
                {t(`site.audiences.${id}.action`)}
              </ButtonLink>
            </p>
          </section>
        ))}
      </div>
    </Section>
  );
}
