/** Common names, the commonest first: each as its owner spells it, and in Latin letters. Ranks are of the order of national statistics; the choice is ours. */
import type { NameLocale } from './name-locales.ts';

/** Whose name it is, where it is of women or of men alone. */
export type Sex = 'f' | 'm' | '';

/** A name in its owner's script, and in plain Latin letters. */
export type Spelling = readonly [native: string, latin: string, sex?: Sex];

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** Names parted by blanks, as `Павел=pavel` where they are spelled otherwise. */
const pairs = (text: string, sex: Sex = ''): Spelling[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [native, latin = native] = pair.split('=') as [string, string?];
      return [capital(native), latin, sex];
    });

/** Two names of men to one of a woman (Ho et al. 2014: a quarter to a third of those who register are women). */
function people(men: string, women: string): Spelling[] {
  const [his, hers] = [pairs(men, 'm'), pairs(women, 'f')];
  const all = his.flatMap((name, rank) =>
    rank % 2 === 1 && hers[(rank - 1) / 2] ? [name, hers[(rank - 1) / 2]!] : [name],
  );
  return [...all, ...hers.slice(Math.floor(his.length / 2))];
}

/** First and last names, by locale. */
export const COMMON: Record<NameLocale, { readonly first: readonly Spelling[]; readonly last: readonly Spelling[] }> = {
  // Last names: the commonest in the United States' census of 2000, and as many of Britain's.
  en: {
    first: people(
      `michael john david james robert chris daniel william matthew andrew brian kevin steven ryan jason eric mark joshua anthony
      thomas alex nathan scott justin brandon jacob peter patrick benjamin tim adam greg simon samuel aaron nick tyler sean jeff
      kyle luke ethan oliver harry dylan connor craig gary stuart derek trevor`,
      `jennifer sarah jessica emily elizabeth laura emma lisa rachel amanda lauren megan ashley nicole stephanie hannah rebecca
      michelle amy melissa heather katie linda susan karen nancy charlotte olivia grace samantha`,
    ),
    last: pairs(`smith nguyen lee tran park pham choi smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white
      harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson carter mitchell roberts
      turner phillips parker evans edwards collins stewart morris murphy cook rogers morgan peterson cooper reed bailey bell
      kelly howard ward cox richards wood watson brooks bennett gray james hughes price myers long foster sanders ross morales
      powell sullivan russell ortiz jenkins perry butler barnes fisher henderson coleman simmons patterson jordan reynolds
      hamilton graham kim griffin wallace west cole hayes bryant herrera gibson ellis stevens murray ford marshall owens
      mcdonald harrison kennedy wells woods henry webb tucker freeman burns crawford simpson porter hunter gordon shaw snyder
      mason dixon hunt hicks holmes palmer wagner black robertson boyd stone fox warren mills meyer rice schmidt knight
      ferguson nichols stephens gardner weaver ryan payne grant hudson spencer hawkins arnold pierce hansen peters elliott
      lawson duncan berry cunningham matthews carroll davies clarke patel doyle byrne walsh`),
  },
  en_IN: {
    first: people(
      `rahul amit rohit sandeep vijay rajesh sanjay suresh ankit vikas vivek nikhil abhishek arjun deepak manish ashish gaurav varun
      akash aditya sachin pankaj ajay anil sunil naveen prashant karthik ravi arun siddharth ganesh vishal kunal mohit nitin ramesh
      mahesh harish rajat rajiv`,
      `priya pooja neha divya shreya anjali swati sneha kavita nisha ritu aishwarya deepika megha sunita rashmi shruti`,
    ),
    last: pairs(`kumar sharma singh gupta patel reddy verma jain shah mehta nair iyer mishra pandey agarwal yadav joshi das ghosh banerjee
      mukherjee sinha roy desai naik pillai menon bhat kulkarni chopra kapoor malhotra saxena tiwari chauhan`),
  },
  es: {
    first: people(
      `carlos juan José=jose luis miguel javier jorge alejandro diego fernando francisco ricardo antonio manuel pedro sergio
      Andrés=andres pablo Raúl=raul Óscar=oscar Héctor=hector eduardo mario Víctor=victor alberto Iván=ivan`,
      `María=maria ana carmen Lucía=lucia paula Sofía=sofia valentina camila claudia patricia andrea natalia carolina silvia elena
      isabel rosa`,
    ),
    last: pairs(`García=garcia Rodríguez=rodriguez Martínez=martinez González=gonzalez López=lopez Hernández=hernandez Pérez=perez
      Sánchez=sanchez Ramírez=ramirez torres flores rivera Gómez=gomez Díaz=diaz cruz reyes Gutiérrez=gutierrez Chávez=chavez ramos ruiz
      mendoza Álvarez=alvarez castillo moreno romero medina vargas castro Guzmán=guzman rojas navarro molina delgado Suárez=suarez`),
  },
  pt_BR: {
    first: people(
      `João=joao lucas gabriel rafael felipe gustavo thiago bruno rodrigo leonardo marcelo mateus guilherme vinicius leandro caio fabio
      marcos henrique renato`,
      `fernanda beatriz larissa Letícia=leticia bruna renata vanessa luana priscila thais`,
    ),
    last: pairs(`silva santos souza oliveira pereira lima ferreira costa ribeiro almeida carvalho gomes barbosa rocha alves Araújo=araujo cardoso
      teixeira moreira nunes mendes freitas vieira monteiro pinto batista campos dias machado`),
  },
  el: {
    first: people(
      `Γιώργος=giorgos Δημήτρης=dimitris Νίκος=nikos Κώστας=kostas Γιάννης=giannis Βασίλης=vasilis Ανδρέας=andreas Θανάσης=thanasis
      Στέλιος=stelios Πέτρος=petros Σπύρος=spyros Ηλίας=ilias`,
      `Ελένη=eleni Κατερίνα=katerina Βασιλική=vasiliki Δήμητρα=dimitra Αγγελική=angeliki Ειρήνη=eirini`,
    ),
    last: pairs(`Παππάς=pappas Γεωργίου=georgiou Δημητρίου=dimitriou Νικολάου=nikolaou Ιωάννου=ioannou Βλάχος=vlachos Μακρής=makris
      Οικονόμου=oikonomou Βασιλείου=vasileiou Λάμπρου=lamprou Αγγέλου=angelou`),
  },
  ru: {
    first: people(
      `Сергей=sergey Александр=aleksandr Дмитрий=dmitry Андрей=andrey Максим=maxim Михаил=mikhail Николай=nikolay Владимир=vladimir
      Артём=artem Павел=pavel Роман=roman Евгений=evgeny Денис=denis Илья=ilya Кирилл=kirill Олег=oleg Игорь=igor`,
      `Ольга=olga Наталья=natalya Екатерина=ekaterina Татьяна=tatyana Ирина=irina Юлия=yulia Светлана=svetlana Дарья=daria Ксения=ksenia
      Марина=marina`,
    ),
    last: pairs(`Смирнов=smirnov Кузнецов=kuznetsov Попов=popov Соколов=sokolov Лебедев=lebedev Козлов=kozlov Новиков=novikov Морозов=morozov
      Петров=petrov Волков=volkov Павлов=pavlov Семёнов=semenov Голубев=golubev Богданов=bogdanov Фёдоров=fedorov Беляев=belyaev
      Тарасов=tarasov Белов=belov Комаров=komarov Орлов=orlov Киселёв=kiselev Макаров=makarov`),
  },
  pl: {
    first: people(
      `piotr tomasz Paweł=pawel marcin Michał=michal krzysztof Łukasz=lukasz jakub mateusz grzegorz wojciech Rafał=rafal bartosz maciej
      kamil dawid`,
      `anna katarzyna magdalena joanna agnieszka karolina monika paulina`,
    ),
    last: pairs(`nowak kowalski Wójcik=wojcik Kamiński=kaminski Zieliński=zielinski Szymański=szymanski Woźniak=wozniak Dąbrowski=dabrowski
      Kozłowski=kozlowski mazur krawczyk kaczmarek grabowski Zając=zajac Król=krol wieczorek`),
  },
  de: {
    first: people(
      `stefan florian sebastian tobias philipp felix jonas matthias dominik fabian jens lars moritz johannes wolfgang Jürgen=jurgen`,
      `julia katharina sabine anja nadine sandra petra lena susanne franziska`,
    ),
    last: pairs(`Müller=muller schmidt schneider weber becker schulz hoffmann koch bauer richter klein wolf Schröder=schroder neumann schwarz
      braun Krüger=kruger hartmann lange werner krause lehmann Köhler=kohler maier huber kaiser fuchs`),
  },
  fr: {
    first: people(
      `pierre nicolas julien guillaume antoine vincent mathieu romain Sébastien=sebastien olivier laurent philippe François=francois
      Frédéric=frederic Stéphane=stephane benoit Cédric=cedric florent Clément=clement hugo arnaud`,
      `marie Céline=celine camille pauline Émilie=emilie claire Aurélie=aurelie Élodie=elodie manon Chloé=chloe mathilde nathalie
      Valérie=valerie`,
    ),
    last: pairs(`bernard dubois durand moreau lefebvre leroy roux bertrand morel fournier girard bonnet dupont lambert fontaine rousseau blanc
      Guérin=guerin faure mercier chevalier legrand garnier`),
  },
  ar: {
    first:
      pairs(`محمد=mohamed أحمد=ahmed محمود=mahmoud مصطفى=mostafa إبراهيم=ibrahim يوسف=youssef خالد=khaled عمر=omar طارق=tarek
      كريم=kareem حسام=hossam شريف=sherif وليد=walid ياسر=yasser هشام=hisham سامح=sameh تامر=tamer أيمن=ayman عمرو=amr باسم=bassem
      فاطمة=fatma مريم=maryam نورا=noura سارة=sarah هبة=heba دينا=dina منى=mona ريم=reem ياسمين=yasmin سلمى=salma أميرة=amira
      إيمان=eman شيماء=shaimaa ندى=nada رانيا=rania غادة=ghada`),
    last: pairs(`حسن=hassan حسين=hussein السيد=elsayed عبدالله=abdallah سالم=salem منصور=mansour فاروق=farouk صالح=saleh شاهين=shahin
      ناصر=nasser زكي=zaki فهمي=fahmy رشدي=roshdy صبري=sabry حلمي=helmy شوقي=shawky لطفي=lotfy نبيل=nabil سليمان=soliman
      عثمان=osman بدوي=badawy غانم=ghanem الشريف=elsherif المصري=elmasry النجار=elnaggar الحداد=elhaddad البنا=elbanna الجندي=elgendy
      خليل=khalil رمضان=ramadan شعبان=shaaban قنديل=kandil عوض=awad جابر=gaber درويش=darwish مراد=mourad`),
  },
  zh_CN: {
    first:
      pairs(`晓明=xiaoming 伟强=weiqiang 建国=jianguo 志远=zhiyuan 文博=wenbo 子轩=zixuan 浩然=haoran 宇航=yuhang 俊杰=junjie 思远=siyuan
      天宇=tianyu 明哲=mingzhe 博文=bowen 家豪=jiahao 立新=lixin 国栋=guodong 海涛=haitao 晨曦=chenxi 雨桐=yutong 梦瑶=mengyao
      欣怡=xinyi 佳琪=jiaqi 雪莹=xueying 丽娜=lina 秀英=xiuying 美玲=meiling 静怡=jingyi 婷婷=tingting 诗涵=shihan 若曦=ruoxi
      可馨=kexin 慧敏=huimin 春梅=chunmei 玉兰=yulan 紫薇=ziwei 乐天=letian`),
    last: pairs(`王=wang 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 孙=sun 朱=zhu 高=gao 罗=luo
      郑=zheng 梁=liang 谢=xie 宋=song 唐=tang 许=hsu 邓=deng 冯=feng 韩=han 曹=cao 曾=zeng 彭=peng 萧=hsiao 蔡=tsai 潘=pan 田=tian 董=dong 袁=yuan
      余=yue 叶=yeh 蒋=jiang 魏=wei 程=cheng 吕=lyu 丁=ting 沈=shen 姚=yao 姜=kang 崔=cui 钟=zhong 谭=tan 陆=lok 范=fan 汪=wong 廖=liao 石=shih 贾=jia 韦=wai 夏=xia 付=foo 方=fang 邹=zou 熊=xiong 白=bai 孟=meng 秦=qin 邱=qiu 侯=hou 江=kong 尹=yin 薛=xue 闫=yan 雷=lei 龙=long 史=shi 黎=lai 毛=mao 郝=hao 龚=gong 邵=shao 万=wan 覃=tam 钱=qian 戴=dai 严=yim 莫=mok 孔=hung 向=xiang 常=chang`),
  },
  ja: {
    first:
      pairs(`太郎=taro 健太=kenta 翔太=shota 拓也=takuya 大輔=daisuke 直樹=naoki 和也=kazuya 浩二=koji 健一=kenichi 誠=makoto 隆=takashi 修=osamu
      亮介=ryosuke 雄大=yudai 悠斗=yuto 蓮=ren 大翔=hiroto 智也=tomoya 達也=tatsuya 秀樹=hideki 陽子=yoko 由美=yumi 恵子=keiko 直子=naoko 美咲=misaki
      愛=aika 麻衣=maiko 友美=tomomi 明美=akemi 久美子=kumiko 千尋=chihiro 彩香=ayaka 葵=aoi 結衣=yui 真由美=mayumi 里奈=rina`),
    last: pairs(`佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 伊藤=ito 渡辺=watanabe 山本=yamamoto 中村=nakamura 小林=kobayashi 加藤=kato 吉田=yoshida
      山田=yamada 佐々木=sasaki 山口=yamaguchi 松本=matsumoto 井上=inoue 木村=kimura 林=hayashi 斎藤=saito 清水=shimizu 山崎=yamazaki 森=mori 池田=ikeda
      橋本=hashimoto 阿部=abe 石川=ishikawa 山下=yamashita 中島=nakajima 石井=ishii 小川=ogawa 前田=maeda 岡田=okada 長谷川=hasegawa 藤田=fujita 後藤=goto
      近藤=kondo 村上=murakami 遠藤=endo 青木=aoki 坂本=sakamoto 西村=nishimura 福田=fukuda 太田=ota 三浦=miura 藤井=fujii 岡本=okamoto 松田=matsuda`),
  },
  ur: {
    first:
      pairs(`محمد=muhammad علی=ali عثمان=usman بلال=bilal حمزہ=hamza زین=zain فیصل=faisal عمران=imran کامران=kamran سلمان=salman شاہد=shahid وقاص=waqas
      عدنان=adnan فہد=fahad حارث=haris جنید=junaid طلحہ=talha اسامہ=usama نعمان=nauman راحیل=raheel آصف=asif عائشہ=ayesha فاطمہ=fatima
      زینب=zainab حنا=hina ثنا=sana صائمہ=saima نادیہ=nadia عالیہ=aliya مہوش=mehwish سدرہ=sidra اقرا=iqra رابعہ=rabia ماہم=maham کرن=kiran
      مریم=mariam انعم=anum`),
    last: pairs(`خان=khan ملک=malik بٹ=butt چوہدری=chaudhry قریشی=qureshi شیخ=sheikh مرزا=mirza بیگ=baig راجپوت=rajput سید=syed ہاشمی=hashmi
      صدیقی=siddiqui انصاری=ansari عباسی=abbasi میمن=memon گیلانی=gilani رضوی=rizvi نقوی=naqvi بخاری=bukhari درانی=durrani آفریدی=afridi
      خٹک=khattak نیازی=niazi لودھی=lodhi مغل=mughal جاوید=javed اقبال=iqbal رشید=rasheed حمید=hameed نواز=nawaz بھٹی=bhatti گوندل=gondal
      وڑائچ=warraich سومرو=soomro جتوئی=jatoi چیمہ=cheema`),
  },
};
