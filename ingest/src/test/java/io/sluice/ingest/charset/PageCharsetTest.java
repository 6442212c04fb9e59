package io.sluice.ingest.charset;

import static io.sluice.ingest.charset.Utf8Page.Evidence.BYTES;
import static io.sluice.ingest.charset.Utf8Page.Evidence.DECLARATION;
import static io.sluice.ingest.charset.Utf8Page.Evidence.HEADER;
import static io.sluice.ingest.charset.Utf8Page.Evidence.MARK;
import static io.sluice.ingest.charset.Utf8Page.Evidence.STATISTICS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCharsetTest {
  private static final String FRENCH = "Été à la plage, où les garçons naïfs goûtèrent à l’œuf.";
  private static final String CHINESE = "这是一个用国标编码写成的网页，里面有许多常用的汉字，没有任何声明。";

  private static Utf8Page read(byte[] body, String header) {
    return PageCharset.toUtf8(body, body.length, header);
  }

  private static void assertReads(
      String text, byte[] body, String header, String charset, Utf8Page.Evidence evidence) {
    Utf8Page page = read(body, header);
    assertEquals(text, page.text());
    assertEquals(charset + " " + evidence, page.charset() + " " + page.evidence());
  }

  @Test
  void asciiAndUtf8AreNotCopied() {
    for (String text :
        new String[] {"", " ", "<p>plain</p>", FRENCH, CHINESE, "\u05d0b\ud83d\ude00"}) {
      byte[] body = text.getBytes(UTF_8);
      Utf8Page page = read(body, null);
      assertSame(body, page.bytes());
      assertEquals(text, page.text());
      assertEquals("UTF-8", page.charset());
    }
  }

  @Test
  void readsOnlyTheGivenLength() {
    byte[] body = Arrays.copyOf("<p>à</p>".getBytes(UTF_8), 4000);
    body[3000] = (byte) 0xff;
    assertEquals("<p>à</p>", PageCharset.toUtf8(body, 9, null).text());
    assertThrows(IndexOutOfBoundsException.class, () -> PageCharset.toUtf8(new byte[3], 4, null));
  }

  @Test
  void byteOrderMarksComeFirst() {
    assertReads(FRENCH, ("\ufeff" + FRENCH).getBytes(UTF_8), "latin1", "UTF-8", MARK);
    assertReads(FRENCH, ("\ufeff" + FRENCH).getBytes(UTF_16LE), "utf-8", "UTF-16LE", MARK);
    assertReads(FRENCH, ("\ufeff" + FRENCH).getBytes(UTF_16BE), "utf-8", "UTF-16BE", MARK);
    byte[] marked = ("\ufeff" + FRENCH).getBytes(UTF_8);
    assertSame(marked, read(marked, null).bytes());
    assertEquals(3, read(marked, null).start());
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8,UTF-8",
    "UTF8,UTF-8",
    "' Utf-8 ',UTF-8",
    "\"'utf-8'\",UTF-8",
    "iso-8859-1,windows-1252",
    "us-ascii,windows-1252",
    "latin1,windows-1252",
    "gb2312,GB18030",
    "GBK,GB18030",
    "gb_2312-80,GB18030",
    "ks_c_5601-1987,EUC-KR",
    "shift_jis,Shift_JIS",
    "x-sjis,Shift_JIS",
    "windows-31j,Shift_JIS",
    "big5-hkscs,Big5",
    "iso-8859-9,windows-1254",
    "tis-620,windows-874",
    "iso-8859-8-i,ISO-8859-8",
    "koi8,KOI8-R",
    "koi8-ru,KOI8-U",
    "866,IBM866",
    "mac,macintosh",
    "macintosh,macintosh",
    "utf-7,",
    "iso-2022-kr,",
    "nonsense,",
    "'',"
  })
  void labelsMeanWhatBrowsersTakeThemFor(String label, String name) {
    assertEquals(name, Labels.name(label));
  }

  @Test
  void labelsAreBounded() {
    assertEquals(null, Labels.name(null));
    assertEquals(null, Labels.name("u".repeat(1_000_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta charset=gb2312>|GB18030",
        "<META CHARSET='GB2312' />|GB18030",
        "<meta http-equiv=Content-Type content='text/html; charset=big5'>|Big5",
        "<meta content='text/html; charset = \"big5\"' http-equiv='content-type'>|Big5",
        "<meta content='text/html; charset=big5'>|''",
        "<meta name=x content='charset=big5'><meta charset=koi8-r>|KOI8-R",
        "<!-- <meta charset=big5> --><meta charset=koi8-r>|KOI8-R",
        "<p title='<meta charset=big5>'><meta charset=koi8-r>|KOI8-R",
        "<title>a</title></title x='<meta charset=big5>'><meta charset=koi8-r>|KOI8-R",
        "<metadata charset=big5><meta charset=koi8-r>|KOI8-R",
        "<meta charset=utf-16le>|UTF-8",
        "<meta charset=x-user-defined>|windows-1252",
        "<meta charset=nonsense><meta charset=euc-kr>|EUC-KR",
        "<?xml version='1.0' encoding='Shift_JIS'?><html>|Shift_JIS",
        "<?xml version='1.0'?><meta charset=euc-jp>|EUC-JP",
        "<meta charset=\"|''",
        "<meta charset|''",
        "<meta|''",
        "<!--|''",
        "<|''",
      })
  void findsWhatAPageDeclares(String html, String name) {
    byte[] body = html.getBytes(US_ASCII);
    String found = MetaPrescan.charset(body, 0, body.length);
    assertEquals(name, found == null ? "" : found);
    for (int cut = 0; cut < body.length; cut++) {
      MetaPrescan.charset(body, 0, cut);
    }
  }

  @Test
  void headerComesBeforeDeclarationAndDeclarationBeforeStatistics() {
    byte[] latin =
        ("<meta charset=windows-1252>" + FRENCH).getBytes(Charset.forName("windows-1252"));
    String text = "<meta charset=windows-1252>" + FRENCH;
    assertReads(text, latin, "iso-8859-1", "windows-1252", HEADER);
    assertReads(text, latin, "nonsense", "windows-1252", DECLARATION);
    assertReads(text, latin, null, "windows-1252", DECLARATION);
    assertReads(
        FRENCH, FRENCH.getBytes(Charset.forName("windows-1252")), null, "windows-1252", STATISTICS);
  }

  @Test
  void plainUtf8OverrulesEveryLabel() {
    for (String label :
        new String[] {"iso-8859-1", "gbk", "big5", "shift_jis", "koi8-r", "utf-16"}) {
      assertReads(CHINESE, CHINESE.getBytes(UTF_8), label, "UTF-8", BYTES);
      assertReads(FRENCH, FRENCH.getBytes(UTF_8), label, "UTF-8", BYTES);
    }
  }

  @Test
  void bytesThatContradictALabelOverruleIt() {
    Charset gbk = Charset.forName("GBK");
    assertReads(CHINESE, CHINESE.getBytes(gbk), "iso-8859-1", "GB18030", STATISTICS);
    assertReads(CHINESE, CHINESE.getBytes(gbk), "utf-8", "GB18030", STATISTICS);
    String declared = "<meta charset=gb2312>" + CHINESE;
    assertReads(declared, declared.getBytes(gbk), "iso-8859-1", "GB18030", DECLARATION);
    String japanese = "春の海、ひねもすのたりのたりかな。夏草や、兵どもが夢の跡。";
    assertReads(
        japanese,
        japanese.getBytes(Charset.forName("windows-31j")),
        "utf-8",
        "Shift_JIS",
        STATISTICS);
    String russian = "Привет, как дела сегодня у вас дома?";
    assertReads(
        russian, russian.getBytes(Charset.forName("KOI8-R")), "windows-1251", "KOI8-R", STATISTICS);
  }

  @Test
  void aLabelHoldsWhereTheBytesSayLittle() {
    Charset central = Charset.forName("ISO-8859-2");
    assertReads("Žlutý", "Žlutý".getBytes(central), "iso-8859-2", "ISO-8859-2", HEADER);
    assertReads(
        "© 2001",
        new byte[] {(byte) 0xA9, ' ', '2', '0', '0', '1'},
        "latin1",
        "windows-1252",
        HEADER);
    assertReads("Ünïcödé", "Ünïcödé".getBytes(ISO_8859_1), "iso-8859-15", "ISO-8859-15", HEADER);
  }

  @Test
  void utf8WithFaultsStaysUtf8() {
    byte[] body = (CHINESE + "x" + CHINESE).getBytes(UTF_8);
    body[CHINESE.getBytes(UTF_8).length] = (byte) 0xC3;
    Utf8Page page = read(body, null);
    assertEquals(CHINESE + "\uFFFD" + CHINESE, page.text());
    byte[] cut = Arrays.copyOf(CHINESE.getBytes(UTF_8), CHINESE.length() * 3 - 4);
    assertEquals("UTF-8", read(cut, null).charset());
    assertEquals(CHINESE.substring(0, CHINESE.length() - 2) + "\uFFFD", read(cut, "gbk").text());
  }

  @Test
  void whatItGivesIsAlwaysWellFormed() {
    byte[] odd = new byte[512];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = (byte) (i * 37 + i / 7);
    }
    for (String label :
        new String[] {
          null,
          "utf-8",
          "gbk",
          "big5",
          "euc-jp",
          "euc-kr",
          "shift_jis",
          "iso-2022-jp",
          "utf-16",
          "windows-1258",
          "x-user-defined"
        }) {
      for (int length = 0; length <= odd.length; length++) {
        Utf8Page page = PageCharset.toUtf8(odd, length, label);
        assertEquals(true, Utf8Shape.of(page.bytes(), page.start(), page.end()).whole());
      }
    }
  }

  @Test
  void knowsUtf16WithoutAMark() {
    String html = "<html><body>" + CHINESE + "</body></html>";
    assertReads(html, html.getBytes(UTF_16LE), null, "UTF-16LE", BYTES);
    assertReads(html, html.getBytes(UTF_16BE), "utf-8", "UTF-16BE", BYTES);
    assertReads(CHINESE, CHINESE.getBytes(UTF_16LE), null, "UTF-16LE", STATISTICS);
    assertReads(CHINESE, CHINESE.getBytes(UTF_16BE), null, "UTF-16BE", STATISTICS);
  }

  @Test
  void readsCharsetsAsBrowsersDo() {
    String japanese = "①髙﨑～∥－日本語";
    assertReads(
        "<p>" + japanese,
        ("<p>" + japanese).getBytes(Charset.forName("windows-31j")),
        "sjis",
        "Shift_JIS",
        HEADER);
    byte[] euc = {(byte) 0xA1, (byte) 0xC1, (byte) 0xAD, (byte) 0xA1, (byte) 0xFC, (byte) 0xE2};
    assertEquals("～①髙", Transcoder.decode(Labels.EUC_JP, euc, 0, 6));
    byte[] half = {(byte) 0x8E, (byte) 0xB1, (byte) 0x8F, (byte) 0xB0, (byte) 0xA1, (byte) 0x8F};
    assertEquals("ｱ丂\uFFFD", Transcoder.decode(Labels.EUC_JP, half, 0, 6));
    assertReads(
        "これは日本語", "これは日本語".getBytes(Charset.forName("ISO-2022-JP")), null, "ISO-2022-JP", BYTES);
    assertEquals(
        "\u0081é", Transcoder.decode("windows-1252", new byte[] {(byte) 0x81, (byte) 0xE9}, 0, 2));
    assertEquals(
        "ế", Transcoder.decode("windows-1258", new byte[] {(byte) 0xEA, (byte) 0xEC}, 0, 2));
    assertEquals("Ŋ", Transcoder.decode("ISO-8859-10", new byte[] {(byte) 0xAF}, 0, 1));
    assertEquals("ŵ", Transcoder.decode("ISO-8859-14", new byte[] {(byte) 0xF0}, 0, 1));
  }

  @Test
  void tellsCharsetsByTheirBytes() {
    String[][] texts = {
      {"windows-1250", "Zażółć gęślą jaźń, mówiła wczoraj świętej pamięci ciotka."},
      {"ISO-8859-2", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl šťastný děda."},
      {"windows-1251", "Съешь же ещё этих мягких французских булок, да выпей чаю."},
      {"KOI8-R", "Съешь же ещё этих мягких французских булок, да выпей чаю."},
      {"windows-1253", "Η γλώσσα είναι το όργανο με το οποίο σκεφτόμαστε κάθε μέρα."},
      {"windows-1254", "Güzel bir gün başlıyor ve çocuklar okula doğru yürüyorlardı."},
      {"windows-1255", "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם."},
      {"windows-1256", "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق."},
      {"windows-1257", "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis."},
      {"windows-874", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์"},
      {"Big5", "人人生而自由，在尊嚴和權利上一律平等，他們賦有理性和良心。"},
      {"EUC-JP", "すべての人間は、生まれながらにして自由であり、平等である。"},
      {"Shift_JIS", "すべての人間は、生まれながらにして自由であり、平等である。"},
      {"EUC-KR", "모든 인간은 태어날 때부터 자유로우며 존엄과 권리에 있어 평등하다."},
      {"GB18030", "人人生而自由，在尊严和权利上一律平等，他们赋有理性和良心。"},
    };
    for (String[] pair : texts) {
      Charset charset = Charset.forName(pair[0].equals("windows-874") ? "x-windows-874" : pair[0]);
      assertReads(pair[1], pair[1].getBytes(charset), null, pair[0], STATISTICS);
    }
  }

  @Test
  void theSampleIsBoundedAndSkipsMarkup() {
    byte[] page = "<p class=text>caf\u00e9 noir</p><b>na\u00efve</b>".getBytes(ISO_8859_1);
    assertEquals(
        "caf\u00e9 na\u00efve ", new String(ByteSample.of(page, 0, page.length), ISO_8859_1));
    byte[] high = new byte[100_000];
    Arrays.fill(high, (byte) 0xE9);
    assertEquals(ByteSample.BYTES + 1, ByteSample.of(high, 0, high.length).length);
    assertEquals(0, ByteSample.of(new byte[0], 0, 0).length);
  }
}
