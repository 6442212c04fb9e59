package io.sluice.ingest.html.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Spoils pages: bits flipped, bytes of markup strewn in, ends cut off, two pages spliced, ranges
 * doubled or dropped, deep nesting, huge attributes. The same seed and pages give the same series.
 */
public final class PageMutator {
  private static final String[] STREWN = {
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<!",
    "<?",
    "&",
    "&#",
    "&#x",
    "&amp",
    "'",
    "\"",
    "=",
    "\0",
    "\r",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a>",
    "</a>",
    "<i>",
    "</i>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<col>",
    "<tbody>",
    "<select>",
    "<option>",
    "</select>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<annotation-xml encoding=text/html>",
    "<foreignObject>",
    "<title>",
    "<script>",
    "</script>",
    "<style>",
    "<textarea>",
    "<template>",
    "</template>",
    "<body>",
    "</body>",
    "<html a=b>",
    "</html>",
    "<head>",
    "</head>",
    "<frameset>",
    "<noscript>",
    "</noscript>",
    "<form>",
    "</form>",
    "<li>",
    "<dd>",
    "<button>",
    "<object>",
    "</object>",
    "<nobr>",
    "<h1>",
    "</h2>",
    "<pre>\n",
    "<plaintext>",
    "<x-y>",
    "</x-y>",
    "<![CDATA[",
    "]]>",
    "<br/>",
    "</br>",
    "<!doctype html>",
    "<ruby><rt>",
    "<input type=hidden>",
    "<hr>",
    "<image>"
  };
  private static final String[] NESTED = {
    "<div>",
    "<b>",
    "<font size=1>",
    "<p><b>",
    "<a>",
    "<table><td>",
    "<ul><li>",
    "<template>",
    "<svg>",
    "<math><mi>",
    "<object>",
    "<select><option>",
    "<b><p></b>",
    "<table>x",
    "<span><i><div>"
  };
  private static final byte[][] BROKEN = {
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xC0},
    {(byte) 0xF4, (byte) 0x90},
    {(byte) 0xFF}
  };

  private final SplittableRandom random;
  private final List<byte[]> pages;
  private final int longest;

  /**
   * @param longest pages are cut to a part of so many bytes before they are spoiled
   */
  public PageMutator(long seed, List<byte[]> pages, int longest) {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("pages: got none");
    }
    this.random = new SplittableRandom(seed);
    this.pages = pages;
    this.longest = longest;
  }

  /** The next spoilt page. */
  public byte[] next() {
    byte[] page = part();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      page = spoil(page);
    }
    return page;
  }

  private byte[] part() {
    byte[] page = pages.get(random.nextInt(pages.size()));
    if (page.length <= longest) {
      return page;
    }
    int from = random.nextBoolean() ? 0 : random.nextInt(page.length - longest + 1);
    return slice(page, from, from + longest);
  }

  private byte[] spoil(byte[] page) {
    int at = random.nextInt(page.length + 1);
    return switch (random.nextInt(9)) {
      case 0 -> flipBits(page);
      case 1 -> slice(page, 0, at);
      case 2 -> slice(page, at, page.length);
      case 3 -> join(slice(page, 0, at), tail(part()));
      case 4 -> strew(page);
      case 5 -> {
        int until = Math.min(page.length, at + random.nextInt(2000));
        boolean twice = random.nextBoolean();
        yield join(
            slice(page, 0, twice ? until : at), slice(page, twice ? at : until, page.length));
      }
      case 6 -> insert(page, at, nesting());
      case 7 -> insert(page, at, hugeAttribute());
      default -> insert(page, at, BROKEN[random.nextInt(BROKEN.length)]);
    };
  }

  private byte[] tail(byte[] page) {
    return slice(page, random.nextInt(page.length + 1), page.length);
  }

  private byte[] flipBits(byte[] page) {
    byte[] out = page.clone();
    int count = page.length == 0 ? 0 : 1 + random.nextInt(1 + page.length / 50);
    for (int i = 0; i < count; i++) {
      out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private byte[] strew(byte[] page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int step = 1 + random.nextInt(200);
    int at = 0;
    while (at < page.length) {
      int until = Math.min(page.length, at + 1 + random.nextInt(step));
      out.write(page, at, until - at);
      out.writeBytes(STREWN[random.nextInt(STREWN.length)].getBytes(StandardCharsets.UTF_8));
      at = until;
    }
    return out.toByteArray();
  }

  private byte[] nesting() {
    int depth = 1 << random.nextInt(13);
    return NESTED[random.nextInt(NESTED.length)].repeat(depth).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] hugeAttribute() {
    int length = 1 << random.nextInt(17);
    String quote = random.nextInt(4) == 0 ? "" : "\"";
    String value = random.nextBoolean() ? "x" : "&amp; ";
    return ("<a title=\"" + value.repeat(length / value.length()) + quote + " class=c>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] insert(byte[] page, int at, byte[] what) {
    return join(join(slice(page, 0, at), what), slice(page, at, page.length));
  }

  private static byte[] slice(byte[] page, int from, int until) {
    return Arrays.copyOfRange(page, from, until);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
