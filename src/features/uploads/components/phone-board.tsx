'use client';

import { Camera, Images } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LiveRegion } from '@/components/ui/live-region';
import type { PhonePhoto, PhoneView } from '../handover/handover-types';
import { FilePicker } from './add-photos';
import { FindingCard } from './finding-card';
import { finishPhone, PHONE_UPLOADS, removePhonePhoto } from './handover-api';
import { PhotoTile, UploadTile } from './photo-tile';
import { messageOf } from './uploads-api';
import { useUploads } from './use-uploads';

type PhoneBoardProps = { view: PhoneView; onChanged: () => Promise<void>; onDone: () => void };

/** Camera and gallery, and the verdicts on what this phone sent. The pictures shown are the phone's own: none comes back from the server. */
export function PhoneBoard({ view, onChanged, onDone }: PhoneBoardProps) {
  const texts = useTexts();
  const { t } = texts;
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const previews = usePreviews();
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const { uploads, add, retry, dismiss } = useUploads<PhonePhoto>({
    path: PHONE_UPLOADS,
    owner: view.id,
    statusOf: (key) => view.photos.find(({ clientKey }) => clientKey === key)?.status,
    onChecked: async (photo, file) => {
      previews.keep(photo.clientKey, file);
      await onChanged();
      setSaid(`${photo.name}: ${photo.findings[0]?.message ?? t('uploads.client.board.good')}`);
    },
    onDuplicate: (name) => setError(t('uploads.client.board.already', { name })),
  });
  const addFiles = (files: File[]) => {
    setError(null);
    void add(files);
  };
  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(messageOf(thrown, texts));
      return false;
    }
  };
  const remove = ({ id, clientKey }: PhonePhoto) =>
    attempt(async () => {
      await removePhonePhoto(id);
      // While it is checked its file is still among those on their way.
      dismiss(clientKey);
      await onChanged();
    });
  const finish = () => attempt(finishPhone).then((worked) => worked && onDone());

  const photos = view.photos.map((photo) => ({ ...photo, thumbnailUrl: previews.of(photo.clientKey) }));
  const onTheirWay = uploads.filter(({ key }) => !photos.some(({ clientKey }) => clientKey === key));
  const usable = photos.filter(({ status }) => status === 'accepted' || status === 'warned').length;
  return (
    <>
      <AuthHead title={t('uploads.client.phone.title')}>{t('uploads.client.phone.lead')}</AuthHead>
      <FilePicker inputRef={camera} onFiles={addFiles} label={t('uploads.client.add.take')} camera />
      <FilePicker inputRef={gallery} onFiles={addFiles} label={t('uploads.client.add.choose')} multiple />
      <div className="grid gap-2.5">
        <Button variant="key" size="big" onClick={() => camera.current?.click()}>
          <Camera className="size-4" aria-hidden="true" />
          {t('uploads.client.add.take')}
        </Button>
        <Button size="big" onClick={() => gallery.current?.click()}>
          <Images className="size-4" aria-hidden="true" />
          {t('uploads.client.phone.gallery')}
        </Button>
      </div>
      {error && (
        <Alert tone="warn" className="mt-4">
          {error}
        </Alert>
      )}
      {photos.length + onTheirWay.length > 0 && (
        <h2 className="mt-7 mb-3 font-semibold text-16">
          {t('uploads.client.phone.usable', { count: usable })}
        </h2>
      )}
      <ul className="grid grid-cols-3 gap-x-2.5 gap-y-3.5">
        {photos.map((photo, at) => (
          <PhotoTile
            key={photo.id}
            photo={photo}
            at={at + 1}
            selected={photo.id === selected}
            onSelect={() => setSelected(photo.id === selected ? null : photo.id)}
            onRemove={() => void remove(photo)}
            removing={false}
          />
        ))}
        {onTheirWay.map((upload) => (
          <UploadTile
            key={upload.key}
            upload={upload}
            onRetry={() => retry(upload.key)}
            onDismiss={() => dismiss(upload.key)}
          />
        ))}
      </ul>
      <div className="mt-4 grid gap-3">
        {photos
          .filter(({ id, status }) => id === selected || status === 'rejected')
          .map((photo) => (
            <FindingCard
              key={photo.id}
              photo={photo}
              at={photos.indexOf(photo) + 1}
              onReplace={async (files) => {
                if (files.length > 0 && (await remove(photo))) addFiles(files);
              }}
            />
          ))}
      </div>
      <div className="mt-7 grid gap-3">
        {photos.length > 0 && onTheirWay.length === 0 && (
          <Button size="big" onClick={() => void finish()}>
            {t('uploads.client.phone.finish')}
          </Button>
        )}
        <p className="text-ink-3">{t('uploads.client.phone.foot')}</p>
      </div>
      <LiveRegion>{said}</LiveRegion>
    </>
  );
}

/** Object URLs of what was sent from this page, by client key; a page that was reloaded has none. */
function usePreviews() {
  const urls = useRef(new Map<string, string>());
  useEffect(() => {
    const kept = urls.current;
    return () => {
      for (const url of kept.values()) URL.revokeObjectURL(url);
    };
  }, []);
  return {
    keep: (key: string, file: Blob) => {
      if (!urls.current.has(key)) urls.current.set(key, URL.createObjectURL(file));
    },
    of: (key: string) => urls.current.get(key) ?? null,
  };
}
