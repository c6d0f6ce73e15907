/** Common names where faker's are rare ones, or no table turns their script into Latin letters: each as its owner spells it, and in Latin letters. */
import type { NameLocale } from './name-locales.ts';

const pairs = (text: string): [native: string, latin: string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]);

const same = (text: string): [native: string, latin: string][] =>
  text.split(/\s+/).map((name) => [name[0]!.toUpperCase() + name.slice(1), name]);

/** First and last names, by locale. */
export const COMMON: Partial<Record<NameLocale, { first?: [string, string][]; last: [string, string][] }>> = {
  // The commonest in the United States' census of 2000 that are of no other language here, and as many of Britain's.
  en: {
    last: same(`smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white
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
      pairs(`علی=ali عثمان=usman بلال=bilal حمزہ=hamza زین=zain فیصل=faisal عمران=imran کامران=kamran سلمان=salman شاہد=shahid وقاص=waqas
      عدنان=adnan فہد=fahad حارث=haris جنید=junaid طلحہ=talha اسامہ=usama نعمان=nauman راحیل=raheel آصف=asif عائشہ=ayesha فاطمہ=fatima
      زینب=zainab حنا=hina ثنا=sana صائمہ=saima نادیہ=nadia عالیہ=aliya مہوش=mehwish سدرہ=sidra اقرا=iqra رابعہ=rabia ماہم=maham کرن=kiran
      مریم=mariam انعم=anum`),
    last: pairs(`خان=khan ملک=malik بٹ=butt چوہدری=chaudhry قریشی=qureshi شیخ=sheikh مرزا=mirza بیگ=baig راجپوت=rajput سید=syed ہاشمی=hashmi
      صدیقی=siddiqui انصاری=ansari عباسی=abbasi میمن=memon گیلانی=gilani رضوی=rizvi نقوی=naqvi بخاری=bukhari درانی=durrani آفریدی=afridi
      خٹک=khattak نیازی=niazi لودھی=lodhi مغل=mughal جاوید=javed اقبال=iqbal رشید=rasheed حمید=hameed نواز=nawaz بھٹی=bhatti گوندل=gondal
      وڑائچ=warraich سومرو=soomro جتوئی=jatoi چیمہ=cheema`),
  },
};
