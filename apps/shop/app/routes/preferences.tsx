import { type Api, unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { consentCookie } from '../consent/consentCookie.ts';
import { PreferencesPage, type PreferencesSaid } from '../preferences/PreferencesPage.tsx';
import { readChoices } from '../preferences/readChoices.ts';
import { words } from '../preferences/words.ts';
import { addressOf } from '../shared/addresses.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { isProblem, whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/preferences';

const wellFormed = (token: string | null) => (token && /^[A-Za-z0-9_-]{20,1000}$/.test(token) ? token : undefined);

/** Opened by the link of a message, by the link that confirms, or from the account. */
export async function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  const language = languageOf(args.params);
  // A mail program that looks at links beforehand must not agree for anybody: a button does.
  const confirm = wellFormed(search.get('confirm'));
  if (confirm) return { preferences: null, token: null, confirm, isBroken: false };
  const token = wellFormed(search.get('token'));
  try {
    const query = token ? { token } : {};
    const preferences = await whereKnown(unwrap(serverApi(args).GET('/api/shop/preferences', { params: { query } })));
    if (!preferences) throw redirect(`/${language}/sign-in?to=${encodeURIComponent(addressOf.preferences(language))}`);
    return { preferences, token: token ?? null, confirm: null, isBroken: false };
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
    return { preferences: null, token: null, confirm: null, isBroken: true };
  }
}

const bannerVersion = async (api: Api) => (await unwrap(api.GET('/api/shop/wordings'))).banner.version;

export async function action(args: Route.ActionArgs) {
  const api = serverApi(args);
  const form = await args.request.formData();
  const said = (what: PreferencesSaid, status = 200, headers: HeadersInit = {}) =>
    data<PreferencesSaid>(what, { status, headers });
  try {
    const confirm = wellFormed(String(form.get('confirm') ?? ''));
    if (confirm) {
      await unwrap(api.POST('/api/shop/preferences/confirm', { body: { token: confirm } }));
      return said({ confirmed: true });
    }
    const token = wellFormed(String(form.get('token') ?? ''));
    const { choices, wording } = readChoices(form);
    if (choices.length === 0) return said({ saved: true });
    const chosen = await unwrap(
      api.POST('/api/shop/preferences', {
        body: { ...(token ? { token } : {}), choices, wording, language: languageOf(args.params) },
      }),
    );
    // Said of measuring at all, it holds in this browser too, at once.
    const measured = choices.find((choice) => choice.purpose === 'analytics');
    const headers = measured
      ? { 'set-cookie': consentCookie(measured.given ? 'all' : 'necessary', await bannerVersion(api)) }
      : {};
    return said({ saved: true, confirmationSent: chosen.confirmationSent }, 200, headers);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const fault = error.code === 'code_invalid' ? 'expired' : error.code === 'rate_limited' ? 'tooOften' : 'problem';
    return said({ fault }, error.problem.status || 503);
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function PreferencesRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <PreferencesPage page={loaderData} said={actionData} />;
}
