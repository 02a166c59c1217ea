/** better-auth's answer when the first step was right and a code is still owed. */
export function asksForCode(answer: object): boolean {
  return 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true;
}
