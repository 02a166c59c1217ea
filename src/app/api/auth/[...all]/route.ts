import { auth } from '@/auth/instance';
import { inLanguage } from '@/texts/current-texts';
import { requestLanguage } from '@/texts/request-language';

/** In the language of the browser that asks: an account that is made here has it. */
async function handle(request: Request): Promise<Response> {
  const { handler } = await auth();
  return inLanguage(requestLanguage(request.headers), () => handler(request));
}

export { handle as GET, handle as POST };
