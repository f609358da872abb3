import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Empty, Notice, Skeletons } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useScans } from '../scan/ScanContext.tsx';
import { type WorkView, workQuery } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';
import { kindOf, whenText } from '../today/WorkCard.tsx';
import { todayWords } from '../today/words.ts';
import { BagLabel } from './BagLabel.tsx';
import { FoundIt } from './FoundIt.tsx';
import { Goods } from './Goods.tsx';
import { HandOver } from './HandOver.tsx';
import { MoreActs } from './MoreActs.tsx';
import { NextAct } from './NextAct.tsx';
import { Shortages } from './Shortages.tsx';
import { Trail } from './Trail.tsx';
import { useSentence } from './useSentence.ts';
import { useTicks } from './useTicks.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

const route = getRouteApi('/shell/floor/today/work/$workId');

/** One piece of work: what it is, how far it is, one sentence, and the one act that comes next. */
export function Work() {
  const t = useWords(workWords);
  const language = useLanguage();
  const { workId } = route.useParams();
  const work = useQuery(workQuery(workId, language));
  if (work.data) return <OpenWork key={workId} work={work.data} isOld={work.isError} />;
  if (work.isPending) return <Skeletons count={4} height={120} />;
  const problem = work.error instanceof ProblemError ? work.error.problem : undefined;
  return (
    <Empty title={t('failed')}>
      <p>{problem && problem.code !== 'offline' ? problemText(problem, language) : t('gone')}</p>
      <Button onClick={() => void work.refetch()}>{t('again')}</Button>
      <Link to="/floor">{t('back')}</Link>
    </Empty>
  );
}

const pad14 = (digits: string) => digits.padStart(14, '0');

function OpenWork({ work, isOld }: { work: WorkView; isOld: boolean }) {
  const t = useWords(workWords);
  const today = useWords(todayWords);
  const language = useLanguage();
  const { stage, act } = route.useSearch();
  const { row, desk } = work;
  const now = useNow();
  const ticks = useTicks(row, (variantId, picked) => {
    // The round goes on without the line; the count that comes through later is the later one.
    void api.PUT('/api/staff/fulfilments/{id}/picked', {
      params: { path: { id: row.id } },
      body: { variantId, picked },
    });
  });
  const api = useApi();
  const [place, setPlace] = useState('');
  const [bags, setBags] = useState(1);
  const [isHandingOver, setHandingOver] = useState(act === 'hand_over' && mayLeave(row));
  const { sentence, tone, isMine } = useSentence(work);

  useScans((text) => {
    const line = work.shelf.find(
      (one) => one.sku.toUpperCase() === text.toUpperCase() || (one.gtin && pad14(one.gtin) === pad14(text)),
    );
    if (line && isMine) {
      const item = row.items.find((one) => one.variantId === line.variantId);
      if (!ticks.tick(line.variantId)) return { tone: 'wrong', word: t('enough'), detail: t('enoughText') };
      return { tone: 'good', word: item?.title ?? line.sku, detail: item?.optionsText };
    }
    if (line) return { tone: 'good', word: row.code, detail: sentence };
    if (!isMine) return undefined;
    if (/^\d{8,14}$/.test(text))
      return { tone: 'wrong', word: t('wrongPiece'), detail: t('wrongPieceText', { text, code: row.code }) };
    // What is neither goods nor one of our codes is the label of a shelf.
    if (text.length > 14 || /^[0-9A-Z]{2}-?[0-9A-Z]{4}$/i.test(text) || /^v-?\d{4,}$/i.test(text)) return undefined;
    setPlace(text);
    return { tone: 'good', word: t('placeSet', { place: text }) };
  });

  return (
    <article className={classes.work} data-paper>
      <header className={classes.head}>
        <Link to="/floor" search={stage ? { stage } : {}} className={classes.back} aria-label={t('back')}>
          <IconArrowLeft size={26} aria-hidden="true" />
        </Link>
        <div className={classes.titles}>
          <h1>{row.code}</h1>
          <span>
            {today(kindOf(row.kind))}
            {row.promisedAt && row.state !== 'ready' && desk.handedOver === null && (
              <>
                {' · '}
                {t('promised')} {whenText(row.promisedAt, now, language, work.zone)}
              </>
            )}
          </span>
        </div>
      </header>
      <div className={classes.scroll}>
        <p className={classes.sentence} data-tone={tone}>
          {sentence}
        </p>
        {row.atRisk && (
          <Notice tone="brick" icon={<IconAlertTriangle size={22} aria-hidden="true" />}>
            <span>{t('atRisk')}</span>
            <FoundIt row={row} />
          </Notice>
        )}
        {isOld && (
          <Notice tone="brass">
            <span>{today('asOf', { time: whenText(work.asOf, now, language, work.zone) })}</span>
          </Notice>
        )}
        {isHandingOver ? (
          <HandOver work={work} onClose={() => setHandingOver(false)} />
        ) : (
          <>
            <Shortages work={work} />
            <Who work={work} />
            <Goods work={work} ticks={isMine ? ticks : undefined} />
            <Trail work={work} />
          </>
        )}
      </div>
      {!isHandingOver && (
        <footer className={classes.foot}>
          <MoreActs work={work} onHandOver={() => setHandingOver(true)} onPrint={setBags} />
          <NextAct work={work} ticks={ticks} place={place} onPlace={setPlace} onHandOver={() => setHandingOver(true)} />
        </footer>
      )}
      <BagLabel row={row} zone={work.zone} bags={bags} />
    </article>
  );
}

/** What can be handed over at all, however far it is. */
const mayLeave = (row: WorkView['row']) => row.kind !== 'ship' && ['to_pick', 'picking', 'ready'].includes(row.state);

function Who({ work }: { work: WorkView }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const { desk, row } = work;
  const contacts = [desk.customer?.phone?.masked, desk.customer?.email?.masked].filter(Boolean).join(' · ');
  return (
    <section className={classes.who} aria-label={t('customer')}>
      <strong>{desk.customer?.name ?? row.customerName ?? t('noCustomer')}</strong>
      {desk.customer && <span>{t(desk.customer.verified ? 'verified' : 'claimed')}</span>}
      {contacts && <span>{contacts}</span>}
      {row.collector && <span>{t('comes', { name: row.collector })}</span>}
      {row.arrivesBy && <span>{t('arrivesBy', { day: formatDay(row.arrivesBy, language, work.zone) })}</span>}
      {row.trackingUrl && (
        <a className={classes.follow} href={row.trackingUrl} target="_blank" rel="noreferrer">
          {t('parcelFollow')}
        </a>
      )}
    </section>
  );
}
