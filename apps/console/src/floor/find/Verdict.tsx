import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import type { NewDeed } from '../outbox/outbox.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, buttonClass, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { keepSale } from '../till/saleDraft.ts';
import classes from './find.module.css';
import type { Found } from './lookUp.ts';
import { PayOrder } from './PayOrder.tsx';
import { findWords } from './words.ts';

type Desk = NonNullable<Found['desk']>;

/** What a code is worth here: one sentence and the one act that helps now. */
export function Verdict({ desk, onChanged }: { desk: Desk; onChanged(): void }) {
  return (
    <section className={classes.verdict} data-verdict={desk.verdict} aria-label={desk.code}>
      <h2>{desk.code}</h2>
      <p>{desk.say}</p>
      <NextAct desk={desk} onChanged={onChanged} />
    </section>
  );
}

function NextAct({ desk, onChanged }: { desk: Desk; onChanged(): void }) {
  const t = useWords(findWords);
  const language = useLanguage();
  const here = useHere();
  const navigate = useNavigate();
  const perform = usePerform();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' }>();
  const [isPaying, setPaying] = useState(false);
  const { fulfilmentId } = desk;

  const act = async (deed: Pick<NewDeed, 'deed' | 'url' | 'body'>): Promise<boolean> => {
    setBusy(true);
    setTold(undefined);
    const outcome = await perform({ about: desk.code, ...deed });
    setBusy(false);
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
    return outcome.state === 'done';
  };
  const open = (workId: string, isHandOver = false) =>
    void navigate({ to: '/floor/work/$workId', params: { workId }, search: isHandOver ? { act: 'hand_over' } : {} });
  const pick = async () => {
    if (!fulfilmentId) return;
    // Taken by a colleague already, it is opened all the same: the page says by whom.
    if (desk.stage === 'to_pick')
      await act({ deed: 'take', url: `/api/staff/fulfilments/${fulfilmentId}/take`, body: {} });
    open(fulfilmentId);
  };
  const moveHere = async () => {
    if (!desk.movable) return;
    const { orderId, fulfilmentId: workId } = desk.movable;
    const url = `/api/staff/orders/${orderId}/pickups/${workId}/move`;
    if (await act({ deed: 'move', url, body: { locationId: here.id, reason: 'the customer came here' } })) onChanged();
  };
  const holdAgain = async () => {
    const [line] = desk.lines;
    if (!line || !desk.customer) return;
    const body = {
      person: { customerId: desk.customer.id },
      variantId: line.variant.id,
      locationId: here.id,
      quantity: line.quantity,
    };
    if (await act({ deed: 'hold', url: '/api/staff/holds', body }))
      void navigate({ to: '/floor', search: { stage: 'aside' } });
  };
  const sell = () => {
    keepSale({
      lines: desk.lines.map((line) => ({ variantId: line.variant.id, quantity: line.quantity })),
      customerId: desk.customer?.id,
    });
    void navigate({ to: '/floor/till' });
  };

  return (
    <>
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      {desk.cart ? (
        <Link to="/floor/till" search={{ code: desk.code }} className={buttonClass} data-kind="primary">
          {t('cart')}
        </Link>
      ) : desk.verdict === 'wrong_location' ? (
        desk.movable ? (
          <Button kind="primary" wide busy={busy} onClick={() => void moveHere()}>
            {t('moveHere')}
          </Button>
        ) : (
          desk.location && <strong>{t('goThere', { name: desk.location.name })}</strong>
        )
      ) : desk.verdict === 'unpaid' && desk.orderId && desk.toPay ? (
        <Button kind="primary" wide onClick={() => setPaying(true)}>
          {t('toTill')}
        </Button>
      ) : desk.verdict === 'not_ready' && fulfilmentId ? (
        <Button kind="primary" wide busy={busy} onClick={() => void pick()}>
          {t('pickNow')}
        </Button>
      ) : desk.verdict === 'partly_ready' && fulfilmentId ? (
        <Button kind="primary" wide onClick={() => open(fulfilmentId, true)}>
          {t('handOverPart')}
        </Button>
      ) : desk.verdict === 'being_handed_over' && fulfilmentId ? (
        <Button kind="primary" wide onClick={() => open(fulfilmentId)}>
          {t('openAnyway')}
        </Button>
      ) : desk.verdict === 'expired' && desk.customer && desk.lines.length === 1 && (desk.freeHere ?? 0) > 0 ? (
        <Button kind="primary" wide busy={busy} onClick={() => void holdAgain()}>
          {t('holdAgain')}
        </Button>
      ) : (desk.verdict === 'expired' || desk.verdict === 'cancelled' || desk.verdict === 'refunded') &&
        desk.lines.length > 0 ? (
        <Button kind="primary" wide onClick={sell}>
          {t('sellToday')}
        </Button>
      ) : (
        fulfilmentId && (
          <Button kind="primary" wide onClick={() => open(fulfilmentId)}>
            {t('open')}
          </Button>
        )
      )}
      {isPaying && desk.orderId && desk.toPay && (
        <PayOrder
          orderId={desk.orderId}
          number={desk.code}
          toPay={desk.toPay}
          onClose={() => setPaying(false)}
          onPaid={() => {
            setPaying(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
