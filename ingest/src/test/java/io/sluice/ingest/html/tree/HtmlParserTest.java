package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlParserTest {
  private final HtmlParser parser = new HtmlParser();

  private String parse(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return TreeText.of(parser.parse(bytes, 0, bytes.length));
  }

  /** A category, a page, and what is in its body; jsoup must give the same. */
  static Stream<Arguments> bodies() {
    return Stream.of(
        // paragraphs and implied end tags
        Arguments.of("<p>a<p>b", "p['a'] p['b']"),
        Arguments.of("<p>a<div>b</div>c</p>d", "p['a'] div['b'] 'c' p 'd'"),
        Arguments.of("<p>a<span>b<ul><li>c", "p['a' span['b']] ul[li['c']]"),
        Arguments.of(
            "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
            "ul[li['a'] li['b' ul[li['c']]] li['d']] 'e'"),
        Arguments.of("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl[dt['a'] dd['b'] dt['c'] dd['d']]"),
        Arguments.of("<h1>a<h2>b</h1>c", "h1['a'] h2['b'] 'c'"),
        Arguments.of(
            "<select><option>a<option>b<optgroup><option>c</select>d",
            "select[option['a'] option['b'] optgroup[option['c']]] 'd'"),
        Arguments.of("<ruby>a<rp>(<rt>b<rp>)</ruby>", "ruby['a' rp['('] rt['b'] rp[')']]"),
        Arguments.of("<button>a<button>b", "button['a'] button['b']"),
        Arguments.of("</p>a</br>b", "p 'a' br 'b'"),
        Arguments.of("<a href=x>a</nav></a>", "a{href=x}['a']"),
        // formatting elements and the adoption agency
        Arguments.of("<b>1<i>2</b>3</i>4", "b['1' i['2']] i['3'] '4'"),
        Arguments.of("<b>1<p>2</b>3</p>4", "b['1'] p[b['2'] '3'] '4'"),
        Arguments.of("<p><b class=x>1<p>2", "p[b{class=x}['1']] p[b{class=x}['2']]"),
        Arguments.of("<a>1<a>2", "a['1'] a['2']"),
        Arguments.of("<a>1<div>2<a>3", "a['1'] div[a['2'] a['3']]"),
        Arguments.of("<b><b><b><b><p>x</b></b></b></b><p>y", "b[b[b[b]] p[b[b[b['x']]]] p['y']]"),
        Arguments.of("<i><div><b><u><s>x</i>y", "i div[i[b[u[s['x']]]] b[u[s['y']]]]"),
        Arguments.of("<nobr>a<nobr>b", "nobr['a'] nobr['b']"),
        Arguments.of("<b><object>a</b>b</object>c", "b[object['ab'] 'c']"),
        // tables
        Arguments.of(
            "<table><tr><td>a<td>b<tr><th>c</table>",
            "table[tbody[tr[td['a'] td['b']] tr[th['c']]]]"),
        Arguments.of("<table>a<tr>b<td>c</td>d</table>e", "'abd' table[tbody[tr[td['c']]]] 'e'"),
        Arguments.of("<table><b>x<tr><td>y", "b['x'] table[tbody[tr[td['y']]]]"),
        Arguments.of(
            "<table><caption>a<col><tbody><tr><td>b",
            "table[caption['a'] colgroup[col] tbody[tr[td['b']]]]"),
        Arguments.of(
            "<table><tr><td><table><tr><td>a</table>b</table>c",
            "table[tbody[tr[td[table[tbody[tr[td['a']]]] 'b']]]] 'c'"),
        Arguments.of(
            "<table><form><input type=hidden><tr><td>a",
            "table[form input{type=hidden} tbody[tr[td['a']]]]"),
        Arguments.of("<td>a</td><tr>b", "'ab'"),
        // text that is only text
        Arguments.of("<textarea>\n\na<b></textarea>b", "textarea['\na<b>'] 'b'"),
        Arguments.of(
            "<script>a<!--<script>b</script>--></script>c",
            "script['a<!--<script>b</script>-->'] 'c'"),
        Arguments.of("<script>'</scripts>'</ScRiPt >c", "script[''</scripts>''] 'c'"),
        Arguments.of(
            "<xmp><b></xmp>a<plaintext><b></plaintext>",
            "xmp['<b>'] 'a' plaintext['<b></plaintext>']"),
        Arguments.of("<iframe><p></iframe><noembed><p></noembed>", "iframe['<p>'] noembed['<p>']"),
        Arguments.of("a<noscript><p>b</noscript>", "'a' noscript[p['b']]"),
        Arguments.of("<pre>\na\n</pre>", "pre['a\n']"),
        // tags, attributes, comments, references
        Arguments.of("<P CLASS=A Class=b iD='c'>x</P\n>", "p{class=A id=c}['x']"),
        Arguments.of(
            "<a href = 'x&amp;y&copy=1' title=\"&lt\">z</a>", "a{href=x&y&copy=1 title=<}['z']"),
        Arguments.of("<img src=a/b/><br/>x", "img{src=a/b/} br 'x'"),
        Arguments.of("a<!-- <p> -->b<!-->c<!--->d<!--e--!>f<?g?>h</ i>j</>k<!l>m", "'abcdfhjkm'"),
        Arguments.of("a < b <3 <", "'a < b <3 <'"),
        Arguments.of(
            "&amp;&#65;&#x42;&notin;&noti;&#x80;&;&x;&", "'&AB\u2209\u00aci;\u20ac&;&x;&'"),
        Arguments.of("a<div class=", "'a'"),
        Arguments.of("<x-y Z>a<X-y>b</x-Y></x-y>c", "x-y['a' x-y['b']] 'c'"),
        // SVG and MathML
        Arguments.of(
            "<svg><g/></g><path/><title><b>a</b></title></svg>b",
            "svg:svg[svg:g svg:path svg:title[b['a']]] 'b'"),
        Arguments.of(
            "<math><mi>a</mi><mo><b>c</b></mo></math>d",
            "math:math[math:mi['a'] math:mo[b['c']]] 'd'"),
        Arguments.of("<svg><rect><p>a", "svg:svg[svg:rect] p['a']"),
        Arguments.of("<svg><![CDATA[a<b>&amp;]]></svg>c", "svg:svg['a<b>&amp;'] 'c'"),
        Arguments.of(
            "<math><annotation-xml encoding=text/html><p>a</math>",
            "math:math[math:annotation-xml{encoding=text/html}[p['a']]]"),
        // templates, forms, frames
        Arguments.of(
            "<div><template><tr><td>a</template>b</div>", "div[template[tr[td['a']]] 'b']"),
        Arguments.of("<form>a<form>b</form>c", "form['ab'] 'c'"),
        Arguments.of("<form><div></form>a", "form[div['a']]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void theBodyIsAsTheStandardHasIt(String page, String body) {
    String whole = "html[head body[" + body + "]]";
    assertEquals(whole, parse("<!doctype html><body>" + page));
    assertEquals(whole, TreeText.of(JsoupTree.of("<!doctype html><body>" + page)));
  }
}
