'use client';

import { useTexts } from '#use-texts';
import {
  type PreferenceField,
  type Preferences,
  type WishLimit,
  withWish,
} from '../preferences/preference-rules';
import { ChatPanel } from './chat-panel';
import { WishChips } from './wish-chips';
import { WishRows } from './wish-rows';

type Props = {
  team: string;
  style: string;
  /** The studio, when it was asked for in place of the style's engine. */
  engine: 'studio' | undefined;
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
  /** What the engine of the chosen style cannot do. */
  limits: readonly WishLimit[];
  /** What it does as far as the photos allow. */
  bounds: readonly WishLimit[];
  chatPrivacy: string;
};

/** What the person wants different from the style; nothing of it has to be said. */
export function WishesSection(props: Props) {
  const { team, style, engine, preferences, onChange, limits, bounds, chatPrivacy } = props;
  const { t } = useTexts();
  const onWish = (field: PreferenceField, value: string | null) =>
    onChange(withWish(preferences, field, value));
  return (
    <section aria-labelledby="wishes-title" className="border-t py-8 phone:py-6">
      <header className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="wishes-title" className="font-semibold text-16">
          {t('generation.client.wishes.title')}
        </h2>
        <span className="text-ink-2">{t('generation.client.wishes.optional')}</span>
      </header>
      <div className="grid gap-4">
        <WishChips preferences={preferences} limits={limits} onWish={onWish} />
        <ChatPanel
          team={team}
          style={style}
          engine={engine}
          preferences={preferences}
          onChange={onChange}
          privacy={chatPrivacy}
        />
        <WishRows preferences={preferences} limits={limits} bounds={bounds} onWish={onWish} />
      </div>
    </section>
  );
}
