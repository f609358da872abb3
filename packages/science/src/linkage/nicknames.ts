/**
 * Given names that people use for one another, romanised. Small and certain on purpose: a short form that belongs to two
 * names (Olek: Aleksander; Ola: Aleksandra, also Olga) stands with the one it mostly is. The first of a row is its head.
 */
const rows = `
katarzyna kasia kaska katia katya ekaterina yekaterina kateryna katherine
malgorzata gosia malgosia margarita margaret
aleksandra ola sasha alexandra oleksandra
aleksander olek alexander oleksandr aleksandr alex
anna ania anka anya hanna
agnieszka aga agnes
barbara basia
elzbieta ela elizabeth yelizaveta elizaveta
ewa eva ewka
grzegorz grzesiek grzes gregory grigory hryhoriy
jan janek jas john ivan iwan
jakub kuba jacob
joanna asia joasia
jerzy jurek george yuriy yury jurij
jozef jozek joseph josif
julia julka yuliya yulia julija
krzysztof krzysiek krzys christopher
lukasz lukas
magdalena magda
maciej maciek
maria marysia maryna mariya mary
marek mark
michal michael mikhail mykhailo misha
mateusz mati matthew
natalia natalka nataliya natasha
oksana ksenia
pawel pawelek pavel pavlo paul
piotr piotrek petr petro peter
stanislaw staszek stach
sergey serhiy sergei siergiej serhii sergiusz
tomasz tomek thomas
tadeusz tadek
wojciech wojtek
wladyslaw wladek vladyslav vladislav
wlodzimierz vladimir volodymyr wolodymyr vova
zbigniew zbyszek
zofia zosia sofia sofiya
dariusz darek
dorota dorotka
dmitry dmytro dmitriy dmitrij dima
andrzej andrey andriy andrew andrij
mikolaj nikolay mykola nicholas
olga olha
tatiana tetiana tetyana tatyana tania
`;

const heads = new Map<string, string>();
for (const row of rows.trim().split('\n')) {
  const [head, ...others] = row.split(' ');
  if (head) for (const name of [head, ...others]) heads.set(name, head);
}

/** The name a short form or another language's form stands for; any other name is itself. Takes and gives romanised names. */
export const fullGivenName = (romanised: string): string => heads.get(romanised) ?? romanised;
