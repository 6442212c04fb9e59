package io.sluice.ingest.html.tree;

import io.sluice.ingest.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Pages to try the parser on, as UTF-8. */
public final class SamplePages {
  private SamplePages() {}

  /** A small set written by hand, which has something of everything. */
  public static List<byte[]> handWritten() {
    return Stream.of(
            """
            <!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A &amp; B</title>
            <style>p > a { color: red }</style><script>if (a < b) document.write("<p>");</script>
            <noscript><img src=x></noscript></head><body class="a b"><header><nav><ul><li><a
            href=/>Home</a><li><a href=/b>B</a></ul></nav></header><main><h1>Title</h1><p>One,
            <b>two <i>three</b> four</i><p>Five&nbsp;six &#x3b1; &notin; &copy 2026<br>seven</p>
            <pre>
              code &lt;here&gt;
            </pre></main><!-- end --><footer>Imprint</footer></body></html>
            """,
            """
            <table border=1><caption>C</caption><colgroup><col><col></colgroup><thead><tr><th>a
            <th>b</thead><tbody><tr><td>1<td><table><tr><td>inner</table><tr><td>x<b>y</table>
            <ul><li>a<ul><li>b<li>c</ul><li>d</ul><dl><dt>t<dd>d<dt>u<dd>v</dl>
            <form action=x><select><option selected>a<option>b<optgroup label=l><option>c</select>
            <textarea>
            text </p></textarea><input type=hidden><button>go</button></form>
            """,
            """
            <p>Formula <math display=block><semantics><mrow><mi>x</mi><mo>=</mo><mfrac><mn>1</mn>
            <mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">x=\\frac12</annotation>
            </semantics></math> and <svg viewBox="0 0 1 1"><g><path d="M0 0"/><foreignObject><p>in
            </p></foreignObject><title>t</title><![CDATA[ <raw> ]]></g></svg></p><template><tr><td>
            t</template><div hidden>h</div><script>/* <!-- <script> */ </script> --></script>
            """,
            """
            <div><font color=red><a href=1>one<a href=2>two<div><a href=3>three</div><b><p>x</b>y
            <table><b>foster<tr><i>more<td>cell</i></table></font>中文网页，没有空格。<p dir=rtl>
            عربى<em>日本語<p>ไทย</em></div></body></html> after <p>last
            """,
            """
            <frameset cols=*><frame src=a><noframes><p>none</noframes></frameset>""")
        .map(page -> page.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** The pages of the shared crawl; skips the test where they are absent. */
  public static List<byte[]> crawled() throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (WarcReader reader = new WarcReader(Files.newInputStream(file("crawl.warc.gz")))) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          pages.add(utf8(response.http().body().stream().readAllBytes()));
        }
      }
    }
    return pages;
  }

  /** The pages of a shared folder and those below; skips the test where it is absent. */
  public static List<byte[]> folder(String name) throws IOException {
    try (Stream<Path> files = Files.walk(file(name))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(SamplePages::read)
          .toList();
    }
  }

  private static Path file(String name) {
    return SharedData.file(name);
  }

  private static byte[] read(Path file) {
    try {
      return utf8(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The right charset does not matter here. */
  private static byte[] utf8(byte[] page) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
      return page;
    } catch (CharacterCodingException e) {
      return new String(page, Charset.forName("windows-1252")).getBytes(StandardCharsets.UTF_8);
    }
  }
}
