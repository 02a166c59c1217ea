import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import type { HomePage } from '../member-loaders';

type Admin = NonNullable<HomePage['admin']>;

/** How many people are how far. */
export function TeamProgress({ slug, count }: { slug: string; count: Admin['count'] }) {
  const everybody = count.members + count.invited;
  const lines = [
    { name: 'Invited, not joined yet', value: count.invited },
    { name: 'Joined', value: count.members },
    { name: 'Photos ready', value: count.photos },
    { name: 'Have pictures', value: count.pictures },
  ];
  return (
    <Card>
      <CardHead title="People">
        <ButtonLink href={`/teams/${slug}/members`} size="sm">
          Members
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
  return (
    <Card>
      <CardHead title="My wallet" />
      <CardBody>
        <CreditAmount amount={free} size="figure">
          <CountingNumber value={free} />
        </CreditAmount>
        <p className="mt-2 text-ink-2">
          {free === 0
            ? 'No credits to spend.'
            : `${free} standard ${free === 1 ? 'picture' : 'pictures'}. Credits never expire.`}
        </p>
        <p className="mt-4">
          <Link href={`/teams/${slug}/credits`} className="link">
            My statement
          </Link>
        </p>
      </CardBody>
    </Card>
  );
}
