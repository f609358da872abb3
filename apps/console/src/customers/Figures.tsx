import { Button } from '@mantine/core';
import { ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatAgo, formatDay, formatMoney } from '@throughline/ui/format';
import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../shared/language.tsx';
import { useLocations, useRetailer } from '../shared/page/index.ts';
import classes from './customers.module.css';
import type { Profile } from './queries.ts';
import { profileWords } from './words.ts';

/** What somebody comes to, big enough to read in passing; how each figure came about is one press away. */
export function Figures({ profile }: { profile: Profile }) {
  const t = useWords(profileWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const locations = useLocations();
  const [isOpen, setOpen] = useState(false);
  const { facts } = profile;
  const none = <span className={classes.soft}>{t('never')}</span>;
  const money = (amount: { amount: number; currency: string } | null | undefined) =>
    amount ? formatMoney(amount, language) : none;
  const day = (at: string | null | undefined) => (at ? formatDay(at, language, zone) : none);
  const values: Record<string, [string, ReactNode]> = {
    value_minor: [t('value'), money(facts?.value)],
    orders: [t('ordersColumn'), facts?.orders ?? 0],
    average_minor: [t('averageBasket'), money(facts?.average)],
    returned_minor: [t('returned'), money(facts?.returned)],
    return_rate_bp: [
      t('returnRate'),
      facts?.returnRateBp === null || facts?.returnRateBp === undefined
        ? none
        : `${(facts.returnRateBp / 100).toLocaleString(language, { maximumFractionDigits: 1 })} %`,
    ],
    first_purchase_at: [t('firstPurchase'), day(facts?.firstPurchaseAt)],
    last_purchase_at: [t('lastPurchase'), day(facts?.lastPurchaseAt)],
    favourite_location_id: [t('store'), locations.find((one) => one.id === facts?.favouriteLocationId)?.name ?? none],
    favourite_channel: [
      t('channel'),
      facts?.favouriteChannel ? (
        <span key="channel" className={classes.channel}>
          <ChannelIcon channel={facts.favouriteChannel} /> {channelName(facts.favouriteChannel as 'web')}
        </span>
      ) : (
        none
      ),
    ],
    favourite_category_id: [t('category'), profile.favouriteCategory?.[language] ?? none],
  };
  const shown = Object.keys(values).flatMap((name) => {
    const definition = profile.definitions.find((one) => one.name === name);
    const value = values[name];
    // What there is nothing of yet is left out, but for what everybody asks first.
    const isShown = value && (value[1] !== none || name === 'value_minor');
    return isShown ? [{ name, label: value[0], value: value[1], sql: definition?.sql }] : [];
  });
  return (
    <>
      <dl className={classes.figures}>
        {shown.map(({ name, label, value }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.hint}>
        {facts && t('fresh', { when: formatAgo(facts.refreshedAt, new Date(), language) })}{' '}
        <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'hide' : 'how')}
        </Button>
      </p>
      {isOpen && (
        <dl className={classes.definitions}>
          {shown.map(({ name, label, sql }) =>
            sql ? (
              <div key={name}>
                <dt>{label}</dt>
                <dd>
                  <code>{sql.replace(/\s+/g, ' ')}</code>
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      )}
    </>
  );
}
