// Next wants this literal here, too; keep it equal to the one in middleware.ts.
export { middleware as proxy } from '../middleware';

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|api/teams/[^/]+/uploads$|api/phone/photos$).*)'],
};
