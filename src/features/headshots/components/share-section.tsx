'use client';

import { Copy, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Time } from '@/components/ui/time';
import { useSubmit } from '@/components/ui/use-submit';
import { linkAction } from '../actions';
import { LINK_DAYS, type LinkView } from '../links/link-types';
import { PanelSection } from './panel-section';
import type { ShownPicture } from './result-view';

type Props = { slug: string; generationId: string; picture: ShownPicture; link: LinkView | null };

const LOST = 'ui.client.lost.pressAgain';

/** A link to the chosen picture for people without an account: made, renewed and ended by its person alone. */
export function ShareSection({ slug, generationId, picture, link }: Props) {
  const [copied, setCopied] = useState(false);
  const { pending, refusal, submit } = useSubmit(LOST);
  const send = (ends: boolean) => {
    setCopied(false);
    submit(() => linkAction(slug, { generationId, pictureId: picture.id, ends }), { onDone: () => {} });
  };
  return (
    <PanelSection title="Share">
      {link ? (
        <>
          <div className="flex gap-2">
            <Input
              readOnly
              value={link.url}
              aria-label={`Link to picture ${picture.number}`}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button
              size="icon"
              aria-label="Copy the link"
              title="Copy the link"
              disabled={link.expired}
              onClick={() =>
                navigator.clipboard.writeText(link.url).then(
                  () => setCopied(true),
                  () => setCopied(false),
                )
              }
            >
              <Copy className="size-4" aria-hidden="true" />
            </Button>
          </div>
          <p className="mt-2 text-12 text-ink-2" role="status">
            {copied && 'Copied. '}
            {link.expired ? 'It ended on ' : 'Whoever has it sees this picture, and nothing else, until '}
            <Time value={link.expiresAt} style="date-time" />.
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button pending={pending} onClick={() => send(false)}>
              Renew for {LINK_DAYS} days
            </Button>
            <Button variant="danger" disabled={pending} onClick={() => send(true)}>
              End it
            </Button>
          </div>
        </>
      ) : (
        <>
          <Button className="w-full" pending={pending} onClick={() => send(false)}>
            <Link2 className="size-4" aria-hidden="true" />
            Make a link
          </Button>
          <p className="mt-2 text-12 text-ink-2">
            Whoever has it sees picture {picture.number} for {LINK_DAYS} days, without your name. You can end
            it any time.
          </p>
        </>
      )}
      {refusal && (
        <Alert tone="bad" className="mt-3">
          {refusal.message}
        </Alert>
      )}
    </PanelSection>
  );
}
