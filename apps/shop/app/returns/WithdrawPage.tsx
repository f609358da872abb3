import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useEffect, useRef } from 'react';
import { Form, Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './returns.module.css';
import { chosen, isPart, type Statement, type WithdrawSaid } from './withdrawAction.ts';
import { words } from './words.ts';

/** The withdrawal function: three answers, one look at the declaration, one confirmation. No account, no reason. */
export function WithdrawPage({ known, said }: { known: Statement; said: WithdrawSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const step = said?.step ?? 'form';
  const values = said?.values ?? known;
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  // Another step begins at its top: the button that led here is gone with the step before.
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
  }, [step]);
  return (
    <div ref={top} tabIndex={-1} className={`page ${styles.narrow}`}>
      {step === 'done' && said?.done ? (
        <>
          <h1>{say('doneTitle')}</h1>
          <Notice kind="good">
            {say('doneText', {
              number: said.done.number,
              when: formatDayAndTime(said.done.declaredAt, language, said.done.zone),
              email: values.email,
            })}
          </Notice>
          {said.done.isCancelled && (
            <p>
              {say('doneCancelled')}{' '}
              {said.done.refund && say('doneRefund', { sum: formatMoney(said.done.refund, language, 'exact') })}
            </p>
          )}
          {said.done.returnNumber && <p>{say('doneReturn', { number: said.done.returnNumber })}</p>}
          {said.done.needsPerson && <p>{say('donePerson')}</p>}
          {said.done.returnId && (
            <p>
              <Link
                className="button"
                to={`/${language}/returns/${said.done.returnId}?token=${encodeURIComponent(values.token)}`}
              >
                {say('toLabel')}
              </Link>
            </p>
          )}
          {(said.done.returnId || said.done.needsPerson) && (
            <p className={styles.soft}>
              {say('storeToo')} <Link to={addressOf.stores(language)}>{say('toStores')}</Link>
            </p>
          )}
        </>
      ) : step === 'review' ? (
        <>
          <h1>{say('reviewTitle')}</h1>
          {said?.problem && <Notice kind="fault">{say(said.problem)}</Notice>}
          <div className={styles.statement}>
            <p>{say('reviewText', { contract: values.contract })}</p>
            {values.goods && <p>{say('reviewGoods', { goods: values.goods })}</p>}
            {isPart(values.pieces) && (
              <>
                <p>{say('reviewPieces')}</p>
                <ul>
                  {chosen(values.pieces).map((piece) => (
                    <li key={piece.orderLineId}>
                      {piece.quantity} × {piece.title}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p>
              {values.name}
              <br />
              {values.email}
            </p>
          </div>
          <Form method="post" className={styles.acts}>
            <Kept values={values} all />
            <button type="submit" name="intent" value="confirm" className="button">
              {say('confirm')}
            </button>
            <button type="submit" name="intent" value="change" className="button quiet">
              {say('change')}
            </button>
          </Form>
        </>
      ) : (
        <>
          <h1>{say('withdrawTitle')}</h1>
          <p>{say('withdrawLead')}</p>
          <Form method="post" className={styles.form} noValidate>
            <Kept values={values} />
            <Field
              name="name"
              label={say('name')}
              autoComplete="name"
              defaultValue={values.name}
              maxLength={200}
              error={said?.faults.name && say('nameMissing')}
            />
            <Field
              name="contract"
              label={say('contract')}
              hint={say('contractHint')}
              defaultValue={values.contract}
              maxLength={200}
              error={said?.faults.contract && say('contractMissing')}
            />
            <Field
              name="email"
              type="email"
              label={say('email')}
              autoComplete="email"
              defaultValue={values.email}
              maxLength={254}
              error={said?.faults.email && say('emailWrong')}
            />
            {values.pieces.length === 0 ? (
              <Field
                name="goods"
                label={say('goods')}
                hint={say('goodsHint')}
                optional={say('optional')}
                defaultValue={values.goods}
                maxLength={1000}
              />
            ) : (
              <fieldset className={styles.line} aria-describedby={said?.faults.pieces && 'pieces-fault'}>
                <legend>{say('pieces')}</legend>
                <p className={styles.soft}>{say('piecesHint')}</p>
                {said?.faults.pieces && (
                  <p id="pieces-fault" className={styles.fault}>
                    {say('nothingChosen')}
                  </p>
                )}
                {values.pieces.map((piece) => (
                  <label key={piece.orderLineId}>
                    {piece.title}
                    <select name={`piece:${piece.orderLineId}`} className="field" defaultValue={piece.quantity}>
                      {Array.from({ length: piece.most + 1 }, (_, n) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is.
                        <option key={n} value={n}>
                          {n === 0 ? say('none') : n}
                        </option>
                      ))}
                    </select>
                    <input type="hidden" name={`most:${piece.orderLineId}`} value={piece.most} />
                    <input type="hidden" name={`title:${piece.orderLineId}`} value={piece.title} />
                  </label>
                ))}
              </fieldset>
            )}
            <button type="submit" name="intent" value="review" className="button">
              {say('goOn')}
            </button>
          </Form>
          <p className={styles.soft}>
            <Link to={addressOf.info(language, 'withdraw')}>{say('yourRight')}</Link>
          </p>
        </>
      )}
    </div>
  );
}

function Kept({ values, all = false }: { values: Statement; all?: boolean }) {
  const kept = all
    ? (['name', 'contract', 'email', 'goods', 'orderId', 'token', 'key'] as const)
    : (['orderId', 'token'] as const);
  return (
    <>
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      {all &&
        values.pieces.map((piece) => (
          <span key={piece.orderLineId}>
            <input type="hidden" name={`piece:${piece.orderLineId}`} value={piece.quantity} />
            <input type="hidden" name={`most:${piece.orderLineId}`} value={piece.most} />
            <input type="hidden" name={`title:${piece.orderLineId}`} value={piece.title} />
          </span>
        ))}
    </>
  );
}
