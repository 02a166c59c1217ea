import { Check } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { FIRST_TEAM_CREDITS, INVOICE_DUE_DAYS } from '@/features/billing/price-list';
import { formatCredits } from '@/lib/money';
import { Section } from './section';

const TITLE = 'For a company, or for you alone';

const AUDIENCES = [
  {
    id: 'companies',
    title: 'For companies',
    text: 'One person buys, everybody has a picture, nobody is chased.',
    points: [
      'One pool of credits; give them one by one, to everybody at once, or up to a number each.',
      'Invite a hundred addresses at a time. When somebody leaves, their unspent credits go back to the pool.',
      'See who has started and what was spent, by person and by department. Not their faces.',
      `Card or invoice (${INVOICE_DUE_DAYS} days), purchase order number, tax ID, statement as CSV.`,
      'An automatic top-up with a monthly cap, so that nobody waits for credits.',
    ],
    action: { href: '/sign-up', label: 'Start a team' },
  },
  {
    id: 'alone',
    title: 'For one person',
    text: 'The same product as a team of one: what you buy goes straight into your wallet.',
    points: [
      `${formatCredits(FIRST_TEAM_CREDITS)} to try it, without a card.`,
      'Twelve styles, three shapes, and a backdrop, light and framing of your own choice.',
      'Crop, finish and change the backdrop of a picture afterwards, for nothing.',
      'Your phone is enough. Or sit at a computer, scan a code, and let the phone take the selfies.',
      'Invite somebody later, and it is a team.',
    ],
    action: { href: '/sign-up', label: 'Start for yourself' },
  },
] as const;

export function Audiences() {
  return (
    <Section id="for-whom" title={TITLE}>
      <div className="mt-8 grid gap-x-16 gap-y-12 sm:mt-12 md:grid-cols-2">
        {AUDIENCES.map(({ id, title, text, points, action }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="flex flex-col">
            <h3 id={`${id}-title`} className="border-ink border-b pb-3 font-semibold text-16 leading-6">
              {title}
            </h3>
            <p className="pt-5 pb-3 text-20">{text}</p>
            <ul className="grow">
              {points.map((point) => (
                <li key={point} className="flex gap-3 border-b py-3.5 text-16 text-ink-2">
                  <Check className="mt-[5px] size-4 text-good" aria-hidden="true" />
                  {point}
                </li>
              ))}
            </ul>
            <p className="mt-6">
              <ButtonLink href={action.href} prefetch={false}>
                {action.label}
              </ButtonLink>
            </p>
          </section>
        ))}
      </div>
    </Section>
  );
}
