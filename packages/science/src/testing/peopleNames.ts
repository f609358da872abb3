interface GivenName {
  latin: string;
  plain: string;
  isWoman: boolean;
  short?: string;
  cyrillic?: string;
  other?: string;
}

const women = `Anna:Ania Maria:Marysia Katarzyna:Kasia Małgorzata:Gosia Agnieszka:Aga Barbara:Basia Ewa Krystyna Elżbieta:Ela Magdalena:Magda Joanna:Asia Aleksandra:Ola Zofia:Zosia Monika Teresa Julia:Julka Natalia Karolina Danuta Marta Beata Dorota Janina Jadwiga Alicja Jolanta Iwona Grażyna Paulina Justyna Renata Hanna Wiktoria Urszula Sylwia Halina Emilia Kinga Weronika Patrycja Izabela Martyna Oliwia Lena Maja Amelia Nina Dominika Klaudia Edyta Aneta Wanda Bożena Helena Irena Gabriela Sandra Nikola Kamila Marzena Celina Róża Łucja`;
const men = `Piotr:Piotrek Krzysztof:Krzysiek Andrzej Tomasz:Tomek Jan:Janek Paweł Michał Marcin Jakub:Kuba Adam Stanisław:Staszek Marek Łukasz Grzegorz:Grzesiek Mateusz:Mati Wojciech:Wojtek Mariusz Dariusz:Darek Maciej:Maciek Zbigniew:Zbyszek Rafał Robert Kamil Jerzy:Jurek Dawid Szymon Kacper Jacek Ryszard Tadeusz:Tadek Józef:Józek Bartosz Jarosław Sławomir Janusz Artur Filip Sebastian Damian Przemysław Patryk Daniel Roman Karol Antoni Henryk Wiesław Mirosław Igor Leon Franciszek Oskar Konrad Hubert Bogdan Witold Norbert Emil Cezary Ignacy Wiktor Borys`;
const eastern = `f:Юлія:Yuliia:Julia f:Оксана:Oksana:Oksana f:Наталія:Nataliia:Natalia f:Тетяна:Tetiana:Tatiana f:Катерина:Kateryna:Katarzyna f:Ганна:Hanna:Anna f:Світлана:Svitlana:Swietlana f:Ольга:Olha:Olga f:Марина:Maryna:Maryna f:Ірина:Iryna:Irina f:Дарина:Daryna:Daryna f:Людмила:Liudmyla:Ludmila f:Елена:Elena:Jelena f:Анастасия:Anastasiia:Anastazja m:Олександр:Oleksandr:Aleksander m:Сергій:Serhii:Siergiej m:Андрій:Andrii:Andrzej m:Володимир:Volodymyr:Wlodzimierz m:Дмитро:Dmytro:Dmitrij m:Іван:Ivan:Iwan m:Микола:Mykola:Mikolaj m:Юрій:Yurii:Jurij m:Віктор:Viktor:Wiktor m:Ярослав:Yaroslav:Jaroslaw m:Тарас:Taras:Taras m:Михайло:Mykhailo:Michal m:Павло:Pavlo:Pawel m:Богдан:Bohdan:Bogdan m:Артём:Artem:Artiom m:Никита:Nikita:Nikita`;

const plainOf = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

const polishNames = (list: string, isWoman: boolean): GivenName[] =>
  list.split(' ').map((entry) => {
    const [latin = '', short] = entry.split(':');
    return { latin, plain: plainOf(latin), isWoman, ...(short ? { short } : {}) };
  });

export const givenNames: readonly GivenName[] = [
  ...polishNames(women, true),
  ...polishNames(men, false),
  ...eastern.split(' ').map((entry): GivenName => {
    const [sex, cyrillic = '', latin = '', other = ''] = entry.split(':');
    return { latin, plain: plainOf(latin), isWoman: sex === 'f', cyrillic, other };
  }),
];

const stems = `now kowal wiśniew wójc kamiń lewandow zieliń szymań woźnia dąbrow kozłow jankow mazur krawc kaczmar piotrow grabow zając pawłow michal wieczor jabłoń król majew olszew nowic jaworow adam dud stępi górs pawl sikor witkow walcz rutkow michala baran szewc ostrow tomaszew pietrz zalew wróblew marcin jasiń jakub sadow zawadz duda bąk włodar chmiel borkow czarn sokołow urban maciejew kubic kucharz szczep lis mazurk kalinow wysoc adamczew sobczak głow bielec urbań kołodziej mroz kaźmier cieślak konieczn zakrzew gajew bednar czerwiń błaszcz laskow śliwiń brzez górn andrzejew ziółkow markow domań tomcz kurow olejn socha rogal leśniew matuszew kruk stachow milcz polań kosiń drozd szczepań fijał malinow janik wilcz przybyl romanow gołęb orzechow kacper wrona jarosz skib rzepec bogdań żak modzelew bieniek staniszew klim banaś szulc czaj kotow pakul sowa borow kwiatk bart jurek dębow gawroń karp lipiń grzyb cich murawc stefań czubak rybic pająk madej`;
export const familyStems: readonly string[] = stems.split(' ');

