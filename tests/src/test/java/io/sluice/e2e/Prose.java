package io.sluice.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sentences made from word lists: no two pages alike, the same ones from the same seed. */
final class Prose {
  private static final List<List<String>> TOPICS =
      List.of(
          words("harbour ferry anchor lighthouse sailor net pier tide trawler rope mast captain"),
          words(
              "violin orchestra melody conductor cello rehearsal chorus trumpet score drum tenor"),
          words("glacier summit climber ridge avalanche tent valley boulder cliff pass shelter"),
          words(
              "oven bakery flour pastry yeast butter crust almond apprentice recipe loaf kitchen"),
          words("telescope comet astronomer orbit nebula planet lens eclipse observatory crater"),
          words(
              "locomotive railway platform conductor bridge tunnel timetable carriage signal rail"),
          words("orchard farmer tractor harvest barn apple plough meadow fence seed well hen"),
          words(
              "court lawyer verdict witness judge contract appeal clerk statute hearing evidence"),
          words(
              "museum painting curator sculpture canvas gallery portrait frame pottery collector"),
          words("hospital nurse surgeon vaccine clinic patient ward fever pharmacy bandage doctor"),
          words("castle knight moat tower king siege banner dungeon gate crown treaty herald"),
          words("beehive forest owl fox beetle moss river badger oak wolf heron trail"));

  private static final List<String> ADJECTIVES =
      words(
          "quiet broken golden narrow ancient careful distant gentle hollow modern patient rapid"
              + " simple sturdy tired useful vivid wooden young zealous bitter clever dusty early"
              + " famous grateful heavy idle jolly kind large muddy noble open plain rough silent"
              + " tall urgent warm cheerful crooked fragile humble massive");
  private static final List<String> VERBS =
      words(
          "repaired watched painted carried measured followed rescued counted described borrowed"
              + " opened polished replaced noticed praised sketched guarded traded improved hid"
              + " cleaned found lifted moved bought blamed chose defended examined forgot gathered"
              + " ignored joined kept lost mended named offered planned questioned");
  private static final List<String> ADVERBS =
      words(
          "slowly quickly gladly rarely often boldly calmly eagerly finally gently honestly"
              + " kindly loudly mostly nearly openly politely quietly sadly sharply suddenly"
              + " together usually warmly wisely");
  private static final List<String> TIMES =
      List.of(
          "before dawn",
          "after the storm",
          "in early spring",
          "during the long winter",
          "last Tuesday",
          "at noon",
          "within a week",
          "when the bells rang",
          "for eleven days",
          "on the first of May",
          "while others slept",
          "toward evening");
  private static final List<String> PEOPLE =
      words(
          "Alma Boris Clara Dmitri Edith Farid Greta Hugo Ines Jonas Katrin Leopold Marta Niko"
              + " Olga Pavel Quentin Rosa Stefan Tilda Ursula Viktor Wanda Xenia Yusuf Zora");
  private static final List<String> SHAPES =
      List.of(
          "The A N V the N T.",
          "T, P V a A N beside the N.",
          "P said that the N of P was A, but nobody had V it D.",
          "D, the N and the N were V by a A stranger.",
          "There is no N so A that P would not have V it T.",
          "A people have D V what the N could not give them.",
          "To be A is to have V one N T.",
          "Neither P nor P V the A N that stood near the N.",
          "Because the N looked A, P D V it with both hands.",
          "Every N needs a N, and each A N must be V T.",
          "P and P D V their N, which made the N seem A.",
          "Some call it A, others call it A; P simply V the N.",
          "What P V T was a N, not the A N of the story.",
          "If a A N can be V, then surely P will have V the N D.",
          "With a A smile P V the N and left the N behind.",
          "T the N grew A, and P D V another N.");

