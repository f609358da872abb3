import type { Json } from '../browser.ts';
import { type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { nextMorning } from './days.ts';
import { putOnShelf } from './shelf.ts';

/** The ad runs on after the last piece is sold: it leads to the nearest thing that can be had, and says so. */
export async function goneEverywhere(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: the sofa in the ad is gone everywhere');
  await nextMorning(scene);
  const admin = await scene.colleague('admin', scene.b);
  const { items } = await admin.get(`/api/staff/stock?variantIds=${scene.green}`);
  for (const level of items) if (level.available > 0) await putOnShelf(scene, scene.green, level.locationId, 0);

  const julia = await shopper(scene.a);
  const near = `near=${encodeURIComponent('Kraków')}`;
  const landing = await julia.get(`/api/shop/links/green-lund?${near}`);
  teller.line('Shop', landing.say);
  teller.promise(
    'the link says that this is another one than in the ad',
    landing.outcome === 'alternative' && landing.wantedVariantId === scene.green && landing.variantId !== scene.green,
    landing,
  );
  const inPolish = await julia.must('GET', `/api/shop/links/green-lund?${near}`, undefined, {
    'accept-language': 'pl',
  });
  teller.promise('in her language', inPolish.say !== landing.say && /reklamy/.test(inPolish.say), inPolish.say);

  const click = await julia.call('GET', `/go/green-lund?${near}`);
  const address = new URL(click.headers.get('location') ?? 'http://nowhere/');
  teller.line('Julia', `clicks and lands on ${address.pathname}${address.search}`);
  teller.promise(
    'the click leads there, the campaign is kept, and the page knows that it is instead of another',
    click.status === 302 &&
      address.href.startsWith(`${address.origin}/en${landing.path}`) &&
      address.searchParams.get('instead') === 'alternative' &&
      address.searchParams.get('utm_medium') === 'retargeting',
    address.href,
  );
  const page = await julia.get(`/api/shop/products/lund-sofa?${near}`);
  const [wanted, instead] = [scene.green, landing.variantId].map((id) =>
    page.variants.find((variant: Json) => variant.id === id),
  );
  const canBeHad = instead.ways.delivery !== null || instead.ways.places.some((place: Json) => place.available > 0);
  teller.line('Julia', `sees the Lund in ${instead.optionsText}`);
  teller.promise('what she lands on can be had', canBeHad, instead.ways);
  const options = (variant: Json) => variant.options.map((option: Json) => `${option.code}:${option.valueCode}`);
  const shared = (variant: Json) => options(variant).filter((one: string) => options(wanted).includes(one)).length;
  const best = Math.max(
    ...page.variants
      .filter((one: Json) => one.id !== scene.green)
      .filter((one: Json) => one.ways.delivery !== null || one.ways.places.some((place: Json) => place.available > 0))
      .map(shared),
  );
  teller.promise('and nothing that can be had is more like the one she wanted', shared(instead) === best, {
    instead: options(instead),
    best,
  });
}
