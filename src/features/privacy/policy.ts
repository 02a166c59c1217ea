/**
 * The text a person accepts before the first upload. It names the team, the days and the processors of this installation.
 * A change of meaning gets a new `TEXT_VERSION`, and everybody is asked again.
 */
const TEXT_VERSION = '2026-11-20';

export type PolicyFacts = {
  teamName: string;
  /** Days after the last upload. */
  retentionDays: number;
  processors: readonly { id: string; name: string; does: string; draws?: boolean }[];
};

export type Policy = {
  /** Text version and processors, e.g. `2026-11-20+neon+vercel-blob`. */
  version: string;
  teamName: string;
  sections: readonly { title: string; text: string }[];
  /** What the person attests, one checkbox each. */
  attestations: { adult: string; ownPhotos: string };
};

export function policyVersion(processors: PolicyFacts['processors']): string {
  return [TEXT_VERSION, ...processors.map(({ id }) => id).sort()].join('+');
}

export function policyText({ teamName, retentionDays, processors }: PolicyFacts): Policy {
  const days = retentionDays === 1 ? '1 day' : `${retentionDays} days`;
  return {
    version: policyVersion(processors),
    teamName,
    sections: [
      {
        title: 'What we collect',
        text: 'The photos you upload, and measurements of the face in them: where it is, how it is lit and turned, and a row of 128 numbers that tells whether two photos show the same person.',
      },
      {
        title: 'Why',
        text: `To check your photos, to make headshots of you for ${teamName}, and to refuse pictures that do not look like you. For nothing else: we do not infer ethnicity, health, emotion or attractiveness, and nothing is used to train a model.`,
      },
      {
        title: 'Who sees it',
        text: 'Only you see your photos: not your admins, not our staff. Nobody sees the face measurements. The row of 128 numbers is stored encrypted and is never compared with another person’s.',
      },
      { title: 'Who else receives it', text: processorsText(processors) },
      {
        title: 'How long',
        text: `All photos and their face measurements are deleted ${days} after your last upload, or at once when you delete them or withdraw. You get a receipt.`,
      },
      {
        title: 'Your right to withdraw',
        text: 'You can withdraw at any time on the page where you upload. Running pictures are stopped and not charged; your photos and face measurements are deleted. Saying no has no effect on your place in the team.',
      },
    ],
    attestations: {
      adult: 'I am 18 or older.',
      ownPhotos: `The photos are of me, and I agree that they are used as described here for ${teamName}.`,
    },
  };
}

function processorsText(processors: PolicyFacts['processors']): string {
  if (processors.length === 0)
    return 'Nobody. Photos and measurements stay on the server that runs headcraft.';
  const named = processors.map(({ name, does }) => `${name} ${does}`);
  const where = processors.some(({ draws }) => draws)
    ? 'The checks are computed on our own server.'
    : 'The checks and the pictures are computed on our own server.';
  return `${named.join('; ')}. Nobody else. ${where}`;
}
