package io.sluice.ingest.crawl.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  private static boolean includes(String rule, String url) {
    Scope scope = new Scope(new ScopeConfig(List.of(rule), List.of()));
    return scope.includes(Address.of(url));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, http://example.com/, true",
    "example.com, https://www.example.com:8443/x, true",
    "example.com, http://sub.example.com/, false",
    "example.com, http://notexample.com/, false",
    "EXAMPLE.com, http://example.com/, true",
    ".example.com, http://a.b.example.com/, true",
    ".example.com, http://example.com/, true",
    ".example.com, http://badexample.com/, false",
    "example.com/docs/, http://example.com/docs/a/b, true",
    "example.com/docs/, http://example.com/docs, false",
    "example.com/docs/, http://example.com/blog/docs/, false",
    "*.org/*/manual/*, http://a.b.org/x/y/manual/z, true",
    "*.org/*/manual/*, http://a.com/x/manual/z, false",
    "example.com/*.html, http://example.com/a/b.html, true",
    "example.com/*.html, http://example.com/a/b.html?x=1, false",
    "example.com/*?print=*, http://example.com/a?print=1, true",
    "exa.ple, http://exaxple/, false"
  })
  void rulesNameHostsAndPaths(String rule, String url, boolean holds) {
    assertEquals(holds, includes(rule, url));
  }

  @Test
  void exclusionsStandOverInclusions() {
    Scope scope = new Scope(new ScopeConfig(List.of("a.test"), List.of("a.test/private/")));
    assertTrue(scope.includes(Address.of("http://a.test/private/x")));
    assertTrue(scope.excludes(Address.of("http://a.test/private/x")));
    assertFalse(scope.excludes(Address.of("http://a.test/public")));
    assertFalse(scope.bySeeds());
    assertTrue(new Scope(new ScopeConfig(List.of(), List.of())).bySeeds());
  }
}
