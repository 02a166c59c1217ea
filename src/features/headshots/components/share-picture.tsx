'use client';

import { Share } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { Texts } from '@/texts/make-texts';

type SharePictureProps = { href: string; number: number };

const never = () => () => {};

/** Whether this browser hands files to other apps; asked with an empty picture. */
function sharesFiles(): boolean {
  const sample = new File([], 'picture.jpg', { type: 'image/jpeg' });
  return navigator.canShare?.({ files: [sample] }) ?? false;
}

/** On a phone: the picture itself, into Photos or to another app. Shows nothing where a browser cannot. */
export function SharePicture({ href, number }: SharePictureProps) {
  const texts = useTexts();
  const { t } = texts;
  const can = useSyncExternalStore(never, sharesFiles, () => false);
  const [pending, setPending] = useState(false);
  // Fetching can outlast the moment in which a browser takes a press as one: the file waits for the next.
  const fetched = useRef<{ href: string; file: File }>(undefined);
  if (!can) return null;
  const share = async () => {
    setPending(true);
    try {
      if (fetched.current?.href !== href) fetched.current = { href, file: await fileOf(href, number) };
      await offer(fetched.current.file, texts);
    } catch {
      toast.error(t('headshots.client.device.lost'));
    } finally {
      setPending(false);
    }
  };
  return (
    <Button size="big" pending={pending} onClick={share}>
      <Share className="size-4" aria-hidden="true" />
      {t('headshots.client.device.submit')}
    </Button>
  );
}

async function fileOf(href: string, number: number): Promise<File> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`The picture answered ${answer.status}.`);
  const picture = await answer.blob();
  return new File([picture], `headshot-${number}.${picture.type.split('/').at(-1)?.replace('jpeg', 'jpg')}`, {
    type: picture.type,
  });
}

async function offer(file: File, { t }: Texts): Promise<void> {
  if (!navigator.canShare({ files: [file] })) {
    toast.error(t('headshots.client.device.wrongFormat'));
    return;
  }
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    // Closing the sheet is no error; coming too late after the press wants one more.
    if (name === 'NotAllowedError') toast.message(t('headshots.client.device.again'));
    else if (name !== 'AbortError') toast.error(t('headshots.client.device.refused'));
  }
}
