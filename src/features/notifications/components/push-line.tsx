'use client';

import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { usePush } from './use-push';

/** Offers to tell this device when pictures are ready. Shows nothing where that cannot be had. */
export function PushLine({ publicKey, className }: { publicKey: string | null; className?: string }) {
  return publicKey ? <Offer publicKey={publicKey} className={className} /> : null;
}

function Offer({ publicKey, className }: { publicKey: string; className: string | undefined }) {
  const { t } = useTexts();
  const { state, pending, error, turnOn, turnOff } = usePush(publicKey);
  if (state === 'none') return null;
  return (
    <div className={cn('grid gap-2', className)}>
      {/* The bell stays beside its sentence, however many lines that takes. */}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {state === 'off' && (
          <Line text={t('emails.client.notices.push.off')}>
            <Button size="sm" pending={pending} onClick={turnOn}>
              {t('emails.client.notices.push.turnOn')}
            </Button>
          </Line>
        )}
        {state === 'on' && (
          <Line text={t('emails.client.notices.push.on')}>
            <Button size="sm" variant="bare" pending={pending} onClick={turnOff}>
              {t('emails.client.notices.push.turnOff')}
            </Button>
          </Line>
        )}
        {state === 'blocked' && <Line text={t('emails.client.notices.push.blocked')} />}
        {state === 'install' && <Line text={t('emails.client.notices.push.install')} />}
      </div>
      {error && <Alert tone="warn">{error}</Alert>}
    </div>
  );
}

function Line({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <>
      <p className="flex gap-2.5 text-ink-2">
        <BellRing className="mt-0.5 size-4" aria-hidden="true" />
        {text}
      </p>
      {children}
    </>
  );
}
