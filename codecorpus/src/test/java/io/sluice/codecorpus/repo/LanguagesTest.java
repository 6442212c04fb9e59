package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.codecorpus.data.DataFiles;
import io.sluice.codecorpus.data.DataMap;
import io.sluice.ingest.config.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static final DataFiles FILES = DataFiles.packaged();
  private static final Languages LANGUAGES = Languages.of(FILES.parse(DataFiles.LANGUAGES));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "A.java | class A {} | java",
        "A.JAVA | class A {} | java",
        "a.py | x | python",
        "Makefile | all: | makefile",
        "CMakeLists.txt | project(x) | cmake",
        "Dockerfile | FROM x | dockerfile",
        "tool | #!/usr/bin/env python3.11 | python",
        "tool | #!/usr/bin/env -S node | javascript",
        "tool | #!/bin/sh -e | shell",
        "tool | #! /usr/bin/perl | perl",
        "tool.unknown | #!/bin/bash | shell",
        "x.h | int f(void); | c",
        "x.h | namespace a { } | c++",
        "x.h | @interface A | objective-c",
        "x.m | function y = f(x) | matlab",
        "x.m | @implementation A | objective-c",
        "x.pl | use strict; | perl",
        "x.pl | a(X) :- b(X). | prolog",
        "x.ts | let a: number = 1 | typescript",
        "x.ts | <?xml version=\"1.0\"?> | xml",
        "x.v | module m; | verilog",
        "x.v | Theorem a : b. | coq",
        "x.R | x <- 1 | r",
        "boot.S | mov | assembly",
        "README | words | none",
        "x.unknown | words | none",
        ". | words | none",
        "tool | #! | none",
        "tool | #!/usr/bin/env | none"
      })
  void filesAreTold(String name, String text, String language) {
    assertEquals(language, LANGUAGES.detect(name, text).orElse(null));
  }

  @Test
  void emptyNamesAndTextsHaveNoLanguage() {
    assertEquals(null, LANGUAGES.detect("", "").orElse(null));
    assertEquals("java", LANGUAGES.detect(".java", "").orElse(null));
  }

  @Test
  void thereAreManyLanguagesAndEachWithRulesIsKnown() {
    assertTrue(LANGUAGES.names().size() >= 60, "only " + LANGUAGES.names().size());
    for (String name : FILES.parse(DataFiles.RULES).map("languages").keys()) {
      assertTrue(LANGUAGES.names().contains(name), name);
    }
  }

  @Test
  void anExtensionOfTwoLanguagesIsRefused() {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                Languages.of(
                    DataMap.parse("l", "languages: {a: {extensions: [x]}, b: {extensions: [x]}}")));
    assertEquals(
        "l.languages.b.extensions: got x, allowed values of one language only; a has it too",
        error.getMessage());
  }
}
