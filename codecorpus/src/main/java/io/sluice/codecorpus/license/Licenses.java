package io.sluice.codecorpus.license;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects licences by an {@code SPDX-License-Identifier} line, else by phrases that only one
 * licence holds. Text is compared in lower case with every run of what is neither letter, digit nor
 * dot as one space, so that line breaks, comment signs and quotes do not matter.
 *
 * <p>A GNU licence's file does not say whether later versions are allowed, so the identifier is the
 * plain one ({@code GPL-2.0}); a header that says "or any later version" gives {@code
 * GPL-2.0-or-later}.
 */
public final class Licenses {
  /** A licence file is a small text; more of it is not looked at. Characters. */
  public static final int MAX_LICENSE_CHARS = 100_000;

  /** How far a header reaches into a source file. Characters. */
  static final int HEADER_CHARS = 4_000;

  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)(un)?licen[sc]e(s)?([._-][a-z0-9._-]{1,40})?|copying([._-][a-z0-9._-]{1,40})?");
  private static final Pattern CODE_NAME =
      Pattern.compile("(?i).*\\.(java|py|js|ts|go|c|h|cc|cpp|cs|rb|rs|json|ya?ml|html|php|kt)");
  private static final Pattern TAG =
      Pattern.compile("SPDX-License-Identifier:[ \\t]*([^\\r\\n]{1,200})");
  private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9.+() -]+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{Nd}.]+");

  private static final String BSD_START =
      "redistribution and use in source and binary forms with or without modification are "
          + "permitted provided that the following conditions are met";

  /** A licence and the phrases that must all occur in its own text. First match wins. */
  private record Text(String spdx, List<String> phrases) {
    static Text of(String spdx, String... phrases) {
      return new Text(spdx, List.of(phrases));
    }

    boolean matches(String words) {
      return phrases.stream().allMatch(words::contains);
    }
  }

  private static final List<Text> TEXTS =
      List.of(
          Text.of("AGPL-3.0", "gnu affero general public license version 3 19 november 2007"),
          Text.of("LGPL-3.0", "gnu lesser general public license version 3 29 june 2007"),
          Text.of("LGPL-2.1", "gnu lesser general public license version 2.1 february 1999"),
          Text.of("LGPL-2.0", "gnu library general public license version 2 june 1991"),
          Text.of("GPL-3.0", "gnu general public license version 3 29 june 2007"),
          Text.of("GPL-2.0", "gnu general public license version 2 june 1991"),
          Text.of("MPL-2.0", "mozilla public license version 2.0", "covered software"),
          Text.of("EPL-2.0", "eclipse public license v 2.0", "contribution means"),
          Text.of("EPL-1.0", "eclipse public license v 1.0", "contribution means"),
          Text.of("Apache-2.0", "apache license version 2.0 january 2004"),
          Text.of(
              "Unlicense",
              "this is free and unencumbered software released into the public domain"),
          Text.of(
              "MIT",
              "permission is hereby granted free of charge to any person obtaining a copy of this "
                  + "software and associated documentation files",
              "the above copyright notice and this permission notice shall be included"),
          Text.of(
              "ISC",
              "permission to use copy modify and or distribute this software for any purpose with "
                  + "or without fee is hereby granted provided that the above copyright notice"),
          Text.of(
              "ISC",
              "permission to use copy modify and distribute this software for any purpose with "
                  + "or without fee is hereby granted provided that the above copyright notice"),
          Text.of("BSD-4-Clause", BSD_START, "all advertising materials mentioning features"),
          Text.of("BSD-3-Clause", BSD_START, "endorse or promote products derived from this"),
          Text.of("BSD-2-Clause", BSD_START, "in binary form must reproduce the above copyright"));

  /** Short notices as they stand in headers; tried after the whole texts. */
  private static final List<Text> NOTICES =
      List.of(
          Text.of("Apache-2.0", "licensed under the apache license version 2.0"),
          Text.of("Apache-2.0", "under the apache license version 2.0"),
          Text.of("Apache-2.0", "apache.org licenses license 2.0"),
          Text.of("MPL-2.0", "subject to the terms of the mozilla public license v. 2.0"),
          Text.of("EPL-2.0", "under the terms of the eclipse public license v. 2.0"),
          Text.of("EPL-2.0", "under the terms of the eclipse public license 2.0"),
          Text.of("EPL-1.0", "under the terms of the eclipse public license v1.0"),
          Text.of("MIT", "licensed under the mit license"),
          Text.of("MIT", "released under the mit license"),
          Text.of("MIT", "mit style license that can be found in the license file"),
          Text.of("BSD-3-Clause", "governed by a bsd style license that can be found in the"));

  /** GNU notices name the version after the licence: "either version 2 of the License, or …". */
  private static final Pattern GNU_NOTICE =
      Pattern.compile(
          "gnu (affero |lesser |library )?general public license "
              + "(?:as published by the free software foundation (?:either )?)?"
              + "(?:v|version )([23](?:\\.[01])?)(?: of the license)?( or (?:at your option )?any later)?");

  private Licenses() {}

  /** Whether a file of this name (without its folder) holds a licence's text. */
  public static boolean isLicenseFile(String name) {
    return FILE_NAME.matcher(name).matches() && !CODE_NAME.matcher(name).matches();
  }

  /** The SPDX identifier of a licence file's text, where it is one of the known ones. */
  public static Optional<String> ofLicenseFile(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_LICENSE_CHARS));
    Optional<String> tag = tag(head);
    if (tag.isPresent()) {
      return tag;
    }
    String words = words(head);
    Optional<String> whole = first(TEXTS, words);
    return whole.isPresent() ? whole : notice(words);
  }

  /** The SPDX expression or identifier that the head of a source file states. */
  public static Optional<String> ofHeader(String text) {
    String head = text.substring(0, Math.min(text.length(), HEADER_CHARS));
    Optional<String> tag = tag(head);
    if (tag.isPresent() || !mayHoldNotice(head)) {
      return tag;
    }
    String words = words(head);
    Optional<String> notice = notice(words);
    return notice.isPresent() ? notice : first(TEXTS, words);
  }

  private static Optional<String> tag(String head) {
    Matcher matcher = TAG.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    // what follows the expression may be the end of a comment
    Matcher value = TAG_VALUE.matcher(matcher.group(1));
    return value.lookingAt()
        ? SpdxExpression.parse(value.group().replaceFirst("[\\s-]+$", "")).map(SpdxExpression::text)
        : Optional.empty();
  }

  private static boolean mayHoldNotice(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("licen") || lower.contains("permi") || lower.contains("public domain");
  }

  private static Optional<String> notice(String words) {
    Matcher gnu = GNU_NOTICE.matcher(words);
    if (gnu.find()) {
      String family =
          switch (gnu.group(1) == null ? "" : gnu.group(1).strip()) {
            case "affero" -> "AGPL-";
            case "lesser", "library" -> "LGPL-";
            default -> "GPL-";
          };
      String version = gnu.group(2).length() == 1 ? gnu.group(2) + ".0" : gnu.group(2);
      return Optional.of(family + version + (gnu.group(3) == null ? "" : "-or-later"));
    }
    return first(NOTICES, words);
  }

  private static Optional<String> first(List<Text> texts, String words) {
    return texts.stream().filter(text -> text.matches(words)).map(Text::spdx).findFirst();
  }

  private static String words(String text) {
    return NOT_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
