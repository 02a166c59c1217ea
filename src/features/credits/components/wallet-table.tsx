import { Mail } from 'lucide-react';
import Form from 'next/form';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { SearchField } from '@/components/ui/search-field';
import { Cell, HeadCell, Row, Table, TableBody, TableFoot, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { AdminCredits } from '../loaders';
import { type Overview, picturesLeft } from '../rules';
import { DistributeDialog } from './distribute-dialog';
import { WalletRow } from './wallet-row';
import { WalletSelection } from './wallet-selection';

/** Everybody's wallet, what invitations have been promised, and the sum that the balances above name. */
export function WalletTable({ view }: { view: AdminCredits }) {
  const { t, rich } = useTexts();
  const { slug, overview, wallets, promises, departments } = view;
  const { rows, total, search, firstHref, nextHref } = wallets;
  const whole = search === '' && !firstHref;
  const alone = whole && total === 1 && promises.length === 0;
  return (
    <Card aria-labelledby="wallets">
      <CardHead title={t('credits.wallets.title')} id="wallets">
        {!alone && (
          <>
            <Form action={`/teams/${slug}/credits`} scroll={false} className="phone:grow">
              <SearchField
                name="search"
                label={t('credits.wallets.find')}
                defaultValue={search}
                className="w-48 phone:w-full"
              />
            </Form>
            <DistributeDialog team={slug} pool={overview.pool} departments={departments} />
          </>
        )}
      </CardHead>
      <WalletSelection team={slug} pool={overview.pool} people={rows}>
        {rows.length === 0 ? (
          <p className="px-5 py-10 text-center text-ink-2">
            {rich('credits.wallets.nobody', {
              search,
              link: (words) => (
                <Link href={`/teams/${slug}/credits`} className="link">
                  {words}
                </Link>
              ),
            })}
          </p>
        ) : (
          <Table label={t('credits.wallets.title')} roomy>
            <TableHead>
              <tr>
                <HeadCell>{t('credits.wallets.person')}</HeadCell>
                <HeadCell numeric>{t('credits.wallets.wallet')}</HeadCell>
                <HeadCell numeric>{t('credits.wallets.held')}</HeadCell>
                <HeadCell numeric>{t('credits.wallets.used')}</HeadCell>
                <HeadCell numeric title={t('credits.wallets.leftHint')}>
                  {t('credits.wallets.left')}
                </HeadCell>
                <HeadCell>
                  <span className="sr-only">{t('credits.wallets.actions')}</span>
                </HeadCell>
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((wallet) => (
                <WalletRow key={wallet.memberId} team={slug} wallet={wallet} pool={overview.pool} />
              ))}
              {whole &&
                promises.map((promise) => (
                  <PromiseRow key={promise.invitationId} slug={slug} promise={promise} />
                ))}
              {whole && <FormerRow former={overview.former} />}
            </TableBody>
            {whole && <SumFoot overview={overview} />}
          </Table>
        )}
        {!alone && (
          <CardFoot>
            <span>
              {search
                ? t('credits.wallets.found', { people: total })
                : whole && promises.length > 0
                  ? t('credits.wallets.countInvited', { people: total, invited: promises.length })
                  : t('credits.wallets.count', { people: total })}
            </span>
            <span className="flex gap-4">
              {firstHref && (
                <Link href={firstHref} className="link" scroll={false}>
                  {t('credits.wallets.fromBeginning')}
                </Link>
              )}
              {nextHref && (
                <Link href={nextHref} className="link" scroll={false}>
                  {t('credits.wallets.more')}
                </Link>
              )}
            </span>
          </CardFoot>
        )}
      </WalletSelection>
    </Card>
  );
}

function PromiseRow({ slug, promise }: { slug: string; promise: AdminCredits['promises'][number] }) {
  const { t, rich } = useTexts();
  return (
    <Row className="text-ink-2">
      <Cell>
        <span className="flex min-w-0 items-center gap-2.5">
          <span
            aria-hidden="true"
            className="ml-7.5 grid size-7 flex-none place-items-center rounded-full border border-edge border-dashed"
          >
            <Mail className="size-4" />
          </span>
          <Link href={`/teams/${slug}/members`} className="truncate hover:underline">
            {promise.email}
          </Link>
        </span>
      </Cell>
      <Cell numeric>
        <span className="whitespace-nowrap">
          <span className="mr-1 hidden text-12 text-ink-3 narrow:inline">
            {t('credits.wallets.promised')}
          </span>
          <CreditAmount amount={promise.amount} />
        </span>
      </Cell>
      <Cell numeric phone="hide" colSpan={3} className="text-ink-3">
        {rich('credits.wallets.promisedUntil', {
          time: () => <Time value={promise.expiresAt} style="date" />,
        })}
      </Cell>
      <Cell phone="hide" />
    </Row>
  );
}

/** Without the people who left, the rows would not add up to the sum. */
function FormerRow({ former }: { former: Overview['former'] }) {
  const { t } = useTexts();
  if (former.wallets === 0 && former.used === 0) return null;
  return (
    <Row className="text-ink-2">
      <Cell>
        <span className="ml-7.5">{t('credits.formerMembers')}</span>
      </Cell>
      <Cell numeric>
        <CreditAmount amount={former.wallets} />
      </Cell>
      <Cell numeric phone="hide">
        {former.wallets}
      </Cell>
      <Cell numeric phone="hide">
        {former.used}
      </Cell>
      <Cell numeric phone="hide">
        0
      </Cell>
      <Cell phone="hide" />
    </Row>
  );
}

function SumFoot({ overview }: { overview: Overview }) {
  const { t, number } = useTexts();
  const { wallets, promised, held, used } = overview;
  return (
    <TableFoot>
      <tr>
        <Cell>{t('credits.wallets.sum')}</Cell>
        <Cell numeric>{promised > 0 ? `${number(wallets)} + ${number(promised)}` : number(wallets)}</Cell>
        <Cell numeric phone="hide">
          {number(held)}
        </Cell>
        <Cell numeric phone="hide">
          {number(used)}
        </Cell>
        <Cell numeric phone="hide">
          {number(picturesLeft(wallets - held))}
        </Cell>
        <Cell phone="hide" />
      </tr>
    </TableFoot>
  );
}
