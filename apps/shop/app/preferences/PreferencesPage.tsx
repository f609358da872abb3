import { Form, Link, useNavigation } from 'react-router';
import styles from '../returns/returns.module.css';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import own from './preferences.module.css';
import { nameOf, type Preferences } from './readChoices.ts';
import { words } from './words.ts';

export interface PreferencesSaid {
  saved?: boolean;
  confirmationSent?: boolean;
  confirmed?: boolean;
  fault?: 'expired' | 'tooOften' | 'problem';
}

export interface PreferencesData {
  preferences: Preferences | null;
  token: string | null;
  /** The link of the mail that asks whether advertising is wanted. */
  confirm: string | null;
  isBroken: boolean;
}

/** What may be sent and measured: every yes for itself, one button for no to all. */
export function PreferencesPage({ page, said }: { page: PreferencesData; said: PreferencesSaid | undefined }) {
  const say = useWords(words);
  if (page.confirm) return <Confirm token={page.confirm} said={said} />;
  return (
    <div className={`page ${styles.narrow}`}>
      <h1>{say('title')}</h1>
      {page.preferences ? (
        <Choices preferences={page.preferences} token={page.token} said={said} />
      ) : (
        <Notice kind="fault">{say('broken')}</Notice>
      )}
    </div>
  );
}

function Confirm({ token, said }: { token: string; said: PreferencesSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <div className={`page ${styles.narrow}`}>
      <h1>{say(said?.confirmed ? 'confirmedTitle' : 'confirmTitle')}</h1>
      {said?.confirmed ? (
        <>
          <p role="status">{say('confirmed')}</p>
          <p>
            <Link to={addressOf.home(language)}>{say('toShop')}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{say('confirmText')}</p>
          {said?.fault && <Notice kind="fault">{say(said.fault)}</Notice>}
          <Form method="post" className={styles.form}>
            <input type="hidden" name="confirm" value={token} />
            <button type="submit" className="button" disabled={isBusy}>
              {say('confirm')}
            </button>
          </Form>
        </>
      )}
    </div>
  );
}

function Choices({
  preferences,
  token,
  said,
}: {
  preferences: Preferences;
  token: string | null;
  said: PreferencesSaid | undefined;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const isBusy = useNavigation().state !== 'idle';
  const groups = ['marketing', 'personalisation', 'analytics'] as const;
  return (
    <>
      {preferences.address && <p>{say('lead', { address: preferences.address })}</p>}
      <div aria-live="polite">
        {said?.confirmationSent && (
          <Notice kind="waiting">{say('sent', { address: preferences.address ?? '' })}</Notice>
        )}
        {said?.saved && !said.confirmationSent && <Notice kind="good">{say('saved')}</Notice>}
        {said?.fault && <Notice kind="fault">{say(said.fault)}</Notice>}
      </div>
      {/* Drawn anew after an answer: the boxes then stand as they were kept. */}
      <Form
        method="post"
        className={styles.form}
        key={preferences.choices.map((choice) => Number(choice.given)).join('')}
        preventScrollReset
      >
        {token && <input type="hidden" name="token" value={token} />}
        <input type="hidden" name="wording" value={preferences.wording.version} />
        {groups.map((group) => (
          <fieldset key={group} className={own.group}>
            <legend>{say(group)}</legend>
            <p className={styles.soft}>{say(`${group}Why`)}</p>
            {preferences.choices
              .filter((choice) => choice.purpose === group)
              .map((choice) => (
                <label key={nameOf(choice)} className={own.choice}>
                  <input type="hidden" name="shown" value={`${nameOf(choice)}_${Number(choice.given)}`} />
                  <input
                    type="checkbox"
                    name={nameOf(choice)}
                    defaultChecked={choice.given}
                    disabled={token !== null && !choice.given && choice.channel !== 'email'}
                  />
                  <span>{say(choice.channel)}</span>
                </label>
              ))}
          </fieldset>
        ))}
        {token && <p className={styles.soft}>{say('byLink')}</p>}
        <p className={styles.soft}>{preferences.wording.text[language]}</p>
        <div className={styles.acts}>
          <button type="submit" name="intent" value="save" className="button" disabled={isBusy}>
            {say('save')}
          </button>
          <button type="submit" name="intent" value="nothing" className="button quiet" disabled={isBusy}>
            {say('nothing')}
          </button>
        </div>
      </Form>
      <p className={styles.soft}>
        <Link to={addressOf.info(language, 'cookies')}>{say('cookies')}</Link>
        {' · '}
        <Link to={addressOf.info(language, 'privacy')}>{say('privacy')}</Link>
      </p>
    </>
  );
}
