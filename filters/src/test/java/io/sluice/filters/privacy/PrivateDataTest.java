package io.sluice.filters.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up or published as examples; keys are put together here. */
class PrivateDataTest {
  private static final PrivateData ALL =
      new PrivateData(new PrivacyConfig(true, true, true, true, true));

  private static String mask(String text) {
    return ALL.mask(text).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to a.b-c+d@mail.example.co.uk. Now | write to <EMAIL>. Now",
        "联系me@qq.com请 | 联系<EMAIL>请",
        "<x_y@a-b.org>, | <<EMAIL>>,",
        "at 8.8.8.8 and 93.184.216.34: | at <IP_ADDRESS> and <IP_ADDRESS>:",
        "host 2606:4700:4700::1111 up | host <IP_ADDRESS> up",
        "2a00:1450:4001:0830:0000:0000:0000:200e | <IP_ADDRESS>",
        "call +49 30 901820 or | call <PHONE_NUMBER> or",
        "(415) 555-2671 | <PHONE_NUMBER>",
        "415-555-2671, 2020 | <PHONE_NUMBER>, 2020",
        "电话13812345678。 | 电话<PHONE_NUMBER>。",
        "138 1234 5678 | <PHONE_NUMBER>",
        "010-62301234 | <PHONE_NUMBER>",
        "01 23 45 67 89 | <PHONE_NUMBER>",
        "020 7946 0018 | <PHONE_NUMBER>",
        "090-1234-5678 | <PHONE_NUMBER>",
        "8 (912) 345-67-89 | <PHONE_NUMBER>",
        "card 4111 1111 1111 1111 12/25 | card <IDENTITY_NUMBER> 12/25",
        "378282246310005 | <IDENTITY_NUMBER>",
        "号码11010519491231002X的 | 号码<IDENTITY_NUMBER>的",
        "110105194912310039 | 110105194912310039",
        "078-05-1120 | <IDENTITY_NUMBER>",
        "IBAN DE89 3704 0044 0532 0130 00 bis | IBAN <IDENTITY_NUMBER> bis",
        "GB82WEST12345698765432 | <IDENTITY_NUMBER>",
        "12345678Z | <IDENTITY_NUMBER>",
        "X1234567L | <IDENTITY_NUMBER>",
        "111.444.777-35 | <IDENTITY_NUMBER>",
        "44051401359 | <IDENTITY_NUMBER>",
        "2341 2341 2346 | <IDENTITY_NUMBER>"
      })
  void masks(String text, String masked) {
    assertEquals(masked, mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@name and a@b and @media print",
        "a@b.c, x@.com, @example.com",
        "10.0.0.1 192.168.1.1 127.0.0.1 172.20.1.1 203.0.113.9 224.0.0.1",
        "1.2.3 and 1.2.3.4.5 and 256.1.1.1 and 01.2.3.4 and v1.2.3.4x",
        "12:30:45 and fe80::1 and 2001:db8::1 and ::1 and a::b::c and std::vector",
        "In 2020-2021 there were 1 234 567 891 of them, 3.14159265358979",
        "ISBN 978-3-16-148410-0, 4111 1111 1111 1112, 1234 5678 9012 3456",
        "078-00-1120 and 666-05-1120 and 12345678A",
        "sk-lorem-ipsum and AKIA and ghp_short and eyJhbGciOi",
        "2024-01-15 10:20:30, page 12 of 345, 100 000 000 000",
        "\uD83D\uDE00 \uD800 @ \uDC00"
      })
  void leavesAlone(String text) {
    Masked masked = ALL.mask(text);
    assertSame(text, masked.text());
  }

  @Test
  void masksKeysAndTokens() {
    String letters = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
    assertEquals("key <SECRET>.", mask("key ghp_" + letters + "."));
    assertEquals("AWS=<SECRET>;", mask("AWS=AKIA" + "IOSFODNN7EXAMPL3" + ";"));
    assertEquals("\"<SECRET>\"", mask("\"sk-" + letters + "\""));
    assertEquals(
        "Bearer <SECRET>", mask("Bearer eyJ" + letters + ".eyJ" + letters + "." + letters));
    assertEquals(
        "a\n<SECRET>\nb",
        mask(
            "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE"
                + letters
                + "\n-----END RSA PRIVATE KEY-----\nb"));
  }

  @Test
  void countsWhatItMasked() {
    Masked masked = ALL.mask("a@b.org, c@d.org, 8.8.8.8");
    assertEquals(
        Map.of(
            PrivateKind.EMAIL, 2,
            PrivateKind.IP_ADDRESS, 1,
            PrivateKind.PHONE_NUMBER, 0,
            PrivateKind.IDENTITY_NUMBER, 0,
            PrivateKind.SECRET, 0),
        masked.counts());
    Measures<Signal> signals = Measures.signals();
    masked.fill(signals);
    assertEquals(2, signals.get(Signal.EMAILS));
    assertEquals(0, signals.get(Signal.SECRETS));
  }

  @Test
  void looksOnlyForWhatItIsTold() {
    PrivateData none = new PrivateData(new PrivacyConfig(false, false, true, false, false));
    String text = "a@b.org 8.8.8.8 4111 1111 1111 1111";
    Masked masked = none.mask(text);
    assertSame(text, masked.text());
    assertEquals(Map.of(PrivateKind.PHONE_NUMBER, 0), masked.counts());
  }

  @Test
  void masksNothingTwice() {
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      String signs = "0123456789 -.+()@:abcXYZ号\n\uD800/";
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String once = mask(text.toString());
      assertEquals(once, mask(once), "seed " + seed);
    }
  }

  @Test
  void isLinearInALongRunOfDigits() {
    String digits = "7".repeat(1_000_000);
    assertSame(digits, ALL.mask(digits).text());
    String groups = "12 ".repeat(100_000);
    assertSame(groups, ALL.mask(groups).text());
  }
}
