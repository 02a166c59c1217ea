'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { CommandGroup } from './command-types';
import { setSingleKeys, useCommandKey, useSingleKeys } from './key-choice';
import { Keys } from './keys';

type Line = { does: string; keys: readonly string[] };

const ON_PICTURES: readonly Line[] = [
  { does: 'From picture to picture', keys: ['←', '→', '↑', '↓'] },
  { does: 'First and last picture', keys: ['Home', 'End'] },
  { does: 'Open the picture', keys: ['Enter'] },
  { does: 'Choose the picture', keys: ['Space'] },
  { does: 'Large view: closer and back', keys: ['+', '−'] },
];

/** Which keys there are, and the switch for those without Ctrl or ⌘. */
export default function KeyboardHelp({
  groups,
  onClose,
}: {
  groups: readonly CommandGroup[];
  onClose: () => void;
}) {
  const command = useCommandKey();
  const single = useSingleKeys();
  const anywhere: Line[] = [
    { does: 'Search pages, people and pictures', keys: [command, 'K'] },
    ...(single ? [{ does: 'The same', keys: ['/'] }] : []),
    ...(single ? [{ does: 'These shortcuts', keys: ['?'] }] : []),
    { does: 'Close what is open', keys: ['Esc'] },
  ];
  const places = groups.flatMap(({ commands }) =>
    commands.flatMap(({ label, keys }) => (keys && single ? [{ does: label, keys }] : [])),
  );
  const editor: Line[] = [
    { does: 'Editor: a step back', keys: [command, 'Z'] },
    { does: 'Editor: a step forward', keys: [command, 'Y'] },
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts" size="reading">
      <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-2">
        <div className="grid gap-6">
          <List title="Anywhere" lines={anywhere} />
          {places.length > 0 && <List title="Go to" lines={places} />}
        </div>
        <List title="With pictures" lines={[...ON_PICTURES, ...editor]} />
      </div>
      <Checkbox
        className="border-t pt-4"
        label="Use keys without Ctrl or ⌘"
        hint="Switch them off if you speak to your computer, or hit keys by accident. Kept in this browser."
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
