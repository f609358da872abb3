import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { Form, useNavigation } from 'react-router';
import type { FrameStore } from '../layout/readFrame.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { sayDay, sayWhen } from '../shared/sayWhen.ts';
import styles from './OnDate.module.css';
import { words } from './onDateWords.ts';
import type { ProductView } from './shapeProduct.ts';

export type Availability = Answer<'/api/shop/availability', 'get'>['items'][number];

/** Will it be there on a certain day? Asked of the door and of every store, answered by what holds now. */
export function OnDate({
  product,
  asked,
  stores,
  zone,
}: {
  product: ProductView;
  /** What was asked, and the answer; none: that day has passed or is too far away. */
  asked: { date: string; answer: Availability | null } | null;
  stores: FrameStore[];
  zone: string;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const asking = useNavigation().location?.search.includes('on=');
  const { asOf } = product.variant.ways;
  // Swedish writes dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(asOf));
  const answer = asked?.answer;
  const there = answer?.places.filter((place) => place.on && place.on.answer !== 'no') ?? [];
  return (
    <details className={`opens ${styles.onDate}`} open={asked !== null}>
      <summary>{say('question')}</summary>
      <Form method="get" preventScrollReset className={styles.form} aria-busy={asking || undefined}>
        <input type="hidden" name="variant" value={product.variant.sku} />
        <label>
          <span className="visually-hidden">{say('day')}</span>
          <input type="date" name="on" className="field" min={today} defaultValue={asked?.date ?? ''} required />
        </label>
        <button type="submit" className="button quiet small">
          {say('ask')}
        </button>
      </Form>
      <div aria-live="polite">
        {asked && !answer && <p className={styles.none}>{say('noSuchDay')}</p>}
        {asked && answer && (
          <>
            <p className={styles.asked}>{say('onDay', { day: formatDay(asked.date, language, zone) })}</p>
            <ul className="plain-list">
              <li data-answer={answer.deliveredOn?.answer}>
                <strong>{say('delivered')}</strong> {sayDelivered()}
              </li>
              {there.map((place) => (
                <li key={place.locationId} data-answer={place.on?.answer}>
                  <strong>{place.name}</strong>{' '}
                  {say(place.on?.answer === 'yes' ? 'collect' : 'collectPerhaps', {
                    when: sayWhen(place.on?.at ?? '', asOf, language, zoneOf(place.locationId)),
                  })}
                </li>
              ))}
              {there.length === 0 && <li data-answer="no">{say('inNoStore')}</li>}
            </ul>
          </>
        )}
      </div>
    </details>
  );

  function zoneOf(locationId: string): string {
    return stores.find(({ id }) => id === locationId)?.zone ?? zone;
  }

  function sayDelivered(): string {
    const on = answer?.deliveredOn;
    if (!on) return say('notDelivered');
    const day = on.at ? sayDay(on.at, asOf, language, zone) : '';
    if (on.answer === 'yes') return say('by', { day });
    if (on.answer === 'expected') return say('perhaps', { day });
    return on.at ? say('notBefore', { day }) : say('notDelivered');
  }
}
