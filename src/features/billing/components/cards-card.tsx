import { Card, CardBody, CardHead } from '@/components/ui/card';
import { OpenPortal } from './open-portal';

/** Saved cards and Stripe's own list of invoices live on Stripe's pages: no card number ever reaches us. */
export function CardsCard({ slug }: { slug: string }) {
  return (
    <Card aria-labelledby="cards" className="flex flex-col">
      <CardHead id="cards" title="Cards and invoices" />
      <CardBody className="flex grow flex-col justify-between gap-4">
        <p className="text-ink-2">
          Add, change or remove saved cards, and find every invoice, on Stripe’s pages. We never see a card
          number.
        </p>
        <div>
          <OpenPortal team={slug}>Open Stripe</OpenPortal>
        </div>
      </CardBody>
    </Card>
  );
}
