import Link from 'next/link';
import { BalanceBar } from '@/components/ui/balance-bar';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Amount, Figure } from '@/features/credits/components/balance-card';
import type { HomePage } from '../member-loaders';

type Admin = NonNullable<HomePage['admin']>;

/** Where the team's credits are. The credits page says the same and more. */
export function TeamFigures({ slug, admin }: { slug: string; admin: Admin }) {
  const { pool, wallets, held, promised, used } = admin;
  return (
    <Card aria-label="Credits">
      <dl className="grid grid-cols-[1.55fr_repeat(4,1fr)] py-6 phone:grid-cols-2 phone:gap-y-5 phone:py-5">
        <Figure label="Pool, free to give" part="pool" first>
          <CreditAmount amount={pool} size="figure">
            <CountingNumber value={pool} />
          </CreditAmount>
        </Figure>
        <Figure label="In wallets" part="wallets">
          <Amount value={wallets} />
        </Figure>
        <Figure label="of them held">
          <Amount value={held} held={held > 0} />
        </Figure>
        <Figure label="Promised" part="promised">
          <Amount value={promised} />
        </Figure>
        <Figure label="Used" part="used">
          <Amount value={used} />
        </Figure>
      </dl>
      <div className="px-6 pb-5 phone:px-5">
        <BalanceBar
          parts={[
            { part: 'pool', amount: pool },
            { part: 'wallets', amount: wallets },
            { part: 'promised', amount: promised },
            { part: 'used', amount: used },
          ]}
        />
        <p className="mt-4">
          <Link href={`/teams/${slug}/credits`} className="link">
            Give credits and see every move
          </Link>
        </p>
      </div>
    </Card>
  );
}

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
            ? 'No credits yet.'
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
