'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Cell, Row, RowActions } from '@/components/ui/table';
import { Verdict } from '@/components/ui/verdict';
import { picturesLeft, roleWord } from '../rules';
import { type WalletMove, WalletMoveForm } from './wallet-actions';
import { SelectPerson, useChosen } from './wallet-selection';

type Props = {
  team: string;
  wallet: {
    memberId: string;
    name: string;
    image: string | null;
    role: string;
    department: string | null;
    balance: number;
    held: number;
    free: number;
    used: number;
  };
  pool: number;
};

/** One person's wallet; the row opens into a stepper. On a phone the balance is the button that opens it. */
export function WalletRow({ team, wallet, pool }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [move, setMove] = useState<WalletMove | 'choose' | null>(null);
  const person = useRef<HTMLAnchorElement>(null);
  // The button that opened the form may be disabled now (an empty pool); the name is always there to go on from.
  const close = () => {
    setMove(null);
    requestAnimationFrame(() => person.current?.focus());
  };
  const { memberId, name, balance, held, free, used } = wallet;
  const chosen = useChosen(memberId);
  const about = [wallet.department, roleWord(wallet.role, texts)].filter(Boolean).join(', ');
  const left = picturesLeft(free);
  const amount = (
    <CreditAmount amount={balance} className={balance === 0 ? 'font-normal text-ink-3' : undefined}>
      <CountingNumber value={balance} />
    </CreditAmount>
  );
  return (
    <Row selected={move !== null || chosen}>
      <Cell className="max-w-88 narrow:max-w-none">
        <span className="flex min-w-0 items-center gap-2.5">
          <SelectPerson person={{ memberId, name, free }} />
          <Avatar name={name} src={wallet.image} size={28} />
          <Link
            ref={person}
            href={`/teams/${team}/credits/members/${memberId}`}
            className="truncate font-medium hover:underline"
          >
            {name}
          </Link>
          {about && <span className="truncate text-ink-3 narrow:hidden">{about}</span>}
        </span>
      </Cell>
      <Cell numeric>
        <span className="narrow:hidden">{amount}</span>
        <Button
          variant="bare"
          size="sm"
          className="hidden text-ink narrow:inline-flex"
          aria-expanded={move !== null}
          aria-label={t('credits.client.wallet.open', { name, balance })}
          onClick={() => setMove(move === null ? 'choose' : null)}
        >
          {amount}
          <ChevronDown className="size-4 text-ink-3" aria-hidden="true" />
        </Button>
      </Cell>
      <Cell numeric phone="hide">
        {held > 0 ? <CreditAmount amount={held} held /> : <Zero />}
      </Cell>
      <Cell numeric phone="hide">
        {used > 0 ? texts.number(used) : <Zero />}
      </Cell>
      <Cell numeric phone="hide">
        {left > 0 ? texts.number(left) : <Verdict tone="warn">0</Verdict>}
      </Cell>
      <Cell phone={move === null ? 'hide' : 'wide'} className="w-72 narrow:w-auto narrow:pt-2!">
        {move === 'give' || move === 'reclaim' ? (
          <WalletMoveForm
            key={move}
            team={team}
            person={{ memberId, name }}
            move={move}
            most={move === 'give' ? pool : free}
            onClose={close}
          />
        ) : (
          // Whoever has nothing left is the next step of this page: that row does not wait to be pointed at.
          <RowActions className={left === 0 && pool > 0 ? 'opacity-100' : undefined}>
            <Button
              size="sm"
              disabled={pool === 0}
              aria-label={t('credits.client.giveTo', { name })}
              onClick={() => setMove('give')}
            >
              {t('credits.client.give')}
            </Button>
            {free > 0 && (
              <Button
                size="sm"
                variant="bare"
                aria-label={t('credits.client.reclaimFrom', { name })}
                onClick={() => setMove('reclaim')}
              >
                {t('credits.client.reclaim')}
              </Button>
            )}
          </RowActions>
        )}
      </Cell>
    </Row>
  );
}

function Zero() {
  return <span className="text-ink-3">0</span>;
}
