import Link from 'next/link';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import type { HomePage } from '../member-loaders';

type Admin = NonNullable<HomePage['admin']>;

/** How many people are how far. */
export function TeamProgress({ slug, count }: { slug: string; count: Admin['count'] }) {
  const { t } = useTexts();
  const everybody = count.members + count.invited;
  const lines = [
    { name: t('members.home.invited'), value: count.invited },
    { name: t('members.home.joined'), value: count.members },
    { name: t('members.home.photosReady'), value: count.photos },
    { name: t('members.home.havePictures'), value: count.pictures },
  ];
  return (
    <Card>
      <CardHead title={t('members.home.people')}>
        <ButtonLink href={`/teams/${slug}/members`} size="sm">
          {t('members.home.members')}
        </ButtonLink>
      </CardHead>
      <CardBody>
        <dl className="grid gap-3">
          {lines.map(({ name, value }) => (
            <div key={name} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
              <dt className="text-ink-2">{name}</dt>
              <dd className="text-right font-medium">{value}</dd>
              <div aria-hidden="true" className="col-span-2 h-1 overflow-hidden rounded-full bg-wash-2">
                <div
                  className="h-full rounded-full bg-fill"
                  style={{ width: `${everybody > 0 ? (100 * value) / everybody : 0}%` }}
                />
              </div>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

/** What the person can spend here. */
export function WalletCard({ slug, free }: { slug: string; free: number }) {
  const { t } = useTexts();
  return (
    <Card>
      <CardHead title={t('members.home.wallet')} />
      <CardBody>
        <CreditAmount amount={free} size="figure">
          <CountingNumber value={free} />
        </CreditAmount>
        <p className="mt-2 text-ink-2">{t('members.home.worth', { count: free })}</p>
        <p className="mt-4">
          <Link href={`/teams/${slug}/credits`} className="link">
            {t('members.home.statement')}
          </Link>
        </p>
      </CardBody>
    </Card>
  );
}