  private static final List<String> ZH_NOUNS =
      words(
          "河流 城市 图书馆 火车 渔船 医生 老师 森林 音乐 桥梁 市场 工厂 花园 邻居 信件 电影 茶馆 学校 山谷 农民 博物馆 画家 灯塔 面包"
              + " 机器 历史 故事 天文台 海岸 诗人 铁路 果园 法官 医院 城堡 小提琴 冰川 厨房 望远镜 律师 蜜蜂 帐篷 钟楼 瓷器");
  private static final List<String> ZH_VERBS =
      words("修理 观察 描写 保护 介绍 发现 整理 参观 讨论 改进 记录 收集 寻找 赞美 打扫 准备 研究 建造 传播 守护 测量 询问 购买 翻译 分享");
  private static final List<String> ZH_ADJECTIVES =
      words("古老 安静 明亮 美丽 宽阔 勤劳 温暖 陌生 珍贵 简单 复杂 遥远 新鲜 著名 普通 坚固 神秘 细致 热闹 空旷 善良 庄严");
  private static final List<String> ZH_TIMES =
      words("清晨 傍晚 去年冬天 春节以后 战争结束时 每个星期天 二十年前 下雨的时候 中秋那天 秋收季节 放学以后 昨天夜里 黎明之前");
  private static final List<String> ZH_PEOPLE =
      words("王小明 李老师 张师傅 陈医生 刘奶奶 赵先生 孙同学 周工程师 吴船长 郑姑娘 林教授 何爷爷 高记者 马队长 罗女士");
  private static final List<String> ZH_SHAPES =
      List.of(
          "T，P在N旁边V了一座A的N。",
          "P说，这里的N和N都很A，可是没有人V过它们。",
          "因为N太A，所以P决定V那些N。",
          "人们常常V的不是N，而是A的N。",
          "如果P能V这个N，我们就会看到A的N。",
          "T，N变得更加A，P也开始V自己的N。",
          "从N到N，P一路上V了许多A的事物。",
          "他们把N送给P，因为它既A又A。",
          "谁也不知道P为什么要在T去V一个N。",
          "对P来说，V一个A的N比得到N更重要。",
          "那个A的N被P重新V，与N一起留在了城里。");

  /** A paragraph of French. */
  static final String FRENCH =
      "Le vieux pont traverse la rivière depuis plus de deux siècles, et les habitants du village"
          + " racontent encore comment leurs ancêtres ont transporté chaque pierre sur des"
          + " charrettes. Au printemps, les enfants viennent y pêcher pendant que les anciens"
          + " parlent de la récolte, du prix du blé et des voisins qui sont partis vivre en ville."
          + " Personne ne sait exactement qui a dessiné les trois arches, mais tout le monde est"
          + " d'accord pour dire qu'elles sont les plus belles de la région.";

  private final SplittableRandom random;
  private final boolean chinese;
  private List<String> topic;

  private Prose(long seed, boolean chinese) {
    this.random = new SplittableRandom(seed);
    this.chinese = chinese;
    this.topic = chinese ? ZH_NOUNS : TOPICS.get(Math.floorMod((int) seed, TOPICS.size()));
  }

  /** English about one topic. */
  static Prose english(long seed) {
    return new Prose(seed, false);
  }

  /** Chinese in simplified characters. */
  static Prose chinese(long seed) {
    return new Prose(seed, true);
  }

  /** Paragraphs of four to six sentences. */
  List<String> paragraphs(int count) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> sentences = new ArrayList<>();
      int length = 4 + random.nextInt(3);
      for (int j = 0; j < length; j++) {
        sentences.add(sentence());
      }
      paragraphs.add(String.join(chinese ? "" : " ", sentences));
    }
    return paragraphs;
  }

  /** One sentence. */
  String sentence() {
    String shape = one(chinese ? ZH_SHAPES : SHAPES);
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      boolean slot =
          "NAVDTP".indexOf(shape.charAt(i)) >= 0
              && (i + 1 == shape.length() || !isLowerCase(shape.charAt(i + 1)));
      sentence.append(slot ? fill(shape.charAt(i)) : String.valueOf(shape.charAt(i)));
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.toString();
  }

  /** A word of the topic. */
  String noun() {
    return one(topic);
  }

  /** A verb in its past form. */
  String verb() {
    return one(chinese ? ZH_VERBS : VERBS);
  }

  /** A number from 0 to below the bound. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  private String fill(char slot) {
    return switch (slot) {
      case 'N' -> noun();
      case 'A' -> one(chinese ? ZH_ADJECTIVES : ADJECTIVES);
      case 'V' -> verb();
      case 'D' -> one(ADVERBS);
      case 'T' -> one(chinese ? ZH_TIMES : TIMES);
      case 'P' -> one(chinese ? ZH_PEOPLE : PEOPLE);
      default -> throw new IllegalArgumentException("slot " + slot);
    };
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
