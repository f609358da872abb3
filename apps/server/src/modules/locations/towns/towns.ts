// Made by generateTowns.ts from towns.tsv; see README.md for source and licence (GeoNames, CC BY 4.0).
// biome-ignore format: a table
export const townsTable = `name	ascii	region	lat	lon	population
Warszawa	Warszawa	mazowieckie	52.2298	21.0118	1702139
Łódź	Lodz	łódzkie	51.7706	19.4739	768755
Kraków	Krakow	małopolskie	50.0614	19.9366	755050
Wrocław	Wroclaw	dolnośląskie	51.1000	17.0333	634893
Poznań	Poznan	wielkopolskie	52.4069	16.9299	570352
Gdańsk	Gdansk	pomorskie	54.3523	18.6491	461865
Szczecin	Szczecin	zachodniopomorskie	53.4289	14.5530	407811
Bydgoszcz	Bydgoszcz	kujawsko-pomorskie	53.1235	18.0076	366452
Lublin	Lublin	lubelskie	51.2500	22.5667	360044
Katowice	Katowice	śląskie	50.2584	19.0275	317316
Białystok	Bialystok	podlaskie	53.1333	23.1643	291855
Częstochowa	Czestochowa	śląskie	50.7965	19.1241	248125
Gdynia	Gdynia	pomorskie	54.5189	18.5319	244969
Sosnowiec	Sosnowiec	śląskie	50.2868	19.1039	227295
Radom	Radom	mazowieckie	51.4025	21.1471	226794
Kielce	Kielce	świętokrzyskie	50.8703	20.6275	208598
Gliwice	Gliwice	śląskie	50.2976	18.6766	198835
Toruń	Torun	kujawsko-pomorskie	53.0138	18.5981	198613
Zabrze	Zabrze	śląskie	50.3249	18.7858	192177
Bytom	Bytom	śląskie	50.3480	18.9328	189186
Bielsko-Biała	Bielsko-Biala	śląskie	49.8225	19.0469	176515
Olsztyn	Olsztyn	warmińsko-mazurskie	53.7799	20.4942	171803
Rzeszów	Rzeszow	podkarpackie	50.0413	21.9990	158382
Ruda Śląska	Ruda Slaska	śląskie	50.2584	18.8563	146189
Rybnik	Rybnik	śląskie	50.0971	18.5418	142510
Tychy	Tychy	śląskie	50.1372	18.9664	130000
Opole	Opole	opolskie	50.6721	17.9253	127676
Elbląg	Elblag	warmińsko-mazurskie	54.1522	19.4088	127558
Płock	Plock	mazowieckie	52.5468	19.7064	127474
Wałbrzych	Walbrzych	dolnośląskie	50.7714	16.2843	127431
Gorzów Wielkopolski	Gorzow Wielkopolski	lubuskie	52.7368	15.2288	124430
Włocławek	Wloclawek	kujawsko-pomorskie	52.6482	19.0678	120339
Zielona Góra	Zielona Gora	lubuskie	51.9355	15.5064	118433
Dąbrowa Górnicza	Dabrowa Gornicza	śląskie	50.3339	19.2048	118285
Tarnów	Tarnow	małopolskie	50.0138	20.9870	117799
Chorzów	Chorzow	śląskie	50.3058	18.9742	113430
Kalisz	Kalisz	wielkopolskie	51.7611	18.0910	108759
Koszalin	Koszalin	zachodniopomorskie	54.1944	16.1722	107450
Legnica	Legnica	dolnośląskie	51.2101	16.1619	106033
Słupsk	Slupsk	pomorskie	54.4641	17.0287	98608
Jaworzno	Jaworzno	śląskie	50.2053	19.2750	96541
Jastrzębie-Zdrój	Jastrzebie-Zdroj	śląskie	49.9554	18.5748	95813
Grudziądz	Grudziadz	kujawsko-pomorskie	53.4841	18.7537	95045
Jelenia Góra	Jelenia Gora	dolnośląskie	50.8997	15.7290	87310
Nowy Sącz	Nowy Sacz	małopolskie	49.6218	20.6971	84376
Konin	Konin	wielkopolskie	52.2234	18.2512	81258
Piotrków Trybunalski	Piotrkow Trybunalski	łódzkie	51.4055	19.7032	80128
Inowrocław	Inowroclaw	kujawsko-pomorskie	52.7989	18.2639	77597
Lubin	Lubin	dolnośląskie	51.4009	16.2015	77532
Siedlce	Siedlce	mazowieckie	52.1677	22.2901	77185
Piła	Pila	wielkopolskie	53.1514	16.7378	75532
Mysłowice	Myslowice	śląskie	50.2075	19.1667	74586
Ostrowiec Świętokrzyski	Ostrowiec Swietokrzyski	świętokrzyskie	50.9294	21.3852	73989
Siemianowice Śląskie	Siemianowice Slaskie	śląskie	50.3274	19.0290	73121
Ostrów Wielkopolski	Ostrow Wielkopolski	wielkopolskie	51.6550	17.8069	72898
Stargard	Stargard	zachodniopomorskie	53.3367	15.0499	71224
Pabianice	Pabianice	łódzkie	51.6645	19.3547	70542
Gniezno	Gniezno	wielkopolskie	52.5348	17.5826	70269
Suwałki	Suwalki	podlaskie	54.1118	22.9309	69222
Głogów	Glogow	dolnośląskie	51.6636	16.0845	67317
Tomaszów Mazowiecki	Tomaszow Mazowiecki	łódzkie	51.5313	20.0085	67197
Przemyśl	Przemysl	podkarpackie	49.7850	22.7673	67013
Stalowa Wola	Stalowa Wola	podkarpackie	50.5829	22.0533	66495
Zamość	Zamosc	lubelskie	50.7231	23.2520	66034
Kędzierzyn-Koźle	Kedzierzyn-Kozle	opolskie	50.3498	18.2261	65636
Chełm	Chelm	lubelskie	51.1431	23.4716	63949
Łomża	Lomza	podlaskie	53.1781	22.0593	63723
Leszno	Leszno	wielkopolskie	51.8403	16.5749	63565
Żory	Zory	śląskie	50.0452	18.7006	63174
Bełchatów	Belchatow	łódzkie	51.3688	19.3567	62896
Mielec	Mielec	podkarpackie	50.2871	21.4239	60993
Tarnowskie Góry	Tarnowskie Gory	śląskie	50.4455	18.8615	60938
Świdnica	Swidnica	dolnośląskie	50.8438	16.4886	60351
Tczew	Tczew	pomorskie	54.0924	18.7779	60133
Piekary Śląskie	Piekary Slaskie	śląskie	50.3802	18.9265	59757
Racibórz	Raciborz	śląskie	50.0919	18.2193	58464
Będzin	Bedzin	śląskie	50.3261	19.1257	58236
Zgierz	Zgierz	łódzkie	51.8556	19.4062	58036
Biała Podlaska	Biala Podlaska	lubelskie	52.0324	23.1165	57541
Ełk	Elk	warmińsko-mazurskie	53.8282	22.3647	55769
Świętochłowice	Swietochlowice	śląskie	50.2964	18.9173	55600
Pruszków	Pruszkow	mazowieckie	52.1707	20.8121	55371
Ostrołęka	Ostroleka	mazowieckie	53.0862	21.5757	53740
Starachowice	Starachowice	świętokrzyskie	51.0374	21.0713	53739
Zawiercie	Zawiercie	śląskie	50.4877	19.4168	53159
Legionowo	Legionowo	mazowieckie	52.4015	20.9266	50786
Tarnobrzeg	Tarnobrzeg	podkarpackie	50.5730	21.6794	50459
Puławy	Pulawy	lubelskie	51.4166	21.9694	49759
Wodzisław Śląski	Wodzislaw Slaski	śląskie	50.0038	18.4720	49521
Skarżysko-Kamienna	Skarzysko-Kamienna	świętokrzyskie	51.1131	20.8716	49410
Skierniewice	Skierniewice	łódzkie	51.9549	20.1584	49042
Kutno	Kutno	łódzkie	52.2306	19.3641	48323
Starogard Gdański	Starogard Gdanski	pomorskie	53.9640	18.5264	48202
Krosno	Krosno	podkarpackie	49.6887	21.7706	47784
Dębica	Debica	podkarpackie	50.0515	21.4114	47366
Nysa	Nysa	opolskie	50.4738	17.3344	47283
Wejherowo	Wejherowo	pomorskie	54.6057	18.2356	46820
Ciechanów	Ciechanow	mazowieckie	52.8814	20.6200	46438
Radomsko	Radomsko	łódzkie	51.0671	19.4448	45353
Rumia	Rumia	pomorskie	54.5709	18.3880	44791
Zduńska Wola	Zdunska Wola	łódzkie	51.5992	18.9397	44515
Sieradz	Sieradz	łódzkie	51.5958	18.7302	44436
Kołobrzeg	Kolobrzeg	zachodniopomorskie	54.1756	15.5834	44377
Otwock	Otwock	mazowieckie	52.1058	21.2613	43388
Żyrardów	Zyrardow	mazowieckie	52.0488	20.4460	41179
Świnoujście	Swinoujscie	zachodniopomorskie	53.9105	14.2471	40919
Bolesławiec	Boleslawiec	dolnośląskie	51.2642	15.5697	40682
Nowa Sól	Nowa Sol	lubuskie	51.8033	15.7170	40354
Jarosław	Jaroslaw	podkarpackie	50.0162	22.6778	40134
Świdnik	Swidnik	lubelskie	51.2190	22.6962	40050
Chrzanów	Chrzanow	małopolskie	50.1355	19.4020	39973
Knurów	Knurow	śląskie	50.2197	18.6507	39744
Sanok	Sanok	podkarpackie	49.5557	22.2056	39684
Chojnice	Chojnice	pomorskie	53.6955	17.5570	39407
Oświęcim	Oswiecim	małopolskie	50.0344	19.2104	39057
Mikołów	Mikolow	śląskie	50.1710	18.9041	38821
Żary	Zary	lubuskie	51.6420	15.1373	38779
Malbork	Malbork	pomorskie	54.0359	19.0266	38723
Szczecinek	Szczecinek	zachodniopomorskie	53.7079	16.6994	38496
Sochaczew	Sochaczew	mazowieckie	52.2294	20.2384	38267
Brzeg	Brzeg	opolskie	50.8608	17.4674	38259
Jasło	Jaslo	podkarpackie	49.7451	21.4725	37851
Olkusz	Olkusz	małopolskie	50.2813	19.5650	37744
Kwidzyn	Kwidzyn	pomorskie	53.7249	18.9311	37601
Sopot	Sopot	pomorskie	54.4418	18.5600	37089
Mińsk Mazowiecki	Minsk Mazowiecki	mazowieckie	52.1793	21.5725	37027
Oleśnica	Olesnica	dolnośląskie	51.2134	17.3899	36956
Wołomin	Wolomin	mazowieckie	52.3401	21.2421	36592
Piaseczno	Piaseczno	mazowieckie	52.0814	21.0240	36278
Kraśnik	Krasnik	lubelskie	50.9236	22.2271	35834
Cieszyn	Cieszyn	śląskie	49.7513	18.6321	35586
Lębork	Lebork	pomorskie	54.5392	17.7501	35161
Czechowice-Dziedzice	Czechowice-Dziedzice	śląskie	49.9134	19.0048	34703
Police	Police	zachodniopomorskie	53.5521	14.5718	34350
Czeladź	Czeladz	śląskie	50.3154	19.0782	34308
Dzierżoniów	Dzierzoniow	dolnośląskie	50.7282	16.6514	34168
Nowy Targ	Nowy Targ	małopolskie	49.4778	20.0323	33763
Ostróda	Ostroda	warmińsko-mazurskie	53.6967	19.9649	33524
Myszków	Myszkow	śląskie	50.5752	19.3246	33273
Zgorzelec	Zgorzelec	dolnośląskie	51.1494	15.0084	33247
Oława	Olawa	dolnośląskie	50.9466	17.2926	33029
Iława	Ilawa	warmińsko-mazurskie	53.5960	19.5685	32557
Żywiec	Zywiec	śląskie	49.6853	19.1924	32132
Łuków	Lukow	lubelskie	51.9290	22.3796	30465
Śrem	Srem	wielkopolskie	52.0887	17.0151	30404
Giżycko	Gizycko	warmińsko-mazurskie	54.0381	21.7644	29972
Bielawa	Bielawa	dolnośląskie	50.6908	16.6230	29971
Łowicz	Lowicz	łódzkie	52.1071	19.9453	29809
Augustów	Augustow	podlaskie	53.8432	22.9798	29752
Turek	Turek	wielkopolskie	52.0155	18.5006	29533
Mława	Mlawa	mazowieckie	53.1128	20.3841	29398
Krotoszyn	Krotoszyn	wielkopolskie	51.6987	17.4374	29231
Bochnia	Bochnia	małopolskie	49.9691	20.4303	29184
Swarzędz	Swarzedz	wielkopolskie	52.4129	17.0850	29010
Czerwionka-Leszczyny	Czerwionka-Leszczyny	śląskie	50.1501	18.6776	28740
Września	Wrzesnia	wielkopolskie	52.3251	17.5652	28703
Gorlice	Gorlice	małopolskie	49.6556	21.1604	28609
Nowy Dwór Mazowiecki	Nowy Dwor Mazowiecki	mazowieckie	52.4302	20.7165	27633
Kętrzyn	Ketrzyn	warmińsko-mazurskie	54.0768	21.3753	27478
Brodnica	Brodnica	kujawsko-pomorskie	53.2597	19.3965	27341
Zakopane	Zakopane	małopolskie	49.2990	19.9489	27266
Biłgoraj	Bilgoraj	lubelskie	50.5411	22.7220	26987
Kłodzko	Klodzko	dolnośląskie	50.4349	16.6614	26845
Grodzisk Mazowiecki	Grodzisk Mazowiecki	mazowieckie	52.1039	20.6337	26684
Wyszków	Wyszkow	mazowieckie	52.5928	21.4584	26500
Bielsk Podlaski	Bielsk Podlaski	podlaskie	52.7651	23.1865	26493
Luboń	Lubon	wielkopolskie	52.3471	16.8927	26431
Żagań	Zagan	lubuskie	51.6176	15.3149	26251
Szczytno	Szczytno	warmińsko-mazurskie	53.5626	20.9875	26044
Kluczbork	Kluczbork	opolskie	50.9728	18.2182	25978
Wałcz	Walcz	zachodniopomorskie	53.2779	16.4712	25971
Świecie	Swiecie	kujawsko-pomorskie	53.4095	18.4474	25843
Jarocin	Jarocin	wielkopolskie	51.9727	17.5026	25665
Pszczyna	Pszczyna	śląskie	49.9804	18.9538	25288
Sandomierz	Sandomierz	świętokrzyskie	50.6827	21.7490	25087
Nowa Ruda	Nowa Ruda	dolnośląskie	50.5801	16.5016	24753
Wągrowiec	Wagrowiec	wielkopolskie	52.8084	17.1996	24428
Białogard	Bialogard	zachodniopomorskie	54.0070	15.9875	24368
Kościan	Koscian	wielkopolskie	52.0883	16.6487	24096
Jawor	Jawor	dolnośląskie	51.0513	16.1935	23865
Lubliniec	Lubliniec	śląskie	50.6690	18.6844	23784
Skawina	Skawina	małopolskie	49.9752	19.8287	23647
Pruszcz Gdański	Pruszcz Gdanski	pomorskie	54.2622	18.6363	23618
Koło	Kolo	wielkopolskie	52.2002	18.6386	23493
Bartoszyce	Bartoszyce	warmińsko-mazurskie	54.2535	20.8082	23482
Ząbki	Zabki	mazowieckie	52.2927	21.1054	23473
Kościerzyna	Koscierzyna	pomorskie	54.1223	17.9812	23361
Prudnik	Prudnik	opolskie	50.3212	17.5746	23343
Piastów	Piastow	mazowieckie	52.1844	20.8395	23290
Świebodzice	Swiebodzice	dolnośląskie	50.8597	16.3197	23228
Marki	Marki	mazowieckie	52.3207	21.1047	23177
Zambrów	Zambrow	podlaskie	52.9855	22.2432	22857
Lubartów	Lubartow	lubelskie	51.4603	22.6095	22839
Grajewo	Grajewo	podlaskie	53.6473	22.4554	22803
Ostrów Mazowiecka	Ostrow Mazowiecka	mazowieckie	52.8025	21.8951	22653
Opoczno	Opoczno	łódzkie	51.3757	20.2783	22592
Goleniów	Goleniow	zachodniopomorskie	53.5639	14.8285	22505
Lubań	Luban	dolnośląskie	51.1201	15.2877	22245
Płońsk	Plonsk	mazowieckie	52.6235	20.3755	22217
Hajnówka	Hajnowka	podlaskie	52.7433	23.5812	22157
Łaziska Górne	Laziska Gorne	śląskie	50.1495	18.8422	21983
Mrągowo	Mragowo	warmińsko-mazurskie	53.8644	21.3051	21965
Andrychów	Andrychow	małopolskie	49.8550	19.3383	21954
Wieluń	Wielun	łódzkie	51.2210	18.5696	21892
Rydułtowy	Rydultowy	śląskie	50.0586	18.4170	21887
Środa Wielkopolska	Sroda Wielkopolska	wielkopolskie	52.2284	17.2762	21757
Świebodzin	Swiebodzin	lubuskie	52.2475	15.5335	21757
Kamienna Góra	Kamienna Gora	dolnośląskie	50.7831	16.0304	21743
Łęczna	Leczna	lubelskie	51.3012	22.8814	21719
Polkowice	Polkowice	dolnośląskie	51.5039	16.0726	21565
Rawicz	Rawicz	wielkopolskie	51.6095	16.8585	21380
Gryfino	Gryfino	zachodniopomorskie	53.2524	14.4883	21270
Działdowo	Dzialdowo	warmińsko-mazurskie	53.2396	20.1700	21127
Gostyń	Gostyn	wielkopolskie	51.8825	17.0123	20771
Końskie	Konskie	świętokrzyskie	51.1917	20.4061	20756
Ozorków	Ozorkow	łódzkie	51.9634	19.2914	20608
Chełmno	Chelmno	kujawsko-pomorskie	53.3486	18.4251	20576
Aleksandrów Łódzki	Aleksandrow Lodzki	łódzkie	51.8197	19.3038	20292
Tomaszów Lubelski	Tomaszow Lubelski	lubelskie	50.4477	23.4162	20261
Strzelce Opolskie	Strzelce Opolskie	opolskie	50.5107	18.3006	20241
Pionki	Pionki	mazowieckie	51.4760	21.4500	19966
Chodzież	Chodziez	wielkopolskie	52.9950	16.9198	19776
Bieruń	Bierun	śląskie	50.0900	19.0929	19659
Nakło nad Notecią	Naklo nad Notecia	kujawsko-pomorskie	53.1421	17.6018	19565
Krasnystaw	Krasnystaw	lubelskie	50.9846	23.1742	19532
Kęty	Kety	małopolskie	49.8821	19.2233	19249
Wadowice	Wadowice	małopolskie	49.8834	19.4929	19238
Pisz	Pisz	warmińsko-mazurskie	53.6274	21.8125	19232
Sokółka	Sokolka	podlaskie	53.4072	23.5023	19079
Pułtusk	Pultusk	mazowieckie	52.7025	21.0828	19039
Pyskowice	Pyskowice	śląskie	50.4000	18.6333	19018
Gostynin	Gostynin	mazowieckie	52.4294	19.4619	18976
Sierpc	Sierpc	mazowieckie	52.8568	19.6691	18866
Trzebinia	Trzebinia	małopolskie	50.1593	19.4697	18828
Kozienice	Kozienice	mazowieckie	51.5829	21.5478	18677
Wieliczka	Wieliczka	małopolskie	49.9874	20.0647	18677
Międzyrzecz	Miedzyrzecz	lubuskie	52.4446	15.5780	18669
Hrubieszów	Hrubieszow	lubelskie	50.8050	23.8925	18605
Szamotuły	Szamotuly	wielkopolskie	52.6120	16.5779	18588
Łask	Lask	łódzkie	51.5906	19.1328	18577
Orzesze	Orzesze	śląskie	50.1559	18.7792	18438
Sulejówek	Sulejowek	mazowieckie	52.2522	21.2690	18414
Złotów	Zlotow	wielkopolskie	53.3635	17.0408	18395
Braniewo	Braniewo	warmińsko-mazurskie	54.3797	19.8196	18356
Krapkowice	Krapkowice	opolskie	50.4751	17.9654	18275
Łańcut	Lancut	podkarpackie	50.0687	22.2291	18266
Sokołów Podlaski	Sokolow Podlaski	mazowieckie	52.4068	22.2531	18241
Reda	Reda	pomorskie	54.6053	18.3472	18116
Kostrzyn nad Odrą	Kostrzyn nad Odra	lubuskie	52.5871	14.6495	18099
Sulechów	Sulechow	lubuskie	52.0836	15.6251	18055
Oborniki	Oborniki	wielkopolskie	52.6474	16.8141	17915
Józefów	Jozefow	mazowieckie	52.1371	21.2359	17910
Libiąż	Libiaz	małopolskie	50.1040	19.3157	17834
Dęblin	Deblin	lubelskie	51.5591	21.8483	17775
Rawa Mazowiecka	Rawa Mazowiecka	łódzkie	51.7644	20.2549	17770
Myślenice	Myslenice	małopolskie	49.8338	19.9383	17686
Kobyłka	Kobylka	mazowieckie	52.3395	21.1959	17659
Pleszew	Pleszew	wielkopolskie	51.8964	17.7855	17640
Słubice	Slubice	lubuskie	52.3509	14.5607	17567
Zielonka	Zielonka	mazowieckie	52.3038	21.1602	17518
Radlin	Radlin	śląskie	50.0502	18.4763	17479
Bogatynia	Bogatynia	dolnośląskie	50.9075	14.9563	17436
Konstantynów Łódzki	Konstantynow Lodzki	łódzkie	51.7478	19.3256	17415
Radzionków	Radzionkow	śląskie	50.4003	18.9023	17167
Międzyrzec Podlaski	Miedzyrzec Podlaski	lubelskie	51.9864	22.7825	17158
Busko-Zdrój	Busko-Zdroj	świętokrzyskie	50.4708	20.7188	17095
Trzcianka	Trzcianka	wielkopolskie	53.0406	16.4563	16914
Brzesko	Brzesko	małopolskie	49.9691	20.6061	16866
Jędrzejów	Jedrzejow	świętokrzyskie	50.6394	20.3045	16792
Boguszów-Gorce	Boguszow-Gorce	dolnośląskie	50.7551	16.2049	16726
Bytów	Bytow	pomorskie	54.1706	17.4919	16724
Gryfice	Gryfice	zachodniopomorskie	53.9165	15.2003	16720
Przasnysz	Przasnysz	mazowieckie	53.0191	20.8803	16718
Nowogard	Nowogard	zachodniopomorskie	53.6744	15.1163	16703
Gubin	Gubin	lubuskie	51.9496	14.7284	16629
Rypin	Rypin	kujawsko-pomorskie	53.0660	19.4094	16589
Konstancin-Jeziorna	Konstancin-Jeziorna	mazowieckie	52.0938	21.1176	16548
Lidzbark Warmiński	Lidzbark Warminski	warmińsko-mazurskie	54.1259	20.5795	16540
Łapy	Lapy	podlaskie	52.9911	22.8842	16434
Namysłów	Namyslow	opolskie	51.0759	17.7228	16376
Ząbkowice Śląskie	Zabkowice Slaskie	dolnośląskie	50.5897	16.8124	16321
Lędziny	Ledziny	śląskie	50.1426	19.1315	16305
Ustka	Ustka	pomorskie	54.5805	16.8619	16250
Staszów	Staszow	świętokrzyskie	50.5631	21.1659	16137
Strzegom	Strzegom	dolnośląskie	50.9626	16.3501	16106
Radzyń Podlaski	Radzyn Podlaski	lubelskie	51.7833	22.6167	16071
Olecko	Olecko	warmińsko-mazurskie	54.0337	22.5070	15923
Garwolin	Garwolin	mazowieckie	51.8975	21.6147	15912
Przeworsk	Przeworsk	podkarpackie	50.0591	22.4941	15805
Milanówek	Milanowek	mazowieckie	52.1188	20.6715	15784
Choszczno	Choszczno	zachodniopomorskie	53.1690	15.4205	15733
Świdwin	Swidwin	zachodniopomorskie	53.7746	15.7767	15725
Ustroń	Ustron	śląskie	49.7215	18.8020	15637
Nisko	Nisko	podkarpackie	50.5199	22.1397	15573
Złotoryja	Zlotoryja	dolnośląskie	51.1264	15.9198	15564
Łęczyca	Leczyca	łódzkie	52.0596	19.1997	15528
Siemiatycze	Siemiatycze	podlaskie	52.4272	22.8623	15421
Chełmża	Chelmza	kujawsko-pomorskie	53.1846	18.6047	15403
Jelcz-Laskowice	Jelcz-Laskowice	dolnośląskie	51.0213	17.3165	15340
Łomianki	Lomianki	mazowieckie	52.3341	20.8860	15315
Ropczyce	Ropczyce	podkarpackie	50.0523	21.6089	15279
Nowy Tomyśl	Nowy Tomysl	wielkopolskie	52.3195	16.1284	15179
Solec Kujawski	Solec Kujawski	kujawsko-pomorskie	53.0837	18.2257	15125
Głuchołazy	Glucholazy	opolskie	50.3150	17.3835	15120
Głowno	Glowno	łódzkie	51.9646	19.7157	15103
Kartuzy	Kartuzy	pomorskie	54.3342	18.1974	15002
Lubsko	Lubsko	lubuskie	51.7847	14.9720	14994
Władysławowo	Wladyslawowo	pomorskie	54.7909	18.4009	14889
Grójec	Grojec	mazowieckie	51.8625	20.8676	14880
Lipno	Lipno	kujawsko-pomorskie	52.8444	19.1785	14821
Kępno	Kepno	wielkopolskie	51.2784	17.9891	14813
Skoczów	Skoczow	śląskie	49.8009	18.7877	14810
Człuchów	Czluchow	pomorskie	53.6672	17.3588	14759
Morąg	Morag	warmińsko-mazurskie	53.9171	19.9260	14745
Limanowa	Limanowa	małopolskie	49.7059	20.4220	14738
Nidzica	Nidzica	warmińsko-mazurskie	53.3605	20.4275	14720
Słupca	Slupca	wielkopolskie	52.2873	17.8719	14476
Wschowa	Wschowa	lubuskie	51.8070	16.3166	14458
Ostrzeszów	Ostrzeszow	wielkopolskie	51.4264	17.9336	14446
Darłowo	Darlowo	zachodniopomorskie	54.4209	16.4107	14398
Barlinek	Barlinek	zachodniopomorskie	52.9946	15.2186	14385
Chojnów	Chojnow	dolnośląskie	51.2737	15.9366	14209
Pszów	Pszow	śląskie	50.0399	18.3947	14028
Żnin	Znin	kujawsko-pomorskie	52.8496	17.7199	14008
Leżajsk	Lezajsk	podkarpackie	50.2626	22.4193	13958
Wąbrzeźno	Wabrzezno	kujawsko-pomorskie	53.2799	18.9477	13911
Grodzisk Wielkopolski	Grodzisk Wielkopolski	wielkopolskie	52.2276	16.3653	13826
Dębno	Debno	zachodniopomorskie	52.7390	14.6980	13804
Gołdap	Goldap	warmińsko-mazurskie	54.3063	22.3036	13769
Głubczyce	Glubczyce	opolskie	50.2009	17.8286	13697
Wolsztyn	Wolsztyn	wielkopolskie	52.1155	16.1171	13689
Tuchola	Tuchola	kujawsko-pomorskie	53.5879	17.8590	13686
Sławno	Slawno	zachodniopomorskie	54.3628	16.6789	13415
Zdzieszowice	Zdzieszowice	opolskie	50.4248	18.1235	13401
Koluszki	Koluszki	łódzkie	51.7387	19.8199	13343
Złocieniec	Zlocieniec	zachodniopomorskie	53.5329	16.0113	13337
Kłobuck	Klobuck	śląskie	50.9008	18.9367	13190
Włodawa	Wlodawa	lubelskie	51.5500	23.5500	13142
Rabka-Zdrój	Rabka-Zdroj	małopolskie	49.6089	19.9665	13071
Golub-Dobrzyń	Golub-Dobrzyn	kujawsko-pomorskie	53.1109	19.0538	12937
Pyrzyce	Pyrzyce	zachodniopomorskie	53.1462	14.8926	12893
Szprotawa	Szprotawa	lubuskie	51.5656	15.5366	12786
Góra	Gora	dolnośląskie	51.6664	16.5349	12668
Lubaczów	Lubaczow	podkarpackie	50.1570	23.1234	12595
Węgrów	Wegrow	mazowieckie	52.3995	22.0163	12512
Brzeg Dolny	Brzeg Dolny	dolnośląskie	51.2730	16.7081	12511
Mogilno	Mogilno	kujawsko-pomorskie	52.6581	17.9558	12465
Wolin	Wolin	zachodniopomorskie	53.8421	14.6146	12438
Strzelin	Strzelin	dolnośląskie	50.7816	17.0648	12394
Mosina	Mosina	wielkopolskie	52.2454	16.8471	12318
Brwinów	Brwinow	mazowieckie	52.1427	20.7170	12315
Aleksandrów Kujawski	Aleksandrow Kujawski	kujawsko-pomorskie	52.8766	18.6934	12290
Brzeziny	Brzeziny	łódzkie	51.8002	19.7514	12289
Wołów	Wolow	dolnośląskie	51.3366	16.6443	12276
Krynica-Zdrój	Krynica-Zdroj	małopolskie	49.4222	20.9594	12270
Pasłęk	Paslek	warmińsko-mazurskie	54.0616	19.6593	12267
Trzebnica	Trzebnica	dolnośląskie	51.3108	17.0633	12212
Błonie	Blonie	mazowieckie	52.1985	20.6171	12195
Krosno Odrzańskie	Krosno Odrzanskie	lubuskie	52.0549	15.0988	12178
Szydłowiec	Szydlowiec	mazowieckie	51.2282	20.8611	12128
Myślibórz	Mysliborz	zachodniopomorskie	52.9238	14.8679	12092
Kozy	Kozy	śląskie	49.8476	19.1489	11920
Węgorzewo	Wegorzewo	warmińsko-mazurskie	54.2157	21.7372	11864
Janów Lubelski	Janow Lubelski	lubelskie	50.7069	22.4104	11811
Pińczów	Pinczow	świętokrzyskie	50.5205	20.5265	11806
Brzeszcze	Brzeszcze	małopolskie	49.9820	19.1516	11787
Miechów	Miechow	małopolskie	50.3565	20.0279	11735
Czarnków	Czarnkow	wielkopolskie	52.9021	16.5641	11562
Nowa Dęba	Nowa Deba	podkarpackie	50.4297	21.7508	11489
Wronki	Wronki	wielkopolskie	52.7105	16.3804	11462
Puck	Puck	pomorskie	54.7179	18.4084	11415
Wisła	Wisla	śląskie	49.6563	18.8591	11379
Milicz	Milicz	dolnośląskie	51.5277	17.2714	11304
Dąbrowa Tarnowska	Dabrowa Tarnowska	małopolskie	50.1746	20.9863	11291
Drawsko Pomorskie	Drawsko Pomorskie	zachodniopomorskie	53.5306	15.8097	11275
Warka	Warka	mazowieckie	51.7843	21.1909	11048
Nowe Miasto Lubawskie	Nowe Miasto Lubawskie	warmińsko-mazurskie	53.4208	19.5952	10997
Międzychód	Miedzychod	wielkopolskie	52.5988	15.8970	10994
Koronowo	Koronowo	kujawsko-pomorskie	53.3137	17.9370	10965
Miastko	Miastko	pomorskie	54.0028	16.9826	10954
Bukowno	Bukowno	małopolskie	50.2647	19.4596	10874
Kowary	Kowary	dolnośląskie	50.7931	15.8356	10869
Rogoźno	Rogozno	wielkopolskie	52.7523	16.9905	10859
Ciechocinek	Ciechocinek	kujawsko-pomorskie	52.8791	18.7950	10832
Syców	Sycow	dolnośląskie	51.3081	17.7198	10809
Góra Kalwaria	Gora Kalwaria	mazowieckie	51.9765	21.2154	10777
Włoszczowa	Wloszczowa	świętokrzyskie	50.8526	19.9659	10661
Kolno	Kolno	podlaskie	53.4115	21.9291	10659
Łobez	Lobez	zachodniopomorskie	53.6392	15.6213	10609
Mońki	Monki	podlaskie	53.4050	22.7979	10577
Drezdenko	Drezdenko	lubuskie	52.8383	15.8308	10541
Dobre Miasto	Dobre Miasto	warmińsko-mazurskie	53.9867	20.3975	10514
Kolbuszowa	Kolbuszowa	podkarpackie	50.2441	21.7761	10442
Bystrzyca Kłodzka	Bystrzyca Klodzka	dolnośląskie	50.3018	16.6423	10375
Biskupiec	Biskupiec	warmińsko-mazurskie	53.8647	20.9569	10340
Trzebiatów	Trzebiatow	zachodniopomorskie	54.0615	15.2647	10322
Karczew	Karczew	mazowieckie	52.0765	21.2496	10319
Parczew	Parczew	lubelskie	51.6402	22.9006	10249
Olesno	Olesno	opolskie	50.8770	18.4209	10236
Kudowa-Zdrój	Kudowa-Zdroj	dolnośląskie	50.4430	16.2440	10176
Sulęcin	Sulecin	małopolskie	52.4443	15.1168	10090
Poniatowa	Poniatowa	lubelskie	51.1798	22.1309	10056
Skwierzyna	Skwierzyna	lubuskie	52.5991	15.5065	10051
Murowana Goślina	Murowana Goslina	wielkopolskie	52.5746	17.0093	9989
Krzeszowice	Krzeszowice	małopolskie	50.1425	19.6322	9978
Maków Mazowiecki	Makow Mazowiecki	mazowieckie	52.8649	21.1005	9978
Strzelce Krajeńskie	Strzelce Krajenskie	lubuskie	52.8773	15.5298	9978
Ozimek	Ozimek	opolskie	50.6794	18.2137	9963
Pawłowice	Pawlowice	śląskie	49.9613	18.7178	9929
Blachownia	Blachownia	śląskie	50.7801	18.9639	9891
Nadarzyn	Nadarzyn	mazowieckie	52.0944	20.8078	9881
Nowy Dwór Gdański	Nowy Dwor Gdanski	pomorskie	54.2131	19.1177	9822
Sucha Beskidzka	Sucha Beskidzka	małopolskie	49.7419	19.5943	9801
Sztum	Sztum	pomorskie	53.9208	19.0307	9766
Kożuchów	Kozuchow	lubuskie	51.7456	15.5949	9679
Lwówek Śląski	Lwowek Slaski	dolnośląskie	51.1107	15.5858	9657
Ryki	Ryki	lubelskie	51.6257	21.9327	9619
Ustrzyki Dolne	Ustrzyki Dolne	podkarpackie	49.4304	22.5938	9610
Czarna Białostocka	Czarna Bialostocka	podlaskie	53.3051	23.2815	9592
Kruszwica	Kruszwica	kujawsko-pomorskie	52.6756	18.3313	9494
Wasilków	Wasilkow	podlaskie	53.1991	23.2078	9440
Orneta	Orneta	warmińsko-mazurskie	54.1148	20.1333	9412
Pieszyce	Pieszyce	dolnośląskie	50.7129	16.5823	9406
Czersk	Czersk	pomorskie	53.7959	17.9765	9390
Niepołomice	Niepolomice	małopolskie	50.0407	20.2226	9384
Ziębice	Ziebice	dolnośląskie	50.6012	17.0406	9328
Lubawa	Lubawa	warmińsko-mazurskie	53.5043	19.7497	9302
Sępólno Krajeńskie	Sepolno Krajenskie	kujawsko-pomorskie	53.4520	17.5317	9223
Szubin	Szubin	kujawsko-pomorskie	53.0097	17.7400	9206
Wysokie Mazowieckie	Wysokie Mazowieckie	podlaskie	52.9166	22.5171	9203
Suchedniów	Suchedniow	świętokrzyskie	51.0478	20.8292	9184
Janikowo	Janikowo	kujawsko-pomorskie	52.7533	18.1133	9169
Wolbrom	Wolbrom	małopolskie	50.3796	19.7583	9146
Puszczykowo	Puszczykowo	wielkopolskie	52.2857	16.8493	9143
Chełmek	Chelmek	małopolskie	50.1016	19.2480	9059
Kamień Pomorski	Kamien Pomorski	zachodniopomorskie	53.9685	14.7726	9036
Żuromin	Zuromin	mazowieckie	53.0661	19.9089	9019
Żychlin	Zychlin	łódzkie	52.2440	19.6261	9009
Opalenica	Opalenica	wielkopolskie	52.3089	16.4128	8991
Kostrzyn	Kostrzyn	wielkopolskie	52.3985	17.2281	8965
Stary Sącz	Stary Sacz	małopolskie	49.5636	20.6350	8959
Wojkowice	Wojkowice	śląskie	50.3651	19.0365	8927
Środa Śląska	Sroda Slaska	dolnośląskie	51.1641	16.5951	8912
Radzymin	Radzymin	mazowieckie	52.4159	21.1841	8818
Opole Lubelskie	Opole Lubelskie	lubelskie	51.1478	21.9690	8780
Strzyżów	Strzyzow	podkarpackie	49.8707	21.7941	8739
Poręba	Poreba	śląskie	50.4883	19.3390	8718
Wieruszów	Wieruszow	łódzkie	51.2949	18.1555	8692
Połczyn-Zdrój	Polczyn-Zdroj	zachodniopomorskie	53.7642	16.0957	8682
Pobiedziska	Pobiedziska	wielkopolskie	52.4775	17.2877	8677
Kalety	Kalety	śląskie	50.5627	18.8926	8670
Grodków	Grodkow	opolskie	50.6984	17.3845	8654
Wola	Wola	śląskie	50.0174	19.1233	8508
Prabuty	Prabuty	pomorskie	53.7550	19.2055	8488
Jastrowie	Jastrowie	wielkopolskie	53.4205	16.8176	8452
Oborniki Śląskie	Oborniki Slaskie	dolnośląskie	51.3014	16.9147	8440
Zawadzkie	Zawadzkie	opolskie	50.6050	18.4847	8439
Pelplin	Pelplin	pomorskie	53.9283	18.6977	8320
Ożarów Mazowiecki	Ozarow Mazowiecki	mazowieckie	52.2104	20.7972	8237
Chocianów	Chocianow	dolnośląskie	51.4187	15.9017	8187
Lidzbark	Lidzbark	warmińsko-mazurskie	53.2628	19.8266	8177
Połaniec	Polaniec	świętokrzyskie	50.4332	21.2812	8158
Praszka	Praszka	opolskie	51.0538	18.4532	8150
Paczków	Paczkow	opolskie	50.4639	17.0066	8081
Imielin	Imielin	śląskie	50.1453	19.1860	8057
Zwoleń	Zwolen	mazowieckie	51.3554	21.5877	8048
Gorzyce	Gorzyce	podkarpackie	50.6672	21.8401	8009
Zelów	Zelow	łódzkie	51.4645	19.2197	8003
Osiek	Osiek	małopolskie	49.9507	19.2644	8000
Poddębice	Poddebice	łódzkie	51.8934	18.9573	7840
Trzemeszno	Trzemeszno	wielkopolskie	52.5614	17.8231	7840
Brzozów	Brzozow	podkarpackie	49.6950	22.0193	7836
Witkowo	Witkowo	wielkopolskie	52.4396	17.7726	7825
Pniewy	Pniewy	wielkopolskie	52.5094	16.2567	7738
Barcin	Barcin	kujawsko-pomorskie	52.8661	17.9462	7682
Olsztynek	Olsztynek	warmińsko-mazurskie	53.5837	20.2847	7591
Mszana Dolna	Mszana Dolna	małopolskie	49.6743	20.0799	7500
Tłuszcz	Tluszcz	mazowieckie	52.4306	21.4356	7482
Nasielsk	Nasielsk	mazowieckie	52.5889	20.8055	7445
Chojna	Chojna	zachodniopomorskie	52.9639	14.4280	7398
Białobrzegi	Bialobrzegi	mazowieckie	51.6469	20.9504	7328
Barczewo	Barczewo	warmińsko-mazurskie	53.8306	20.6911	7315
Gniewkowo	Gniewkowo	kujawsko-pomorskie	52.8946	18.4078	7224
Łosice	Losice	mazowieckie	52.2113	22.7180	7207
Kórnik	Kornik	wielkopolskie	52.2477	17.0895	7206
Zbąszyń	Zbaszyn	wielkopolskie	52.2509	15.9252	7185
Łazy	Lazy	śląskie	50.4277	19.3946	7166
Tuszyn	Tuszyn	łódzkie	51.6095	19.5301	7124
Raszyn	Raszyn	mazowieckie	52.1560	20.9226	7109
Sędziszów Małopolski	Sedziszow Malopolski	podkarpackie	50.0707	21.7006	7096
Sierakowice	Sierakowice	pomorskie	54.3461	17.8925	7068
Bolszewo	Bolszewo	pomorskie	54.6180	18.1759	7064
Luzino	Luzino	pomorskie	54.5660	18.1091	7056
Szklarska Poręba	Szklarska Poreba	dolnośląskie	50.8257	15.5227	6970
Polanica-Zdrój	Polanica-Zdroj	dolnośląskie	50.4037	16.5127	6966
Bełżyce	Belzyce	lubelskie	51.1741	22.2803	6958
Skarszewy	Skarszewy	pomorskie	54.0691	18.4442	6942
Czaplinek	Czaplinek	zachodniopomorskie	53.5577	16.2333	6933
Łodygowice	Lodygowice	śląskie	49.7299	19.1394	6925
Sobótka	Sobotka	dolnośląskie	50.8999	16.7444	6906
Sławków	Slawkow	śląskie	50.2994	19.3897	6901
Głuszyca	Gluszyca	dolnośląskie	50.6874	16.3717	6897
Rakszawa	Rakszawa	podkarpackie	50.1605	22.2391	6894
Gryfów Śląski	Gryfow Slaski	dolnośląskie	51.0308	15.4202	6890
Twardogóra	Twardogora	dolnośląskie	51.3649	17.4688	6840
Witnica	Witnica	lubuskie	52.6732	14.8977	6821
Opatów	Opatow	świętokrzyskie	50.8006	21.4254	6799
Sędziszów	Sedziszow	świętokrzyskie	50.5659	20.0556	6771
Rudnik nad Sanem	Rudnik nad Sanem	podkarpackie	50.4415	22.2486	6770
Gniew	Gniew	pomorskie	53.8360	18.8231	6759
Piława Górna	Pilawa Gorna	dolnośląskie	50.6836	16.7436	6736
Pajęczno	Pajeczno	łódzkie	51.1445	18.9961	6731
Jaworze	Jaworze	śląskie	49.7935	18.9479	6723
Żarów	Zarow	dolnośląskie	50.9412	16.4947	6719
Kłodawa	Klodawa	wielkopolskie	52.2545	18.9135	6714
Tuchów	Tuchow	małopolskie	49.8948	21.0541	6680
Koźmin Wielkopolski	Kozmin Wielkopolski	wielkopolskie	51.8271	17.4539	6678
Sianów	Sianow	zachodniopomorskie	54.2265	16.2913	6606
Jabłonna	Jablonna	mazowieckie	52.3788	20.9174	6552
Żmigród	Zmigrod	dolnośląskie	51.4667	16.9056	6542
Piechowice	Piechowice	dolnośląskie	50.8496	15.5989	6496
Wilkowice	Wilkowice	śląskie	49.7628	19.0897	6496
Żukowo	Zukowo	pomorskie	54.3422	18.3648	6494
Rzepin	Rzepin	lubuskie	52.3464	14.8323	6488
Przemków	Przemkow	dolnośląskie	51.5253	15.7944	6487
Łochów	Lochow	mazowieckie	52.5308	21.6816	6486
Lubawka	Lubawka	dolnośląskie	50.7046	16.0003	6404
Sułkowice	Sulkowice	małopolskie	49.8405	19.8010	6362
Sulejów	Sulejow	łódzkie	51.3544	19.8854	6332
Goczałkowice-Zdrój	Goczalkowice-Zdroj	śląskie	49.9445	18.9693	6321
Koniecpol	Koniecpol	śląskie	50.7747	19.6890	6318
Niemodlin	Niemodlin	opolskie	50.6420	17.6193	6315
Kietrz	Kietrz	opolskie	50.0804	18.0043	6306
Krzyż Wielkopolski	Krzyz Wielkopolski	wielkopolskie	52.8810	16.0112	6300
Ksawerów	Ksawerow	łódzkie	51.6829	19.4028	6269
Mszczonów	Mszczonow	mazowieckie	51.9742	20.5208	6267
Nowa Sarzyna	Nowa Sarzyna	podkarpackie	50.3209	22.3446	6255
Działoszyn	Dzialoszyn	łódzkie	51.1170	18.8652	6222
Wołczyn	Wolczyn	opolskie	51.0185	18.0499	6221
Zawoja	Zawoja	małopolskie	49.6440	19.5423	6200
Stronie Śląskie	Stronie Slaskie	dolnośląskie	50.2955	16.8740	6192
Przysucha	Przysucha	mazowieckie	51.3586	20.6289	6188
Dobczyce	Dobczyce	małopolskie	49.8811	20.0894	6171
Proszowice	Proszowice	małopolskie	50.1927	20.2891	6146
Lądek-Zdrój	Ladek-Zdroj	dolnośląskie	50.3437	16.8795	6140
Nowe	Nowe	kujawsko-pomorskie	53.6491	18.7272	6104
Buk	Buk	wielkopolskie	52.3553	16.5196	6102
Korczyna	Korczyna	podkarpackie	49.7156	21.8094	6100
Sieraków	Sierakow	wielkopolskie	52.6513	16.0805	6090
Gogolin	Gogolin	opolskie	50.4922	18.0199	6077
Wieleń	Wielen	wielkopolskie	52.8946	16.1714	6067
Dynów	Dynow	podkarpackie	49.8151	22.2339	6065
Dąbrowa Białostocka	Dabrowa Bialostocka	podlaskie	53.6536	23.3479	6044
Czarne	Czarne	pomorskie	53.6842	16.9383	6035
Szczawnica	Szczawnica	małopolskie	49.4244	20.4849	6032
Lewin Brzeski	Lewin Brzeski	opolskie	50.7487	17.6169	6000
Terespol	Terespol	lubelskie	52.0755	23.6161	6000
Orzysz	Orzysz	warmińsko-mazurskie	53.8097	21.9481	5998
Grybów	Grybow	małopolskie	49.6244	20.9480	5994
Białe Błota	Biale Blota	kujawsko-pomorskie	53.0952	17.9162	5989
Więcbork	Wiecbork	kujawsko-pomorskie	53.3538	17.4906	5953
Strzelno	Strzelno	kujawsko-pomorskie	52.6279	18.1725	5951
Stąporków	Staporkow	świętokrzyskie	51.1376	20.5717	5946
Klucze	Klucze	małopolskie	50.3357	19.5624	5926
Sejny	Sejny	podlaskie	54.1080	23.3470	5872
Ścinawa	Scinawa	dolnośląskie	51.4163	16.4251	5863
Plewiska	Plewiska	wielkopolskie	52.3671	16.8099	5861
Szczyrk	Szczyrk	śląskie	49.7172	19.0318	5860
Brenna	Brenna	śląskie	49.7258	18.9025	5859
Karlino	Karlino	zachodniopomorskie	54.0352	15.8774	5832
Boguchwała	Boguchwala	podkarpackie	49.9847	21.9453	5823
Grudki	Grudki	podlaskie	53.0949	23.6685	5822
Pieńsk	Piensk	dolnośląskie	51.2490	15.0468	5813
Piwniczna-Zdrój	Piwniczna-Zdroj	małopolskie	49.4406	20.7142	5793
Pakość	Pakosc	kujawsko-pomorskie	52.8018	18.0853	5762
Radziejów	Radziejow	kujawsko-pomorskie	52.6248	18.5277	5759
Głogówek	Glogowek	opolskie	50.3535	17.8640	5755
Maków Podhalański	Makow Podhalanski	małopolskie	49.7301	19.6771	5746
Lipsko	Lipsko	mazowieckie	51.1595	21.6493	5723
Lesko	Lesko	podkarpackie	49.4701	22.3304	5700
Kazimierza Wielka	Kazimierza Wielka	świętokrzyskie	50.2656	20.4936	5696
Chełm Śląski	Chelm Slaski	śląskie	50.1082	19.1955	5646
Jedlicze	Jedlicze	podkarpackie	49.7175	21.6489	5629
Stęszew	Steszew	wielkopolskie	52.2837	16.7008	5596
Susz	Susz	warmińsko-mazurskie	53.7174	19.3364	5593
Szczawno-Zdrój	Szczawno-Zdroj	dolnośląskie	50.8035	16.2566	5586
Czaniec	Czaniec	śląskie	49.8507	19.2535	5536
Śmigiel	Smigiel	wielkopolskie	52.0134	16.5270	5531
Dzierzgoń	Dzierzgon	pomorskie	53.9220	19.3470	5518
Chocznia	Chocznia	małopolskie	49.8742	19.4544	5510
Międzyzdroje	Miedzyzdroje	zachodniopomorskie	53.9292	14.4510	5502
Kuźnia Raciborska	Kuznia Raciborska	śląskie	50.2006	18.3115	5472
Radymno	Radymno	podkarpackie	49.9472	22.8238	5464
Głogów Małopolski	Glogow Malopolski	podkarpackie	50.1512	21.9629	5451
Choroszcz	Choroszcz	podlaskie	53.1433	22.9889	5449
Czerwonak	Czerwonak	wielkopolskie	52.4646	16.9817	5432
Kąty Wrocławskie	Katy Wroclawskie	dolnośląskie	51.0310	16.7677	5418
Siewierz	Siewierz	śląskie	50.4666	19.2303	5417
Lesznowola	Lesznowola	mazowieckie	52.0909	20.9348	5374
Jeżowe	Jezowe	podkarpackie	50.3749	22.1275	5358
Bolków	Bolkow	dolnośląskie	50.9220	16.1011	5304
Bychawa	Bychawa	lubelskie	51.0161	22.5330	5297
Ornontowice	Ornontowice	śląskie	50.1938	18.7543	5291
Gościcino	Goscicino	pomorskie	54.6046	18.1549	5278
Stryszawa	Stryszawa	małopolskie	49.7133	19.5219	5266
Wyrzysk	Wyrzysk	wielkopolskie	53.1530	17.2680	5263
Szczebrzeszyn	Szczebrzeszyn	lubelskie	50.6950	22.9795	5255
Debrzno	Debrzno	pomorskie	53.5382	17.2364	5251
Jaworzyna Śląska	Jaworzyna Slaska	dolnośląskie	50.9134	16.4324	5242
Szczytna	Szczytna	dolnośląskie	50.4134	16.4474	5234
Reszel	Reszel	warmińsko-mazurskie	54.0504	21.1458	5226
Małkinia Górna	Malkinia Gorna	mazowieckie	52.6922	22.0284	5199
Jordanów	Jordanow	małopolskie	49.6493	19.8298	5194
Oleszyce	Oleszyce	podkarpackie	50.1675	23.0348	5193
Otmuchów	Otmuchow	opolskie	50.4663	17.1735	5181
Markłowice	Marklowice	śląskie	50.0170	18.5210	5173
Żołynia	Zolynia	podkarpackie	50.1620	22.3083	5145
Komorniki	Komorniki	wielkopolskie	52.3387	16.8106	5144
Strzałkowo	Strzalkowo	wielkopolskie	52.3070	17.8181	5140
Komorów	Komorow	mazowieckie	52.1456	20.8157	5136
Zagórz	Zagorz	podkarpackie	49.5146	22.2671	5129
Iłża	Ilza	mazowieckie	51.1631	21.2398	5121
Nowogród Bobrzański	Nowogrod Bobrzanski	lubuskie	51.7986	15.2352	5114
Janowiec Wielkopolski	Janowiec Wielkopolski	kujawsko-pomorskie	52.7558	17.4898	5110
Mysłakowice	Myslakowice	dolnośląskie	50.8412	15.7789	5100
Czempiń	Czempin	wielkopolskie	52.1440	16.7641	5093
Zbąszynek	Zbaszynek	lubuskie	52.2431	15.8165	5073
Bierutów	Bierutow	dolnośląskie	51.1244	17.5461	5065
Jedlina-Zdrój	Jedlina-Zdroj	dolnośląskie	50.7201	16.3465	5062
Zebrzydowice	Zebrzydowice	śląskie	49.8779	18.6113	5046
Ludwin	Ludwin	lubelskie	51.3460	22.9058	5041
Piotrków Kujawski	Piotrkow Kujawski	kujawsko-pomorskie	52.5511	18.4991	5030
Muszyna	Muszyna	małopolskie	49.3566	20.8972	5018
Wieprz	Wieprz	małopolskie	49.8909	19.3569	5002
Krzemieniewo	Krzemieniewo	wielkopolskie	51.8591	16.8335	5000
Karpacz	Karpacz	dolnośląskie	50.7767	15.7559	4979
Jadowniki	Jadowniki	małopolskie	49.9588	20.6443	4975
Nowe Skalmierzyce	Nowe Skalmierzyce	wielkopolskie	51.7104	17.9934	4961
Odolanów	Odolanow	wielkopolskie	51.5742	17.6743	4960
Ciechanowiec	Ciechanowiec	podlaskie	52.6783	22.4981	4946
Górowo Iławeckie	Gorowo Ilaweckie	warmińsko-mazurskie	54.2856	20.4889	4900
Pcim	Pcim	małopolskie	49.7517	19.9711	4900
Istebna	Istebna	śląskie	49.5632	18.9057	4895
Łaskarzew	Laskarzew	mazowieckie	51.7899	21.5912	4893
Duszniki-Zdrój	Duszniki-Zdroj	dolnośląskie	50.4033	16.3909	4888
Jasienica	Jasienica	śląskie	49.8131	18.9215	4872
Budzyń	Budzyn	wielkopolskie	52.8895	16.9881	4861
Sułkowice	Sulkowice	małopolskie	49.8193	19.3599	4835
Zator	Zator	małopolskie	49.9960	19.4380	4779
Czarny Bór	Czarny Bor	dolnośląskie	50.7708	16.1305	4769
Jabłonka	Jablonka	małopolskie	49.4797	19.6937	4767
Rędziny	Redziny	śląskie	50.8592	19.2162	4753
Olszyna	Olszyna	dolnośląskie	51.0671	15.3723	4739
Brusy	Brusy	pomorskie	53.8845	17.7179	4728
Ruciane-Nida	Ruciane-Nida	warmińsko-mazurskie	53.6416	21.5396	4722
Kcynia	Kcynia	kujawsko-pomorskie	52.9919	17.4883	4716
Kobiór	Kobior	śląskie	50.0609	18.9347	4702
Żurawica	Zurawica	podkarpackie	49.8235	22.7892	4702
Bulowice	Bulowice	małopolskie	49.8765	19.2887	4700
Ożarów	Ozarow	świętokrzyskie	50.8880	21.6666	4689
Zabierzów	Zabierzow	małopolskie	50.1142	19.7979	4689
Raciąż	Raciaz	mazowieckie	52.7815	20.1177	4676
Pisarzowice	Pisarzowice	śląskie	49.8836	19.1456	4673
Leśna	Lesna	dolnośląskie	51.0243	15.2641	4648
Krośniewice	Krosniewice	łódzkie	52.2559	19.1704	4610
Słopnice	Slopnice	małopolskie	49.6850	20.3433	4601
Śliwice	Sliwice	kujawsko-pomorskie	53.7088	18.1737	4600
Biecz	Biecz	małopolskie	49.7360	21.2630	4564
Radziechowy	Radziechowy	śląskie	49.6465	19.1312	4541
Pilzno	Pilzno	podkarpackie	49.9788	21.2923	4535
Supraśl	Suprasl	podlaskie	53.2053	23.3393	4526
Brześć Kujawski	Brzesc Kujawski	kujawsko-pomorskie	52.6053	18.9017	4522
Korsze	Korsze	warmińsko-mazurskie	54.1700	21.1392	4521
Dobrzeń Wielki	Dobrzen Wielki	opolskie	50.7684	17.8465	4500
Gdów	Gdow	małopolskie	49.9082	20.1988	4500
Kobylnica	Kobylnica	pomorskie	54.4397	16.9978	4500
Zduny	Zduny	wielkopolskie	51.6458	17.3769	4498
Świeradów-Zdrój	Swieradow-Zdroj	dolnośląskie	50.9092	15.3431	4492
Wożniki	Wozniki	śląskie	50.5893	19.0599	4488
Józefosław	Jozefoslaw	mazowieckie	52.1005	21.0463	4484
Mieroszów	Mieroszow	dolnośląskie	50.6659	16.1888	4480
Krzepice	Krzepice	śląskie	50.9706	18.7289	4479
Rejowiec Fabryczny	Rejowiec Fabryczny	lubelskie	51.1141	23.2472	4474
Koszęcin	Koszecin	śląskie	50.6341	18.8413	4471
Ogrodzieniec	Ogrodzieniec	śląskie	50.4518	19.5199	4467
Łabiszyn	Labiszyn	kujawsko-pomorskie	52.9521	17.9197	4454
Ligota	Ligota	śląskie	49.8986	18.9509	4454
Milówka	Milowka	śląskie	49.5554	19.0907	4448
Kalwaria Zebrzydowska	Kalwaria Zebrzydowska	małopolskie	49.8676	19.6772	4429
Poraj	Poraj	śląskie	50.6780	19.2151	4418
Bestwina	Bestwina	śląskie	49.8971	19.0578	4409
Bytom Odrzański	Bytom Odrzanski	lubuskie	51.7306	15.8236	4408
Nowy Staw	Nowy Staw	pomorskie	54.1361	19.0091	4403
Jasień	Jasien	lubuskie	51.7514	15.0142	4398
Golina	Golina	wielkopolskie	52.2431	18.0927	4387
Cięcina	Ciecina	śląskie	49.6022	19.1410	4373
Suchy Las	Suchy Las	wielkopolskie	52.4731	16.8774	4367
Bobolice	Bobolice	zachodniopomorskie	53.9551	16.5889	4365
Zawidów	Zawidow	śląskie	51.0255	15.0621	4364
Żarki	Zarki	śląskie	50.6252	19.3636	4363
Lipowa	Lipowa	śląskie	49.6757	19.0940	4357
Resko	Resko	zachodniopomorskie	53.7731	15.4061	4354
Borne Sulinowo	Borne Sulinowo	zachodniopomorskie	53.5766	16.5340	4349
Mrocza	Mrocza	kujawsko-pomorskie	53.2431	17.6041	4347
Słomniki	Slomniki	małopolskie	50.2401	20.0822	4340
Pietrzykowice	Pietrzykowice	śląskie	49.6963	19.1599	4339
Humniska	Humniska	podkarpackie	49.6751	22.0537	4300
Tułowice	Tulowice	opolskie	50.5958	17.6532	4290
Kazimierz Biskupi	Kazimierz Biskupi	wielkopolskie	52.3110	18.1658	4280
Pilawa	Pilawa	mazowieckie	51.9594	21.5309	4278
Siechnice	Siechnice	dolnośląskie	51.0338	17.1474	4264
Gilowice	Gilowice	śląskie	49.7128	19.3104	4259
Szamocin	Szamocin	wielkopolskie	53.0279	17.1265	4258
Chęciny	Checiny	świętokrzyskie	50.8002	20.4623	4252
Żabno	Zabno	małopolskie	50.1333	20.8862	4250
Siepraw	Siepraw	małopolskie	49.9144	19.9586	4237
Tarnowo Podgórne	Tarnowo Podgorne	wielkopolskie	52.4664	16.6633	4235
Węgierska Górka	Wegierska Gorka	śląskie	49.6078	19.1164	4233
Kleczew	Kleczew	wielkopolskie	52.3706	18.1771	4217
Kadzidło	Kadzidlo	mazowieckie	53.2343	21.4645	4210
Biały Dunajec	Bialy Dunajec	małopolskie	49.3738	20.0090	4200
Kamieniec Ząbkowicki	Kamieniec Zabkowicki	dolnośląskie	50.5254	16.8792	4200
Nałęczów	Naleczow	lubelskie	51.2858	22.2154	4200
Sułoszowa	Suloszowa	małopolskie	50.2679	19.7328	4200
Czerwieńsk	Czerwiensk	lubuskie	52.0129	15.4232	4197
Suszec	Suszec	śląskie	50.0296	18.7916	4183
Babimost	Babimost	lubuskie	52.1649	15.8277	4182
Szczucin	Szczucin	małopolskie	50.3096	21.0744	4166
Lipiany	Lipiany	zachodniopomorskie	53.0034	14.9692	4159
Mirsk	Mirsk	dolnośląskie	50.9705	15.3857	4150
Hel	Hel	pomorskie	54.6038	18.8035	4136
Skaryszew	Skaryszew	mazowieckie	51.3107	21.2523	4135
Raba Wyżna	Raba Wyzna	małopolskie	49.5668	19.8797	4116
Kalisz Pomorski	Kalisz Pomorski	zachodniopomorskie	53.2991	15.9063	4110
Buczkowice	Buczkowice	śląskie	49.7286	19.0691	4102
Jodłowa	Jodlowa	podkarpackie	49.8723	21.2790	4100
Lipnica Wielka	Lipnica Wielka	małopolskie	49.4740	19.6388	4100
Markowa	Markowa	podkarpackie	50.0263	22.3316	4100
Rybie	Rybie	mazowieckie	52.1523	20.9366	4100
Jeleśnia	Jelesnia	śląskie	49.6425	19.3270	4098
Giedlarowa	Giedlarowa	podkarpackie	50.2269	22.4059	4096
Płoty	Ploty	zachodniopomorskie	53.8018	15.2667	4093
Żelechów	Zelechow	mazowieckie	51.8105	21.8972	4087
Kowalewo Pomorskie	Kowalewo Pomorskie	kujawsko-pomorskie	53.1543	18.8987	4081
Krobia	Krobia	wielkopolskie	51.7741	16.9824	4060
Gąbin	Gabin	mazowieckie	52.3985	19.7351	4056
Pszczółki	Pszczolki	pomorskie	54.1730	18.6979	4053
Goleszów	Goleszow	śląskie	49.7358	18.7368	4045
Sława	Slawa	lubuskie	51.8762	16.0721	4038
Nowogrodziec	Nowogrodziec	dolnośląskie	51.1954	15.3985	4031
Biała Piska	Biala Piska	warmińsko-mazurskie	53.6119	22.0632	4027
Serock	Serock	mazowieckie	52.5104	21.0691	4023
Dobrodzień	Dobrodzien	opolskie	50.7287	18.4450	4014
Celestynów	Celestynow	mazowieckie	52.0609	21.3911	4007
Baniocha	Baniocha	mazowieckie	52.0165	21.1398	4000
Cmolas	Cmolas	podkarpackie	50.2953	21.7442	4000
Osiek nad Notecią	Osiek nad Notecia	wielkopolskie	53.1203	17.2910	4000
Płaza	Plaza	małopolskie	50.0999	19.4645	4000
Przeciszów	Przeciszow	małopolskie	50.0065	19.3758	3996
Wielopole Skrzyńskie	Wielopole Skrzynskie	podkarpackie	49.9456	21.6149	3982
Sokołów Małopolski	Sokolow Malopolski	podkarpackie	50.2291	22.1197	3975
Skoki	Skoki	wielkopolskie	52.6722	17.1611	3972
Witaszyce	Witaszyce	wielkopolskie	51.9415	17.5618	3967
Ropa	Ropa	małopolskie	49.5915	21.0443	3959
Drzewica	Drzewica	łódzkie	51.4509	20.4770	3958
Wierzbica	Wierzbica	mazowieckie	51.2494	21.0826	3956
Przysietnica	Przysietnica	podkarpackie	49.7302	22.0526	3953
Strzebiń	Strzebin	śląskie	50.6165	18.8979	3951
Wojcieszów	Wojcieszow	dolnośląskie	50.9519	15.9218	3933
Osielsko	Osielsko	kujawsko-pomorskie	53.1850	18.0842	3930
Chmielnik	Chmielnik	świętokrzyskie	50.6144	20.7521	3926
Jastarnia	Jastarnia	pomorskie	54.6983	18.6773	3925
Świerklany Górne	Swierklany Gorne	śląskie	50.0277	18.5905	3912
Tarczyn	Tarczyn	mazowieckie	51.9820	20.8339	3904
Hyżne	Hyzne	podkarpackie	49.9177	22.1813	3900
Kościelisko	Koscielisko	małopolskie	49.2907	19.8893	3900
Niedrzwica Duża	Niedrzwica Duza	lubelskie	51.1146	22.3891	3900
Spytkowice	Spytkowice	małopolskie	49.9967	19.5110	3898
Jankowice Rybnickie	Jankowice Rybnickie	śląskie	50.0448	18.5471	3895
Iłowa	Ilowa	lubuskie	51.5006	15.1998	3892
Małogoszcz	Malogoszcz	świętokrzyskie	50.8121	20.2641	3890
Bystra	Bystra	śląskie	49.7604	19.0597	3887
Pęczniew	Peczniew	łódzkie	51.8038	18.7231	3871
Ujście	Ujscie	wielkopolskie	53.0534	16.7320	3869
Borzęcin	Borzecin	małopolskie	50.0654	20.7110	3865
Targanice	Targanice	małopolskie	49.8058	19.3244	3860
Nowe Miasto nad Pilicą	Nowe Miasto nad Pilica	mazowieckie	51.6181	20.5762	3856
Porąbka	Porabka	śląskie	49.8172	19.2184	3852
Mikołajki	Mikolajki	warmińsko-mazurskie	53.8029	21.5701	3851
Podkowa Leśna	Podkowa Lesna	mazowieckie	52.1224	20.7266	3844
Szczekociny	Szczekociny	śląskie	50.6267	19.8250	3841
Okonek	Okonek	wielkopolskie	53.5362	16.8516	3833
Nakło	Naklo	śląskie	50.4369	18.9106	3824
Brańsk	Bransk	podlaskie	52.7444	22.8377	3822
Opatówek	Opatowek	wielkopolskie	51.7399	18.2165	3800
Polanka Wielka	Polanka Wielka	małopolskie	49.9850	19.3261	3800
Tarnów Opolski	Tarnow Opolski	opolskie	50.5763	18.0837	3800
Wola Żarczycka	Wola Zarczycka	podkarpackie	50.2912	22.2502	3793
Żarki	Zarki	małopolskie	50.0826	19.3520	3793
Świerklaniec	Swierklaniec	śląskie	50.4424	18.9373	3786
Lubomia	Lubomia	śląskie	50.0397	18.3082	3779
Chybie	Chybie	śląskie	49.9025	18.8276	3775
Andrespol	Andrespol	łódzkie	51.7278	19.6417	3773
Przedbórz	Przedborz	łódzkie	51.0879	19.8738	3765
Barwice	Barwice	zachodniopomorskie	53.7449	16.3553	3756
Kępice	Kepice	pomorskie	54.2411	16.8897	3756
Jejkowice	Jejkowice	śląskie	50.1081	18.4677	3753
Gierałtowice	Gieraltowice	śląskie	50.2249	18.7338	3752
Łeba	Leba	pomorskie	54.7610	17.5555	3744
Prochowice	Prochowice	dolnośląskie	51.2731	16.3653	3743
Ośno Lubuskie	Osno Lubuskie	lubuskie	52.4536	14.8755	3730
Roczyny	Roczyny	małopolskie	49.8537	19.3157	3728
Besko	Besko	podkarpackie	49.5876	21.9529	3700
Czemierniki	Czemierniki	lubelskie	51.6730	22.6389	3700
Jugów	Jugow	dolnośląskie	50.6276	16.5181	3700
Kiełczów	Kielczow	dolnośląskie	51.1400	17.1780	3700
Krościenko Wyżne	Kroscienko Wyzne	podkarpackie	49.6795	21.8290	3700
Radgoszcz	Radgoszcz	małopolskie	50.2058	21.1132	3700
Rytro	Rytro	małopolskie	49.4890	20.6663	3700
Pruchnik	Pruchnik	podkarpackie	49.9062	22.5155	3694
Jedlnia-Letnisko	Jedlnia-Letnisko	mazowieckie	51.4307	21.3354	3692
Byczyna	Byczyna	opolskie	51.1139	18.2141	3665
Jabłonowo Pomorskie	Jablonowo Pomorskie	kujawsko-pomorskie	53.3914	19.1551	3658
Skrzyszów	Skrzyszow	małopolskie	49.9937	21.0614	3656
Kargowa	Kargowa	lubuskie	52.0714	15.8614	3649
Nowa Wieś	Nowa Wies	małopolskie	49.9075	19.2165	3648
Skała	Skala	małopolskie	50.2305	19.8536	3635
Toszek	Toszek	śląskie	50.4544	18.5221	3633
Michałowo	Michalowo	podlaskie	53.0349	23.6100	3621
Małomice	Malomice	lubuskie	51.5560	15.4500	3617
Sompolno	Sompolno	wielkopolskie	52.3883	18.5028	3610
Krajenka	Krajenka	wielkopolskie	53.2976	16.9908	3609
Tworóg	Tworog	śląskie	50.5310	18.7157	3607
Czarny Dunajec	Czarny Dunajec	małopolskie	49.4366	19.8516	3594
Kosina	Kosina	podkarpackie	50.0721	22.3290	3590
Koniaków	Koniakow	śląskie	49.5507	18.9491	3584
Rymanów	Rymanow	podkarpackie	49.5765	21.8681	3583
Gołkowice	Golkowice	śląskie	49.9142	18.5142	3582
Skórcz	Skorcz	pomorskie	53.7944	18.5256	3564
Mieszkowice	Mieszkowice	zachodniopomorskie	52.7873	14.4935	3562
Miłosław	Miloslaw	wielkopolskie	52.2032	17.4896	3560
Mszana	Mszana	śląskie	49.9694	18.5279	3559
Górki Wielkie	Gorki Wielkie	śląskie	49.7797	18.8312	3554
Szczuczyn	Szczuczyn	podlaskie	53.5633	22.2853	3552
Halinów	Halinow	mazowieckie	52.2288	21.3551	3551
Mnich	Mnich	śląskie	49.8894	18.8072	3541
Skępe	Skepe	kujawsko-pomorskie	52.8680	19.3560	3539
Wieprz	Wieprz	śląskie	49.6475	19.1801	3535
Lubicz Górny	Lubicz Gorny	kujawsko-pomorskie	53.0269	18.7710	3520
Wojnicz	Wojnicz	małopolskie	49.9580	20.8378	3509
Poronin	Poronin	małopolskie	49.3378	20.0029	3507
Chrzanów	Chrzanow	lubelskie	50.7726	22.6035	3506
Blizne	Blizne	podkarpackie	49.7533	21.9735	3500
Jemielnica	Jemielnica	opolskie	50.5457	18.3781	3500
Kłaj	Klaj	małopolskie	49.9925	20.2990	3500
Krasne	Krasne	podkarpackie	50.0563	22.0864	3500
Krościenko nad Dunajcem	Kroscienko nad Dunajcem	małopolskie	49.4408	20.4262	3500
Kowal	Kowal	kujawsko-pomorskie	52.5302	19.1477	3490
Unisław	Unislaw	kujawsko-pomorskie	53.2124	18.3862	3490
Kazimierz Dolny	Kazimierz Dolny	lubelskie	51.3191	21.9550	3485
Kock	Kock	lubelskie	51.6400	22.4439	3484
Chmielnik	Chmielnik	podkarpackie	49.9739	22.1454	3466
Kobiernice	Kobiernice	śląskie	49.8550	19.2165	3455
Pogwizdów	Pogwizdow	śląskie	49.8038	18.6011	3449
Rybarzowice	Rybarzowice	śląskie	49.7296	19.1016	3448
Złoczew	Zloczew	łódzkie	51.4172	18.6036	3439
Rajcza	Rajcza	śląskie	49.5093	19.1128	3438
Tenczynek	Tenczynek	małopolskie	50.1199	19.6131	3436
Skrzyszów	Skrzyszow	śląskie	49.9487	18.4888	3429
Świerklany Dolne	Swierklany Dolne	śląskie	50.0183	18.5770	3420
Strumień	Strumien	śląskie	49.9210	18.7664	3419
Kotlin	Kotlin	wielkopolskie	51.9191	17.6483	3416
Wierzawice	Wierzawice	podkarpackie	50.2362	22.4509	3408
Mazańcowice	Mazancowice	śląskie	49.8580	18.9771	3401
Brzóza Królewska	Brzoza Krolewska	podkarpackie	50.2391	22.3256	3400
Łososina Dolna	Lososina Dolna	małopolskie	49.7498	20.6313	3400
Radoszyce	Radoszyce	świętokrzyskie	51.0739	20.2584	3400
Warta	Warta	łódzkie	51.7105	18.6248	3400
Żernica	Zernica	śląskie	50.2477	18.6155	3400
Gozdnica	Gozdnica	lubuskie	51.4363	15.0986	3398
Tarnogród	Tarnogrod	lubelskie	50.3609	22.7417	3396
Tyczyn	Tyczyn	podkarpackie	49.9638	22.0340	3393
Spytkowice	Spytkowice	małopolskie	49.5774	19.8334	3390
Jeziorany	Jeziorany	warmińsko-mazurskie	53.9758	20.7464	3382
Kolonowskie	Kolonowskie	opolskie	50.6534	18.3849	3382
Gołańcz	Golancz	wielkopolskie	52.9433	17.2999	3375
Wieliszew	Wieliszew	mazowieckie	52.4513	20.9683	3373
Tuliszków	Tuliszkow	wielkopolskie	52.0766	18.2955	3371
Haczów	Haczow	podkarpackie	49.6615	21.8979	3370
Rzgów	Rzgow	łódzkie	51.6634	19.4918	3370
Mrozy	Mrozy	mazowieckie	52.1661	21.8026	3368
Alwernia	Alwernia	małopolskie	50.0606	19.5395	3362
Przecław	Przeclaw	zachodniopomorskie	53.3745	14.4725	3362
Bełk	Belk	śląskie	50.1305	18.7167	3353
Nekla	Nekla	wielkopolskie	52.3650	17.4133	3351
Zakroczym	Zakroczym	mazowieckie	52.4335	20.6121	3347
Lubraniec	Lubraniec	kujawsko-pomorskie	52.5418	18.8325	3344
Nędza	Nedza	śląskie	50.1611	18.3110	3344
Piasek	Piasek	śląskie	50.0106	18.9481	3342
Gromnik	Gromnik	małopolskie	49.8384	20.9612	3325
Rakoniewice	Rakoniewice	wielkopolskie	52.1391	16.2735	3322
Piecki	Piecki	warmińsko-mazurskie	53.7576	21.3391	3320
Gorzkowice	Gorzkowice	łódzkie	51.2153	19.5963	3310
Wyry	Wyry	śląskie	50.1330	18.9005	3304
Moszczenica	Moszczenica	małopolskie	49.7367	21.0924	3302
Szczerców	Szczercow	łódzkie	51.3332	19.1098	3300
Stryków	Strykow	łódzkie	51.9022	19.6054	3297
Zwierzyniec	Zwierzyniec	lubelskie	50.6140	22.9751	3297
Cisiec	Cisiec	śląskie	49.5921	19.1054	3296
Garbatka-Letnisko	Garbatka-Letnisko	mazowieckie	51.4832	21.6108	3295
Kończyce Małe	Konczyce Male	śląskie	49.8582	18.6296	3294
Łasin	Lasin	kujawsko-pomorskie	53.5179	19.0883	3285
Gostyń	Gostyn	śląskie	50.1053	18.8824	3276
Chociwel	Chociwel	zachodniopomorskie	53.4670	15.3334	3266
Zblewo	Zblewo	pomorskie	53.9337	18.3226	3263
Dobrzyca	Dobrzyca	wielkopolskie	51.8666	17.6034	3254
Inwałd	Inwald	małopolskie	49.8635	19.3928	3254
Leszno	Leszno	mazowieckie	52.2580	20.5912	3253
Nieporęt	Nieporet	mazowieckie	52.4315	21.0321	3239
Kaźmierz	Kazmierz	wielkopolskie	52.5131	16.5840	3235
Biała Rawska	Biala Rawska	łódzkie	51.8078	20.4726	3231
Maszewo	Maszewo	zachodniopomorskie	53.4962	15.0617	3231
Czarna Woda	Czarna Woda	pomorskie	53.8446	18.1001	3227
Łużna	Luzna	małopolskie	49.7129	21.0464	3221
Dębnica Kaszubska	Debnica Kaszubska	pomorskie	54.3783	17.1612	3220
Bielany Wrocławskie	Bielany Wroclawskie	dolnośląskie	51.0361	16.9677	3219
Bojszowy	Bojszowy	śląskie	50.0578	19.1014	3219
Łobżenica	Lobzenica	wielkopolskie	53.2624	17.2557	3211
Przyszowice	Przyszowice	śląskie	50.2484	18.7459	3203
Pyzdry	Pyzdry	wielkopolskie	52.1706	17.6900	3203
Henryków	Henrykow	dolnośląskie	50.6533	17.0103	3200
Kraczkowa	Kraczkowa	podkarpackie	50.0380	22.1680	3200
Lubień	Lubien	małopolskie	49.7192	19.9785	3200
Sidzina	Sidzina	małopolskie	49.5915	19.7112	3200
Ćmielów	Cmielow	świętokrzyskie	50.8903	21.5143	3194
Kańczuga	Kanczuga	podkarpackie	49.9835	22.4117	3186
Ślesin	Slesin	wielkopolskie	52.3704	18.3064	3182
Zagórzyce	Zagorzyce	podkarpackie	50.0169	21.6752	3182
Dobiegniew	Dobiegniew	lubuskie	52.9695	15.7536	3179
Miejska Górka	Miejska Gorka	wielkopolskie	51.6557	16.9583	3169
Niemce	Niemce	lubelskie	51.3616	22.6394	3161
Włoszakowice	Wloszakowice	wielkopolskie	51.9275	16.3646	3159
Piaski	Piaski	wielkopolskie	51.8850	17.0729	3157
Międzybrodzie Bialskie	Miedzybrodzie Bialskie	śląskie	49.7875	19.1974	3154
Syrynia	Syrynia	śląskie	50.0200	18.3460	3138
Aleksandrów	Aleksandrow	lubelskie	50.4663	22.8923	3135
Laskowa	Laskowa	małopolskie	49.7615	20.4505	3133
Kobylin	Kobylin	wielkopolskie	51.7165	17.2268	3130
Czyżowice	Czyzowice	śląskie	49.9849	18.4043	3128
Żabnica	Zabnica	śląskie	49.5814	19.1562	3120
Glinojeck	Glinojeck	mazowieckie	52.8198	20.2920	3117
Baborów	Baborow	opolskie	50.1576	17.9851	3114
Szynwałd	Szynwald	małopolskie	49.9677	21.1229	3114
Niemcza	Niemcza	dolnośląskie	50.7201	16.8357	3110
Jaworzynka	Jaworzynka	śląskie	49.5402	18.8700	3109
Czarnowąsy	Czarnowasy	opolskie	50.7286	17.8982	3108
Rzyki	Rzyki	małopolskie	49.8113	19.3962	3105
Dobra	Dobra	małopolskie	49.7179	20.2535	3100
Domaradz	Domaradz	podkarpackie	49.7867	21.9457	3100
Kamienica	Kamienica	małopolskie	49.5753	20.3451	3100
Malczyce	Malczyce	dolnośląskie	51.2204	16.4936	3100
Stara Wieś	Stara Wies	podkarpackie	49.7150	22.0044	3100
Tokarnia	Tokarnia	małopolskie	49.7272	19.8716	3100
Zalesie Górne	Zalesie Gorne	mazowieckie	52.0277	21.0366	3099
Zabrzeg	Zabrzeg	śląskie	49.9162	18.9429	3090
Piszczac	Piszczac	lubelskie	51.9812	23.3772	3087
Turza Śląska	Turza Slaska	śląskie	49.9723	18.4378	3085
Trzebownisko	Trzebownisko	podkarpackie	50.0783	22.0371	3084
Kunów	Kunow	świętokrzyskie	50.9616	21.2806	3078
Krasnobród	Krasnobrod	lubelskie	50.5455	23.2131	3075
Kurzętnik	Kurzetnik	warmińsko-mazurskie	53.3986	19.5786	3065
Kaczyce	Kaczyce	śląskie	49.8275	18.5916	3056
Izabelin	Izabelin	mazowieckie	52.2999	20.8173	3045
Werbkowice	Werbkowice	lubelskie	50.7537	23.7641	3030
Lisia Góra	Lisia Gora	małopolskie	50.0804	21.0440	3019
Bobowa	Bobowa	małopolskie	49.7087	20.9477	3018
Kolbudy	Kolbudy	pomorskie	54.2699	18.4664	3012
Węgorzyno	Wegorzyno	zachodniopomorskie	53.5410	15.5596	3009
Chróścice	Chroscice	opolskie	50.7808	17.8123	3000
Grabownica Starzeńska	Grabownica Starzenska	podkarpackie	49.6590	22.0775	3000
Grębów	Grebow	podkarpackie	50.5654	21.8740	3000
Kołbiel	Kolbiel	mazowieckie	52.0643	21.4815	3000
Kozłowo	Kozlowo	warmińsko-mazurskie	53.3065	20.2910	3000
Mysiadło	Mysiadlo	mazowieckie	52.1022	21.0186	3000
Osielec	Osielec	małopolskie	49.6808	19.7824	3000
Przygodzice	Przygodzice	wielkopolskie	51.5919	17.8241	3000
Słońsk	Slonsk	lubuskie	52.5635	14.8053	3000
Smętowo Graniczne	Smetowo Graniczne	pomorskie	53.7464	18.6859	3000
Świlcza	Swilcza	podkarpackie	50.0718	21.8980	3000
Wawrzeńczyce	Wawrzenczyce	małopolskie	50.1101	20.3161	3000
Wierzchosławice	Wierzchoslawice	małopolskie	50.0248	20.8568	3000
Zaklików	Zaklikow	podkarpackie	50.7577	22.1023	3000
Radomyśl Wielki	Radomysl Wielki	podkarpackie	50.1969	21.2769	2992
Recz	Recz	zachodniopomorskie	53.2599	15.5471	2992
Ryn	Ryn	warmińsko-mazurskie	53.9377	21.5464	2992
Węgliniec	Wegliniec	dolnośląskie	51.2875	15.2289	2992
Sztutowo	Sztutowo	pomorskie	54.3268	19.1792	2988
Margonin	Margonin	wielkopolskie	52.9734	17.0946	2980
Myszyniec	Myszyniec	mazowieckie	53.3805	21.3496	2980
Zagórów	Zagorow	wielkopolskie	52.1683	17.8956	2974
Zagórze	Zagorze	małopolskie	50.0945	19.4036	2963
Straszyn	Straszyn	pomorskie	54.2721	18.5811	2962
Bojanowo	Bojanowo	wielkopolskie	51.7075	16.7483	2960
Polanów	Polanow	zachodniopomorskie	54.1193	16.6851	2960
Kałuszyn	Kaluszyn	mazowieckie	52.2067	21.8084	2955
Osina	Osina	zachodniopomorskie	53.6047	15.0123	2952
Odrzykoń	Odrzykon	podkarpackie	49.7406	21.7407	2950
Wielbark	Wielbark	warmińsko-mazurskie	53.3986	20.9463	2943
Lwówek	Lwowek	wielkopolskie	52.4480	16.1811	2939
Drobin	Drobin	mazowieckie	52.7377	19.9893	2938
Zielonki	Zielonki	małopolskie	50.1209	19.9216	2936
Daleszyce	Daleszyce	świętokrzyskie	50.8023	20.8079	2932
Uniejów	Uniejow	łódzkie	51.9743	18.7931	2932
Bobrowniki	Bobrowniki	śląskie	50.3798	18.9866	2926
Kamionka Wielka	Kamionka Wielka	małopolskie	49.5685	20.8236	2925
Grojec	Grojec	małopolskie	49.9815	19.2379	2923
Ryjewo	Ryjewo	pomorskie	53.8446	18.9608	2914
Kaczory	Kaczory	wielkopolskie	53.1035	16.8817	2911
Dziwnów	Dziwnow	zachodniopomorskie	54.0282	14.7669	2904
Konopiska	Konopiska	śląskie	50.7270	19.0078	2901
Czudec	Czudec	podkarpackie	49.9449	21.8413	2900
Łagiewniki	Lagiewniki	dolnośląskie	50.7909	16.8446	2900
Zembrzyce	Zembrzyce	małopolskie	49.7752	19.6012	2900
Leśnica	Lesnica	opolskie	50.4308	18.1868	2897
Trawniki	Trawniki	lubelskie	51.1363	22.9982	2893
Łącko	Lacko	małopolskie	49.5576	20.4359	2875
Gaszowice	Gaszowice	śląskie	50.1086	18.4304	2861
Lubasz	Lubasz	wielkopolskie	52.8521	16.5234	2861
Kamieńsk	Kamiensk	łódzkie	51.2024	19.4966	2850
Poniec	Poniec	wielkopolskie	51.7634	16.8087	2849
Dopiewo	Dopiewo	wielkopolskie	52.3573	16.6756	2848
Cegłów	Ceglow	mazowieckie	52.1478	21.7374	2846
Osięciny	Osieciny	kujawsko-pomorskie	52.6293	18.7221	2845
Pieniężno	Pieniezno	warmińsko-mazurskie	54.2365	20.1283	2845
Sulmierzyce	Sulmierzyce	wielkopolskie	51.6059	17.5305	2829
Przechlewo	Przechlewo	pomorskie	53.7985	17.2521	2826
Nowe Miasteczko	Nowe Miasteczko	lubuskie	51.6910	15.7317	2825
Pełczyce	Pelczyce	zachodniopomorskie	53.0435	15.3045	2808
Chorzele	Chorzele	mazowieckie	53.2608	20.8973	2807
Kurów	Kurow	lubelskie	51.3894	22.1864	2804
Kłomnice	Klomnice	śląskie	50.9216	19.3568	2802
Ryglice	Ryglice	małopolskie	49.8789	21.1375	2802
Brzeźnica	Brzeznica	podkarpackie	50.1007	21.4803	2800
Iłowo -Osada	Ilowo -Osada	warmińsko-mazurskie	53.1681	20.2930	2800
Kasina Wielka	Kasina Wielka	małopolskie	49.7297	20.1355	2800
Komprachcice	Komprachcice	opolskie	50.6368	17.8264	2800
Łambinowice	Lambinowice	opolskie	50.5387	17.5610	2800
Medyka	Medyka	podkarpackie	49.8053	22.9223	2800
Pysznica	Pysznica	podkarpackie	50.5700	22.1291	2800
Tworków	Tworkow	śląskie	50.0056	18.2358	2800
Boronów	Boronow	śląskie	50.6746	18.9068	2793
Radłów	Radlow	małopolskie	50.0842	20.8497	2793
Wąsosz	Wasosz	dolnośląskie	51.5622	16.6906	2789
Wyszogród	Wyszogrod	mazowieckie	52.3899	20.1908	2779
Izbica Kujawska	Izbica Kujawska	kujawsko-pomorskie	52.4207	18.7627	2771
Międzylesie	Miedzylesie	dolnośląskie	50.1478	16.6671	2766
Bardo	Bardo	dolnośląskie	50.5059	16.7399	2763
Walim	Walim	dolnośląskie	50.6975	16.4448	2763
Knyszyn	Knyszyn	podlaskie	53.3141	22.9196	2758
Złoty Stok	Zloty Stok	dolnośląskie	50.4447	16.8759	2758
Czernikowo	Czernikowo	kujawsko-pomorskie	52.9469	18.9380	2752
Nowy Wiśnicz	Nowy Wisnicz	małopolskie	49.9147	20.4611	2751
Dębe Wielkie	Debe Wielkie	mazowieckie	52.1996	21.4433	2750
Wąchock	Wachock	świętokrzyskie	51.0739	21.0124	2747
Kwilcz	Kwilcz	wielkopolskie	52.5551	16.0856	2746
Książ Wielkopolski	Ksiaz Wielkopolski	wielkopolskie	52.0617	17.2395	2736
Wysoka	Wysoka	wielkopolskie	53.1809	17.0835	2728
Bełżec	Belzec	lubelskie	50.3845	23.4384	2723
Stoczek Łukowski	Stoczek Lukowski	lubelskie	51.9614	21.9714	2718
Wręczyca Wielka	Wreczyca Wielka	śląskie	50.8459	18.9209	2718
Psary	Psary	śląskie	50.3796	19.1155	2717
Golczewo	Golczewo	zachodniopomorskie	53.8243	14.9785	2714
Bukowina Tatrzańska	Bukowina Tatrzanska	małopolskie	49.3430	20.1081	2700
Horyniec-Zdrój	Horyniec-Zdroj	podkarpackie	50.1915	23.3628	2700
Kamień	Kamien	podkarpackie	50.3406	22.1354	2700
Krynki	Krynki	podlaskie	53.2644	23.7730	2700
Nawojowa	Nawojowa	małopolskie	49.5669	20.7393	2700
Skarżysko Kościelne	Skarzysko Koscielne	świętokrzyskie	51.1382	20.9120	2700
Tolkmicko	Tolkmicko	warmińsko-mazurskie	54.3204	19.5269	2700
Tymbark	Tymbark	małopolskie	49.7286	20.3254	2700
Iwkowa	Iwkowa	małopolskie	49.8172	20.5902	2699
Michałowice	Michalowice	mazowieckie	52.1743	20.8809	2699
Rzeszotary	Rzeszotary	małopolskie	49.9462	19.9728	2698
Rydzyna	Rydzyna	wielkopolskie	51.7865	16.6676	2696
Miłakowo	Milakowo	warmińsko-mazurskie	54.0092	20.0712	2691
Prószków	Proszkow	opolskie	50.5767	17.8714	2691
Mierzęcice	Mierzecice	śląskie	50.4450	19.1293	2676
Milejów	Milejow	lubelskie	51.2323	22.9244	2676
Majdan Królewski	Majdan Krolewski	podkarpackie	50.3794	21.7462	2671
Piekoszów	Piekoszow	świętokrzyskie	50.8803	20.4642	2671
Białowieża	Bialowieza	podlaskie	52.7000	23.8667	2670
Czyżew	Czyzew	podlaskie	52.7977	22.3124	2670
Krzemienica	Krzemienica	podkarpackie	50.0621	22.1805	2664
Chełmiec	Chelmiec	małopolskie	49.6305	20.6642	2657
Cybinka	Cybinka	lubuskie	52.1945	14.7957	2655
Janów Podlaski	Janow Podlaski	lubelskie	52.1940	23.2122	2655
Annopol	Annopol	lubelskie	50.8855	21.8568	2654
Kłecko	Klecko	wielkopolskie	52.6318	17.4307	2648
Sławatycze	Slawatycze	lubelskie	51.7634	23.5546	2647
Czeremcha	Czeremcha	podlaskie	52.5167	23.3500	2640
Święciechowa	Swieciechowa	wielkopolskie	51.8550	16.4980	2640
Gościno	Goscino	zachodniopomorskie	54.0512	15.6526	2636
Piaski	Piaski	lubelskie	51.1389	22.8486	2634
Długołęka	Dlugoleka	dolnośląskie	51.1790	17.1914	2620
Różan	Rozan	mazowieckie	52.8876	21.3910	2619
Mirosławiec	Miroslawiec	zachodniopomorskie	53.3407	16.0879	2616
Czerniejewo	Czerniejewo	wielkopolskie	52.4264	17.4892	2612
Biała	Biala	opolskie	50.3859	17.6604	2605
Mogilany	Mogilany	małopolskie	49.9389	19.8897	2605
Łukowa	Lukowa	lubelskie	50.3743	22.9435	2604
Białośliwie	Bialosliwie	wielkopolskie	53.1046	17.1253	2600
Bielsk	Bielsk	mazowieckie	52.6718	19.8050	2600
Długie	Dlugie	podkarpackie	49.5787	22.0434	2600
Siennica	Siennica	mazowieckie	52.0916	21.6192	2600
Brzostek	Brzostek	podkarpackie	49.8795	21.4110	2599
Krupski Młyn	Krupski Mlyn	śląskie	50.5734	18.6225	2598
Wolbórz	Wolborz	łódzkie	51.5020	19.8305	2594
Koszyce Wielkie	Koszyce Wielkie	małopolskie	49.9808	20.9455	2581
Moszczenica	Moszczenica	łódzkie	51.5030	19.7199	2571
Łęknica	Leknica	lubuskie	51.5415	14.7358	2565
Rybno	Rybno	warmińsko-mazurskie	53.3835	19.9323	2558
Dziergowice	Dziergowice	opolskie	50.2425	18.2861	2556
Prostki	Prostki	warmińsko-mazurskie	53.6990	22.4318	2541
Pasym	Pasym	warmińsko-mazurskie	53.6507	20.7919	2539
Koszarawa	Koszarawa	śląskie	49.6446	19.4008	2538
Koprzywnica	Koprzywnica	świętokrzyskie	50.5934	21.5838	2536
Frombork	Frombork	warmińsko-mazurskie	54.3577	19.6803	2529
Miedzno	Miedzno	śląskie	50.9699	18.9811	2529
Borek Wielkopolski	Borek Wielkopolski	wielkopolskie	51.9167	17.2413	2527
Osie	Osie	kujawsko-pomorskie	53.5992	18.3437	2520
Tychowo	Tychowo	zachodniopomorskie	53.9277	16.2577	2507
Kotuń	Kotun	mazowieckie	52.1764	22.0682	2503
Bolesław	Boleslaw	małopolskie	50.2973	19.4807	2500
Bralin	Bralin	wielkopolskie	51.2858	17.9032	2500
Damasławek	Damaslawek	wielkopolskie	52.8398	17.5006	2500
Dobre	Dobre	kujawsko-pomorskie	52.6840	18.5776	2500
Gardeja	Gardeja	pomorskie	53.6112	18.9469	2500
Karsin	Karsin	pomorskie	53.9077	17.9209	2500
Miękinia	Miekinia	dolnośląskie	51.1884	16.7359	2500
Mieścisko	Miescisko	wielkopolskie	52.7436	17.3321	2500
Niebieszczany	Niebieszczany	podkarpackie	49.5035	22.1565	2500
Nienadowa	Nienadowa	podkarpackie	49.8290	22.4270	2500
Rokietnica	Rokietnica	podkarpackie	49.8998	22.6417	2500
Rzezawa	Rzezawa	małopolskie	49.9900	20.5151	2500
Teresin	Teresin	mazowieckie	52.1989	20.4167	2500
Wilkołaz	Wilkolaz	lubelskie	51.0147	22.3501	2493
Koziegłowy	Kozieglowy	śląskie	50.6003	19.1630	2481
Czarna	Czarna	podkarpackie	50.0672	21.2561	2474
Świerzawa	Swierzawa	dolnośląskie	51.0138	15.8952	2469
Torzym	Torzym	lubuskie	52.3133	15.0824	2466
Trzcińsko-Zdrój	Trzcinsko-Zdroj	zachodniopomorskie	52.9649	14.6067	2466
Lipsk	Lipsk	podlaskie	53.7331	23.4022	2463
Bisztynek	Bisztynek	warmińsko-mazurskie	54.0863	20.9019	2462
Mogielnica	Mogielnica	mazowieckie	51.6943	20.7223	2453
Zabłudów	Zabludow	podlaskie	53.0144	23.3383	2452
Wydminy	Wydminy	warmińsko-mazurskie	53.9819	22.0324	2448
Ołpiny	Olpiny	małopolskie	49.8069	21.2046	2447
Kobylanka	Kobylanka	małopolskie	49.6689	21.2229	2443
Gorzyce	Gorzyce	śląskie	49.9594	18.3988	2435
Drawno	Drawno	zachodniopomorskie	53.2199	15.7595	2423
Herby	Herby	śląskie	50.7532	18.8876	2421
Józefów	Jozefow	lubelskie	50.4812	23.0540	2418
Stawiski	Stawiski	podlaskie	53.3799	22.1546	2417
Radków	Radkow	dolnośląskie	50.5043	16.4006	2410
Budzów	Budzow	małopolskie	49.7762	19.6727	2400
Doruchów	Doruchow	wielkopolskie	51.4172	18.0770	2400
Lubenia	Lubenia	podkarpackie	49.9308	21.9266	2400
Ludźmierz	Ludzmierz	małopolskie	49.4666	19.9825	2400
Popielów	Popielow	opolskie	50.8263	17.7438	2400
Przytoczna	Przytoczna	lubuskie	52.5776	15.6788	2400
Trzcinica	Trzcinica	podkarpackie	49.7430	21.4175	2400
Złotniki Kujawskie	Zlotniki Kujawskie	kujawsko-pomorskie	52.8994	18.1456	2400
Ciężkowice	Ciezkowice	małopolskie	49.7858	20.9732	2395
Ujsoły	Ujsoly	śląskie	49.4829	19.1380	2392
Maniowy	Maniowy	małopolskie	49.4598	20.2645	2380
Dobroszyce	Dobroszyce	dolnośląskie	51.2678	17.3421	2376
Człopa	Czlopa	zachodniopomorskie	53.0886	16.1210	2370
Rychwał	Rychwal	wielkopolskie	52.0715	18.1651	2370
Dobrzany	Dobrzany	zachodniopomorskie	53.3591	15.4289	2360
Międzybórz	Miedzyborz	dolnośląskie	51.3963	17.6661	2354
Łyse	Lyse	mazowieckie	53.3644	21.5649	2350
Zbrosławice	Zbroslawice	śląskie	50.4161	18.7544	2345
Gnojnik	Gnojnik	małopolskie	49.8940	20.6086	2344
Kamień Krajeński	Kamien Krajenski	kujawsko-pomorskie	53.5335	17.5202	2342
Łaszczów	Laszczow	lubelskie	50.5333	23.7256	2341
Wiązów	Wiazow	dolnośląskie	50.8140	17.2021	2340
Żelistrzewo	Zelistrzewo	pomorskie	54.6777	18.4174	2340
Dobra	Dobra	zachodniopomorskie	53.5862	15.3098	2336
Miłomłyn	Milomlyn	warmińsko-mazurskie	53.7645	19.8380	2336
Szepietowo	Szepietowo	podlaskie	52.8703	22.5439	2335
Trzciel	Trzciel	lubuskie	52.3650	15.8731	2335
Olsztyn	Olsztyn	śląskie	50.7518	19.2674	2331
Raczki	Raczki	podlaskie	53.9875	22.7849	2322
Miedziana Góra	Miedziana Gora	świętokrzyskie	50.9368	20.5510	2317
Branice	Branice	opolskie	50.0511	17.7940	2300
Dywity	Dywity	warmińsko-mazurskie	53.8376	20.4782	2300
Gorzów Śląski	Gorzow Slaski	opolskie	51.0287	18.4230	2300
Niechanowo	Niechanowo	wielkopolskie	52.4653	17.6781	2300
Padew Narodowa	Padew Narodowa	podkarpackie	50.4395	21.5006	2300
Pruszcz	Pruszcz	kujawsko-pomorskie	53.3302	18.1989	2300
Przystajń	Przystajn	śląskie	50.8850	18.6917	2283
Lubichowo	Lubichowo	pomorskie	53.8514	18.3990	2276
Dobrzyń nad Wisłą	Dobrzyn nad Wisla	kujawsko-pomorskie	52.6381	19.3188	2268
Kaliska	Kaliska	pomorskie	53.9053	18.2188	2268
Czchów	Czchow	małopolskie	49.8373	20.6806	2256
Godziszów	Godziszow	lubelskie	50.7489	22.4979	2242
Pietrowice Wielkie	Pietrowice Wielkie	śląskie	50.0845	18.0915	2239
Połajewo	Polajewo	wielkopolskie	52.7992	16.7335	2237
Szerzyny	Szerzyny	małopolskie	49.8092	21.2467	2235
Filipów	Filipow	podlaskie	54.1804	22.6208	2234
Kisielice	Kisielice	warmińsko-mazurskie	53.6086	19.2635	2234
Jerzmanowice	Jerzmanowice	małopolskie	50.2127	19.7467	2230
Bodzentyn	Bodzentyn	świętokrzyskie	50.9412	20.9572	2228
Obrzycko	Obrzycko	wielkopolskie	52.7034	16.5281	2226
Grodzisko Górne	Grodzisko Gorne	podkarpackie	50.1869	22.4379	2221
Łukowica	Lukowica	małopolskie	49.6111	20.4829	2220
Suchowola	Suchowola	podlaskie	53.5775	23.1060	2211
Biały Bór	Bialy Bor	zachodniopomorskie	53.8967	16.8354	2209
Kowale Oleckie	Kowale Oleckie	warmińsko-mazurskie	54.1635	22.4167	2209
Końskowola	Konskowola	lubelskie	51.4092	22.0517	2208
Nowa Wieś Wielka	Nowa Wies Wielka	kujawsko-pomorskie	52.9716	18.0904	2207
Ostrów Lubelski	Ostrow Lubelski	lubelskie	51.4942	22.8529	2206
Somonino	Somonino	pomorskie	54.2756	18.1989	2206
Jedwabne	Jedwabne	podlaskie	53.2855	22.3035	2204
Prusice	Prusice	dolnośląskie	51.3712	16.9602	2203
Białobrzegi	Bialobrzegi	podkarpackie	50.1025	22.3191	2200
Bystrzyca	Bystrzyca	dolnośląskie	50.9605	17.3970	2200
Lipka	Lipka	wielkopolskie	53.4960	17.2508	2200
Raniżów	Ranizow	podkarpackie	50.2587	21.9714	2200
Sobolew	Sobolew	mazowieckie	51.7366	21.6635	2200
Stanisławów	Stanislawow	mazowieckie	52.2894	21.5485	2200
Stężyca	Stezyca	pomorskie	54.2059	17.9557	2200
Szaflary	Szaflary	małopolskie	49.4265	20.0271	2200
Zaniemyśl	Zaniemysl	wielkopolskie	52.1556	17.1623	2200
Nowa Wieś Lęborska	Nowa Wies Leborska	pomorskie	54.5588	17.7276	2188
Tomice	Tomice	małopolskie	49.8977	19.4836	2185
Mielno	Mielno	zachodniopomorskie	54.2609	16.0621	2184
Sieniawa	Sieniawa	podkarpackie	50.1779	22.6095	2182
Sawin	Sawin	lubelskie	51.2744	23.4337	2181
Łękawica	Lekawica	śląskie	49.7221	19.2650	2169
Lipinki	Lipinki	małopolskie	49.6730	21.2929	2157
Gromadka	Gromadka	dolnośląskie	51.3606	15.7645	2150
Krzanowice	Krzanowice	śląskie	50.0182	18.1225	2149
Tyszowce	Tyszowce	lubelskie	50.6170	23.6993	2137
Błaszki	Blaszki	łódzkie	51.6516	18.4347	2132
Osieczna	Osieczna	wielkopolskie	51.9042	16.6786	2132
Piątek	Piatek	łódzkie	52.0689	19.4797	2130
Błażowa	Blazowa	podkarpackie	49.8852	22.1004	2129
Staroźreby	Starozreby	mazowieckie	52.6326	19.9855	2128
Lelów	Lelow	śląskie	50.6833	19.6256	2127
Rogowo	Rogowo	kujawsko-pomorskie	52.7245	17.6512	2127
Żerków	Zerkow	wielkopolskie	52.0688	17.5635	2127
Dukla	Dukla	podkarpackie	49.5555	21.6832	2126
Świątniki Górne	Swiatniki Gorne	małopolskie	49.9343	19.9536	2125
Rejowiec	Rejowiec	lubelskie	51.0913	23.2819	2114
Zalewo	Zalewo	warmińsko-mazurskie	53.8453	19.6052	2112
Koczała	Koczala	pomorskie	53.9045	17.0653	2111
Słubice	Slubice	mazowieckie	52.3694	19.9388	2110
Stryszów	Stryszow	małopolskie	49.8257	19.6176	2101
Adamów	Adamow	lubelskie	51.7433	22.2641	2100
Bojano	Bojano	pomorskie	54.4712	18.3841	2100
Duszniki	Duszniki	wielkopolskie	52.4469	16.4060	2100
Janowice Wielkie	Janowice Wielkie	dolnośląskie	50.8757	15.9232	2100
Jasienica Rosielna	Jasienica Rosielna	podkarpackie	49.7514	21.9418	2100
Lanckorona	Lanckorona	małopolskie	49.8450	19.7158	2100
Mirzec	Mirzec	świętokrzyskie	51.1347	21.0571	2100
Ochotnica Dolna	Ochotnica Dolna	małopolskie	49.5268	20.3426	2100
Radwanice	Radwanice	dolnośląskie	51.5708	15.9480	2100
Stare Kurowo	Stare Kurowo	lubuskie	52.8567	15.6775	2100
Walce	Walce	opolskie	50.3732	18.0043	2100
Wola Krzysztoporska	Wola Krzysztoporska	łódzkie	51.3442	19.5809	2100
Żórawina	Zorawina	dolnośląskie	50.9808	17.0367	2100
Narol	Narol	podkarpackie	50.3492	23.3268	2098
Kobierzyce	Kobierzyce	dolnośląskie	50.9705	16.9351	2095
Kosów Lacki	Kosow Lacki	mazowieckie	52.5954	22.1471	2090
Nowogród	Nowogrod	podlaskie	53.2270	21.8821	2084
Ustronie Morskie	Ustronie Morskie	zachodniopomorskie	54.2152	15.7557	2081
Raszków	Raszkow	wielkopolskie	51.7183	17.7257	2079
Gorzyce Wielkie	Gorzyce Wielkie	wielkopolskie	51.6373	17.7295	2076
Drohiczyn	Drohiczyn	podlaskie	52.4001	22.6585	2075
Lipusz	Lipusz	pomorskie	54.0981	17.7845	2069
Stepnica	Stepnica	zachodniopomorskie	53.6519	14.6256	2067
Garbów	Garbow	lubelskie	51.3552	22.3294	2060
Wesoła	Wesola	podkarpackie	49.7998	22.1003	2048
Sępopol	Sepopol	warmińsko-mazurskie	54.2690	21.0145	2043
Warlubie	Warlubie	kujawsko-pomorskie	53.5875	18.6344	2043
Jabłonna	Jablonna	lubelskie	51.0887	22.5936	2041
Granowo	Granowo	wielkopolskie	52.2224	16.5286	2031
Osiek	Osiek	świętokrzyskie	50.5200	21.4419	2031
Dolice	Dolice	zachodniopomorskie	53.1908	15.2027	2028
Długosiodło	Dlugosiodlo	mazowieckie	52.7600	21.5918	2020
Brzeziny	Brzeziny	świętokrzyskie	50.7727	20.5732	2015
Pogorzela	Pogorzela	wielkopolskie	51.8222	17.2302	2015
Sulików	Sulikow	dolnośląskie	51.0762	15.0679	2014
Szadek	Szadek	łódzkie	51.6917	18.9755	2012
Sławoborze	Slawoborze	zachodniopomorskie	53.8899	15.7067	2009
Krzyżanowice	Krzyzanowice	śląskie	49.9825	18.2685	2005
Rozbórz	Rozborz	podkarpackie	50.0562	22.5469	2005
Dąbie	Dabie	wielkopolskie	52.0867	18.8225	2003
Ińsko	Insko	zachodniopomorskie	53.4361	15.5502	2002
Nieszawa	Nieszawa	kujawsko-pomorskie	52.8345	18.8992	2002
Bliżyn	Blizyn	świętokrzyskie	51.1078	20.7594	2000
Dębowiec	Debowiec	podkarpackie	49.6837	21.4607	2000
Gołuchów	Goluchow	wielkopolskie	51.8504	17.9314	2000
Kleszczów	Kleszczow	łódzkie	51.2236	19.3042	2000
Klimontów	Klimontow	świętokrzyskie	50.6559	21.4559	2000
Kobyla Góra	Kobyla Gora	wielkopolskie	51.3792	17.8381	2000
Lubowidz	Lubowidz	mazowieckie	53.1187	19.8459	2000
Maciejowice	Maciejowice	mazowieckie	51.6922	21.5534	2000
Miejsce Piastowe	Miejsce Piastowe	podkarpackie	49.6344	21.7873	2000
Miętne	Mietne	mazowieckie	51.9213	21.5746	2000
Miłkowice	Milkowice	dolnośląskie	51.2560	16.0723	2000
Nowe Miasto	Nowe Miasto	mazowieckie	52.6569	20.6284	2000
Nurzec-Stacja	Nurzec-Stacja	podlaskie	52.4625	23.0857	2000
Odrzywół	Odrzywol	mazowieckie	51.5195	20.5556	2000
Ryczywół	Ryczywol	wielkopolskie	52.8132	16.8311	2000
Sadki	Sadki	kujawsko-pomorskie	53.1604	17.4491	2000
Sanniki	Sanniki	mazowieckie	52.3305	19.8677	2000
Strzegowo	Strzegowo	mazowieckie	52.8939	20.2855	2000
Świętajno	Swietajno	warmińsko-mazurskie	53.5669	21.2155	2000
Wierzchlas	Wierzchlas	łódzkie	51.2046	18.6654	2000
Wilków	Wilkow	dolnośląskie	51.0921	15.9282	2000
Wohyń	Wohyn	lubelskie	51.7564	22.7858	2000
Pilica	Pilica	śląskie	50.4680	19.6573	1999
Sadlinki	Sadlinki	pomorskie	53.6654	18.8681	1987
Ostroróg	Ostrorog	wielkopolskie	52.6265	16.4499	1984
Stegna	Stegna	pomorskie	54.3268	19.1125	1978
Ślemień	Slemien	śląskie	49.7183	19.3673	1977
Międzylesie	Miedzylesie	lubuskie	52.1449	15.3828	1971
Kamieniec Wrocławski	Kamieniec Wroclawski	dolnośląskie	51.0718	17.1819	1970
Banie	Banie	zachodniopomorskie	53.1003	14.6623	1967
Grabów nad Prosną	Grabow nad Prosna	wielkopolskie	51.5060	18.1193	1967
Kaszów	Kaszow	małopolskie	50.0388	19.7193	1956
Goniadz	Goniadz	podlaskie	53.4895	22.7358	1954
Główczyce	Glowczyce	pomorskie	54.6193	17.3723	1950
Sochocin	Sochocin	mazowieckie	52.6872	20.4726	1945
Kochanowice	Kochanowice	śląskie	50.7055	18.7491	1944
Miechów Charsznica	Miechow Charsznica	małopolskie	50.3960	19.9503	1942
Subkowy	Subkowy	pomorskie	54.0023	18.7693	1941
Gniewino	Gniewino	pomorskie	54.7171	18.0166	1940
Korfantów	Korfantow	opolskie	50.4889	17.5990	1940
Lipnica Wielka	Lipnica Wielka	małopolskie	49.7049	20.8684	1938
Cieszanów	Cieszanow	podkarpackie	50.2456	23.1316	1935
Radzyń Chełmiński	Radzyn Chelminski	kujawsko-pomorskie	53.3851	18.9372	1934
Izbica	Izbica	lubelskie	50.8873	23.1525	1933
Bieżuń	Biezun	mazowieckie	52.9611	19.8898	1931
Biskupiec	Biskupiec	warmińsko-mazurskie	53.5006	19.3506	1927
Lubniewice	Lubniewice	lubuskie	52.5164	15.2500	1924
Godów	Godow	śląskie	49.9248	18.4783	1922
Tuczno	Tuczno	zachodniopomorskie	53.1937	16.1537	1919
Łapczyca	Lapczyca	małopolskie	49.9599	20.3845	1918
Garcz	Garcz	pomorskie	54.3476	18.1017	1908
Jutrosin	Jutrosin	wielkopolskie	51.6501	17.1696	1908
Tykocin	Tykocin	podlaskie	53.2057	22.7746	1907
Modliborzyce	Modliborzyce	lubelskie	50.7542	22.3295	1904
Chodecz	Chodecz	kujawsko-pomorskie	52.4051	19.0276	1902
Podegrodzie	Podegrodzie	małopolskie	49.5769	20.5886	1902
Biszcza	Biszcza	lubelskie	50.4015	22.6506	1901
Bieliny	Bieliny	świętokrzyskie	50.8495	20.9415	1900
Brzyska	Brzyska	podkarpackie	49.8223	21.3900	1900
Kodeń	Koden	lubelskie	51.9117	23.6030	1900
Rokietnica	Rokietnica	wielkopolskie	52.5125	16.7457	1900
Stężyca	Stezyca	lubelskie	51.5819	21.7709	1900
Wiśniowa	Wisniowa	małopolskie	49.7878	20.1150	1900
Brok	Brok	mazowieckie	52.6995	21.8570	1896
Kiszkowo	Kiszkowo	wielkopolskie	52.5887	17.2663	1893
Świnna	Swinna	śląskie	49.6580	19.2541	1891
Pleśna	Plesna	małopolskie	49.9264	20.9453	1890
Wleń	Wlen	dolnośląskie	51.0164	15.6747	1888
Mniów	Mniow	świętokrzyskie	51.0122	20.4843	1876
Lyski	Lyski	śląskie	50.1199	18.3915	1871
Iwonicz-Zdrój	Iwonicz-Zdroj	podkarpackie	49.5632	21.7899	1860
Lisków	Liskow	wielkopolskie	51.8331	18.3979	1858
Zawichost	Zawichost	świętokrzyskie	50.8074	21.8541	1853
Skarbimierz Osiedle	Skarbimierz Osiedle	opolskie	50.8458	17.4186	1845
Mordy	Mordy	mazowieckie	52.2116	22.5173	1843
Zbuczyn	Zbuczyn	mazowieckie	52.0897	22.4383	1836
Stare Pole	Stare Pole	pomorskie	54.0567	19.2087	1834
Mikstat	Mikstat	wielkopolskie	51.5324	17.9738	1832
Mosty	Mosty	pomorskie	54.6120	18.4963	1830
Laszki	Laszki	podkarpackie	50.0202	22.9000	1827
Pszczew	Pszczew	lubuskie	52.4772	15.7816	1826
Wiśniowa	Wisniowa	podkarpackie	49.8690	21.6551	1826
Rytwiany	Rytwiany	świętokrzyskie	50.5292	21.2064	1821
Lubomierz	Lubomierz	dolnośląskie	51.0128	15.5097	1816
Młynary	Mlynary	warmińsko-mazurskie	54.1869	19.7215	1815
Wielowieś	Wielowies	śląskie	50.5097	18.6161	1811
Baboszewo	Baboszewo	mazowieckie	52.6807	20.2553	1800
Cieszków	Cieszkow	dolnośląskie	51.6310	17.3573	1800
Gostycyn	Gostycyn	kujawsko-pomorskie	53.4901	17.8098	1800
Jednorożec	Jednorozec	mazowieckie	53.1412	21.0516	1800
Jeżów Sudecki	Jezow Sudecki	dolnośląskie	50.9351	15.7431	1800
Kamionka	Kamionka	lubelskie	51.4716	22.4627	1800
Koźminek	Kozminek	wielkopolskie	51.7987	18.3389	1800
Krośnice	Krosnice	dolnośląskie	51.4764	17.3592	1800
Lipinki Łużyckie	Lipinki Luzyckie	lubuskie	51.6395	14.9987	1800
Lubycza Królewska	Lubycza Krolewska	lubelskie	50.3410	23.5194	1800
Oleśnica	Olesnica	świętokrzyskie	50.4536	21.0646	1800
Ostrów	Ostrow	podkarpackie	49.9681	22.7871	1800
Ostrówek	Ostrowek	mazowieckie	52.3894	21.3674	1800
Pawłosiów	Pawlosiow	podkarpackie	49.9953	22.6476	1800
Piątnica	Piatnica	podlaskie	53.1966	22.0959	1800
Połomia	Polomia	podkarpackie	49.9047	21.8920	1800
Reńska Wieś	Renska Wies	opolskie	50.3159	18.1261	1800
Rozdrażew	Rozdrazew	wielkopolskie	51.7822	17.5049	1800
Rzekuń	Rzekun	mazowieckie	53.0476	21.6207	1800
Siedlisko	Siedlisko	lubuskie	51.7686	15.8140	1800
Siekierczyn	Siekierczyn	dolnośląskie	51.1222	15.1937	1800
Stare Juchy	Stare Juchy	warmińsko-mazurskie	53.9220	22.1737	1800
Wińsko	Winsko	dolnośląskie	51.4703	16.6139	1800
Mrozy	Mrozy	mazowieckie	52.0198	20.3670	1789
Dębowiec	Debowiec	śląskie	49.8141	18.7206	1786
Pępowo	Pepowo	wielkopolskie	51.7657	17.1266	1780
Przedecz	Przedecz	wielkopolskie	52.3344	18.8991	1780
Dziemiany	Dziemiany	pomorskie	54.0064	17.7675	1762
Kłodawa	Klodawa	lubuskie	52.7859	15.2145	1762
Nowe Brzesko	Nowe Brzesko	małopolskie	50.1322	20.3766	1756
Jeżewo	Jezewo	kujawsko-pomorskie	53.5106	18.4944	1753
Michów	Michow	lubelskie	51.5257	22.3144	1746
Kuźnica	Kuznica	podlaskie	53.5109	23.6495	1740
Brody	Brody	świętokrzyskie	51.0247	21.2215	1737
Chróścina	Chroscina	opolskie	50.6231	17.3686	1736
Wielichowo	Wielichowo	wielkopolskie	52.1157	16.3518	1736
Panki	Panki	śląskie	50.8833	18.7516	1733
Rajgród	Rajgrod	podlaskie	53.7310	22.7051	1732
Zagnańsk	Zagnansk	świętokrzyskie	50.9804	20.6631	1726
Dwikozy	Dwikozy	świętokrzyskie	50.7361	21.7886	1723
Ciasna	Ciasna	śląskie	50.7543	18.6084	1722
Szczurowa	Szczurowa	małopolskie	50.1191	20.6361	1722
Cekcyn	Cekcyn	kujawsko-pomorskie	53.5729	18.0112	1710
Olesno	Olesno	małopolskie	50.2015	20.9258	1708
Czernichów	Czernichow	małopolskie	49.9892	19.6811	1707
Mstów	Mstow	śląskie	50.8297	19.2855	1704
Bukowsko	Bukowsko	podkarpackie	49.4804	22.0633	1700
Chocz	Chocz	wielkopolskie	51.9764	17.8699	1700
Grodzisko Dolne	Grodzisko Dolne	podkarpackie	50.1624	22.4629	1700
Jedlińsk	Jedlinsk	mazowieckie	51.5140	21.1158	1700
Kramsk	Kramsk	wielkopolskie	52.2647	18.4241	1700
Lisewo	Lisewo	kujawsko-pomorskie	53.2958	18.6871	1700
Łomazy	Lomazy	lubelskie	51.9044	23.1766	1700
Podgórzyn	Podgorzyn	dolnośląskie	50.8326	15.6816	1700
Przybiernów	Przybiernow	zachodniopomorskie	53.7578	14.7853	1700
Strzeleczki	Strzeleczki	opolskie	50.4622	17.8566	1700
Ujazd	Ujazd	łódzkie	51.5978	19.9222	1700
Wapno	Wapno	wielkopolskie	52.9080	17.4750	1700
Wiązownica	Wiazownica	podkarpackie	50.0807	22.7067	1700
Kroczyce	Kroczyce	śląskie	50.5618	19.5700	1699
Sośnicowice	Sosnicowice	śląskie	50.2721	18.5298	1691
Boguty-Pianki	Boguty-Pianki	mazowieckie	52.7168	22.4155	1690
Cewice	Cewice	pomorskie	54.4355	17.7349	1687
Ułęż	Ulez	lubelskie	51.5919	22.1074	1677
Kuryłówka	Kurylowka	podkarpackie	50.2998	22.4660	1674
Przywidz	Przywidz	pomorskie	54.1952	18.3212	1673
Baranów	Baranow	lubelskie	51.5579	22.1363	1672
Łabunie	Labunie	lubelskie	50.6552	23.3662	1670
Łagów	Lagow	lubuskie	52.3343	15.2977	1666
Skomlin	Skomlin	łódzkie	51.1709	18.3870	1656
Trzebieszów	Trzebieszow	lubelskie	51.9901	22.5550	1651
Grzegorzew	Grzegorzew	wielkopolskie	52.2018	18.7341	1650
Solec Nad Wisłą	Solec Nad Wisla	mazowieckie	51.1363	21.7656	1650
Rozprza	Rozprza	łódzkie	51.3027	19.6457	1646
Drawsko	Drawsko	wielkopolskie	52.8542	16.0312	1640
Szemud	Szemud	pomorskie	54.4871	18.2228	1639
Wola Uhruska	Wola Uhruska	lubelskie	51.3214	23.6263	1639
Ujazd	Ujazd	opolskie	50.3894	18.3493	1638
Moryń	Moryn	zachodniopomorskie	52.8577	14.3930	1634
Rudziniec	Rudziniec	śląskie	50.3532	18.4091	1633
Krzywiń	Krzywin	wielkopolskie	51.9630	16.8198	1630
Łagów	Lagow	świętokrzyskie	50.7752	21.0843	1630
Dobre	Dobre	mazowieckie	52.3210	21.6788	1627
Zagrodno	Zagrodno	dolnośląskie	51.1913	15.8653	1626
Władysławów	Wladyslawow	wielkopolskie	52.1031	18.4763	1625
Skrwilno	Skrwilno	kujawsko-pomorskie	53.0161	19.6236	1624
Cedynia	Cedynia	zachodniopomorskie	52.8793	14.2025	1622
Frydman	Frydman	małopolskie	49.4493	20.2296	1622
Brudzew	Brudzew	wielkopolskie	52.0995	18.6043	1620
Zakrzewo	Zakrzewo	wielkopolskie	53.4119	17.1547	1620
Rudna	Rudna	dolnośląskie	51.5098	16.2636	1619
Łubniany	Lubniany	opolskie	50.7860	18.0011	1610
Malanów	Malanow	wielkopolskie	51.9536	18.3913	1607
Wola Dębińska	Wola Debinska	małopolskie	49.9821	20.6878	1602
Dębno	Debno	małopolskie	49.9670	20.7198	1601
Brody-Parcele	Brody-Parcele	mazowieckie	52.4780	20.7497	1600
Czarna	Czarna	podkarpackie	50.1098	22.1817	1600
Dydnia	Dydnia	podkarpackie	49.6864	22.1720	1600
Gronowo Elbląskie	Gronowo Elblaskie	warmińsko-mazurskie	54.0859	19.3060	1600
Gruta	Gruta	kujawsko-pomorskie	53.4532	18.9570	1600
Kraszewice	Kraszewice	wielkopolskie	51.5187	18.2200	1600
Maków	Makow	łódzkie	51.9470	20.0521	1600
Markuszów	Markuszow	lubelskie	51.3746	22.2580	1600
Michałowice	Michalowice	małopolskie	50.1590	19.9804	1600
Mokobody	Mokobody	mazowieckie	52.2652	22.1118	1600
Pisarzowice	Pisarzowice	dolnośląskie	51.1448	15.2306	1600
Przemęt	Przemet	wielkopolskie	52.0081	16.3011	1600
Raciążek	Raciazek	kujawsko-pomorskie	52.8565	18.8133	1600
Rząśnik	Rzasnik	mazowieckie	52.7133	21.3677	1600
Secemin	Secemin	świętokrzyskie	50.7668	19.8360	1600
Swiętajno	Swietajno	warmińsko-mazurskie	54.0015	22.3183	1600
Wąsosz	Wasosz	podlaskie	53.5221	22.3192	1600
Wojsławice	Wojslawice	lubelskie	50.9192	23.5460	1600
Przecław	Przeclaw	podkarpackie	50.1934	21.4801	1599
Pokrówka	Pokrowka	lubelskie	51.0948	23.4635	1594
Łączany	Laczany	małopolskie	49.9841	19.5787	1589
Rzeczyca	Rzeczyca	łódzkie	51.5982	20.2948	1589
Wilkowice	Wilkowice	wielkopolskie	51.8851	16.5342	1589
Zarzecze	Zarzecze	podkarpackie	49.9863	22.5372	1589
Miedźna	Miedzna	śląskie	49.9823	19.0488	1588
Chrościna	Chroscina	opolskie	50.6658	17.8176	1585
Chmielno	Chmielno	pomorskie	54.3254	18.0986	1580
Brzozie	Brzozie	kujawsko-pomorskie	53.3255	19.6048	1578
Murów	Murow	opolskie	50.8631	17.9456	1577
Morawica	Morawica	świętokrzyskie	50.7468	20.6176	1576
Rzeczenica	Rzeczenica	pomorskie	53.7579	17.1075	1566
Stawiszyn	Stawiszyn	wielkopolskie	51.9179	18.1117	1564
Niwiska	Niwiska	podkarpackie	50.2249	21.6304	1560
Wisznice	Wisznice	lubelskie	51.7892	23.2084	1559
Czermin	Czermin	podkarpackie	50.3391	21.3336	1557
Gać	Gac	podkarpackie	50.0269	22.3590	1550
Dygowo	Dygowo	zachodniopomorskie	54.1303	15.7199	1549
Stopnica	Stopnica	świętokrzyskie	50.4402	20.9378	1545
Nowe Miasto nad Wartą	Nowe Miasto nad Warta	wielkopolskie	52.0901	17.4111	1543
Wierzchowo	Wierzchowo	zachodniopomorskie	53.4601	16.0996	1541
Gidle	Gidle	łódzkie	50.9620	19.4718	1540
Górzyca	Gorzyca	lubuskie	52.4945	14.6550	1539
Wierzchucino	Wierzchucino	pomorskie	54.7880	18.0031	1536
Zakliczyn	Zakliczyn	małopolskie	49.8559	20.8093	1534
Ożarowice	Ozarowice	śląskie	50.4618	19.0432	1532
Marciszów	Marciszow	dolnośląskie	50.8447	16.0212	1528
Masłów	Maslow	świętokrzyskie	50.9006	20.7232	1528
Dolsk	Dolsk	wielkopolskie	51.9818	17.0627	1527
Krzeszów	Krzeszow	dolnośląskie	50.7343	16.0699	1527
Łęczyce	Leczyce	pomorskie	54.5941	17.8593	1524
Ulanów	Ulanow	podkarpackie	50.4903	22.2636	1520
Babiak	Babiak	wielkopolskie	52.3453	18.6666	1500
Banie Mazurskie	Banie Mazurskie	warmińsko-mazurskie	54.2466	22.0362	1500
Baranów	Baranow	wielkopolskie	51.2634	18.0047	1500
Białaczów	Bialaczow	łódzkie	51.2981	20.2972	1500
Boćki	Bocki	podlaskie	52.6516	23.0449	1500
Bolesławiec	Boleslawiec	łódzkie	51.1987	18.1915	1500
Chodel	Chodel	lubelskie	51.1118	22.1327	1500
Dmosin	Dmosin	łódzkie	51.9244	19.7593	1500
Gaworzyce	Gaworzyce	dolnośląskie	51.6277	15.8820	1500
Górno	Gorno	świętokrzyskie	50.8477	20.8250	1500
Grębocice	Grebocice	dolnośląskie	51.5991	16.1674	1500
Grudusk	Grudusk	mazowieckie	53.0585	20.6249	1500
Jabłonna Lacka	Jablonna Lacka	mazowieckie	52.4766	22.4423	1500
Jonkowo	Jonkowo	warmińsko-mazurskie	53.8282	20.3105	1500
Kikół	Kikol	kujawsko-pomorskie	52.9099	19.1202	1500
Lutomiersk	Lutomiersk	łódzkie	51.7538	19.2110	1500
Mokrsko	Mokrsko	łódzkie	51.1790	18.4888	1500
Ostrów	Ostrow	podkarpackie	50.0978	21.5932	1500
Policzna	Policzna	mazowieckie	51.4554	21.6268	1500
Rogów	Rogow	łódzkie	51.8176	19.8865	1500
Rusiec	Rusiec	łódzkie	51.3244	18.9851	1500
Śniadowo	Sniadowo	podlaskie	53.0387	21.9908	1500
Stare Miasto	Stare Miasto	wielkopolskie	52.1797	18.2150	1500
Sulęczyno	Suleczyno	pomorskie	54.2330	17.7733	1500
Świnice Warckie	Swinice Warckie	łódzkie	52.0407	18.9179	1500
Tuplice	Tuplice	lubuskie	51.6764	14.8291	1500
Wólka Pełkińska	Wolka Pelkinska	podkarpackie	50.0955	22.6234	1500
Zamch	Zamch	lubelskie	50.3171	23.0279	1500
Zębowice	Zebowice	opolskie	50.7629	18.3443	1500
Żegocina	Zegocina	małopolskie	49.8139	20.4196	1500
Pawonków	Pawonkow	śląskie	50.6950	18.5815	1496
Dołhobyczów	Dolhobyczow	lubelskie	50.5859	24.0359	1491
Cisek	Cisek	opolskie	50.2823	18.1999	1485
Michałów	Michalow	lubelskie	50.5471	23.6036	1485
Mircze	Mircze	lubelskie	50.6516	23.8960	1480
Stara Kiszewa	Stara Kiszewa	pomorskie	53.9901	18.1696	1480
Sękowa	Sekowa	małopolskie	49.6222	21.1977	1477
Szczaniec	Szczaniec	lubuskie	52.2687	15.6817	1473
Baligród	Baligrod	podkarpackie	49.3309	22.2857	1468
Suchań	Suchan	zachodniopomorskie	53.2800	15.3254	1465
Stawiguda	Stawiguda	warmińsko-mazurskie	53.6572	20.4004	1464
Krzczonów	Krzczonow	lubelskie	51.0073	22.7110	1462
Trzciana	Trzciana	małopolskie	49.8449	20.3742	1462
Fajsławice	Fajslawice	lubelskie	51.0959	22.9632	1457
Kamienica Polska	Kamienica Polska	śląskie	50.6709	19.1227	1456
Skołyszyn	Skolyszyn	podkarpackie	49.7495	21.3366	1455
Borowa	Borowa	podkarpackie	50.3855	21.3515	1451
Dobra	Dobra	wielkopolskie	51.9166	18.6156	1450
Sokoły	Sokoly	podlaskie	52.9931	22.7005	1450
Stare Bogaczowice	Stare Bogaczowice	dolnośląskie	50.8475	16.1931	1450
Trablice	Trablice	mazowieckie	51.3525	21.1288	1447
Konstantynów	Konstantynow	lubelskie	52.2075	23.0853	1437
Lututów	Lututow	łódzkie	51.3703	18.4348	1432
Paszowice	Paszowice	dolnośląskie	51.0108	16.1527	1429
Polska Cerekiew	Polska Cerekiew	opolskie	50.2283	18.1268	1429
Baranów Sandomierski	Baranow Sandomierski	podkarpackie	50.4991	21.5420	1426
Nowa Słupia	Nowa Slupia	świętokrzyskie	50.8643	21.0905	1422
Wiskitki	Wiskitki	mazowieckie	52.0883	20.3871	1420
Rozogi	Rozogi	warmińsko-mazurskie	53.4855	21.3622	1418
Mikołajki Pomorskie	Mikolajki Pomorskie	pomorskie	53.8513	19.1657	1416
Potęgowo	Potegowo	pomorskie	54.4828	17.4862	1416
Frampol	Frampol	lubelskie	50.6716	22.6706	1411
Kleszczele	Kleszczele	podlaskie	52.5731	23.3254	1410
Małdyty	Maldyty	warmińsko-mazurskie	53.9198	19.7440	1410
Obrowo	Obrowo	kujawsko-pomorskie	52.9715	18.8786	1410
Trąbki Wielkie	Trabki Wielkie	pomorskie	54.1706	18.5400	1407
Nowy Żmigród	Nowy Zmigrod	podkarpackie	49.6035	21.5238	1406
Linia	Linia	pomorskie	54.4514	17.9345	1405
Gozdowo	Gozdowo	mazowieckie	52.7246	19.6850	1403
Latowicz	Latowicz	mazowieckie	52.0264	21.8083	1401
Dąbrowa Chełmińska	Dabrowa Chelminska	kujawsko-pomorskie	53.1752	18.3054	1400
Dąbrówno	Dabrowno	warmińsko-mazurskie	53.4341	20.0353	1400
Dzikowiec	Dzikowiec	podkarpackie	50.2729	21.8437	1400
Gąsawa	Gasawa	kujawsko-pomorskie	52.7676	17.7558	1400
Gowarczów	Gowarczow	świętokrzyskie	51.2784	20.4383	1400
Grodziec	Grodziec	wielkopolskie	52.0386	18.0597	1400
Jeżów	Jezow	łódzkie	51.8138	19.9688	1400
Klenica	Klenica	lubuskie	51.9922	15.7839	1400
Konotop	Konotop	lubuskie	51.9316	15.9039	1400
Kotla	Kotla	dolnośląskie	51.7454	16.0358	1400
Krzeszyce	Krzeszyce	lubuskie	52.5833	15.0071	1400
Krzywda	Krzywda	lubelskie	51.7952	22.1999	1400
Miedzna	Miedzna	mazowieckie	52.4678	22.0895	1400
Narew	Narew	podlaskie	52.9142	23.5198	1400
Niedźwiedź	Niedzwiedz	małopolskie	49.6210	20.0779	1400
Pątnów	Patnow	łódzkie	51.1440	18.6166	1400
Pokój	Pokoj	opolskie	50.9027	17.8375	1400
Radziłów	Radzilow	podlaskie	53.4099	22.4099	1400
Rudka	Rudka	podlaskie	52.7244	22.7268	1400
Rzepedź	Rzepedz	podkarpackie	49.3700	22.1117	1400
Skoroszyce	Skoroszyce	opolskie	50.5965	17.3824	1400
Skulsk	Skulsk	wielkopolskie	52.4820	18.3311	1400
Srokowo	Srokowo	warmińsko-mazurskie	54.2142	21.5228	1400
Stubno	Stubno	podkarpackie	49.8981	22.9560	1400
Sulmierzyce	Sulmierzyce	łódzkie	51.1846	19.1959	1400
Świdnica	Swidnica	lubuskie	51.8884	15.3901	1400
Trzebiel	Trzebiel	lubuskie	51.6350	14.8161	1400
Uherce Mineralne	Uherce Mineralne	podkarpackie	49.4646	22.3983	1400
Zakrzówek	Zakrzowek	lubelskie	50.9512	22.3814	1400
Żyraków	Zyrakow	podkarpackie	50.0855	21.3962	1400
Żyrzyn	Zyrzyn	lubelskie	51.4992	22.0917	1400
Zapolice	Zapolice	łódzkie	51.5432	18.8834	1394
Jaraczewo	Jaraczewo	wielkopolskie	51.9685	17.2971	1392
Dźwierzuty	Dzwierzuty	warmińsko-mazurskie	53.7049	20.9604	1380
Lubsza	Lubsza	opolskie	50.9159	17.5217	1375
Szlichtyngowa	Szlichtyngowa	lubuskie	51.7122	16.2443	1372
Bierawa	Bierawa	opolskie	50.2811	18.2418	1370
Babice	Babice	małopolskie	50.0688	19.4491	1369
Tuchomie	Tuchomie	pomorskie	54.1152	17.3363	1365
Borowno	Borowno	śląskie	50.9325	19.2738	1364
Mała Wieś	Mala Wies	mazowieckie	52.4578	20.1022	1361
Górzno	Gorzno	kujawsko-pomorskie	53.1978	19.6432	1352
Łąck	Lack	mazowieckie	52.4662	19.6114	1350
Grzmiąca	Grzmiaca	zachodniopomorskie	53.8373	16.4351	1348
Potok Górny	Potok Gorny	lubelskie	50.3848	22.5619	1341
Krynica Morska	Krynica Morska	pomorskie	54.3805	19.4441	1339
Rudniki	Rudniki	śląskie	50.5213	19.4313	1338
Kępie Żaleszańskie	Kepie Zaleszanskie	podkarpackie	50.6398	21.8813	1334
Maszewo Duże	Maszewo Duze	mazowieckie	52.5803	19.6290	1332
Tryńcza	Tryncza	podkarpackie	50.1609	22.5501	1325
Rzepiennik Strzyżewski	Rzepiennik Strzyzewski	małopolskie	49.8054	21.0360	1324
Dzików Stary	Dzikow Stary	podkarpackie	50.2470	22.9298	1320
Pozezdrze	Pozezdrze	warmińsko-mazurskie	54.1415	21.8597	1320
Boleszkowice	Boleszkowice	zachodniopomorskie	52.7249	14.5690	1316
Kołaczyce	Kolaczyce	podkarpackie	49.8074	21.4341	1316
Skierbieszów	Skierbieszow	lubelskie	50.8516	23.3592	1315
Choczewo	Choczewo	pomorskie	54.7399	17.8917	1310
Ostroszowice	Ostroszowice	dolnośląskie	50.6458	16.6396	1303
Legnickie Pole	Legnickie Pole	dolnośląskie	51.1442	16.2421	1301
Bledzew	Bledzew	lubuskie	52.5171	15.4138	1300
Bodzanów	Bodzanow	mazowieckie	52.4999	20.0295	1300
Czarnocin	Czarnocin	łódzkie	51.5914	19.6816	1300
Czarnożyły	Czarnozyly	łódzkie	51.2853	18.5611	1300
Dąbrowice	Dabrowice	łódzkie	52.3114	19.0844	1300
Grabów	Grabow	łódzkie	52.1272	19.0026	1300
Iwaniska	Iwaniska	świętokrzyskie	50.7315	21.2806	1300
Jarocin	Jarocin	podkarpackie	50.5646	22.3212	1300
Komarówka Podlaska	Komarowka Podlaska	lubelskie	51.8032	22.9439	1300
Krasnopol	Krasnopol	podlaskie	54.1161	23.2048	1300
Krasnosielc	Krasnosielc	mazowieckie	53.0338	21.1574	1300
Mędrzechów	Medrzechow	małopolskie	50.2822	20.9475	1300
Nozdrzec	Nozdrzec	podkarpackie	49.7732	22.1987	1300
Ostrowite	Ostrowite	kujawsko-pomorskie	53.0692	19.2934	1300
Pawłowiczki	Pawlowiczki	opolskie	50.2466	18.0486	1300
Rokiciny-Kolonia	Rokiciny-Kolonia	łódzkie	51.6647	19.7831	1300
Rutki-Kossaki	Rutki-Kossaki	podlaskie	53.0893	22.4401	1300
Rychtal	Rychtal	wielkopolskie	51.1453	17.8513	1300
Sośnie	Sosnie	wielkopolskie	51.4731	17.6338	1300
Susiec	Susiec	lubelskie	50.4197	23.1963	1300
Tarnówka	Tarnowka	wielkopolskie	53.3417	16.8527	1300
Waganiec	Waganiec	kujawsko-pomorskie	52.8012	18.8759	1300
Widawa	Widawa	łódzkie	51.4385	18.9442	1300
Widuchowa	Widuchowa	zachodniopomorskie	53.1269	14.3907	1300
Wizna	Wizna	podlaskie	53.1952	22.3824	1300
Wymiarki	Wymiarki	lubuskie	51.5111	15.0821	1300
Zwierzyń	Zwierzyn	lubuskie	52.8321	15.5676	1300
Dalachów	Dalachow	opolskie	51.0773	18.5784	1295
Lubień Kujawski	Lubien Kujawski	kujawsko-pomorskie	52.4057	19.1644	1293
Skalbmierz	Skalbmierz	świętokrzyskie	50.3199	20.3993	1291
Młodzieszyn	Mlodzieszyn	mazowieckie	52.2995	20.2002	1287
Przodkowo	Przodkowo	pomorskie	54.3799	18.2876	1286
Lisewo Malborskie	Lisewo Malborskie	pomorskie	54.0966	18.8293	1280
Łopuszno	Lopuszno	świętokrzyskie	50.9486	20.2508	1279
Bobowo	Bobowo	pomorskie	53.8838	18.5568	1271
Gronowo Górne	Gronowo Gorne	warmińsko-mazurskie	54.1386	19.4599	1270
Stare Babice	Stare Babice	mazowieckie	52.2603	20.8340	1268
Modlnica	Modlnica	małopolskie	50.1296	19.8646	1265
Ulhówek	Ulhowek	lubelskie	50.4497	23.7996	1262
Cerkwica	Cerkwica	zachodniopomorskie	54.0078	15.1090	1261
Przeworno	Przeworno	dolnośląskie	50.6863	17.1659	1259
Żabia Wola	Zabia Wola	mazowieckie	52.0317	20.6911	1256
Stara Kamienica	Stara Kamienica	dolnośląskie	50.9160	15.5729	1253
Jabłoń	Jablon	lubelskie	51.7250	23.0874	1251
Baranowo	Baranowo	mazowieckie	53.1755	21.2980	1250
Żelazków	Zelazkow	wielkopolskie	51.8542	18.1743	1250
Brojce	Brojce	zachodniopomorskie	53.9571	15.3598	1248
Damnica	Damnica	pomorskie	54.5003	17.2715	1240
Gąsocin	Gasocin	mazowieckie	52.7375	20.7118	1238
Kołczygłowy	Kolczyglowy	pomorskie	54.2390	17.2315	1233
Starcza	Starcza	śląskie	50.6642	19.0418	1232
Michałów	Michalow	lubelskie	50.7373	23.0230	1224
Przyrów	Przyrow	śląskie	50.8005	19.5279	1222
Osjaków	Osjakow	łódzkie	51.2895	18.7915	1221
Pogrzebień	Pogrzebien	śląskie	50.0672	18.2988	1215
Opatów	Opatow	śląskie	50.9557	18.8194	1213
Bukowiec	Bukowiec	kujawsko-pomorskie	53.4338	18.2405	1210
Dobroń	Dobron	łódzkie	51.6388	19.2454	1210
Orchowo	Orchowo	wielkopolskie	52.5094	18.0158	1210
Puńsk	Punsk	podlaskie	54.2511	23.1812	1210
Adamówka	Adamowka	podkarpackie	50.2586	22.6959	1205
Bobrowniki	Bobrowniki	łódzkie	52.0644	20.0195	1200
Bojadła	Bojadla	lubuskie	51.9532	15.8104	1200
Bojanów	Bojanow	podkarpackie	50.4253	21.9511	1200
Bytnica	Bytnica	lubuskie	52.1507	15.1695	1200
Chrząstowice	Chrzastowice	opolskie	50.6662	18.0729	1200
Ciepłowody	Cieplowody	dolnośląskie	50.6748	16.9087	1200
Cyców	Cycow	lubelskie	51.2993	23.1412	1200
Czerwińsk Nad Wisłą	Czerwinsk Nad Wisla	mazowieckie	52.3983	20.3096	1200
Dobrzyniewo Duże	Dobrzyniewo Duze	podlaskie	53.2002	23.0113	1200
Drzycim	Drzycim	kujawsko-pomorskie	53.5052	18.3094	1200
Galewice	Galewice	łódzkie	51.3447	18.2576	1200
Jadów	Jadow	mazowieckie	52.4785	21.6320	1200
Lewin Kłodzki	Lewin Klodzki	dolnośląskie	50.4056	16.2910	1200
Lipce Reymontowskie	Lipce Reymontowskie	łódzkie	51.8986	19.9417	1200
Lniano	Lniano	kujawsko-pomorskie	53.5280	18.2127	1200
Nowe Warpno	Nowe Warpno	zachodniopomorskie	53.7226	14.2896	1200
Opatów	Opatow	wielkopolskie	51.2146	18.1461	1200
Orońsko	Oronsko	mazowieckie	51.3134	20.9907	1200
Ostrowy	Ostrowy	łódzkie	52.3044	19.1656	1200
Otyń	Otyn	lubuskie	51.8477	15.7111	1200
Przyborów	Przyborow	lubuskie	51.7999	15.7689	1200
Radowo Małe	Radowo Male	zachodniopomorskie	53.6658	15.4479	1200
Sadowne	Sadowne	mazowieckie	52.6412	21.8456	1200
Siedlec	Siedlec	wielkopolskie	52.1378	16.0028	1200
Sokolniki	Sokolniki	łódzkie	51.3074	18.3328	1200
Szlachta	Szlachta	pomorskie	53.7683	18.1137	1200
Szreńsk	Szrensk	mazowieckie	53.0128	20.1201	1200
Tarnowiec	Tarnowiec	podkarpackie	49.7311	21.5766	1200
Trąbki	Trabki	małopolskie	49.9623	20.1424	1200
Wijewo	Wijewo	wielkopolskie	51.9163	16.1855	1200
Wilczyn	Wilczyn	wielkopolskie	52.4882	18.1613	1200
Złota	Zlota	świętokrzyskie	50.3816	20.5936	1200
Lubomino	Lubomino	warmińsko-mazurskie	54.0668	20.2396	1194
Sarnaki	Sarnaki	mazowieckie	52.3150	22.8904	1194
Czernica	Czernica	dolnośląskie	51.0461	17.2451	1186
Radzanowo	Radzanowo	mazowieckie	52.5731	19.8911	1186
Lipno	Lipno	wielkopolskie	51.9172	16.5671	1176
Dziadowa Kłoda	Dziadowa Kloda	dolnośląskie	51.2354	17.7092	1174
Raków	Rakow	świętokrzyskie	50.6743	21.0452	1174
Uście Gorlickie	Uscie Gorlickie	małopolskie	49.5219	21.1382	1172
Miasteczko Krajeńskie	Miasteczko Krajenskie	wielkopolskie	53.0978	17.0048	1163
Stary Targ	Stary Targ	pomorskie	53.9233	19.1700	1162
Grabowo Kościerskie	Grabowo Koscierskie	pomorskie	54.1682	18.1469	1159
Tłuchowo	Tluchowo	kujawsko-pomorskie	52.7471	19.4656	1159
Trzcinica	Trzcinica	wielkopolskie	51.1671	18.0045	1158
Tereszpol	Tereszpol	lubelskie	50.5837	22.8798	1157
Księżomierz	Ksiezomierz	lubelskie	50.9085	21.9897	1153
Rogóźno	Rogozno	lubelskie	50.4642	23.3904	1153
Bierzwnik	Bierzwnik	zachodniopomorskie	53.0357	15.6650	1152
Brzeźnio	Brzeznio	łódzkie	51.4940	18.6223	1150
Dubiecko	Dubiecko	podkarpackie	49.8261	22.3912	1150
Manasterz	Manasterz	podkarpackie	49.9352	22.3460	1149
Księżpol	Ksiezpol	lubelskie	50.4232	22.7353	1145
Purda	Purda	warmińsko-mazurskie	53.7084	20.7068	1140
Pacanów	Pacanow	świętokrzyskie	50.4003	21.0415	1137
Michałów	Michalow	świętokrzyskie	50.4954	20.4618	1133
Witonia	Witonia	łódzkie	52.1465	19.3005	1130
Jedwabno	Jedwabno	warmińsko-mazurskie	53.5299	20.7266	1125
Krasocin	Krasocin	świętokrzyskie	50.8887	20.1186	1123
Jawornik Polski	Jawornik Polski	podkarpackie	49.8908	22.2887	1122
Horodło	Horodlo	lubelskie	50.8946	24.0372	1119
Wola Sernicka	Wola Sernicka	lubelskie	51.4498	22.6835	1118
Osiek	Osiek	dolnośląskie	51.3672	16.2338	1117
Miłoradz	Miloradz	pomorskie	54.0139	18.9185	1114
Czarna Dąbrówka	Czarna Dabrowka	pomorskie	54.3563	17.5646	1112
Rymań	Ryman	zachodniopomorskie	53.9439	15.5287	1110
Brańszczyk	Branszczyk	mazowieckie	52.6293	21.5875	1109
Jasieniec	Jasieniec	mazowieckie	51.8210	20.9410	1109
Milanów	Milanow	lubelskie	51.7037	22.8883	1105
Lipie	Lipie	śląskie	51.0126	18.7966	1103
Broniszewice	Broniszewice	wielkopolskie	51.9670	17.8165	1102
Dąbrowa	Dabrowa	kujawsko-pomorskie	52.7467	17.9434	1101
Potok Złoty	Potok Zloty	śląskie	50.7068	19.4309	1101
Zarszyn	Zarszyn	podkarpackie	49.5818	22.0128	1101
Barciany	Barciany	warmińsko-mazurskie	54.2199	21.3535	1100
Bogdaniec	Bogdaniec	lubuskie	52.6890	15.0713	1100
Brąszewice	Braszewice	łódzkie	51.4990	18.4498	1100
Burzenin	Burzenin	łódzkie	51.4608	18.8323	1100
Chwałowice	Chwalowice	podkarpackie	50.7666	21.8868	1100
Czajków	Czajkow	wielkopolskie	51.4920	18.3273	1100
Deszczno	Deszczno	lubuskie	52.6699	15.3198	1100
Domaszowice	Domaszowice	opolskie	51.0429	17.8888	1100
Fałków	Falkow	świętokrzyskie	51.1361	20.1061	1100
Gielniów	Gielniow	mazowieckie	51.4008	20.4813	1100
Izbicko	Izbicko	opolskie	50.5716	18.1559	1100
Jenin	Jenin	lubuskie	52.6965	15.0980	1100
Kruklanki	Kruklanki	warmińsko-mazurskie	54.0885	21.9223	1100
Kunice	Kunice	dolnośląskie	51.2223	16.2481	1100
Łabowa	Labowa	małopolskie	49.5277	20.8550	1100
Łubnice	Lubnice	łódzkie	51.1641	18.2907	1100
Łysomice	Lysomice	kujawsko-pomorskie	53.0863	18.6200	1100
Łyszkowice	Lyszkowice	łódzkie	51.9855	19.9065	1100
Milejczyce	Milejczyce	podlaskie	52.5197	23.1321	1100
Olszanica	Olszanica	podkarpackie	49.4774	22.4438	1100
Orla	Orla	podlaskie	52.7055	23.3321	1100
Parysów	Parysow	mazowieckie	51.9758	21.6801	1100
Pawłów	Pawlow	świętokrzyskie	50.9622	21.1206	1100
Przytoczno	Przytoczno	lubelskie	51.6195	22.2714	1100
Rąbino	Rabino	zachodniopomorskie	53.8663	15.9449	1100
Siemkowice	Siemkowice	łódzkie	51.2019	18.8988	1100
Stoszowice	Stoszowice	dolnośląskie	50.5999	16.7390	1100
Strzelce Wielkie	Strzelce Wielkie	łódzkie	51.1394	19.1454	1100
Sułkowice	Sulkowice	mazowieckie	51.9231	21.0893	1100
Szumowo	Szumowo	podlaskie	52.9188	22.0845	1100
Wadowice Górne	Wadowice Gorne	podkarpackie	50.2631	21.3022	1100
Wodzisław	Wodzislaw	świętokrzyskie	50.5205	20.1915	1100
Wojcieszków	Wojcieszkow	lubelskie	51.7692	22.3159	1100
Zbójna	Zbojna	podlaskie	53.2429	21.7881	1100
Błędów	Bledow	mazowieckie	51.7777	20.6980	1098
Kamieniec	Kamieniec	wielkopolskie	52.1661	16.4616	1098
Szydłów	Szydlow	świętokrzyskie	50.5911	21.0068	1097
Łagów	Lagow	dolnośląskie	51.1583	15.0437	1095
Sieniawa Żarska	Sieniawa Zarska	lubuskie	51.6401	15.0604	1090
Chlewiska	Chlewiska	mazowieckie	51.2438	20.7687	1089
Pobierowo	Pobierowo	zachodniopomorskie	54.0610	14.9328	1084
Wielgie	Wielgie	kujawsko-pomorskie	52.7408	19.2635	1081
Lelkowo	Lelkowo	warmińsko-mazurskie	54.3246	20.2248	1080
Świekatowo	Swiekatowo	kujawsko-pomorskie	53.4186	18.0973	1077
Ruda-Huta	Ruda-Huta	lubelskie	51.2367	23.5949	1076
Bierdzany	Bierdzany	opolskie	50.8185	18.1581	1072
Brody	Brody	lubuskie	51.7905	14.7734	1070
Gietrzwałd	Gietrzwald	warmińsko-mazurskie	53.7462	20.2374	1070
Pakosław	Pakoslaw	wielkopolskie	51.6144	17.0579	1061
Serokomla	Serokomla	lubelskie	51.7007	22.3324	1060
Liniewo	Liniewo	pomorskie	54.0766	18.2267	1052
Mały Płock	Maly Plock	podlaskie	53.3038	22.0284	1051
Goraj	Goraj	lubelskie	50.7218	22.6665	1048
Wierzbno	Wierzbno	dolnośląskie	50.9367	17.1796	1047
Dziewin	Dziewin	małopolskie	50.0755	20.4549	1044
Komarów-Osada	Komarow-Osada	lubelskie	50.6289	23.4774	1044
Dubienka	Dubienka	lubelskie	51.0486	23.8925	1042
Wąwolnica	Wawolnica	lubelskie	51.2947	22.1468	1041
Działoszyce	Dzialoszyce	świętokrzyskie	50.3653	20.3523	1040
Turobin	Turobin	lubelskie	50.8237	22.7427	1036
Nowy Korczyn	Nowy Korczyn	świętokrzyskie	50.3012	20.8076	1032
Józefów nad Wisłą	Jozefow nad Wisla	lubelskie	51.0418	21.8302	1029
Czerniewice	Czerniewice	kujawsko-pomorskie	52.5116	19.0869	1027
Podebłocie	Podeblocie	mazowieckie	51.6402	21.7442	1025
Czastary	Czastary	łódzkie	51.2587	18.3195	1024
Kowala	Kowala	mazowieckie	51.3250	21.0697	1023
Kozłów	Kozlow	małopolskie	50.4839	20.0246	1021
Parchowo	Parchowo	pomorskie	54.2066	17.6682	1019
Psary	Psary	dolnośląskie	51.1871	17.0317	1018
Hańsk	Hansk	lubelskie	51.4129	23.3994	1017
Ostaszewo	Ostaszewo	pomorskie	54.2126	18.9514	1017
Pierzchnica	Pierzchnica	świętokrzyskie	50.6975	20.7549	1016
Sieroszewice	Sieroszewice	wielkopolskie	51.6335	17.9720	1014
Lubiewo	Lubiewo	kujawsko-pomorskie	53.4654	18.0299	1012
Osiek	Osiek	pomorskie	53.7223	18.4905	1012
Radomin	Radomin	kujawsko-pomorskie	53.0867	19.1942	1012
Jastrzębia	Jastrzebia	mazowieckie	51.4974	21.2371	1011
Cedry Wielkie	Cedry Wielkie	pomorskie	54.2471	18.8457	1007
Jadowniki Mokre	Jadowniki Mokre	małopolskie	50.1655	20.7284	1004
Urszulin	Urszulin	lubelskie	51.3939	23.1948	1003
Bircza	Bircza	podkarpackie	49.6917	22.4785	1000
Cielądz	Cieladz	łódzkie	51.7158	20.3443	1000
Dąbrowa Biskupia	Dabrowa Biskupia	kujawsko-pomorskie	52.7787	18.5433	1000
Dłutów	Dlutow	łódzkie	51.5594	19.3920	1000
Firlej	Firlej	lubelskie	51.5588	22.5084	1000
Głuchów	Gluchow	łódzkie	51.7795	20.0767	1000
Janowiec	Janowiec	lubelskie	51.3236	21.8894	1000
Janowo	Janowo	warmińsko-mazurskie	53.3158	20.6715	1000
Jordanów Śląski	Jordanow Slaski	dolnośląskie	50.8642	16.8687	1000
Kolsko	Kolsko	lubuskie	51.9615	15.9599	1000
Krasne	Krasne	mazowieckie	52.9240	20.9673	1000
Łapanów	Lapanow	małopolskie	49.8654	20.2915	1000
Łukta	Lukta	warmińsko-mazurskie	53.8050	20.0838	1000
Miastkowo	Miastkowo	podlaskie	53.1506	21.8154	1000
Orły	Orly	podkarpackie	49.8711	22.8030	1000
Osiecznica	Osiecznica	dolnośląskie	51.3272	15.4206	1000
Powidz	Powidz	wielkopolskie	52.4136	17.9193	1000
Rzeczyca Ziemiańska	Rzeczyca Ziemianska	lubelskie	50.8436	22.1847	1000
Sarnów	Sarnow	lubelskie	51.8572	22.3020	1000
Siennica Różana	Siennica Rozana	lubelskie	51.0012	23.3226	1000
Strawczyn	Strawczyn	świętokrzyskie	50.9418	20.4214	1000
Tarnawatka	Tarnawatka	lubelskie	50.5315	23.3959	1000
Wilga	Wilga	mazowieckie	51.8521	21.3775	1000
Zaleszany	Zaleszany	podkarpackie	50.6480	21.8907	1000
Lubrza	Lubrza	lubuskie	52.3042	15.4432	995
Suraż	Suraz	podlaskie	52.9491	22.9565	993
Mełgiew	Melgiew	lubelskie	51.2252	22.7841	990
Potworów	Potworow	mazowieckie	51.5087	20.7218	990
Przytyk	Przytyk	mazowieckie	51.4657	20.9059	990
Rachanie	Rachanie	lubelskie	50.5384	23.5469	990
Lubrza	Lubrza	opolskie	50.3363	17.6264	988
Smołdzino	Smoldzino	pomorskie	54.6632	17.2137	984
Szastarka	Szastarka	lubelskie	50.8553	22.3197	983
Batorz	Batorz	lubelskie	50.8505	22.4931	982
Udanin	Udanin	dolnośląskie	51.0374	16.4547	982
Bobrowniki	Bobrowniki	kujawsko-pomorskie	52.7809	18.9603	980
Buczek	Buczek	łódzkie	51.5023	19.1642	980
Choceń	Chocen	kujawsko-pomorskie	52.4862	19.0134	980
Sośno	Sosno	kujawsko-pomorskie	53.3892	17.6871	980
Zatory	Zatory	mazowieckie	52.5993	21.1826	970
Skórzec	Skorzec	mazowieckie	52.1073	22.1305	969
Karniewo	Karniewo	mazowieckie	52.8370	20.9889	968
Gościeradów	Goscieradow	lubelskie	50.8686	22.0054	960
Rogóźno	Rogozno	kujawsko-pomorskie	53.5359	18.9286	960
Rewal	Rewal	zachodniopomorskie	54.0812	15.0147	959
Świedziebnia	Swiedziebnia	kujawsko-pomorskie	53.1521	19.5546	958
Zawidz	Zawidz	mazowieckie	52.8274	19.8737	956
Osieck	Osieck	mazowieckie	51.9665	21.4191	954
Łubianka	Lubianka	kujawsko-pomorskie	53.1386	18.4811	953
Łubowo	Lubowo	wielkopolskie	52.5117	17.4533	951
Dobra	Dobra	zachodniopomorskie	53.4883	14.3862	950
Frysztak	Frysztak	podkarpackie	49.8416	21.6094	950
Klonowa	Klonowa	łódzkie	51.4193	18.4182	950
Nagłowice	Naglowice	świętokrzyskie	50.6784	20.1066	950
Zabór	Zabor	lubuskie	51.9519	15.7168	950
Iwierzyce	Iwierzyce	podkarpackie	50.0296	21.7540	940
Brudzeń Duży	Brudzen Duzy	mazowieckie	52.6688	19.5040	939
Słupia	Slupia	świętokrzyskie	50.6007	19.9744	937
Dzwola	Dzwola	lubelskie	50.6966	22.5673	936
Pomiechówek	Pomiechowek	mazowieckie	52.4714	20.7292	936
Bogoria	Bogoria	świętokrzyskie	50.6517	21.2600	930
Bolimów	Bolimow	łódzkie	52.0767	20.1635	930
Kiernozia	Kiernozia	łódzkie	52.2686	19.8709	930
Obryte	Obryte	mazowieckie	52.7163	21.2494	930
Radzanów	Radzanow	mazowieckie	52.9424	20.0922	930
Grabowiec	Grabowiec	lubelskie	50.8209	23.5506	922
Godzianów	Godzianow	łódzkie	51.8969	20.0359	921
Mieleszyn	Mieleszyn	wielkopolskie	52.6687	17.4978	921
Chrzypsko Wielkie	Chrzypsko Wielkie	wielkopolskie	52.6282	16.2285	920
Goszczyn	Goszczyn	mazowieckie	51.7319	20.8515	920
Klembów	Klembow	mazowieckie	52.4065	21.3318	920
Nielisz	Nielisz	lubelskie	50.8007	23.0445	920
Radecznica	Radecznica	lubelskie	50.7516	22.8298	920
Trzebiechów	Trzebiechow	lubuskie	52.0211	15.7362	920
Wojciechów	Wojciechow	lubelskie	51.2354	22.2455	920
Rudnik	Rudnik	śląskie	50.1273	18.1860	916
Marianowo	Marianowo	zachodniopomorskie	53.3829	15.2665	910
Gózd	Gozd	mazowieckie	51.3783	21.3791	909
Stromiec	Stromiec	mazowieckie	51.6470	21.0923	909
Domaniewice	Domaniewice	łódzkie	52.0062	19.8029	906
Borzytuchom	Borzytuchom	pomorskie	54.2002	17.3680	902
Drelów	Drelow	lubelskie	51.9122	22.8716	900
Kościelec	Koscielec	wielkopolskie	52.1743	18.5707	900
Leśna Podlaska	Lesna Podlaska	lubelskie	52.1332	23.0279	900
Nieborów	Nieborow	łódzkie	52.0777	20.0690	900
Solec-Zdrój	Solec-Zdroj	świętokrzyskie	50.3659	20.8896	900
Tyrawa Wołoska	Tyrawa Woloska	podkarpackie	49.5774	22.3699	900
Wilków	Wilkow	opolskie	51.1016	17.6628	900
Urzędów	Urzedow	lubelskie	50.9932	22.1426	898
Jastrząb	Jastrzab	mazowieckie	51.2473	20.9476	891
Oksa	Oksa	świętokrzyskie	50.7287	20.1009	890
Stoczek	Stoczek	mazowieckie	52.5433	21.9001	890
Kłoczew	Kloczew	lubelskie	51.7213	21.9649	886
Bobrowice	Bobrowice	lubuskie	51.9485	15.0906	884
Dąbrowa Zielona	Dabrowa Zielona	śląskie	50.8439	19.5565	881
Sońsk	Sonsk	mazowieckie	52.7816	20.6990	881
Budziszewice	Budziszewice	łódzkie	51.6674	19.9358	880
Komańcza	Komancza	podkarpackie	49.3392	22.0617	880
Wielkie Oczy	Wielkie Oczy	podkarpackie	50.0236	23.1641	880
Bejsce	Bejsce	świętokrzyskie	50.2390	20.5983	878
Jarczów	Jarczow	lubelskie	50.4244	23.5858	876
Nowy Duninów	Nowy Duninow	mazowieckie	52.5827	19.4800	873
Lipowiec Kościelny	Lipowiec Koscielny	mazowieckie	53.1046	20.1764	870
Sobków	Sobkow	świętokrzyskie	50.7000	20.4506	870
Świecie nad Osą	Swiecie nad Osa	kujawsko-pomorskie	53.4440	19.1017	870
Wiśniew	Wisniew	mazowieckie	52.0727	22.2939	870
Żarnów	Zarnow	łódzkie	51.2461	20.1748	870
Harasiuki	Harasiuki	podkarpackie	50.4751	22.4729	862
Obsza	Obsza	lubelskie	50.3152	22.9569	861
Wyśmierzyce	Wysmierzyce	mazowieckie	51.6249	20.8139	858
Przewóz	Przewoz	lubuskie	51.4805	14.9519	850
Zbójno	Zbojno	kujawsko-pomorskie	53.0085	19.1575	841
Rybczewice	Rybczewice	lubelskie	51.0288	22.8505	840
Sędziejowice	Sedziejowice	łódzkie	51.5068	19.0276	840
Suchy Dąb	Suchy Dab	pomorskie	54.2081	18.7673	832
Lutocin	Lutocin	mazowieckie	52.9815	19.7665	831
Chodów	Chodow	wielkopolskie	52.2496	19.0122	830
Polańczyk	Polanczyk	podkarpackie	49.3697	22.4211	830
Wilczyce	Wilczyce	świętokrzyskie	50.7469	21.6578	830
Repki	Repki	mazowieckie	52.3856	22.3912	829
Goszczanów	Goszczanow	łódzkie	51.7916	18.5057	824
Goworowo	Goworowo	mazowieckie	52.9008	21.5558	820
Puchaczów	Puchaczow	lubelskie	51.3105	22.9737	817
Studzienice	Studzienice	pomorskie	54.0926	17.5758	816
Sterdyń	Sterdyn	mazowieckie	52.5803	22.2936	814
Słupia	Slupia	łódzkie	51.8552	19.9700	812
Ceranów	Ceranow	mazowieckie	52.6308	22.2283	810
Lubanie	Lubanie	kujawsko-pomorskie	52.7469	18.9194	810
Krzykosy	Krzykosy	wielkopolskie	52.1104	17.3741	808
Radomyśl	Radomysl	podkarpackie	50.6810	21.9437	808
Wąpielsk	Wapielsk	kujawsko-pomorskie	53.1376	19.2779	803
Karczmiska	Karczmiska	lubelskie	51.2295	21.9816	800
Kluki	Kluki	łódzkie	51.3419	19.2394	800
Lubiszyn	Lubiszyn	lubuskie	52.7807	14.9479	800
Sicienko	Sicienko	kujawsko-pomorskie	53.2039	17.8005	800
Inowłódz	Inowlodz	łódzkie	51.5272	20.2230	795
Czarna	Czarna	podkarpackie	49.3312	22.6590	792
Kęsowo	Kesowo	kujawsko-pomorskie	53.5587	17.7158	790
Lądek	Ladek	wielkopolskie	52.2093	17.9299	790
Słupno	Slupno	mazowieckie	52.5059	19.8374	790
Tarłów	Tarlow	świętokrzyskie	51.0016	21.7147	790
Żółkiewka	Zolkiewka	lubelskie	50.9099	22.8346	790
Czermin	Czermin	wielkopolskie	51.9501	17.7496	789
Chorkówka	Chorkowka	podkarpackie	49.6467	21.6716	784
Stupsk	Stupsk	mazowieckie	53.0226	20.4368	783
Krokowa	Krokowa	pomorskie	54.7792	18.1616	782
Jeziorzany	Jeziorzany	lubelskie	51.6024	22.2767	780
Łączna	Laczna	świętokrzyskie	51.0023	20.7971	780
Santok	Santok	lubuskie	52.7379	15.4102	780
Ciechocin	Ciechocin	kujawsko-pomorskie	53.0558	18.9263	776
Perzów	Perzow	wielkopolskie	51.2762	17.8097	774
Karnice	Karnice	zachodniopomorskie	54.0300	15.0550	771
Ciepielów	Ciepielow	mazowieckie	51.2484	21.5748	770
Przelewice	Przelewice	zachodniopomorskie	53.1041	15.0762	770
Korczew	Korczew	mazowieckie	52.3533	22.6134	760
Nur	Nur	mazowieckie	52.6683	22.3221	760
Niedźwiada	Niedzwiada	lubelskie	51.5441	22.6914	754
Kołaczkowo	Kolaczkowo	wielkopolskie	52.2174	17.6241	753
Rusinów	Rusinow	mazowieckie	51.4368	20.5870	751
Dębowa Łąka	Debowa Laka	kujawsko-pomorskie	53.2554	19.0959	750
Kosakowo	Kosakowo	pomorskie	54.5893	18.4848	750
Kozubszczyzna	Kozubszczyzna	lubelskie	51.2232	22.4275	750
Lutowiska	Lutowiska	podkarpackie	49.2532	22.6925	750
Ojrzeń	Ojrzen	mazowieckie	52.7657	20.5432	750
Sienno	Sienno	mazowieckie	51.0877	21.4833	750
Szydłowo	Szydlowo	wielkopolskie	53.1621	16.6117	750
Kornowac	Kornowac	śląskie	50.0718	18.3285	749
Miączyn	Miaczyn	lubelskie	50.7383	23.5013	749
Korytnica	Korytnica	mazowieckie	52.4144	21.8495	747
Krzęcin	Krzecin	zachodniopomorskie	53.0816	15.4901	747
Lipnica	Lipnica	pomorskie	53.9962	17.4070	747
Rokitno	Rokitno	lubelskie	52.1214	23.2951	747
Strzelce	Strzelce	łódzkie	52.3148	19.4070	746
Trzebielino	Trzebielino	pomorskie	54.2000	17.0873	744
Bałtów	Baltow	świętokrzyskie	51.0185	21.5438	740
Krzeszów	Krzeszow	podkarpackie	50.4038	22.3424	734
Borki	Borki	lubelskie	51.7216	22.5213	732
Czerniewice	Czerniewice	łódzkie	51.6542	20.1555	730
Łęka Opatowska	Leka Opatowska	wielkopolskie	51.2123	18.1071	727
Kampinos	Kampinos	mazowieckie	52.2684	20.4631	723
Brodnica	Brodnica	wielkopolskie	52.1412	16.8910	722
Gnojno	Gnojno	świętokrzyskie	50.6026	20.8491	721
Abramów	Abramow	lubelskie	51.4565	22.3152	713
Kobylanka	Kobylanka	zachodniopomorskie	53.3449	14.8714	710
Sitno	Sitno	lubelskie	50.7494	23.3626	703
Kamiennik	Kamiennik	opolskie	50.5703	17.1498	702
Wolanów	Wolanow	mazowieckie	51.3803	20.9770	701
Boniewo	Boniewo	kujawsko-pomorskie	52.4653	18.8912	700
Czerwin	Czerwin	mazowieckie	52.9490	21.7584	700
Gołymin-Ośrodek	Golymin-Osrodek	mazowieckie	52.8080	20.8732	700
Jastków	Jastkow	lubelskie	51.3041	22.4355	700
Sobienie Jeziory	Sobienie Jeziory	mazowieckie	51.9327	21.3033	700
Turośń Kościelna	Turosn Koscielna	podlaskie	53.0146	23.0553	700
Wojaszówka	Wojaszowka	podkarpackie	49.7778	21.6708	700
Rokiciny	Rokiciny	łódzkie	51.6508	19.8019	699
Spiczyn	Spiczyn	lubelskie	51.3413	22.7535	697
Warnice	Warnice	zachodniopomorskie	53.2538	14.9940	695
Wartkowice	Wartkowice	łódzkie	51.9763	19.0018	691
Iłów	Ilow	mazowieckie	52.3395	20.0273	690
Ręczno	Reczno	łódzkie	51.1903	19.8538	690
Troszyn	Troszyn	mazowieckie	53.0311	21.7308	688
Wieniawa	Wieniawa	mazowieckie	51.3617	20.7949	687
Trojanów	Trojanow	mazowieckie	51.6923	21.8111	686
Lubochnia	Lubochnia	łódzkie	51.6079	20.0539	684
Zławieś Wielka	Zlawies Wielka	kujawsko-pomorskie	53.0956	18.3290	682
Osiek Jasielski	Osiek Jasielski	podkarpackie	49.6378	21.4884	680
Wiślica	Wislica	świętokrzyskie	50.3489	20.6744	680
Sosnowica	Sosnowica	lubelskie	51.5207	23.0922	678
Rzeczniów	Rzeczniow	mazowieckie	51.1280	21.4401	673
Parzęczew	Parzeczew	łódzkie	51.9485	19.2061	672
Świercze	Swiercze	mazowieckie	52.6705	20.7639	672
Przesmyki	Przesmyki	mazowieckie	52.2682	22.5839	670
Świerzno	Swierzno	zachodniopomorskie	53.9650	14.9654	670
Rościszewo	Rosciszewo	mazowieckie	52.9033	19.7742	668
Dzierzgowo	Dzierzgowo	mazowieckie	53.1528	20.6632	660
Fabianki	Fabianki	kujawsko-pomorskie	52.7193	19.1094	660
Borkowice	Borkowice	mazowieckie	51.3203	20.6834	658
Wietrzychowice	Wietrzychowice	małopolskie	50.1910	20.7650	658
Strzyżowice	Strzyzowice	lubelskie	51.0483	22.4402	648
Górzno	Gorzno	mazowieckie	51.8468	21.7093	647
Bedlno	Bedlno	łódzkie	52.2083	19.5759	640
Gierzwałd	Gierzwald	warmińsko-mazurskie	53.5413	20.0887	638
Stary Zamość	Stary Zamosc	lubelskie	50.8200	23.1715	637
Lgota Wielka	Lgota Wielka	łódzkie	51.1490	19.3273	636
Łanięta	Lanieta	łódzkie	52.3620	19.2803	634
Miastków Kościelny	Miastkow Koscielny	mazowieckie	51.8841	21.8253	630
Opinogóra Górna	Opinogora Gorna	mazowieckie	52.9055	20.7178	630
Osiek Mały	Osiek Maly	wielkopolskie	52.2763	18.6023	630
Wodynie	Wodynie	mazowieckie	52.0404	21.9557	630
Zakrzew	Zakrzew	lubelskie	50.8900	22.5911	630
Rzgów Pierwszy	Rzgow Pierwszy	wielkopolskie	52.1513	18.0498	627
Bielawy	Bielawy	łódzkie	52.0754	19.6556	620
Szczutowo	Szczutowo	mazowieckie	52.9405	19.5744	620
Tczów	Tczow	mazowieckie	51.3260	21.4468	620
Stara Dąbrowa	Stara Dabrowa	zachodniopomorskie	53.4219	15.1441	618
Biała	Biala	mazowieckie	52.6052	19.6496	613
Ruda Maleniecka	Ruda Maleniecka	świętokrzyskie	51.1459	20.2238	610
Rybno	Rybno	mazowieckie	52.2428	20.1030	607
Telatyn	Telatyn	lubelskie	50.5271	23.8396	603
Wysokie	Wysokie	lubelskie	50.9109	22.6660	602
Daszyna	Daszyna	łódzkie	52.1550	19.1815	600
Fredropol	Fredropol	podkarpackie	49.6958	22.7462	600
Krzywcza	Krzywcza	podkarpackie	49.7989	22.5455	600
Sadowie	Sadowie	świętokrzyskie	50.8526	21.3688	600
Tomaszkowice	Tomaszkowice	małopolskie	49.9792	20.0997	600
Niebylec	Niebylec	podkarpackie	49.8567	21.9035	594
Suchożebry	Suchozebry	mazowieckie	52.2595	22.2529	586
Gizałki	Gizalki	wielkopolskie	52.0427	17.7694	583
Ostrowite	Ostrowite	wielkopolskie	52.3820	18.0447	582
Siemień	Siemien	lubelskie	51.6288	22.7724	581
Kleszczewo	Kleszczewo	wielkopolskie	52.3338	17.1716	580
Szydłowo	Szydlowo	mazowieckie	53.0806	20.4507	579
Tuczępy	Tuczepy	świętokrzyskie	50.5168	20.9919	575
Sadkowice	Sadkowice	łódzkie	51.7252	20.5146	570
Krynice	Krynice	lubelskie	50.5876	23.3816	567
Łopiennik Górny	Lopiennik Gorny	lubelskie	51.0408	23.0183	563
Bielice	Bielice	zachodniopomorskie	53.2002	14.7276	560
Jeziora Wielkie	Jeziora Wielkie	kujawsko-pomorskie	52.5304	18.2680	560
Winnica	Winnica	mazowieckie	52.6431	20.9411	560
Przyłęk	Przylek	mazowieckie	51.3086	21.7474	559
Kuślin	Kuslin	wielkopolskie	52.3639	16.3154	558
Jakubów	Jakubow	mazowieckie	52.2197	21.6803	551
Bartniczka	Bartniczka	kujawsko-pomorskie	53.2478	19.6043	550
Będków	Bedkow	łódzkie	51.5876	19.7496	550
Dominowo	Dominowo	wielkopolskie	52.2916	17.3575	547
Radziejowice	Radziejowice	mazowieckie	52.0083	20.5477	546
Płużnica	Pluznica	kujawsko-pomorskie	53.2967	18.7769	543
Rudnik	Rudnik	lubelskie	50.8803	22.9729	543
Baćkowice	Backowice	świętokrzyskie	50.7919	21.2321	540
Rogowo	Rogowo	kujawsko-pomorskie	52.9771	19.3849	540
Nowodwór	Nowodwor	lubelskie	51.6390	22.1018	539
Dąbrówka	Dabrowka	mazowieckie	52.4839	21.2979	535
Drużbice	Druzbice	łódzkie	51.4637	19.3940	530
Paradyż	Paradyz	łódzkie	51.3060	20.1137	530
Klwów	Klwow	mazowieckie	51.5345	20.6364	528
Mniszków	Mniszkow	łódzkie	51.3702	20.0391	525
Regimin	Regimin	mazowieckie	52.9417	20.5532	523
Krzynowłoga Mała	Krzynowloga Mala	mazowieckie	53.1577	20.7858	520
Przykona	Przykona	wielkopolskie	51.9817	18.6125	520
Sosnówka	Sosnowka	lubelskie	51.7508	23.3381	520
Stare Czarnowo	Stare Czarnowo	zachodniopomorskie	53.2786	14.7791	520
Łaziska	Laziska	lubelskie	51.1423	21.8792	519
Obrazów	Obrazow	świętokrzyskie	50.6928	21.6504	518
Dorohusk	Dorohusk	lubelskie	51.1547	23.8032	516
Pokrzywnica	Pokrzywnica	mazowieckie	52.6207	21.0192	510
Potok Wielki	Potok Wielki	lubelskie	50.7915	22.2164	502
Krempna	Krempna	podkarpackie	49.5113	21.5004	500
Pakosławice	Pakoslawice	opolskie	50.5447	17.3658	500
Puszcza Mariańska	Puszcza Marianska	mazowieckie	51.9790	20.3504	500
Zadzim	Zadzim	łódzkie	51.7767	18.8493	500
Podedwórze	Podedworze	lubelskie	51.6882	23.1996	493
Świerczów	Swierczow	opolskie	50.9602	17.7588	492
Nowe Ostrowy	Nowe Ostrowy	łódzkie	52.3032	19.1922	484
Blizanów	Blizanow	wielkopolskie	51.9037	18.0100	483
Czernice Borowe	Czernice Borowe	mazowieckie	53.0320	20.7194	480
Jaśliska	Jasliska	podkarpackie	49.4423	21.8080	480
Sypniewo	Sypniewo	mazowieckie	53.0058	21.3073	480
Samborzec	Samborzec	świętokrzyskie	50.6466	21.6482	475
Dębowa Kłoda	Debowa Kloda	lubelskie	51.5945	23.0064	474
Żelechlinek	Zelechlinek	łódzkie	51.7121	20.0346	474
Wiśniewo	Wisniewo	mazowieckie	53.0647	20.3481	473
Miedzichowo	Miedzichowo	wielkopolskie	52.3758	15.9588	471
Cisna	Cisna	podkarpackie	49.2133	22.3280	460
Kazanów	Kazanow	mazowieckie	51.2759	21.4674	460
Maszewo	Maszewo	lubuskie	52.0690	14.9055	460
Sułów	Sulow	lubelskie	50.7710	22.9559	460
Waśniów	Wasniow	świętokrzyskie	50.8991	21.2230	460
Wielka Nieszawka	Wielka Nieszawka	kujawsko-pomorskie	52.9962	18.5097	460
Czarnia	Czarnia	mazowieckie	53.3561	21.1952	457
Kije	Kije	świętokrzyskie	50.6072	20.5712	452
Łęki Szlacheckie	Leki Szlacheckie	łódzkie	51.1877	19.7980	450
Łoniów	Loniow	świętokrzyskie	50.5644	21.5260	450
Nowogródek Pomorski	Nowogrodek Pomorski	zachodniopomorskie	52.9115	15.0295	450
Brzuze	Brzuze	kujawsko-pomorskie	53.0546	19.2619	449
Topólka	Topolka	kujawsko-pomorskie	52.5033	18.7125	449
Kraśniczyn	Krasniczyn	lubelskie	50.9317	23.3493	447
Olszanka	Olszanka	opolskie	50.7951	17.4789	447
Dzierzążnia	Dzierzaznia	mazowieckie	52.6281	20.2336	442
Bobrowo	Bobrowo	kujawsko-pomorskie	53.2855	19.2705	441
Krasiczyn	Krasiczyn	podkarpackie	49.7764	22.6525	440
Olszówka	Olszowka	wielkopolskie	52.1903	18.8626	440
Bytoń	Byton	kujawsko-pomorskie	52.5576	18.5952	436
Baruchowo	Baruchowo	kujawsko-pomorskie	52.4941	19.2650	434
Siemiątkowo	Siemiatkowo	mazowieckie	52.8811	20.0289	432
Gręboszów	Greboszow	małopolskie	50.2450	20.7767	430
Skąpe	Skape	lubuskie	52.1529	15.4584	421
Dąbie	Dabie	lubuskie	52.0106	15.1522	417
Kawęczyn	Kaweczyn	wielkopolskie	51.9092	18.5310	417
Poświętne	Poswietne	łódzkie	51.5320	20.3645	412
Czarnocin	Czarnocin	świętokrzyskie	50.3408	20.5162	410
Dalików	Dalikow	łódzkie	51.8848	19.1190	410
Kołbaskowo	Kolbaskowo	zachodniopomorskie	53.3364	14.4383	410
Opatowiec	Opatowiec	świętokrzyskie	50.2431	20.7235	410
Prażmów	Prazmow	mazowieckie	51.9404	20.9548	403
Załuski	Zaluski	mazowieckie	52.5115	20.5286	402
Borowie	Borowie	mazowieckie	51.9491	21.7658	400
Brochów	Brochow	mazowieckie	52.3195	20.2626	400
Chynów	Chynow	mazowieckie	51.9042	21.0821	400
Lipnik	Lipnik	świętokrzyskie	50.7298	21.4939	400
Kocierzew Południowy	Kocierzew Poludniowy	łódzkie	52.2173	20.0181	395
Trzydnik Duży	Trzydnik Duzy	lubelskie	50.8489	22.1336	394
Borzechów	Borzechow	lubelskie	51.0926	22.2841	390
Grabica	Grabica	łódzkie	51.4799	19.5314	390
Strachówka	Strachowka	mazowieckie	52.4269	21.6350	390
Brójce	Brojce	łódzkie	51.6644	19.6480	385
Kończyce	Konczyce	podkarpackie	50.4258	22.1538	384
Sławno	Slawno	łódzkie	51.3927	20.1404	384
Serniki	Serniki	lubelskie	51.4372	22.6585	382
Wierzbinek	Wierzbinek	wielkopolskie	52.4403	18.5109	380
Sabnie	Sabnie	mazowieckie	52.5010	22.3070	369
Płoniawy-Bramura	Ploniawy-Bramura	mazowieckie	52.9778	21.0718	359
Wierzbno	Wierzbno	mazowieckie	52.3101	21.8590	358
Góra Świętej Małgorzaty	Gora Swietej Malgorzaty	łódzkie	52.0571	19.3200	357
Radzanów	Radzanow	mazowieckie	51.5579	20.8640	356
Uścimów Stary	Uscimow Stary	lubelskie	51.4696	22.9552	346
Grębków	Grebkow	mazowieckie	52.2693	21.9097	345
Regnów	Regnow	łódzkie	51.7485	20.3871	340
Wróblew	Wroblew	łódzkie	51.6121	18.6149	340
Zakrzew	Zakrzew	mazowieckie	51.4410	21.0010	339
Wieczfnia Kościelna	Wieczfnia Koscielna	mazowieckie	53.1953	20.4764	337
Promna	Promna	mazowieckie	51.6801	20.9592	333
Wojciechowice	Wojciechowice	świętokrzyskie	50.8423	21.5894	324
Chrostkowo	Chrostkowo	kujawsko-pomorskie	52.9438	19.2533	314
Kuczbork-Osada	Kuczbork-Osada	mazowieckie	53.0862	20.0478	310
Łubnice	Lubnice	świętokrzyskie	50.4116	21.1501	310
Mochowo	Mochowo	mazowieckie	52.7657	19.5559	310
Domanice	Domanice	mazowieckie	52.0374	22.1764	304
Imielno	Imielno	świętokrzyskie	50.5857	20.4481	300
Krzyżanów	Krzyzanow	łódzkie	52.1841	19.4562	298
Rzewnie	Rzewnie	mazowieckie	52.8351	21.3368	293
Poświętne	Poswietne	mazowieckie	52.3297	21.4214	290
Słupia	Slupia	świętokrzyskie	51.0137	20.1406	290
Smyków	Smykow	świętokrzyskie	51.0444	20.4003	290
Chąśno	Chasno	łódzkie	52.1953	19.9426	287
Szelków	Szelkow	mazowieckie	52.8349	21.2177	284
Oporów	Oporow	łódzkie	52.2645	19.5642	280
Ostrówek	Ostrowek	lubelskie	51.5815	22.6123	276
Stara Błotnica	Stara Blotnica	mazowieckie	51.5468	20.9748	272
Chotcza	Chotcza	mazowieckie	51.2404	21.7766	270
Joniec	Joniec	mazowieckie	52.6013	20.5818	270
Bulkowo	Bulkowo	mazowieckie	52.5409	20.1189	266
Gorzków	Gorzkow	lubelskie	50.9478	23.0127	264
Jakubowice Murowane	Jakubowice Murowane	lubelskie	51.2699	22.6342	259
Wodzierady	Wodzierady	łódzkie	51.7183	19.1512	239
Gzy	Gzy	mazowieckie	52.7405	20.9437	233
Młynarze	Mlynarze	mazowieckie	52.9542	21.4114	227
Naruszewo	Naruszewo	mazowieckie	52.5269	20.3516	222
Pacyna	Pacyna	mazowieckie	52.3028	19.7098	219
Wilków	Wilkow	lubelskie	51.2622	21.8776	208
Aleksandrów	Aleksandrow	łódzkie	51.2713	19.9901	200
Kowiesy	Kowiesy	łódzkie	51.8894	20.4193	185
Paprotnia	Paprotnia	mazowieckie	52.3007	22.4676	184
Bielany	Bielany	mazowieckie	52.3417	22.2493	168
Czerwonka	Czerwonka	mazowieckie	52.8925	21.2149	150
Kawęczyn Nowy	Kaweczyn Nowy	łódzkie	51.8860	20.2470	110
`;
