import { formatMoney, formatTime } from '@throughline/ui/format';
import { Link } from 'react-router';
import { ConsentChoice } from '../consent/ConsentChoice.tsx';
import { words as consentWords } from '../consent/words.ts';
import { useFrame } from '../layout/useFrame.ts';
import { addressOf } from '../shared/addresses.ts';
import { Breadcrumb } from '../shared/Breadcrumb.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { sayWhen } from '../shared/sayWhen.ts';
import styles from './InfoPage.module.css';
import type { InfoData } from './readInfo.ts';
import { words } from './words.ts';

const policies = ['delivery', 'returns', 'contact', 'privacy', 'terms'] as const;

/** The title of a page whose text is the retailer's. */
export function titleWord(page: InfoData['page']): (typeof policies)[number] {
  return policies.find((policy) => policy === page) ?? 'contact';
}

/** A page that explains: what the shop knows as facts first (zones, hours), then the text. */
export function InfoPage({ data }: { data: InfoData }) {
  const language = useLanguage();
  const say = useWords(words);
  const { page, title, sections, facts } = data;
  return (
    <article className={`page ${styles.page}`}>
      <Breadcrumb steps={[{ name: say('home'), href: addressOf.home(language) }]} />
      <h1>{title ?? say(titleWord(page))}</h1>
      {page === 'withdraw' && (
        <p>
          <Link to={addressOf.withdrawal(language)} className="button">
            {say('withdrawHere')}
          </Link>
        </p>
      )}
      {page === 'contact' && <Contact data={data} />}
      {page === 'cookies' && <YourChoice />}
      {page === 'delivery' && data.zones.length > 0 && <Zones zones={data.zones} />}
      {sections.map((section, index) => (
        <section key={section.heading || index}>
          {section.heading && <h2>{section.heading}</h2>}
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.lines && (
            <ul className={`plain-list ${styles.lines}`}>
              {section.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {page === 'withdraw' && section.lines && (
            <p>
              <a href={asMail(facts.email, section.heading, section.lines)} className="button quiet">
                {say('sendForm')}
              </a>
            </p>
          )}
        </section>
      ))}
      {sections.length === 0 && <p>{say('notWritten', { email: facts.email })}</p>}
      {page === 'delivery' && (
        <p>
          <Link to={addressOf.stores(language)}>{say('toStores')}</Link>
        </p>
      )}
      {page === 'returns' && (
        <p>
          <Link to={addressOf.info(language, 'withdraw')}>{say('withdrawToo')}</Link>
        </p>
      )}
    </article>
  );
}

const asMail = (to: string, subject: string, lines: readonly string[]) =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\n\n'))}`;

function Zones({ zones }: { zones: InfoData['zones'] }) {
  const language = useLanguage();
  const say = useWords(words);
  const sometimesFree = zones.some((zone) => zone.methods.some((method) => method.freeFrom));
  return (
    <section>
      <h2 id="zones">{say('zones')}</h2>
      {/* Wider than a phone in some languages: it scrolls sideways, by keys as well. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached. */}
      <section className={styles.table} aria-labelledby="zones" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('zone')}</th>
              <th scope="col">{say('how')}</th>
              <th scope="col">{say('cost')}</th>
              {sometimesFree && <th scope="col">{say('freeFrom')}</th>}
              <th scope="col">{say('time')}</th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) =>
              zone.methods.length === 0 ? (
                <tr key={zone.id}>
                  <th scope="row">
                    <ZoneName zone={zone} />
                  </th>
                  <td colSpan={sometimesFree ? 4 : 3}>{say('notAtPresent')}</td>
                </tr>
              ) : (
                zone.methods.map((method, index) => (
                  <tr key={method.id}>
                    {index === 0 && (
                      <th scope="rowgroup" rowSpan={zone.methods.length}>
                        <ZoneName zone={zone} />
                      </th>
                    )}
                    <td>{method.name[language]}</td>
                    <td>{formatMoney(method.rate, language)}</td>
                    {sometimesFree && (
                      <td>{method.freeFrom ? formatMoney(method.freeFrom, language) : say('never')}</td>
                    )}
                    <td>
                      {method.daysMin === method.daysMax
                        ? say('workingDay', { n: method.daysMin })
                        : `${method.daysMin}–${say('workingDay', { n: method.daysMax })}`}
                    </td>
                  </tr>
                ))
              ),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ZoneName({ zone }: { zone: InfoData['zones'][number] }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <>
      {zone.name[language]}
      <span className={styles.where}>
        {zone.postcodePrefixes.length === 0
          ? say('wholeCountry')
          : say('somePostcodes', { list: listOf(zone.postcodePrefixes, say) })}
      </span>
    </>
  );
}

function listOf(prefixes: readonly string[], say: ReturnType<typeof useWords<typeof words.en>>): string {
  const shown = prefixes.slice(0, 12).map((prefix) => `${prefix}…`);
  const rest = prefixes.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` ${say('andMore', { n: rest })}` : '');
}

function Contact({ data: { chat, facts } }: { data: InfoData }) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  return (
    <dl className={styles.contact}>
      {chat && (
        <div>
          <dt>{say('chat')}</dt>
          <dd>
            <a href="?chat=open">{say('openChat')}</a>
            <br />
            {chat.open && chat.closesAt
              ? say('chatOpen', {
                  time: formatTime(chat.closesAt, language, chat.zone),
                  n: chat.expectedAnswerMinutes,
                })
              : chat.opensAt &&
                say('chatClosed', {
                  when: sayWhen(chat.opensAt, chat.expectedBy ?? chat.opensAt, language, chat.zone),
                })}
          </dd>
        </div>
      )}
      <div>
        <dt>{say('phone')}</dt>
        <dd>
          <a href={`tel:${facts.phone}`}>{facts.phone}</a>
        </dd>
      </div>
      <div>
        <dt>{say('mail')}</dt>
        <dd>
          <a href={`mailto:${facts.email}`}>{facts.email}</a>
        </dd>
      </div>
      <div>
        <dt>{say('post')}</dt>
        <dd>
          {facts.company}, {facts.address}
        </dd>
      </div>
      {frame && frame.stores.length > 0 && (
        <div>
          <dt>{say('toStores')}</dt>
          <dd>
            {frame.stores.map((store, index) => (
              <span key={store.code}>
                {index > 0 && ' · '}
                <Link to={addressOf.store(language, store.code)}>{store.name}</Link>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function YourChoice() {
  const say = useWords(words);
  const sayConsent = useWords(consentWords);
  const frame = useFrame();
  const consent = frame?.consent;
  const state = consent === 'all' ? 'stateAll' : consent === 'necessary' ? 'stateNecessary' : 'stateNone';
  return (
    <section>
      <h2>{say('yourChoice')}</h2>
      <p role="status">{sayConsent(state)}</p>
      {frame && <ConsentChoice wording={frame.banner.version} />}
    </section>
  );
}
