import { Link } from 'react-router';
import { Field } from '../shared/forms/Field.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import type { Part } from './CheckoutPage.tsx';
import styles from './checkout.module.css';
import { words } from './words.ts';

/** Who it is for. A guest types two things; who is signed in types at most a name. */
export function ContactFields({ part, delivers }: { part: Part; delivers: boolean }) {
  const language = useLanguage();
  const say = useWords(words);
  const { page, values } = part;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{say('contact')}</h2>
      {page.known.email ? (
        <p className={styles.soft}>{say('signedInAs', { email: page.known.email })}</p>
      ) : (
        <>
          <p className={styles.soft}>
            {say('guest')}{' '}
            <Link to={`/${language}/sign-in?to=${encodeURIComponent(`/${language}/checkout`)}`}>{say('signIn')}</Link>
          </p>
          <Field
            name="email"
            type="email"
            label={say('email')}
            hint={say('emailWhy')}
            autoComplete="email"
            defaultValue={values.email}
            error={part.faultOf('email')}
            check={part.check('email')}
            maxLength={254}
          />
        </>
      )}
      <Field
        name="name"
        label={say('name')}
        autoComplete="name"
        defaultValue={values.name}
        error={part.faultOf('name')}
        check={part.check('name')}
        maxLength={120}
      />
      <details open={values.phone !== '' || part.faultOf('phone') !== undefined}>
        <summary>{say('phoneOpen')}</summary>
        <Field
          name="phone"
          type="tel"
          label={say('phone')}
          optional={say('optional')}
          hint={say(delivers ? 'phoneWhyDelivery' : 'phoneWhyPickup')}
          autoComplete="tel"
          defaultValue={values.phone}
          error={part.faultOf('phone')}
          check={part.check('phone')}
          maxLength={32}
        />
      </details>
      {page.news && (
        <label className={styles.news}>
          <input type="hidden" name="newsWording" value={page.news.version} />
          <input type="checkbox" name="news" value="yes" defaultChecked={values.news === 'yes'} />
          <span>
            {page.news.text} <span className={styles.soft}>{say('optional')}</span>
            {!page.known.email && <small>{say('newsConfirm')}</small>}
          </span>
        </label>
      )}
    </section>
  );
}
