/** What is done, and what is not. Each line names something that is in the code and has a test. */
export const SECURITY = [
  {
    id: 'faces',
    title: 'Faces',
    points: [
      'Only the person sees their selfies. No admin, no owner and no member of staff has a way to open them.',
      'Every photo and picture goes through our own address. Each request asks for the session, the membership and the row, so a link dies with its picture and is worth nothing to anybody else. The one exception is a link that you share yourself: it shows that one picture, for seven days, and you can end it. Nothing of a face is cached.',
      'A photo is opened in a separate process that has no database and no secrets, with limits on pixels, memory and time. It is written anew: location, camera data and anything appended to the file are gone.',
      'The numbers that tell whether two photos show the same person are encrypted (AES-256-GCM) and bound to their photo. They are never compared with anybody outside your own set.',
      'What is deleted goes from the store first and from the database after, so that no file is left that nobody knows of.',
    ],
  },
  {
    id: 'accounts',
    title: 'Accounts and teams',
    points: [
      'Passwords are stored as scrypt hashes. Ten tries a minute for one address, whoever makes them.',
      'Two-step sign-in with an authenticator app, and passkeys that ask for a finger, a face or a PIN.',
      'Sessions are rows: signing a device out works at once. A reset password signs out every device. Links in e-mails work once, and what is stored of them is a hash.',
      'No page tells whether an address has an account.',
      'An invitation opens for the invited address only, once, for seven days.',
      'Membership and role are read from the database on every request. What is another team’s does not exist for you: the answer is “not found”.',
      'A change must come from our own pages: requests from other sites are refused.',
      'Keys for scripts are limited to what their maker chose, shown once and kept as a hash. A key of a team reaches no selfie and no picture.',
    ],
  },
  {
    id: 'money',
    title: 'Money and credits',
    points: [
      'Card data goes to Stripe and never touches our server.',
      'Events from Stripe count only with a valid, fresh signature, once each, and then the payment is read from Stripe again.',
      'The ledger of credits can only be added to; the database itself refuses changes. Every night each balance is rebuilt from its entries and compared.',
      'Prices are worked out on the server. A price that a browser sends is refused.',
      'A command takes out each guard of the money code in turn and fails unless a test notices.',
    ],
  },
  {
    id: 'site',
    title: 'Pages and servers',
    points: [
      'A content security policy with a new nonce for every answer: scripts that are not ours do not run. No other site can frame our pages.',
      'No script, font or counter comes from anybody else.',
      'Logs hold ids and times; no names, addresses, secrets, prompts or pictures.',
      'What people and staff change is written to an audit log that cannot be altered.',
      'Files that a service for AI pictures was given are deleted there as soon as the picture is stored.',
      'The packages we build on are pinned to exact versions, the weights of the networks to their SHA-256.',
    ],
  },
] as const;

export const NOT_YET = [
  'There is no certificate (SOC 2, ISO 27001) and no report of an outside tester yet.',
  'There is no bug bounty.',
  'Where the server and its backups stand, and how its disks are encrypted, is decided by whoever runs this installation. Ask them.',
];

export const REPORT =
  'Write to us before you tell anybody else. Say what you did and what you saw; a proof with your own account is enough, never open somebody else’s data. We do not act against people who report in good faith and give us time to mend it.';
