import { useTexts } from '#use-texts';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { OpenPortal } from './open-portal';

/** Saved cards and Stripe's own list of invoices live on Stripe's pages: no card number ever reaches us. */
export function CardsCard({ slug }: { slug: string }) {
  const { t } = useTexts();
  return (
    <Card aria-labelledby="cards" className="flex flex-col">
      <CardHead id="cards" title={t('billing.cards.title')} />
      <CardBody className="flex grow flex-col justify-between gap-4">
        <p className="text-ink-2">{t('billing.cards.body')}</p>
        <div>
          <OpenPortal team={slug}>{t('billing.cards.open')}</OpenPortal>
        </div>
      </CardBody>
    </Card>
  );
}
