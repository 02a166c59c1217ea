/**
 * The text a person accepts before the first upload. It names the team, the days and the processors of this installation.
 * A change of meaning gets a new `TEXT_VERSION`, and everybody is asked again. Its languages say the same under one version; each has
 * a hash of its own, so that the record shows which words were read.
 */
import type { Processor } from '@/adapters/processors';
import type { Language } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';

const TEXT_VERSION = '2026-11-20';

export type PolicyFacts = {
  teamName: string;
  /** Days after the last upload. */
  retentionDays: number;
  processors: readonly Processor[];
};

export type Policy = {
  /** Text version and processors, e.g. `2026-11-20+neon+vercel-blob`. */
  version: string;
  language: Language;
  teamName: string;
  sections: readonly { title: string; text: string }[];
  /** What the person attests, one checkbox each. */
  attestations: { adult: string; ownPhotos: string };
};

export function policyVersion(processors: PolicyFacts['processors']): string {
  return [TEXT_VERSION, ...processors.map(({ id }) => id).sort()].join('+');
}

export function policyText({ teamName, retentionDays, processors }: PolicyFacts, texts: Texts): Policy {
  const { t, language } = texts;
  return {
    version: policyVersion(processors),
    language,
    teamName,
    sections: [
      { title: t('privacy.policy.collect.title'), text: t('privacy.policy.collect.text') },
      {
        title: t('privacy.policy.purpose.title'),
        text: t('privacy.policy.purpose.text', { team: teamName }),
      },
      { title: t('privacy.policy.readers.title'), text: t('privacy.policy.readers.text') },
      { title: t('privacy.policy.receivers.title'), text: receiversText(processors, texts) },
      {
        title: t('privacy.policy.howLong.title'),
        text: t('privacy.policy.howLong.text', { days: retentionDays }),
      },
      { title: t('privacy.policy.withdrawal.title'), text: t('privacy.policy.withdrawal.text') },
    ],
    attestations: {
      adult: t('privacy.policy.adult'),
      ownPhotos: t('privacy.policy.ownPhotos', { team: teamName }),
    },
  };
}

function receiversText(processors: PolicyFacts['processors'], { t }: Texts): string {
  if (processors.length === 0) return t('privacy.policy.receivers.nobody');
  const named = processors.map(({ name, does }) => `${name} ${t(`privacy.processor.${does}`)}`).join('; ');
  return processors.some(({ draws }) => draws)
    ? t('privacy.policy.receivers.checksHere', { processors: named })
    : t('privacy.policy.receivers.allHere', { processors: named });
}
