import { type Icon, IconMessageCircle, IconPackage, IconShoppingCart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../shared/language.tsx';
import { State, useRetailer, Waiting } from '../shared/page/index.ts';
import { areasOf } from '../shell/areas.ts';
import { useMe } from '../shell/me.ts';
import classes from './customers.module.css';
import type { Panel } from './queries.ts';
import { profileWords } from './words.ts';

/** Holds, orders, cart and conversation that are under way, each leading to where it is worked on. */
export function OpenThings({ panel }: { panel: Panel | undefined }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const { role } = useMe();
  const may = (area: 'desk' | 'floor' | 'office') => areasOf(role).some((one) => one.id === area);
  if (!panel) return <Waiting label={t('open')} />;
  const thread = panel.thread?.state === 'closed' ? null : panel.thread;
  const cartPieces = panel.cart?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  if (panel.holds.length === 0 && panel.orders.length === 0 && cartPieces === 0 && !thread)
    return <p className={classes.soft}>{t('nothingOpen')}</p>;
  return (
    <ul className={classes.open}>
      {panel.holds.map((hold) => {
        const [line] = hold.lines;
        return (
          <li key={hold.id}>
            <Picture url={line?.pictureUrl} icon={IconPackage} />
            <span>
              {hold.fulfilmentId && may('floor') ? (
                <Link to="/floor/work/$workId" params={{ workId: hold.fulfilmentId }}>
                  {line?.title}
                </Link>
              ) : (
                line?.title
              )}
              <small>{[line?.optionsText, hold.locationName, hold.code].filter(Boolean).join(' · ')}</small>
            </span>
            <State tone="waiting">
              {t('hold')}
              {hold.until && ` · ${t('until', { when: formatDayAndTime(hold.until, language, zone) })}`}
            </State>
          </li>
        );
      })}
      {panel.orders.map((order) => (
        <li key={order.id}>
          <Picture url={null} icon={IconPackage} />
          <span>
            {may('office') ? (
              <Link to="/office/orders/$id" params={{ id: order.id }}>
                {order.number}
              </Link>
            ) : (
              order.number
            )}
            <small>{order.goods.map((goods) => `${goods.quantity} × ${goods.title}`).join(', ')}</small>
          </span>
          <State tone={order.isPaid ? 'good' : 'waiting'}>
            {t('order')} · {formatMoney(order.total, language)}
          </State>
        </li>
      ))}
      {cartPieces > 0 && (
        <li>
          <Picture url={panel.cart?.lines[0]?.variant.pictureUrl} icon={IconShoppingCart} />
          <span>
            {t('cart')}
            <small>{t('pieces', { n: cartPieces })}</small>
          </span>
        </li>
      )}
      {thread && (
        <li>
          <Picture url={null} icon={IconMessageCircle} />
          <span>
            {may('desk') ? (
              <Link to="/desk/$threadId" params={{ threadId: thread.id }}>
                {t('conversation')}
              </Link>
            ) : (
              t('conversation')
            )}
            <small>{formatDayAndTime(thread.lastMessageAt, language, zone)}</small>
          </span>
        </li>
      )}
    </ul>
  );
}

function Picture({ url, icon: Shape }: { url: string | null | undefined; icon: Icon }) {
  return url ? (
    <img src={url} alt="" />
  ) : (
    <span className={classes.noPicture} aria-hidden="true">
      <Shape size={20} stroke={1.6} />
    </span>
  );
}
