package io.sluice.ingest.crawl.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sluice.ingest.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlNormalizerTest {
  private static final UrlNormalizer NORMALIZER =
      new UrlNormalizer(Config.parse(UrlLimits.class, "{}", "presets").dropParameters());

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "HTTP://Example.COM:80/a/../b/./c?x=1#f http://example.com/b/c?x=1",
        "http://example.com http://example.com/",
        "https://example.com:443/? https://example.com/",
        "http://example.com:8080/ http://example.com:8080/",
        "http://example.com./x http://example.com/x",
        "http://user:pw@example.com/x http://example.com/x",
        "http://bücher.de/straße?q=ü http://xn--bcher-kva.de/stra%C3%9Fe?q=%C3%BC",
        "http://例え.jp/日本 http://xn--r8jz45g.jp/%E6%97%A5%E6%9C%AC",
        "http://example.com/%7euser/%2f%41 http://example.com/~user/%2FA",
        "http://example.com/a%zz% http://example.com/a%zz%",
        "http://example.com/a/%2e%2E/b http://example.com/b",
        "http://example.com/?PHPSESSID=1&b=2&a=1 http://example.com/?b=2&a=1",
        "http://example.com/?utm_source=x&UTM_medium=y http://example.com/",
        "http://example.com/?a=1&&b=2& http://example.com/?a=1&b=2",
        "http://example.com/?sidebar=1 http://example.com/?sidebar=1",
        "http://example.com/a;jsessionid=1A2B http://example.com/a",
        "http://example.com/a;jsessionid=1A2B/b?c=d http://example.com/a/b?c=d",
        "http://example.com/(S(abc))/page.aspx http://example.com/page.aspx",
        "http://example.com/wiki/Page_(disambiguation)/x"
            + " http://example.com/wiki/Page_(disambiguation)/x",
        "http://[2001:DB8::1]:80/a http://[2001:db8::1]/a",
        "http://example.com//a//b http://example.com//a//b"
      })
  void givesOneForm(String given, String normal) {
    assertEquals(normal, NORMALIZER.normalize(given));
    assertEquals(normal, NORMALIZER.normalize(normal), "a normal form stays");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "mailto:a@b.c",
        "javascript:void(0)",
        "ftp://a.test/",
        "http://",
        "http:///",
        "http://[broken/",
        "http://a.test:99999/",
        "//a.test/",
        "a.test",
        "data:text/html,x",
        "http://a..b/",
        "http://exa mple.com/"
      })
  void givesNoneWhereThereIsNoPage(String given) {
    assertNull(NORMALIZER.normalize(given));
  }

  @Test
  void resolvesLinksAsBrowsersDo() {
    String base = "https://a.test/x/y?z=1";
    assertEquals("https://a.test/x/one", NORMALIZER.resolve(base, " one\n"));
    assertEquals("https://a.test/x/y?p=2", NORMALIZER.resolve(base, "?p=2"));
    assertEquals("https://a.test/x/y?z=1", NORMALIZER.resolve(base, "#part"));
    assertEquals("https://b.test/q", NORMALIZER.resolve(base, "//b.test/q"));
    assertEquals("https://a.test/", NORMALIZER.resolve(base, "../../../"));
    assertEquals("https://a.test/p/q", NORMALIZER.resolve(base, "\\p\\q"));
    assertNull(NORMALIZER.resolve(base, "tel:123"));
  }

  @Test
  void unpairedSurrogatesGiveAnAddressAllTheSame() {
    assertEquals("http://a.test/%3F", NORMALIZER.normalize("http://a.test/\ud800"));
  }

  @Test
  void anAddressComesApart() {
    assertEquals(
        new Address("http://a.test:81", "a.test", "/p", "q=1?"),
        Address.of("http://a.test:81/p?q=1?"));
    assertEquals(new Address("https://[::1]", "[::1]", "/", ""), Address.of("https://[::1]/"));
    assertEquals("a.test", Address.site("www.a.test"));
    assertEquals("www.test", Address.site("www.test"));
  }
}
