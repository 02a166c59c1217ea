/** Which key does what, without a browser: `use-shortcuts.ts` asks with each key that is pressed. */

/** Two keys belong together when the second follows within this, ms. */
export const PAIR_WITHIN = 1500;

export type Stroke = {
  key: string;
  /** Ctrl, or ⌘ on a Mac. */
  command: boolean;
  /** Another of Ctrl, ⌘ and Alt: belongs to the browser. */
  other: boolean;
  /** Somebody writes, or a dialog or a menu has the keys. */
  taken: boolean;
};

export type Waiting = { first: string; at: number } | null;

export type Meaning =
  | { does: 'palette' | 'help' }
  | { does: 'go'; href: string }
  | { does: 'wait'; first: string }
  | { does: 'nothing' };

type Place = { href: string; keys?: readonly [string, string] };

/**
 * What a pressed key means. `waiting` is the first of two keys, pressed `now - at` milliseconds ago. `single`: keys without
 * Ctrl or ⌘ are switched on.
 */
export function meaningOf(
  stroke: Stroke,
  places: readonly Place[],
  waiting: Waiting,
  { single, now }: { single: boolean; now: number },
): Meaning {
  const key = stroke.key.toLowerCase();
  if (stroke.other) return { does: 'nothing' };
  if (stroke.command) return key === 'k' ? { does: 'palette' } : { does: 'nothing' };
  if (stroke.taken || !single) return { does: 'nothing' };
  if (waiting && now - waiting.at <= PAIR_WITHIN) {
    const place = places.find(({ keys }) => keys?.[0] === waiting.first && keys[1] === key);
    if (place) return { does: 'go', href: place.href };
  }
  if (key === '/') return { does: 'palette' };
  if (key === '?') return { does: 'help' };
  if (places.some(({ keys }) => keys?.[0] === key)) return { does: 'wait', first: key };
  return { does: 'nothing' };
}
