package io.sluice.ingest.html.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("bodies")
  void theBodyIsAsTheStandardHasIt(String page, String body) {
    String whole = "html[head body[" + body + "]]";
    assertEquals(whole, parse("<!doctype html><body>" + page));
    assertEquals(whole, TreeText.of(JsoupTree.of("<!doctype html><body>" + page)));
  }

  /** A whole page and its tree; jsoup must give the same, but for blanks. */
  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("", "html[head body]"),
        Arguments.of("x", "html[head body['x']]"),
        Arguments.of("<title>a&amp;<b></title>b", "html[head[title['a&<b>']] body['b']]"),
        Arguments.of(
            "<html lang=a><html lang=b dir=c><body id=d><body id=e class=f>g",
            "html{dir=c lang=a}[head body{class=f id=d}['g']]"),
        Arguments.of(
            "<head><meta charset=x></head><link rel=y><p>z",
            "html[head[meta{charset=x} link{rel=y}] body[p['z']]]"),
        Arguments.of("a</body></html>b<p>c", "html[head body['ab' p['c']]]"),
        Arguments.of("<p>a<table><tr><td>b", "html[head body[p['a' table[tbody[tr[td['b']]]]]]]"),
        Arguments.of("<!doctype html><p>a<table>", "html[head body[p['a'] table]]"),
        Arguments.of(
            "<frameset><frame src=a><frameset></frameset></frameset><noframes>b</noframes>",
            "html[head frameset[frame{src=a} frameset] noframes['b']]"),
        Arguments.of(
            "<head><template><p>a</template></head>b", "html[head[template[p['a']]] body['b']]"),
        Arguments.of("<template><div>a", "html[head[template[div['a']]] body]"),
        Arguments.of(
            "<head><noscript><img src=a></noscript><title>b</title></head>c",
            "html[head[noscript[img{src=a}] title['b']] body['c']]"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("pages")
  void theWholePageIsAsTheStandardHasIt(String page, String tree) {
    assertEquals(tree, parse(page));
    assertEquals(tree, TreeText.withoutBlanks(JsoupTree.of(page)));
  }

  @Test
  void aNoscriptOfTheHeadHoldsWhatItHolds() {
    assertEquals(
        "html[head[noscript['a' p[b['b']]] meta{name=c}] body['d']]",
        parse("<head><noscript>a<p><b>b</noscript><meta name=c></head>d"));
    assertEquals("html[head[noscript[p['a']]] body['b']]", parse("<noscript><p>a<body>b"));
    assertEquals("html[head[noscript[p['a']]] body['b']]", parse("<head><noscript><p>a</head>b"));
    assertEquals(
        "html[head[noscript] body[table[tbody[tr[td['a']]]]]]",
        parse("<noscript><table><tr><td>a</noscript>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!doctype>",
        "<!doctype htm>",
        "<!doctype html public>",
        "<!doctype html x>",
        "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
        "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 3.2//EN' 'x'>",
        "<!doctype html system 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd'>"
      })
  void aTableMayStandInAParagraphInQuirksMode(String doctype) {
    assertEquals("html[head body[p[table]]]", parse(doctype + "<p><table>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html>",
        "<!DOCTYPE  hTmL >",
        "<!doctype html system 'about:legacy-compat'>",
        "<!doctype html public '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>",
        "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//EN\" 'x'>",
        " <!-- c --> <!doctype html public \"-//W3C//DTD XHTML 1.0 Strict//EN\">"
      })
  void aTableEndsAParagraphElsewhere(String doctype) {
    assertEquals("html[head body[p table]]", parse(doctype + "<p><table>"));
  }

  @Test
  void fourAlikeFormattingElementsAreThree() {
    assertEquals(
        "html[head body[p[b[b[b[b['x']]]]] p[b[b[b['y']]]]]]", parse("<p><b><b><b><b>x<p>y"));
    assertEquals(
        "html[head body[p[b[b[b[b['x']]]]] p[b[b[b[b['y']]]]]]]",
        parse("<p><b><b><b foo=1><b>x<p>y"));
  }

  @Test
  void selectsAreAsTheStandardHasThemToday() {
    assertEquals(
        "html[head body[select[option['a' span['b']] div['c']]]]",
        parse("<select><option>a<span>b</span></option><div>c"));
    assertEquals("html[head body[select['a'] 'b']]", parse("<select>a<select>b"));
    assertEquals("html[head body[select[option['a']] input]]", parse("<select><option>a<input>"));
  }
}
