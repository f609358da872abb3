import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { redirect } from 'react-router';
import { consentCookie, wordingIn } from '../consent/consentCookie.ts';
import { keepConsent } from '../consent/keepConsent.ts';
import { InfoPage, titleWord } from '../info/InfoPage.tsx';
import { readInfo } from '../info/readInfo.ts';
import { words } from '../info/words.ts';
import { pageMeta } from '../seo/pageMeta.ts';
import { addressOf, type InfoPage as InfoPageName, inEveryLanguage, infoPages, ownPath } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Route } from './+types/info';

/** Delivery, returns, …: an address of one part that no other route has. */
function pageOf(params: { page: string }): InfoPageName {
  const page = infoPages.find((one) => one === params.page);
  if (!page) throw new Response('', { status: 404 });
  return page;
}

export async function loader(args: Route.LoaderArgs) {
  const language = languageOf(args.params);
  const page = pageOf(args.params);
  return {
    info: await readInfo(serverApi(args), page, language),
    alternates: inEveryLanguage((other) => addressOf.info(other, page)),
  };
}

/** The choice about measuring, from the banner or from this page. */
export async function action(args: Route.ActionArgs) {
  const { request, params } = args;
  const language = languageOf(params);
  if (pageOf(params) !== 'cookies') throw new Response('', { status: 405 });
  const form = await request.formData();
  const consent = form.get('consent') === 'all' ? 'all' : 'necessary';
  const api = serverApi(args);
  const wording = wordingIn(form) ?? (await unwrap(api.GET('/api/shop/wordings'))).banner.version;
  await keepConsent(api, request, consent, wording, language);
  return redirect(ownPath(form.get('back')) ?? addressOf.info(language, 'cookies'), {
    headers: { 'set-cookie': consentCookie(consent, wording) },
  });
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  const { info, alternates } = loaderData;
  return pageMeta(
    {
      language,
      title: info.title ?? say(titleWord(info.page)),
      description: (info.sections[0]?.paragraphs[0] ?? '').slice(0, 160),
      alternates,
    },
    matches,
  );
}

export default function Info({ loaderData }: Route.ComponentProps) {
  return <InfoPage data={loaderData.info} />;
}
