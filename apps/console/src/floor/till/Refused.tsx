import { Link } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { Button, buttonClass } from '../parts/index.tsx';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import classes from './till.module.css';
import { tillWords } from './words.ts';

interface Alternative {
  kind: string;
  variantId: string;
  locationId?: string;
  locationName?: string;
  readyAt?: string;
  earliest?: string;
  expectedAt?: string;
  delivery?: string;
  optionsText?: string | Record<string, string>;
}

/** What a refusal says, and the quote before anybody takes money. */
export interface Shortage {
  shortfall?: unknown;
  heldForOthers?: unknown;
  heldUntil?: unknown;
  alternatives?: unknown;
}

/** The last one stands there and is promised to somebody: why, until when, and what can be had instead. */
export function Refused({ problem, onBack }: { problem: Shortage; onBack(): void }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const here = useHere();
  const now = useNow();
  const until = typeof problem.heldUntil === 'string' ? problem.heldUntil : undefined;
  const isHeld = Number(problem.heldForOthers ?? 0) > 0;
  const alternatives = (problem.alternatives ?? []) as Alternative[];
  const short = (problem.shortfall as { variantId: string }[] | undefined)?.[0]?.variantId;
  const day = (date: string | undefined) => (date ? formatDay(date, language, here.zone) : '');
  const say = (one: Alternative): string => {
    switch (one.kind) {
      case 'pickup_elsewhere':
        return t('altStore', {
          place: one.locationName ?? '',
          time: one.readyAt ? whenText(one.readyAt, now, language, here.zone) : '',
        });
      case 'delivery':
        return t('altDelivery', { date: day(one.earliest) });
      case 'arriving':
        return t('altArriving', { place: one.locationName ?? '', date: day(one.expectedAt) });
      default: {
        const options = typeof one.optionsText === 'object' ? one.optionsText[language] : one.optionsText;
        return t('altOther', { what: options ?? '', date: day(one.delivery) });
      }
    }
  };
  return (
    <div className={classes.refused} role="alert">
      <strong>{t('refusedTitle')}</strong>
      <p>
        {!isHeld
          ? t('refusedShort')
          : until
            ? t('refusedHeld', { time: whenText(until, now, language, here.zone) })
            : t('refusedHeldNoTime')}
      </p>
      {alternatives.length > 0 && (
        <>
          <h2>{t('instead')}</h2>
          <ul>
            {alternatives.map((one) => (
              <li key={`${one.kind} ${one.variantId} ${one.locationId ?? ''}`}>
                <Link to="/floor/stock/$variantId" params={{ variantId: one.variantId }}>
                  {say(one)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {short && (
        <Link to="/floor/stock/$variantId" params={{ variantId: short }} className={buttonClass} data-kind="primary">
          {t('seeStock')}
        </Link>
      )}
      <Button wide onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}
