'use client';

import { useTexts } from '#use-texts';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { CommandGroup } from './command-types';
import { setSingleKeys, useCommandKey, useSingleKeys } from './key-choice';
import { Keys } from './keys';

type Line = { does: string; keys: readonly string[] };

const ON_PICTURES = [
  { does: 'move', keys: ['←', '→', '↑', '↓'] },
  { does: 'ends', keys: ['Home', 'End'] },
  { does: 'open', keys: ['Enter'] },
  { does: 'choose', keys: ['Space'] },
  { does: 'zoom', keys: ['+', '−'] },
] as const;

/** Which keys there are, and the switch for those without Ctrl or ⌘. */
export default function KeyboardHelp({
  groups,
  onClose,
}: {
  groups: readonly CommandGroup[];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const command = useCommandKey();
  const single = useSingleKeys();
  const anywhere: Line[] = [
    { does: t('shell.client.keys.search'), keys: [command, 'K'] },
    ...(single ? [{ does: t('shell.client.keys.searchToo'), keys: ['/'] }] : []),
    ...(single ? [{ does: t('shell.client.keys.help'), keys: ['?'] }] : []),
    { does: t('shell.client.keys.close'), keys: ['Esc'] },
  ];
  const places = groups.flatMap(({ commands }) =>
    commands.flatMap(({ label, keys }) => (keys && single ? [{ does: label, keys }] : [])),
  );
  const pictures: Line[] = [
    ...ON_PICTURES.map(({ does, keys }) => ({ does: t(`shell.client.keys.pictures.${does}`), keys })),
    { does: t('shell.client.keys.undo'), keys: [command, 'Z'] },
    { does: t('shell.client.keys.redo'), keys: [command, 'Y'] },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shell.client.keys.title')}
      size="reading"
    >
      <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-2">
        <div className="grid gap-6">
          <List title={t('shell.client.keys.anywhere')} lines={anywhere} />
          {places.length > 0 && <List title={t('shell.client.keys.goTo')} lines={places} />}
        </div>
        <List title={t('shell.client.keys.withPictures')} lines={pictures} />
      </div>
      <Checkbox
        className="border-t pt-4"
        label={t('shell.client.keys.single')}
        hint={t('shell.client.keys.singleHint')}
        checked={single}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Dialog>
  );
}

function List({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      <dl className="divide-y">
        {lines.map(({ does, keys }) => (
          <div key={does} className="flex min-h-9 items-center justify-between gap-4">
            <dt className="text-ink-2">{does}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
