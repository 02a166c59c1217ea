'use client';

import { Copy, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
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

/** A link to the chosen picture for people without an account: made, renewed and ended by its person alone. */
export function ShareSection({ slug, generationId, picture, link }: Props) {
  const { t, rich } = useTexts();
  const [copied, setCopied] = useState(false);
  const { pending, refusal, submit } = useSubmit('ui.client.lost.pressAgain');
  const send = (ends: boolean) => {
    setCopied(false);
    submit(() => linkAction(slug, { generationId, pictureId: picture.id, ends }), { onDone: () => {} });
  };
  return (
    <PanelSection title={t('headshots.client.link.title')}>
      {link ? (
        <>
          <div className="flex gap-2">
            <Input
              readOnly
              value={link.url}
              aria-label={t('headshots.client.link.field', { number: picture.number })}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button
              size="icon"
              aria-label={t('headshots.client.link.copy')}
              title={t('headshots.client.link.copy')}
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
            {rich(untilKey(link, copied), {
              when: () => <Time value={link.expiresAt} style="date-time" />,
            })}
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button pending={pending} onClick={() => send(false)}>
              {t('headshots.client.link.renew', { days: LINK_DAYS })}
            </Button>
            <Button variant="danger" disabled={pending} onClick={() => send(true)}>
              {t('headshots.client.link.end')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Button className="w-full" pending={pending} onClick={() => send(false)}>
            <Link2 className="size-4" aria-hidden="true" />
            {t('headshots.client.link.make')}
          </Button>
          <p className="mt-2 text-12 text-ink-2">
            {t('headshots.client.link.lead', { number: picture.number, days: LINK_DAYS })}
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

function untilKey(link: LinkView, copied: boolean) {
  if (link.expired) return 'headshots.client.link.ended';
  return copied ? 'headshots.client.link.copiedUntil' : 'headshots.client.link.until';
}
