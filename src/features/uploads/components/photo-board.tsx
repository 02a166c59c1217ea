'use client';

import { QrCode } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LiveRegion } from '@/components/ui/live-region';
import { Meter } from '@/components/ui/meter';
import type { Texts } from '@/texts/make-texts';
import type { HandoverView } from '../handover/handover-types';
import type { PhotoSetEntry, PhotoSetView, PhotoView } from '../photo-types';
import { describeServed } from '../served-rules';
import { AddPhotos } from './add-photos';
import { Coaching, type SelfieDrawings } from './coaching';
import { DropVeil } from './drop-veil';
import { HandoverPanel } from './handover-panel';
import { forgetFiles } from './kept-files';
import { PhotoTile, UploadTile } from './photo-tile';
import { PrivacyLine } from './privacy-line';
import { messageOf, removePhoto, uploadsPath } from './uploads-api';
import { useHandover } from './use-handover';
import { useIncomingFiles } from './use-incoming-files';
import { usePhotoSet } from './use-photo-set';
import { usePhotoSets } from './use-photo-sets';
import { useUploads } from './use-uploads';

// Most photos are good, and most people have one set: what explains a refused photo, with its drawings, and the shelf come when needed.
const FindingCard = lazy(async () => ({ default: (await import('./finding-card')).FindingCard }));
const SetShelf = lazy(async () => ({ default: (await import('./set-shelf')).SetShelf }));

/** More refused photos than this are told by their tiles alone. */
const CARDS = 3;

/** Id of the board's heading; it takes the focus. */
export const PHOTO_BOARD_TITLE = 'your-selfies';

type PhotoBoardProps = {
  team: string;
  /** Whose photos wait in this browser. */
  memberId: string;
  initial: PhotoSetView;
  /** All of the member's sets. */
  sets: readonly PhotoSetEntry[];
  drawings: SelfieDrawings;
  /** A phone that is connected already. */
  handover: HandoverView | null;
  /** The pictures are cut from these photos, so their frames decide what can be made. */
  finishesSelfies: boolean;
  onSetChange: (set: PhotoSetView) => void;
  /** How many photos are on their way and not in the set yet; what failed is not. */
  onComing: (count: number) => void;
  onWithdrawn: () => void;
};

