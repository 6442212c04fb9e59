package io.sluice.ingest.crawl.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.crawl.robots.Directives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final String URL = "https://a.test/dir/page";

  private static Links read(String html, Directives directives) {
    return Links.read(html.getBytes(StandardCharsets.UTF_8), "utf-8", URL, directives);
  }

  private static Links read(String html) {
    return read(html, new Directives("sluice"));
  }

  @Test
  void linksComeOnceInTheirOrder() {
    assertEquals(
        new Links(URL, List.of("b", "a", "/frame", "next", "fr"), 2, null),
        read(
            "<link rel=stylesheet href=s><a href=b>1</a><a href=a>2<area href=b>"
                + "<a rel='ugc NoFollow' href=x></a><area rel=nofollow href=y><a name=z></a>"
                + "<iframe src='/frame'></iframe><link rel=next href=next>"
                + "<link rel=alternate hreflang=fr href=fr><link rel=alternate href=rss>"));
  }

  @Test
  void baseCanonicalAndRefreshCount() {
    Links links =
        read(
            "<base href='../other/'><link rel=Canonical href='/canon'>"
                + "<meta http-equiv=REFRESH content='0;URL=\"/moved\"'><a href=x>x</a>");
    assertEquals("https://a.test/other/", links.base());
    assertEquals("/canon", links.canonical());
    assertEquals(List.of("/canon", "/moved", "x"), links.hrefs());
    assertEquals(URL, read("<base href='javascript:1'>").base());
    assertEquals(List.of(), read("<meta http-equiv=refresh content=5>").hrefs());
  }

  @Test
  void nofollowOfThePageLeavesNoLink() {
    Directives directives = new Directives("sluice");
    Links links = read("<meta name=robots content='nofollow, noindex'><a href=x>x</a>", directives);
    assertEquals(new Links(URL, List.of(), 1, null), links);
    assertEquals("noindex", directives.firstOf(List.of("noindex")));
  }

  @Test
  void oddPagesGiveWhatTheyHave() {
    assertEquals(new Links(URL, List.of(), 0, null), read(""));
    assertEquals(new Links(URL, List.of(), 0, null), read(" \n"));
    assertEquals(List.of("x"), read("<a href=x " + "<b>".repeat(5000)).hrefs());
    assertEquals(List.of("/?"), read("<a href='/\ud800'>").hrefs(), "as Java writes it");
    assertEquals(List.of("مرحبا"), read("<p dir=rtl><a href='مرحبا'>مرحبا</a>").hrefs());
  }

  @Test
  void sitemapsAreReadInEveryForm() throws IOException {
    String page = "https://a.test/p";
    String xml =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
            + page
            + "</loc></url></urlset>";
    Sitemaps pages = new Sitemaps(List.of(page), List.of());
    assertEquals(pages, sitemap(utf8(xml)));
    assertEquals(pages, sitemap(gzip(utf8(xml))));
    assertEquals(pages, sitemap(utf8(page + "\n")));
    assertEquals(
        new Sitemaps(List.of(), List.of("https://a.test/s2.xml")),
        sitemap(
            utf8(
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>"
                    + "https://a.test/s2.xml</loc></sitemap></sitemapindex>")));
    assertThrows(IOException.class, () -> sitemap(new byte[] {0, 1, 2, 3}));
  }

  private static Sitemaps sitemap(byte[] body) throws IOException {
    return Sitemaps.read(body, "https://a.test/sitemap.xml", 100_000);
  }

  @Test
  void aSmallBodyDoesNotUnfoldToAHugeOne() throws IOException {
    byte[] bomb = gzip(new byte[50_000_000]);
    assertEquals(1000, Gunzip.bounded(bomb, 1000).length);
    byte[] text = utf8("some text that is not long");
    assertArrayEquals(text, Gunzip.bounded(gzip(text), 1000));
    assertArrayEquals(text, Gunzip.bounded(text, 1000));
    byte[] whole = gzip(new byte[5000]);
    byte[] clipped = Gunzip.bounded(Arrays.copyOf(whole, whole.length - 9), 10_000);
    assertTrue(clipped.length <= 5000);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
