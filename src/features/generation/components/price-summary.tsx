import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureFrame, PictureTag } from '@/components/ui/picture-frame';
import type { Quality } from '@/features/billing/price-list';
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
  const { t } = useTexts();
  const { style, quality, variations, base, total, free, usual } = lines;
  const each = base + style.surcharge;
  return (
    <aside
      aria-label={t('generation.client.price.label')}
      className="sticky top-8 rounded-card border bg-card p-5 max-sm:hidden"
    >
      <PictureFrame
        src={style.example}
        alt={t('generation.client.price.exampleAlt', { style: style.name })}
        eager
        className="-m-2 mb-4"
      >
        <PictureTag className="bottom-3 left-3">
          {t('generation.client.price.example', { style: style.name })}
        </PictureTag>
      </PictureFrame>
      <dl className="grid grid-cols-[1fr_auto] gap-y-2.5 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt>
          {t('generation.client.price.pictures', {
            count: variations,
            quality: t(`generation.client.qualityInline.${quality}`),
          })}
        </dt>
        <dd>
          {variations} × {base}
        </dd>
        <dt>{style.name}</dt>
        <dd>{style.surcharge > 0 ? `${variations} × ${style.surcharge}` : '+0'}</dd>
      </dl>
      <hr className="my-3.5" />
      <dl className="grid grid-cols-[1fr_auto] gap-y-2.5 [&_dd]:text-right [&_dt]:text-ink-2">
        <dt className="font-semibold text-ink!">{t('generation.client.price.held')}</dt>
        <dd>
          <CreditAmount amount={total} held />
        </dd>
        <dt>{t('generation.client.price.wallet')}</dt>
        <dd>
          <CreditAmount amount={free} />
        </dd>
        <dt>{t('generation.client.price.freeAfter')}</dt>
        <dd>{free >= total ? <CreditAmount amount={free - total} /> : <FewerFree short={total - free} />}</dd>
      </dl>
      <div className="mt-4 grid gap-3">
        {delivery}
        {action}
      </div>
      <p className="mt-3 text-ink-2">{t('generation.client.price.note', { each })}</p>
      <hr className="my-3.5" />
      <p className="flex items-center gap-2 text-ink-2">
        <Clock className="size-4" aria-hidden="true" />
        {t('generation.client.price.usually', usual)}
      </p>
    </aside>
  );
}

function FewerFree({ short }: { short: number }) {
  const { t } = useTexts();
  return (
    <span className="font-medium text-bad">{t('generation.client.price.short', { credits: short })}</span>
  );
}
