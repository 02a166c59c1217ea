'use client';

import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { usePush } from './use-push';

/** Offers to tell this device when pictures are ready. Shows nothing where that cannot be had. */
export function PushLine({ publicKey, className }: { publicKey: string | null; className?: string }) {
  return publicKey ? <Offer publicKey={publicKey} className={className} /> : null;
}

function Offer({ publicKey, className }: { publicKey: string; className: string | undefined }) {
  const { state, pending, error, turnOn, turnOff } = usePush(publicKey);
  if (state === 'none') return null;
  return (
    <div className={cn('grid gap-2', className)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <BellRing className="size-4 flex-none text-ink-2" aria-hidden="true" />
        {state === 'off' && (
          <Line text="A notice on this device when pictures are ready?">
            <Button size="sm" pending={pending} onClick={turnOn}>
              Tell me here
            </Button>
          </Line>
        )}
        {state === 'on' && (
          <Line text="This device tells you when pictures are ready.">
            <Button size="sm" variant="bare" pending={pending} onClick={turnOff}>
              Turn off
            </Button>
          </Line>
        )}
        {state === 'blocked' && (
          <Line text="Your browser blocks notices from headcraft. Allow them in its settings for this site." />
        )}
        {state === 'install' && (
          <Line text="Add headcraft to your home screen, and it can tell you when pictures are ready." />
        )}
      </div>
      {error && <Alert tone="warn">{error}</Alert>}
    </div>
  );
}

function Line({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <>
      <p className="text-ink-2">{text}</p>
      {children}
    </>
  );
}
