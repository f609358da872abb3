import type { Language, Translator } from '@throughline/ui/words';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './Details.module.css';
import { words } from './detailWords.ts';
import type { ProductView } from './shapeProduct.ts';

type Measures = ProductView['variant']['measures'];

const centimetres = ['widthCm', 'depthCm', 'heightCm', 'seatHeightCm', 'seatDepthCm', 'doorwayCm'] as const;

/** What it is: words, facts, measures with packages and the door it comes through, care, and who is answerable for it. */
export function Details({ product }: { product: ProductView }) {
  const language = useLanguage();
  const say = useWords(words);
  const drawing = product.pictures.find((picture) => picture.kind === 'dimensions');
  const { measures } = product.variant;
  const doorway = numberOf(measures, 'doorwayCm');
  return (
    <div className={styles.details}>
      <section className={styles.about}>
        <h2>{say('about')}</h2>
        <p>{product.description}</p>
        {product.care && (
          <>
            <h3>{say('care')}</h3>
            <p>{product.care}</p>
          </>
        )}
      </section>
      <section>
        <h2>{say('facts')}</h2>
        <dl className={styles.facts}>
          {product.facts.map((fact) => (
            <Fact key={fact.code} label={fact.label} value={sayFact(fact, language, say)} />
          ))}
        </dl>
      </section>
      <section className={styles.measures}>
        <h2>{say('measures')}</h2>
        <div className={styles.columns}>
          {drawing && (
            <img
              src={drawing.url}
              alt={drawing.alt}
              width={drawing.width ?? 800}
              height={drawing.height ?? 600}
              loading="lazy"
              className="picture"
            />
          )}
          <div>
            <MeasureList measures={measures} />
            {doorway !== undefined && <p className={styles.fits}>{say('fits', { cm: doorway })}</p>}
          </div>
        </div>
      </section>
      <Safety product={product} />
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function sayFact(fact: ProductView['facts'][number], language: Language, say: Translator<typeof words.en>): string {
  if (fact.text !== null) return fact.text;
  if (typeof fact.value === 'boolean') return say(fact.value ? 'yes' : 'no');
  const text = typeof fact.value === 'number' ? new Intl.NumberFormat(language).format(fact.value) : String(fact.value);
  return fact.unit ? `${text} ${fact.unit}` : text;
}

function numberOf(measures: Measures, code: string): number | undefined {
  const value = measures[code];
  return typeof value === 'number' ? value : undefined;
}

function MeasureList({ measures }: { measures: Measures }) {
  const language = useLanguage();
  const say = useWords(words);
  const [cm, kg] = language === 'ru' ? ['см', 'кг'] : ['cm', 'kg'];
  const format = new Intl.NumberFormat(language).format;
  const box = measures.largestBox;
  const rows: [string, string][] = [
    ...centimetres.flatMap((code): [string, string][] => {
      const value = numberOf(measures, code);
      return value === undefined ? [] : [[say(code), `${format(value)} ${cm}`]];
    }),
    ...one(numberOf(measures, 'packages'), (n) => [say('packages'), format(n)]),
    ...one(numberOf(measures, 'weightKg'), (n) => [say('weightKg'), `${format(n)} ${kg}`]),
    ...(typeof box === 'object'
      ? ([
          [
            say('largestBox'),
            `${[box.lengthCm, box.widthCm, box.heightCm].map((n) => format(n ?? 0)).join(' × ')} ${cm}`,
          ],
        ] satisfies [string, string][])
      : []),
    ...one(numberOf(measures, 'assemblyMinutes'), (n) => [
      say('assemblyMinutes'),
      n === 0 ? say('noAssembly') : say('minutes', { n }),
    ]),
    ...one(numberOf(measures, 'loadLimitKg'), (n) => [say('loadLimitKg'), `${format(n)} ${kg}`]),
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(([label, value]) => (
        <Fact key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

const one = (value: number | undefined, row: (value: number) => [string, string]): [string, string][] =>
  value === undefined ? [] : [row(value)];

/** What Regulation (EU) 2023/988, art. 19, asks an offer at a distance to show. */
function Safety({ product }: { product: ProductView }) {
  const say = useWords(words);
  const { maker } = product;
  if (!maker && product.warnings.length === 0) return null;
  return (
    <section className={styles.safety}>
      <h2>{say('safety')}</h2>
      <div className={styles.columns}>
        {maker && (
          <div>
            <h3>{say('maker')}</h3>
            <Contact contact={maker} website={maker.website} />
            {maker.euResponsible && (
              <>
                <h3>{say('euResponsible')}</h3>
                <Contact contact={maker.euResponsible} />
              </>
            )}
          </div>
        )}
        <div>
          <h3>{say('identifiers')}</h3>
          <p>
            {product.title}, {product.variant.optionsText}
            <br />
            {product.variant.sku}
            {product.variant.gtin && (
              <>
                <br />
                GTIN {product.variant.gtin}
              </>
            )}
          </p>
          {product.warnings.length > 0 && (
            <>
              <h3>{say('warnings')}</h3>
              <ul>
                {product.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

type Maker = NonNullable<ProductView['maker']>;

function Contact({
  contact,
  website,
}: {
  contact: Pick<Maker, 'name' | 'address' | 'email'>;
  website?: string | undefined;
}) {
  const { address } = contact;
  return (
    <address>
      {contact.name}
      <br />
      {address.line1}, {address.postcode} {address.city}, {address.country}
      <br />
      <a href={`mailto:${contact.email}`}>{contact.email}</a>
      {website && (
        <>
          <br />
          <a href={website} rel="noopener">
            {website.replace(/^https?:\/\//, '')}
          </a>
        </>
      )}
    </address>
  );
}
