import { formatDayAndTime } from '@throughline/ui/format';
import { useEffect, useRef } from 'react';
import { Form, Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './returns.module.css';
import type { Statement, WithdrawSaid } from './withdrawAction.ts';
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
          <p>{said.done.returnNumber ? say('doneReturn', { number: said.done.returnNumber }) : say('donePerson')}</p>
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
          <p className={styles.soft}>
            {say('storeToo')} <Link to={addressOf.stores(language)}>{say('toStores')}</Link>
          </p>
        </>
      ) : step === 'review' ? (
        <>
          <h1>{say('reviewTitle')}</h1>
          {said?.problem && <Notice kind="fault">{say(said.problem)}</Notice>}
          <div className={styles.statement}>
            <p>{say('reviewText', { contract: values.contract })}</p>
            {values.goods && <p>{say('reviewGoods', { goods: values.goods })}</p>}
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
            <Field
              name="goods"
              label={say('goods')}
              hint={say('goodsHint')}
              optional={say('optional')}
              defaultValue={values.goods}
              maxLength={1000}
            />
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
  return kept.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />);
}
