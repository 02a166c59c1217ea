import { Facts } from '../../_legal/pieces';

const FACTS = [
  {
    name: 'Your account',
    text: 'Name, e-mail address, and a password as a hash that cannot be turned back. For each sign-in the network address and the browser, so that a strange one can be found.',
  },
  {
    name: 'Your teams',
    text: 'Which teams you are in, with which role, who invited you, and the credits you were given and used.',
  },
  {
    name: 'What you asked for',
    text: 'Style, size and wishes of each request, which pictures came of it, how alike they are to you, and what they cost.',
  },
  {
    name: 'Your consent',
    text: 'Which version you accepted, when, and from which address and browser. It is the proof that you were asked.',
  },
  {
    name: 'What your admins see',
    text: 'Your name and address, how far you are, and how many credits you used. Not your selfies, and not your headshots.',
  },
  {
    name: 'Cookies',
    text: 'One that keeps you signed in, one for an hour at most while a phone hands over photos, and one that remembers the address while you confirm it. Your browser also remembers light or dark. Nothing follows you.',
  },
];

export function Rest({ chat }: { chat: string }) {
  return <Facts facts={[...FACTS, { name: 'What you type in the chat', text: chat }]} />;
}
