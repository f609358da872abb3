import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** One word a line, in all the forms a shopper may type. */
const WORDS = `
zielony zielona zielone zielonego zielonemu zieloną zielonej zielonym zielonych zielonymi
szary szara szare szarego szaremu szarą szarej szarym szarych szarymi
biały biała białe białego białą białej białym białych białymi
czarny czarna czarne czarnego czarną czarnej czarnych
niebieski niebieska niebieskie niebieskiego niebieską niebieskiej niebieskim niebieskich
drewniany drewniana drewniane drewnianego drewnianą drewnianych
tani tania tanie taniego taniej tanich
sofa sofy sofę sofą sofie sofo sof sofom sofami sofach
kanapa kanapy kanapie kanapę kanapą kanap kanapom kanapami
welur weluru welurowi welurem welurze welurowa welurowy welurowe welurową welurowych
aksamit aksamitu aksamitem aksamicie aksamity
fotel fotela fotelu fotelem fotelowi fotele foteli fotelom fotelami fotelach
krzesło krzesła krzesłu krzesłem krześle krzeseł krzesłom krzesłami krzesłach
łóżko łóżka łóżku łóżkiem łóżek łóżkom łóżkami łóżkach
stół stołu stołowi stołem stole stoły stołów stołom stołami stołach
stolik stolika stolikowi stolikiem stoliku stoliki stolików stolikami
lampa lampy lampie lampę lampą lamp lampom lampami
dywan dywanu dywanem dywanie dywany dywanów dywanami dywanach
szafa szafy szafie szafę szafą szaf szafom szafami szafach
szafka szafki szafce szafkę szafką szafek szafkami
półka półki półce półkę półką półek półkami półkach
poduszka poduszki poduszce poduszkę poduszek poduszkami
biurko biurka biurku biurkiem biurek biurkami
lustro lustra lustru lustrem lustrze luster lustrami
komoda komody komodzie komodę komodą komód komodami
mebel mebla meble mebli meblom meblami meblach meblowy
szuflada szuflady szufladzie szufladę szuflad szufladami
ławka ławki ławce ławkę ławek
kołdra kołdry kołdrze kołdrę kołder
prześcieradło prześcieradła prześcieradeł
materac materaca materace materacy materacem
kuchnia kuchni kuchnię kuchnią kuchnie kuchniach
łazienka łazienki łazience łazienkę łazienek łazienkowy łazienkowa
sypialnia sypialni sypialnię sypialnią
pokój pokoju pokojem pokoje pokoi pokojowy
ogród ogrodu ogrodzie ogrodem ogrody ogrodowy ogrodowe
podłoga podłogi podłodze podłogę podłóg
dąb dębu dębem dębowy dębowa dębowego
drewno drewna drewnem drewnie
skóra skóry skórze skórę skórą skór
len lnu lnem lnie
szkło szkła szkłem szkle szkieł
metal metalu metalem metalowy metalowa metalowe
dziecko dziecka dzieckiem dzieci dzieciom
taboret taboretu taborecie taborety taboretów
narożnik narożnika narożniki narożników narożniku
okno okna oknem okien oknach
drzwi drzwiach drzwiami
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const stemOf = (word: string): string => stem(fold(word), 'pl');

describe('a Polish word is found in any case, number and gender', () => {
  it('has more than 150 forms in this table', () => {
    expect(WORDS.flat().length).toBeGreaterThan(300);
  });

  it.each(WORDS.map((forms) => [forms[0], forms] as const))('%s', (_, forms) => {
    const stems = new Set(forms.map(stemOf));
    expect([...stems]).toHaveLength(1);
  });

  it('and no two of these words are taken for one another', () => {
    const stems = WORDS.map(([first]) => stemOf(first ?? ''));
    expect(new Set(stems).size).toBe(WORDS.length);
  });

  it('whether or not its diacritics are typed', () => {
    for (const [typed, meant] of [
      ['lozko', 'łóżko'],
      ['stol', 'stół'],
      ['polka', 'półka'],
      ['krzeslo', 'krzesło'],
      ['zolta', 'żółta'],
      ['krzesel', 'krzeseł'],
    ] as const) {
      expect(stemOf(typed)).toBe(stemOf(meant));
    }
  });
});

describe('Polish false friends stay apart', () => {
  it.each([
    ['stolik', 'stół'],
    ['szary', 'szafa'],
    ['lampa', 'lama'],
    ['lawa', 'lampa'],
    ['kosz', 'koszt'],
    ['biurko', 'biuro'],
    ['ławka', 'ława'],
    ['dzięki', 'dzieci'],
    ['stołek', 'stół'],
    ['szafka', 'szafa'],
  ])('%s is not %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
