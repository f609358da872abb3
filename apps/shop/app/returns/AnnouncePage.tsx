import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { type AnnounceSaid, reasons } from './announceAction.ts';
import styles from './returns.module.css';
import { words } from './words.ts';

export type ReturnOptions = Answer<'/api/shop/orders/{id}/return', 'get'>;

interface Props {
  options: ReturnOptions;
  token: string | undefined;
  formKey: string;
  said: AnnounceSaid | undefined;
}

/** What comes back, in two taps a thing; the store stands beside the post, because it is quicker and costs nothing. */
export function AnnouncePage({ options, token, formKey, said }: Props) {
  const language = useLanguage();
  const say = useWords(words);
  const open = options.lines.filter((line) => line.returnable > 0 && line.rules.some((rule) => rule.applies));
  const query = token ? `?token=${encodeURIComponent(token)}` : '';
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say('returnTitle', { number: options.orderNumber })}</h1>
      <div className={styles.columns}>
        <div>
          {said && <Notice kind="fault">{say(said.problem)}</Notice>}
          {open.length === 0 ? (
            <Notice title={say('noneLeft')}>{say('noneLeftText')}</Notice>
          ) : (
            <Form method="post" className={styles.form}>
              <p>{say('returnLead')}</p>
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="token" value={token ?? ''} />
              {open.map((line) => {
                const rule = line.rules.find((one) => one.applies);
                return (
                  <fieldset key={line.orderLineId} className={styles.line}>
                    <legend>
                      {line.title[language]} <small>{line.optionsText[language]}</small>
                    </legend>
                    {rule && (
                      <p className={styles.soft}>
                        {say(rule.rule)},{' '}
                        {rule.until
                          ? say('until', { day: formatDay(justBefore(rule.until), language, options.zone) })
                          : say('anyTime')}
                      </p>
                    )}
                    <label>
                      {say('quantity')}
                      <select name={`quantity:${line.orderLineId}`} className="field" defaultValue={0}>
                        <option value={0}>{say('none')}</option>
                        {Array.from({ length: Math.min(line.returnable, 50) }, (_, n) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is.
                          <option key={n} value={n + 1}>
                            {n + 1}
                          </option>
                        ))}
                      </select>
                    </label>
                    <label>
                      {say('reason')}
                      <select name={`reason:${line.orderLineId}`} className="field">
                        {reasons.map((reason) => (
                          <option key={reason} value={reason}>
                            {say(reason)}
                          </option>
                        ))}
                      </select>
                    </label>
                  </fieldset>
                );
              })}
              <Field name="note" label={say('note')} optional={say('optional')} maxLength={500} />
              <button type="submit" className="button">
                {say('announce')}
              </button>
            </Form>
          )}
          {options.returns.length > 0 && (
            <section>
              <h2>{say('onItsWay')}</h2>
              <ul className="plain-list">
                {options.returns.map((one) => (
                  <li key={one.id}>
                    <Link to={`/${language}/returns/${one.id}${query}`}>{one.number}</Link>: {say(`state_${one.state}`)}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className={styles.aside}>
          <h2>{say('inStore')}</h2>
          <p>{say('inStoreText')}</p>
          <p>
            <Link to={addressOf.stores(language)}>{say('toStores')}</Link>
          </p>
          <p>
            <Link to={`/${language}/orders/${options.orderId}${query}`}>{say('backToOrder')}</Link>
          </p>
        </aside>
      </div>
    </div>
  );
}

/** A term ends with a day: its last instant is still that day. */
const justBefore = (until: string) => new Date(Date.parse(until) - 1).toISOString();
