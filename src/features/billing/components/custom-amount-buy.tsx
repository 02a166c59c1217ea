'use client';

import type { InvoiceTo } from '../loaders';
import { BuyButton, type Chosen } from './buy-button';
import { CustomAmount, useCustomAmount } from './custom-amount';
import { InvoiceOrder } from './invoice-order';

type Props = { team: string; alone: boolean; initial: number; invoiceTo: InvoiceTo };

/** Any number of credits, bought here. */
export function CustomAmountBuy({ team, alone, initial, invoiceTo }: Props) {
  const { text, setText, choice } = useCustomAmount(initial);
  const chosen: Chosen | null = choice.ok
    ? { credits: choice.credits, amountCents: choice.amountCents }
    : null;
  return (
    <CustomAmount text={text} onText={setText} alone={alone}>
      <div className="grid gap-1">
        <BuyButton team={team} chosen={chosen} />
        <InvoiceOrder team={team} chosen={chosen} invoiceTo={invoiceTo} />
      </div>
    </CustomAmount>
  );
}