export interface SlavicFamily {
  man: string;
  woman: string;
  cyrillic: string;
  cyrillicWoman: string;
  spellings(isWoman: boolean): string[];
}

const families = `Шевченко:Shevchenko:Szewczenko Коваленко:Kovalenko:Kowalenko Бондаренко:Bondarenko:Bondarenko Ткаченко:Tkachenko:Tkaczenko Кравченко:Kravchenko:Krawczenko Мельник:Melnyk:Melnik Шевчук:Shevchuk:Szewczuk Поліщук:Polishchuk:Poliszczuk Лисенко:Lysenko:Lysenko Петренко:Petrenko:Petrenko Савченко:Savchenko:Sawczenko Руденко:Rudenko:Rudenko Марченко:Marchenko:Marczenko Мороз:Moroz:Moroz Ковальчук:Kovalchuk:Kowalczuk Олійник:Oliinyk:Olijnyk Гончаренко:Honcharenko:Gonczarenko Павленко:Pavlenko:Pawlenko Яковенко:Yakovenko:Jakowenko Юрченко:Yurchenko:Jurczenko Захарчук:Zakharchuk:Zacharczuk Романюк:Romaniuk:Romaniuk Чорний:Chornyi:Czornyj Жук:Zhuk:Zuk Гриценко:Hrytsenko:Grycenko Литвин:Lytvyn:Litwin Данилюк:Danyliuk:Daniluk Кузьменко:Kuzmenko:Kuzmenko Левченко:Levchenko:Lewczenko Харченко:Kharchenko:Charczenko Клименко:Klymenko:Klimenko Ващенко:Vashchenko:Waszczenko Пономаренко:Ponomarenko:Ponomarenko Василенко:Vasylenko:Wasylenko`;
const gendered = `Иванов:Ivanov:Iwanow Петров:Petrov:Pietrow Смирнов:Smirnov:Smirnow Кузнецов:Kuznetsov:Kuzniecow Соколов:Sokolov:Sokolow Морозов:Morozov:Morozow Волков:Volkov:Wolkow Новиков:Novikov:Nowikow Фёдоров:Fedorov:Fiodorow Орлов:Orlov:Orlow Макаров:Makarov:Makarow Захаров:Zakharov:Zacharow`;

const familiesOf = (list: string, ending: string, cyrillicEnding: string): SlavicFamily[] =>
  list.split(' ').map((entry) => {
    const [cyrillic = '', man = '', polish = ''] = entry.split(':');
    return {
      man,
      woman: man + ending,
      cyrillic,
      cyrillicWoman: cyrillic + cyrillicEnding,
      spellings: (isWoman) => [isWoman ? polish + ending : polish],
    };
  });
export const slavicFamilies: readonly SlavicFamily[] = [
  ...familiesOf(families, '', ''),
  ...familiesOf(gendered, 'a', 'а'),
];

export const towns: readonly (readonly [city: string, postPrefix: string])[] = [
  ['Warszawa', '00'],
  ['Kraków', '30'],
  ['Wrocław', '50'],
  ['Łódź', '90'],
  ['Poznań', '60'],
  ['Gdańsk', '80'],
  ['Szczecin', '70'],
  ['Bydgoszcz', '85'],
  ['Lublin', '20'],
  ['Białystok', '15'],
  ['Katowice', '40'],
  ['Gdynia', '81'],
  ['Częstochowa', '42'],
  ['Radom', '26'],
  ['Toruń', '87'],
  ['Rzeszów', '35'],
  ['Kielce', '25'],
  ['Olsztyn', '10'],
  ['Opole', '45'],
  ['Zielona Góra', '65'],
  ['Tarnów', '33'],
  ['Koszalin', '75'],
  ['Legnica', '59'],
  ['Płock', '09'],
  ['Kalisz', '62'],
  ['Elbląg', '82'],
  ['Nowy Sącz', '34'],
  ['Siedlce', '08'],
];

const streetNames = `Polna Leśna Słoneczna Krótka Szkolna Ogrodowa Lipowa Brzozowa Łąkowa Kwiatowa Sosnowa Kościelna Parkowa Zielona Akacjowa Kolejowa Dębowa Spokojna Polska Wesoła Mickiewicza Sienkiewicza Kościuszki Słowackiego Żeromskiego Piłsudskiego Prusa Reymonta Konopnickiej Kopernika Chopina Moniuszki Sikorskiego Wyspiańskiego Matejki Norwida Asnyka Krasickiego Sobieskiego Batorego Jagiełły Chrobrego Długa Nowa Stara Rynkowa Górna Dolna Północna Wschodnia Zachodnia Graniczna Młyńska Rzeczna Morska Górska Wiśniowa Jabłoniowa Klonowa Topolowa Wierzbowa Jesionowa Kasztanowa Różana Tulipanowa Malinowa Fiołkowa Cicha Jasna Pogodna Prosta Sportowa Strażacka Wodna Zamkowa Targowa Fabryczna Hutnicza Górnicza Rolnicza Myśliwska Rybacka`;
export const streets: readonly string[] = streetNames.split(' ');
