package io.sluice.ingest.html.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.SharedData;
import io.sluice.ingest.html.tree.JsoupTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMetaTest {
  private static final String URL = "https://news.example.org/a/page.html";

  private static PageMeta of(String html) {
    return PageMeta.of(JsoupTree.of(html), URL);
  }

  private static String ld(String json) {
    return "<script type='application/ld+json'>" + json + "</script>";
  }

  @Test
  void readsWhatIsDeclared() {
    PageMeta meta =
        of(
            "<html lang='en_GB'><head><title>A long title of ours - The Example</title>"
                + "<meta property='og:title' content='A long title of ours'>"
                + "<meta property=og:site_name content='The Example'>"
                + "<meta name=author content='By Ann Lee'><meta name=description content='About  it'>"
                + "<meta property=article:published_time content='2023-05-17T08:09:10.123+0200'>"
                + "<meta property=article:modified_time content='2023-05-18'>"
                + "<link rel='stylesheet canonical' href='/a/b?x=1#c'></head><body><h1>Other</h1>");
    assertEquals(
        new PageMeta(
            "A long title of ours",
            "Ann Lee",
            "2023-05-17T08:09:10+02:00",
            "2023-05-18",
            "https://news.example.org/a/b?x=1",
            "en-GB",
            "The Example",
            "About it"),
        meta);
  }

  @Test
  void anEmptyPageSaysNothing() {
    PageMeta nothing = new PageMeta("", null, null, null, null, null, null, null);
    for (String html :
        new String[] {"", " \n", "<", "<p>word", "\ud800", "<h1></h1><title></title>"}) {
      assertEquals(nothing, PageMeta.of(JsoupTree.of(html), null), html);
    }
  }

  @Test
  void readsJsonLd() {
    PageMeta meta =
        of(
            ld(
                "/* c */ {'@context':'https://schema.org',\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Site\"},"
                    + "{\"@type\":[\"NewsArticle\"],\"headline\":\"Head &amp; line\",\"author\":[{\"@type\":\"Person\",\"name\":\"A B\"},"
                    + "{\"name\":\"C D\"},\"a b\"],\"dateCreated\":\"2020-01-01\",\"datePublished\":\"2020-02-03T04:05Z\",\"dateModified\":\"2020-02-04\","
                    + "\"publisher\":{\"name\":\"Paper\"},\"inLanguage\":\"de\",\"comment\":[{\"@type\":\"Comment\",\"author\":\"X Y\",\"datePublished\":\"2021-01-01\"}],}]}"));
    assertEquals(
        new PageMeta(
            "Head & line",
            "A B, C D",
            "2020-02-03T04:05:00Z",
            "2020-02-04",
            null,
            "de",
            "Site",
            null),
        meta);
    assertEquals(
        "Cut Short", of(ld("{\"@type\":\"Article\",\"author\":\"Cut Short\",\"x\":[{")).author());
    assertNull(of(ld("[".repeat(100_000))).author());
    assertNull(of(ld("{\"a\":".repeat(100_000))).author());
    assertNull(of(ld("no json")).author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "A title of some words | Site~''~A title of some words",
        "A title of some words - Site~''~A title of some words - Site",
        "A title of some words - Example~''~A title of some words",
        "A title - Part two - Site~A title - Part two~A title - Part two",
        "A title of some words - Some Site~A title of some words~A title of some words",
        "Example: What we do~''~Example: What we do",
        "Example | What we do~''~What we do",
        "Short | Site~''~Short | Site",
        "Logo | A title of some words~Logo~Logo | A title of some words",
        "A title of some words · Logo~Logo~A title of some words",
        "一个很长的网页标题在这里_新闻网~''~一个很长的网页标题在这里",
        "Full-text search in A/B tests~''~Full-text search in A/B tests",
        "C# | F# | Java~''~C# | F# | Java",
        "| |~''~| |",
      })
  void trimsTheSitesName(String title, String heading, String trimmed) {
    String h1 = heading.isEmpty() ? "" : "<h1>" + heading + "</h1>";
    assertEquals(trimmed, of("<title>" + title + "</title>" + h1).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-05-17|2023-05-17",
        "2023-5-7|2023-05-07",
        "2023-05-17 08:09|2023-05-17T08:09:00",
        "2023-05-17T08:09:10Z|2023-05-17T08:09:10Z",
        "2023-05-17T08:09:10+02|2023-05-17T08:09:10+02:00",
        "2023-05-17T28:09|2023-05-17",
        "20230517|2023-05-17",
        "20230517T080910|2023-05-17",
        "2023/05/17 08:00|2023-05-17",
        "17.05.2023|2023-05-17",
        "Stand: 17. 5. 23|2023-05-17",
        "17/05/2023|2023-05-17",
        "05/17/2023|2023-05-17",
        "05/06/2023|2023-05-06",
        "Wed, 17 May 2023 08:09:10 GMT|2023-05-17",
        "May 17th, 2023|2023-05-17",
        "Sept. 3, 2019|2019-09-03",
        "17. Mai 2023|2023-05-17",
        "3. März 2021|2021-03-03",
        "1er août 2022|2022-08-01",
        "17 de mayo de 2023|2023-05-17",
        "17 мая 2023|2023-05-17",
        "3 września 2020|2020-09-03",
        "2023年5月17日 08:00|2023-05-17",
        "2023년 5월 17일|2023-05-17",
        "2023-02-30|''",
        "1812-05-17|''",
        "17.05.1812|''",
        "version 1.2.3|''",
        "yesterday|''",
        "call 555-2023-1234|''",
        "''|''",
      })
  void readsDates(String written, String date) {
    String read = DateText.parse(written, null);
    assertEquals(date, read == null ? "" : read);
  }

  @Test
  void theLanguageTellsMonthsFromDays() {
    assertEquals("2023-05-06", DateText.parse("05/06/2023", "en-US"));
    assertEquals("2023-06-05", DateText.parse("05/06/2023", "en-GB"));
    assertEquals("2023-06-05", DateText.parse("05/06/2023", "fr"));
  }

  @Test
  void looksForDatesWhereTheyStand() {
    assertEquals("2020-01-02", of("<time datetime=2020-01-02>x</time>").published());
    assertEquals(
        "2020-01-03",
        of("<time>2 Jan 2020</time><time class=published datetime=2020-01-03>x</time>")
            .published());
    assertEquals("2020-01-04", of("<p itemprop=datePublished content=2020-01-04>").published());
    assertEquals("2020-01-05", of("<span class='post-date'>5 January 2020</span>").published());
    assertEquals("2020-01-06", of("<p>06.01.2020</p><h1>Title</h1><p>text").published());
    assertEquals("2020-01-07", of("<h1>Title</h1><p>发布于2020年1月7日</p>").published());
    assertEquals(
        "2020-01-08",
        PageMeta.of(JsoupTree.of("<p>x"), "https://a.example/2020/01/08/x").published());
    assertEquals(
        "2020-01-09",
        PageMeta.of(JsoupTree.of("<p>x"), "https://a.example/x-2020-01-09.html").published());
    assertNull(
        PageMeta.of(JsoupTree.of("<p>x"), "https://a.example/2020/13/08/x?d=2020-01-01")
            .published());
    assertNull(of("<h1>Title</h1><footer>© 2020 Example</footer>").published());
  }

  @Test
  void looksForAuthorsWhereTheyStand() {
    assertEquals("A B", of("<a rel='nofollow author' href=x>A B</a>").author());
    assertEquals(
        "A B", of("<p itemprop=author>Text von <b itemprop=name>A B</b>, Berlin</p>").author());
    assertEquals("A B", of("<p class='post-author'>By A B | 3 May 2020</p>").author());
    assertEquals("张三", of("<h1>标题</h1><p>作者：张三</p>").author());
    assertNull(of("<h1>Title</h1><p class=author>admin</p>").author());
    assertNull(of("<meta name=author content='https://a.example/x'>").author());
    assertNull(of("<h1>Title</h1><p>Partner und Freunde</p>").author());
    assertNull(
        of("<meta property=og:site_name content=Paper><meta name=author content=Paper>").author());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://b.example/x#y,https://b.example/x",
        "//b.example/x,https://b.example/x",
        "../x y,https://news.example.org/x%20y",
        "?p=1,https://news.example.org/a/page.html?p=1",
        "javascript:void(0),''",
        "https://news.example.org/,''",
        "http://[bad,''",
        "ü,https://news.example.org/a/ü",
        "%zz,https://news.example.org/a/%25zz",
      })
  void resolvesTheCanonicalAddress(String href, String canonical) {
    String found = of("<link rel=canonical href=\"" + href + "\">").canonicalUrl();
    assertEquals(canonical, found == null ? "" : found);
  }

  @Test
  void theBaseCounts() {
    assertEquals(
        "https://c.example/d/x",
        of("<base href='https://c.example/d/'><link rel=canonical href=x>").canonicalUrl());
  }

  @Test
  void hostilePagesAreReadInBoundedTime() {
    String[] pages = {
      "<p itemprop=author>".repeat(50_000),
      "<time>".repeat(50_000),
      "<p itemprop=datePublished>".repeat(50_000),
      "<meta name=author content=x>".repeat(50_000),
      "<p class=author>".repeat(50_000),
      "<p class='" + "author ".repeat(200_000) + "'>",
      "<h1>" + "1.1.20 ".repeat(200_000),
      "<title>" + " | a".repeat(100_000),
      "<h1>x</h1>" + "<p>2020 20.20.2020 1/1/2".repeat(20_000),
    };
    for (String page : pages) {
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> of(page), page.substring(0, 20));
    }
  }

  @Test
  void readsRealPages() throws IOException {
    Path folder = SharedData.file("readability_pages");
    List<Path> pages;
    try (Stream<Path> found = Files.list(folder)) {
      pages = found.filter(Files::isDirectory).sorted().toList();
    }
    int titles = 0;
    int languages = 0;
    int declared = 0;
    for (Path page : pages) {
      JsonNode expected =
          new ObjectMapper().readTree(Files.readString(page.resolve("expected-metadata.json")));
      PageMeta meta = of(Files.readString(page.resolve("source.html")));
      titles += meta.title().equals(expected.get("title").asText()) ? 1 : 0;
      if (expected.hasNonNull("lang")) {
        declared++;
        languages += expected.get("lang").asText().equalsIgnoreCase(meta.language()) ? 1 : 0;
      }
    }
    assertTrue(titles * 10 >= pages.size() * 8, titles + " titles of " + pages.size());
    assertEquals(declared, languages);
  }
}
