import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useWords } from '../../shared/language.tsx';
import { type ThreadPage, usePanel } from '../queries.ts';
import { StockPanel } from '../stock/StockPanel.tsx';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import { CartSection } from './CartSection.tsx';
import classes from './customer.module.css';
import { MaybeSame } from './MaybeSame.tsx';
import { OpenThings } from './OpenThings.tsx';
import { TimelineSection } from './TimelineSection.tsx';
import { WhoSection } from './WhoSection.tsx';
import { customerWords } from './words.ts';

/** Who this is, what is open with them, and the goods of all stores: everything an answer needs. */
export function CustomerPane({ page, place }: { page: ThreadPage | undefined; place: DeskPlace }) {
  const t = useWords(deskWords);
  const w = useWords(customerWords);
  const panel = usePanel(page?.customer.id);
  const { data } = panel;
  return (
    <>
      <button type="button" className={classes.back} onClick={() => place.showSide(undefined)}>
        <IconArrowLeft size={20} stroke={1.6} aria-hidden="true" />
        {t('conversation')}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={classes.scroller} tabIndex={0}>
        {panel.isError && !data ? (
          <div role="alert" className={classes.failed}>
            <p>{t('failed')}</p>
            <Button variant="default" size="xs" onClick={() => void panel.refetch()}>
              {t('again')}
            </Button>
          </div>
        ) : !data || !page ? (
          <div className={classes.loading}>
            <span className={classes.hidden} role="status">
              {w('loading')}
            </span>
            <Skeleton height={22} width="55%" />
            <Skeleton height={12} width="75%" />
            <Skeleton height={64} />
            <Skeleton height={120} />
          </div>
        ) : (
          <>
            <WhoSection panel={data} page={page} />
            {data.maybeSame.length > 0 && <MaybeSame panel={data} place={place} />}
            <OpenThings panel={data} />
            <StockPanel panel={data} page={page} />
            {data.cart && data.cart.lines.length > 0 && <CartSection panel={data} cart={data.cart} />}
            <TimelineSection panel={data} />
          </>
        )}
      </div>
    </>
  );
}