/** The selfies of the set and those on their way, what is still missing, and what to do about the refused ones. */
export function PhotoBoard(props: PhotoBoardProps) {
  const { team, memberId, initial, onSetChange, onComing, onWithdrawn } = props;
  const texts = useTexts();
  const { t } = texts;
  const { set, reload } = usePhotoSet(team, initial, onSetChange);
  const { sets, setSets } = usePhotoSets(team, props.sets, set);
  const [selected, setSelected] = useState<string | null>(null);
  const [removing, setRemoving] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [duplicates, setDuplicates] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { handover, start, close } = useHandover(team, props.handover);
  const { uploads, add, retry, dismiss } = useUploads<PhotoView>({
    path: uploadsPath(team),
    owner: memberId,
    statusOf: (key) => set.photos.find(({ clientKey }) => clientKey === key)?.status,
    onChecked: async (photo) => {
      await reload();
      setSaid(`${photo.name}: ${photo.findings[0]?.message ?? t('uploads.client.board.good')}`);
    },
    onDuplicate: (name) => setDuplicates((all) => [...all, name]),
  });
  const addFiles = (files: File[]) => {
    setError(null);
    setDuplicates([]);
    if (files.length > 0) setSaid(t('uploads.client.board.adding', { count: files.length }));
    void add(files);
  };
  const dragging = useIncomingFiles(addFiles);

  const remove = async (photo: PhotoView): Promise<boolean> => {
    setError(null);
    setRemoving((all) => [...all, photo.id]);
    try {
      await removePhoto(team, photo.id);
      // While it is checked its file is still among those on their way.
      dismiss(photo.clientKey);
      await reload();
      setSaid(t('uploads.client.board.removed'));
      // The button that had the focus is gone.
      heading.current?.focus();
      return true;
    } catch (thrown) {
      setError(messageOf(thrown, texts, 'removing'));
      return false;
    } finally {
      setRemoving((all) => all.filter((id) => id !== photo.id));
    }
  };
  const replace = async (photo: PhotoView, files: File[]) => {
    if (files.length > 0 && (await remove(photo))) addFiles(files);
  };

  // A photo that has just been judged is in the set and, for a moment, still among the uploads.
  const onTheirWay = uploads.filter(({ key }) => !set.photos.some(({ clientKey }) => clientKey === key));
  const coming = onTheirWay.filter(({ phase }) => phase !== 'failed').length;
  useEffect(() => onComing(coming), [coming, onComing]);
  const served = props.finishesSelfies ? describeServed(set.serves, set.usable, texts) : null;
  const elsewhere = sets.reduce((sum, one) => (one.current ? sum : sum + one.photos), 0);
  const placeOf = (photo: PhotoView) => set.photos.indexOf(photo) + 1;
  return (
    <section aria-labelledby={PHOTO_BOARD_TITLE}>
      <header className="mb-4 flex items-center justify-between gap-4">
        <h2
          ref={heading}
          id={PHOTO_BOARD_TITLE}
          tabIndex={-1}
          className="scroll-mt-20 font-semibold text-16 leading-6 tracking-[-0.008em]"
        >
          {t('uploads.client.board.title')}
        </h2>
        <div className="flex items-center gap-4">
          {handover.state === 'closed' && <PhoneButton onPress={() => void start()} />}
          <span className="text-ink-2">
            {t('uploads.client.board.count', { usable: set.usable, min: set.min, max: set.max })}
          </span>
        </div>
      </header>
      <HandoverPanel handover={handover} onStart={() => void start()} onClose={() => void close()} />
      <Meter
        good={Math.min(set.good, set.max)}
        warned={Math.min(set.warned, set.max - set.good)}
        min={set.min}
        max={set.max}
      />
      <Coaching advice={set.advice} drawings={props.drawings} />
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-x-3 gap-y-4 phone:grid-cols-3 phone:gap-x-2.5 phone:gap-y-3.5">
        {set.photos.map((photo) => (
          <PhotoTile
            key={photo.id}
            photo={photo}
            at={placeOf(photo)}
            selected={photo.id === selected}
            onSelect={() => setSelected(photo.id === selected ? null : photo.id)}
            onRemove={() => void remove(photo)}
            removing={removing.includes(photo.id)}
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
        <AddPhotos
          onFiles={addFiles}
          dragging={dragging}
          empty={set.photos.length === 0 && onTheirWay.length === 0}
        />
      </ul>
      <div className="mt-4 grid gap-3">
        {error && <Alert tone="warn">{error}</Alert>}
        {duplicates.length > 0 && <Alert tone="info">{saidAlready(duplicates, t)}</Alert>}
        <Suspense fallback={null}>
          {cardsOf(set, selected).map((photo) => (
            <FindingCard
              key={photo.id}
              photo={photo}
              at={placeOf(photo)}
              onReplace={(files) => void replace(photo, files)}
            />
          ))}
        </Suspense>
      </div>
      {served && <p className="mt-4 text-ink-2">{served}</p>}
      <PrivacyLine
        team={team}
        set={set}
        elsewhere={elsewhere}
        onChanged={reload}
        onWithdrawn={async () => {
          await forgetFiles(memberId);
          await reload();
          onWithdrawn();
        }}
      />
      {dragging && <DropVeil />}
      {sets.length > 0 && (
        <Suspense fallback={null}>
          <SetShelf team={team} sets={sets} onSets={setSets} onChanged={reload} />
        </Suspense>
      )}
      <LiveRegion>{said}</LiveRegion>
    </section>
  );
}

/** Not on a phone: there the camera is at hand. */
function PhoneButton({ onPress }: { onPress: () => void }) {
  const { t } = useTexts();
  return (
    <Button variant="bare" size="sm" className="phone:hidden pointer-coarse:hidden" onClick={onPress}>
      <QrCode className="size-4" aria-hidden="true" />
      {t('uploads.client.board.usePhone')}
    </Button>
  );
}

function saidAlready(names: readonly string[], t: Texts['t']): string {
  const [name = ''] = names;
  return names.length === 1
    ? t('uploads.client.board.already', { name })
    : t('uploads.client.board.alreadySeveral', { count: names.length });
}

/** The photo that was pressed, and the refused ones. */
function cardsOf(set: PhotoSetView, selected: string | null): PhotoView[] {
  const pressed = set.photos.filter(({ id }) => id === selected);
  const refused = set.photos.filter(({ id, status }) => status === 'rejected' && id !== selected);
  return [...pressed, ...refused].slice(0, CARDS);
}
