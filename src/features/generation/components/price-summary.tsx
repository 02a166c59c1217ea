import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureFrame, PictureTag } from '@/components/ui/picture-card';
import type { Quality } from '@/features/billing/price-list';
import { formatCredits } from '@/lib/money';
import { counted } from '@/lib/words';
import type { StyleView } from '../style-queries';

export type PriceLines = {
  style: StyleView;
  quality: Quality;
  variations: number;
  /** Credits of one picture of this quality, without the style's own. */
  base: number;
  total: number;
  free: number;
  usual: { low: number; high: number };
};

type Props = {
  lines: PriceLines;
  /** How the pictures come, said before the button. */
  delivery: ReactNode;
  action: ReactNode;
};

/** The price before the button: what it is made of, what is held, what stays. The server works it out again. */
export function PriceSummary({ lines, delivery, action }: Props) {
  const { style, quality, variations, base, total, free, usual } = lines;
  const each = base + style.surcharge;
  return (
    <aside aria-label="Price" className="sticky top-8 rounded-card border bg-card p-5 max-sm:hidden">
      <PictureFrame
        src={style.example}
        alt={`Example of the ${style.name} style`}
        eager
        className="-m-2 mb-4"
      >
        <PictureTag className="bottom-3 left-3">Example: {style.name}</PictureTag>
      </PictureFrame>
      <dl className="grid grid-cols-[1fr_auto] gap-y-2.5 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt>
          {counted(variations, 'picture')}, {quality}
        </dt>
        <dd>
          {variations} × {base}
        </dd>
        <dt>{style.name}</dt>
        <dd>{style.surcharge > 0 ? `${variations} × ${style.surcharge}` : '+0'}</dd>
      </dl>
      <hr className="my-3.5" />
      <dl className="grid grid-cols-[1fr_auto] gap-y-2.5 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt className="font-semibold text-ink!">Held now</dt>
        <dd>
          <CreditAmount amount={total} held />
        </dd>
        <dt>Your wallet</dt>
        <dd>
          <CreditAmount amount={free} />
        </dd>
        <dt>Free after</dt>
        <dd>{free >= total ? <CreditAmount amount={free - total} /> : <FewerFree short={total - free} />}</dd>
      </dl>
      <div className="mt-4 grid gap-3">
        {delivery}
        {action}
      </div>
      <p className="mt-3 text-ink-2">
        Held, not spent. Each picture that looks like you is charged {each}; the rest come back.
      </p>
      <hr className="my-3.5" />
      <p className="flex items-center gap-2 text-ink-2">
        <Clock className="size-4" aria-hidden="true" />
        Usually {usual.low}–{usual.high} s
      </p>
    </aside>
  );
}

function FewerFree({ short }: { short: number }) {
  return <span className="font-medium text-bad">{formatCredits(short)} short</span>;
}
