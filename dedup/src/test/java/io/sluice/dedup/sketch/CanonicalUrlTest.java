package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a/b?x=1&y=2",
        "https://example.org/a/b?x=1&y=2",
        "HTTPS://www.Example.ORG:443/a/b?x=1&y=2#part",
        " http://me:pw@example.org.:80//a/./c/../b/?y=2&x=1&utm_source=s&fbclid=3 ",
        "http://example.org/a/b;jsessionid=12AB?y=2&&x=1",
        "http://example.org/%61/b/index.html?x=1&y=2&PHPSESSID=9"
      })
  void addressesOfOnePageAreOne(String url) {
    assertEquals("example.org/a/b?x=1&y=2", CanonicalUrl.of(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http://example.org/a",
    "http://example.org/a, http://example.org/A",
    "http://example.org/?a=1, http://example.org/?a=2",
    "http://example.org:8080/, http://example.org/",
    "http://example.org/a%2Fb, http://example.org/a/b",
    "http://www.org/, http://org/"
  })
  void differentPagesStayDifferent(String one, String other) {
    assertNotEquals(CanonicalUrl.of(one), CanonicalUrl.of(other));
  }

  @Test
  void hostsAndEscapesHaveOneForm() {
    assertEquals("xn--bcher-kva.example/%C3%A4", CanonicalUrl.of("http://Bücher.example/%c3%a4"));
    assertEquals("example.org/", CanonicalUrl.of("http://example.org"));
    assertEquals("example.org/", CanonicalUrl.of("http://example.org/../..//default.aspx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "http://", "https:///x", "urn:uuid:1", "ftp://example.org/a"})
  void whatIsNoWebAddressIsLeft(String url) {
    assertEquals(url, CanonicalUrl.of(url + " "));
  }

  @Test
  void nothingThrows() {
    for (String url :
        new String[] {
          "http://%zz/%",
          "http://a..b/%e",
          "http://\ud800.org/\ud800",
          "http://[::1]:80/x",
          "http://" + "x".repeat(300) + ".org/",
          "http://-/?&&=&="
        }) {
      CanonicalUrl.of(url);
    }
  }
}
