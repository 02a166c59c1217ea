import { useTexts } from '#use-texts';
import { Facts } from '../../_legal/pieces';

const ALWAYS = ['account', 'teams', 'requests', 'consent', 'admins', 'cookies'] as const;

/** `push`: devices can be told here. */
export function Rest({ chat, push }: { chat: string; push: boolean }) {
  const { t } = useTexts();
  const facts = [...ALWAYS, ...(push ? (['push'] as const) : [])].map((name) => ({
    name: t(`site.privacy.rest.${name}.name`),
    text: t(`site.privacy.rest.${name}.text`),
  }));
  return <Facts facts={[...facts, { name: t('site.privacy.rest.chat'), text: chat }]} />;
}
