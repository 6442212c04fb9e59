package io.sluice.filters.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The embedded models on texts that were written for this test. */
class QualityModelsTest {
  private static final QualityModels MODELS = QualityModels.embedded();

  private static final List<String> ENGLISH_HIGH =
      List.of(
          "When a river slows down, it can no longer carry the sand and silt that it picked up in"
              + " the hills. The heaviest grains sink first, and the finest travel all the way to"
              + " the sea. Over thousands of years this sorting builds a delta, whose shape"
              + " depends on how strong the tides are compared with the river itself.",
          "The proof rests on a simple observation. Suppose that there were only finitely many"
              + " primes; multiply them all together and add one. The number obtained leaves a"
              + " remainder of one when divided by any prime on the list, so it must have a prime"
              + " factor that the list does not contain.",
          "Bread rises because yeast feeds on sugars in the flour and gives off carbon dioxide,"
              + " which is caught in a network of gluten. Kneading strengthens that network. If"
              + " the dough is left too long, however, the bubbles merge and the loaf collapses.",
          "Historians disagree about why the town was abandoned. Some point to a series of dry"
              + " summers recorded in the rings of old trees, while others believe that the trade"
              + " route simply moved to the coast once larger ships were built.");
  private static final List<String> ENGLISH_LOW =
      List.of(
          "Home | Products | Support | Forum | Careers | Press | Sign in | Cart (0)\n"
              + "Show all results\nSort by: price, newest, popularity\nBack to top",
          "Class, Interface, Method, Field, Constructor\ngetName()\ngetValue(int)\nsetValue(int,"
              + " String)\ntoString()\nequals(Object)\nhashCode()\nInherited from Object",
          "WOW!!! cheap designer bags, cheap watches, discount shoes, buy now, best price online,"
              + " free delivery, click here for coupons!!! Subscribe & share",
          "- Fix build failure (closes: #8812)\n- Bump standards version\n- Update watch file\n"
              + "- Refresh patches\n- New upstream release 2.4.1\n- Drop old transitional package");
  private static final List<String> CHINESE_HIGH =
      List.of(
          "河水流到平原以后速度变慢,再也带不动从山里冲下来的泥沙。较重的沙粒先沉下去,细小的"
              + "颗粒则一直被带到海边。经过几千年的积累,河口就形成了三角洲,它的形状取决于潮汐"
              + "和河流哪一个更强。",
          "面团之所以会发起来,是因为酵母分解面粉中的糖,放出二氧化碳,而这些气体被面筋包住了。"
              + "揉面可以让面筋更结实。不过,如果发酵的时间太长,气泡就会连在一起,面包反而会塌"
              + "下去。",
          "这个证明只用到一个简单的想法。假设素数只有有限多个,我们把它们全部相乘再加上一,得到" + "的数除以其中任何一个素数都余一,因此它一定还有另外的素因数,这与假设矛盾。");
  private static final List<String> CHINESE_LOW =
      List.of(
          "首页 | 公司简介 | 产品展示 | 新闻中心 | 人才招聘 | 联系方式 | 网站地图 | 登录 | 注册 |" + " 帮助 | 返回顶部",
          "所有类 程序包 类 树 已过时 索引 帮助 上一个 下一个 框架 无框架 概要 嵌套 字段 构造器" + " 方法 详细资料",
          "特价包包 名牌手表 高仿女鞋 全国包邮 货到付款 点击进入 加微信咨询 限时优惠 快来抢购吧" + " 转发有奖");

  @Test
  void plainlyGoodEnglishScoresAboveWhatIsPlainlyBad() {
    assertApart(MODELS.forLanguage("eng"), ENGLISH_HIGH, ENGLISH_LOW);
  }

  @Test
  void plainlyGoodChineseScoresAboveWhatIsPlainlyBad() {
    assertApart(MODELS.forLanguage("cmn"), CHINESE_HIGH, CHINESE_LOW);
  }

  @Test
  void theModelForManyLanguagesSeparatesBoth() {
    LinearModel many = MODELS.forLanguage("mul");
    assertApart(many, ENGLISH_HIGH, ENGLISH_LOW);
    assertApart(many, CHINESE_HIGH, CHINESE_LOW);
    assertApart(
        many,
        List.of(
            "Wenn ein Fluss langsamer wird, kann er den Sand nicht mehr tragen, den er in den"
                + " Bergen aufgenommen hat. Die schwersten Körner sinken zuerst, die feinsten"
                + " gelangen bis ins Meer, und so entsteht über Jahrtausende ein Delta.",
            "Lorsqu'une rivière ralentit, elle ne peut plus porter le sable qu'elle a arraché aux"
                + " collines. Les grains les plus lourds tombent d'abord, et les plus fins vont"
                + " jusqu'à la mer, où se forme peu à peu un delta."),
        List.of(
            "Startseite | Anmelden | Registrieren | Suche | Impressum | Kontakt | Warenkorb |"
                + " Weiterlesen | Kommentare | Nächste Seite | Vorherige Seite",
            "Accueil | Connexion | Inscription | Rechercher | Contact | Panier | Lire la suite |"
                + " Commentaires | Page suivante | Page précédente"));
  }

  @Test
  void codesWithScriptsAndShortCodesFindTheirModel() {
    for (String code : List.of("cmn", "zho", "zh", "zho_Hans", "cmn_Hant", "zh-CN", "ZH")) {
      assertEquals("cmn", MODELS.forLanguage(code).card().language(), code);
    }
    for (String code : List.of("eng", "en", "eng_Latn", "en-US")) {
      assertEquals("eng", MODELS.forLanguage(code).card().language(), code);
    }
    for (String code : List.of("fra", "und", "", "_", "zzz")) {
      assertEquals("mul", MODELS.forLanguage(code).card().language(), code);
    }
    assertEquals("mul", MODELS.forLanguage(null).card().language());
  }

  @Test
  void theirCardsSayWhatTheyAre() {
    assertEquals(
        List.of("quality-cmn@1", "quality-eng@1", "quality-mul@1"),
        MODELS.all().stream().map(m -> m.card().id()).toList());
    for (LinearModel model : MODELS.all()) {
      TrainingReport report = model.card().report();
      assertTrue(report.examples() > 1000 && report.heldOut().examples() > 100, report::toString);
    }
  }

  private static void assertApart(LinearModel model, List<String> high, List<String> low) {
    for (String good : high) {
      for (String bad : low) {
        assertTrue(
            model.score(good) > model.score(bad),
            () -> model.score(good) + " " + good + "\n" + model.score(bad) + " " + bad);
      }
    }
  }
}
