import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import office from '../office/office.module.css';
import { BackLink } from '../office/orders/OrderPage.tsx';
import { useLanguage, useWords } from '../shared/language.tsx';
import { FailureNotice } from '../shared/list/index.ts';
import { PageHead, Section, State, useRetailer, Waiting } from '../shared/page/index.ts';
import { areasOf } from '../shell/areas.ts';
import { useLive } from '../shell/live.ts';
import { useMe } from '../shell/me.ts';
import classes from './customers.module.css';
import { Figures } from './Figures.tsx';
import { Identity } from './Identity.tsx';
import { Meetings } from './Meetings.tsx';
import { News } from './News.tsx';
import { Notes } from './Notes.tsx';
import { OpenThings } from './OpenThings.tsx';
import { Preferences } from './Preferences.tsx';
import { useOpenThings, useProfile, useReread } from './queries.ts';
import { Devices, Searches } from './Seen.tsx';
import { Tags } from './Tags.tsx';
import { Timeline } from './Timeline.tsx';
import { profileWords } from './words.ts';

/** One page about one person, the same for everybody who may see them; what a role may not see is not sent. */
export function CustomerPage() {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const { role } = useMe();
  const { id = '' } = useParams({ strict: false });
  const [isShown, setShown] = useState(false);
  const { data, error, refetch, isPlaceholderData } = useProfile(id, isShown);
  const panel = useOpenThings(id);
  const reread = useReread(id);
  useLive(
    ['orders.', 'stock.reservation.', 'conversations.', 'carts.', 'customers.', 'returns.', 'fulfilment.'],
    reread,
  );
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  const { customer } = data;
  const name = customer.name ?? panel.data?.customer.name ?? t('someone');
  const home = areasOf(role)[0]?.home ?? '/desk';
  return (
    <>
      <PageHead
        back={
          <BackLink
            to={areasOf(role).some((area) => area.id === 'office') ? '/office/customers' : home}
            label={t('back')}
          />
        }
        title={
          <span className={classes.title}>
            {name}
            <State tone={customer.verified ? 'good' : 'plain'}>{t(customer.verified ? 'proven' : 'unproven')}</State>
          </span>
        }
      >
        <span className={classes.soft}>
          {[t(`reads_${customer.language}`), t('knownSince', { day: formatDay(customer.since, language, zone) })].join(
            ' · ',
          )}
        </span>
        {customer.isMasked && (
          <Button variant="default" loading={isPlaceholderData} onClick={() => setShown(true)}>
            {t('show')}
          </Button>
        )}
      </PageHead>
      <div className={office.document}>
        {isShown && !customer.isMasked && (
          <p className={classes.hint} role="status">
            {t('shown')}
          </p>
        )}
        <Tags id={id} tags={data.facts?.tags ?? []} />
        <div className={classes.page}>
          <div>
            <Section title={t('open')}>
              <OpenThings panel={panel.data} />
            </Section>
            <Section title={t('figures')}>
              <Figures profile={data} />
            </Section>
            <Section title={t('meetings')}>
              <Meetings activity={data.activity} />
            </Section>
            <Section title={t('timeline')}>
              <Timeline id={id} />
            </Section>
          </div>
          <div>
            <Section title={t('reach')}>
              <Reach profile={data} />
              <News id={id} />
            </Section>
            <Section title={t('preferences')}>
              <Preferences id={id} profile={data} />
            </Section>
            <Section title={t('searches')}>
              <Searches searches={data.searches} />
            </Section>
            <Section title={t('notes')}>
              <Notes id={id} notes={data.notes} />
            </Section>
            <Section title={t('why')}>
              <Identity id={id} profile={data} />
            </Section>
            <Section title={t('devices')}>
              <Devices devices={data.devices} />
            </Section>
            {panel.data && panel.data.maybeSame.length > 0 && (
              <p className={classes.hint}>
                {t('maybeSame', { n: panel.data.maybeSame.length })}:{' '}
                {panel.data.maybeSame.map((other, index) => (
                  <span key={other.id}>
                    {index > 0 && ', '}
                    <Link to="/customers/$id" params={{ id: other.id }}>
                      {other.name ?? other.email?.value ?? t('someone')}
                    </Link>
                  </span>
                ))}
              </p>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

const reachable = ['email', 'phone', 'loyalty', 'messenger'];
const kindNames: Record<string, string> = { email: 'E-mail', phone: 'Tel.' };

function Reach({ profile }: { profile: NonNullable<ReturnType<typeof useProfile>['data']> }) {
  const t = useWords(profileWords);
  const ways = profile.identifiers.filter(({ kind }) => reachable.includes(kind));
  if (ways.length === 0) return <p className={classes.soft}>{t('noReach')}</p>;
  return (
    <ul className={classes.rows}>
      {ways.map((way) => (
        <li key={`${way.kind}${way.value}${way.subjectId}`}>
          <span>
            <small>{kindNames[way.kind] ?? way.kind}</small>
            {way.value}
          </span>
          <State tone={way.state === 'verified' ? 'good' : 'plain'}>{t(way.state)}</State>
        </li>
      ))}
    </ul>
  );
}
