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
    text: 'One that keeps you signed in, one that names the team you opened last, one for an hour at most while a phone hands over photos, and one that remembers the address while you confirm it. Your browser also remembers light or dark, and whether you switched keys off. Nothing follows you.',
  },
];

const PUSH = {
  name: 'Notices on a device',
  text: 'Only on a device where you asked for them. The maker of its browser passes them on and sees that something came, not what: the message is sealed, and says that your headshots are ready and where. It ends when you turn it off or sign out.',
};

/** `push`: devices can be told here. */
export function Rest({ chat, push }: { chat: string; push: boolean }) {
  const typed = { name: 'What you type in the chat', text: chat };
  return <Facts facts={[...FACTS, ...(push ? [PUSH] : []), typed]} />;
}
