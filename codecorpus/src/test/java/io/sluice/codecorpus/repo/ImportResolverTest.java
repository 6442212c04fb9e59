package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportResolverTest {
  private static List<String> imports(
      String language, String from, String text, String... otherPaths) {
    return imports(Map.of(), language, from, text, otherPaths);
  }

  private static List<String> imports(
      Map<String, String> modules,
      String language,
      String from,
      String text,
      String... otherPaths) {
    List<String> paths = new ArrayList<>(List.of(otherPaths));
    paths.add(from);
    paths.sort(null);
    ImportResolver resolver = new ImportResolver(new PathIndex(paths), modules);
    return Arrays.stream(resolver.imports(language, paths.indexOf(from), text))
        .mapToObj(paths::get)
        .toList();
  }

  @Test
  void javaClassesAreFoundUnderAnySourceRoot() {
    assertEquals(
        List.of(
            "a/src/main/java/x/y/B.java",
            "b/src/main/java/x/z/C.java",
            "b/src/main/java/x/z/D.java"),
        imports(
            "java",
            "a/src/main/java/x/y/A.java",
            """
            package x.y;
            import x.y.B;
            import static x.z.C.method;
            import x.z.D.Inner;
            import java.util.List;
            import x.y.A;
            """,
            "a/src/main/java/x/y/B.java",
            "b/src/main/java/x/z/C.java",
            "b/src/main/java/x/z/D.java",
            "b/src/main/java/other/List.java"));
  }

  @Test
  void javaWildcardsNameAFolder() {
    assertEquals(
        List.of("src/x/z/C.java", "src/x/z/D.java"),
        imports(
            "java",
            "src/x/A.java",
            "import x.z.*;",
            "src/x/z/C.java",
            "src/x/z/D.java",
            "src/x/z/deep/E.java"));
  }

  @Test
  void pythonModulesPackagesAndDotsAreFound() {
    String text =
        """
        import os, pkg.util as u
        from . import sibling
        from .sub import (
            one,  # a remark, with a comma
            two as three,
        )
        from ..top import x
        from pkg.deep import thing
        from ...... import above
        """;
    assertEquals(
        List.of(
            "pkg/deep/__init__.py",
            "pkg/in/sibling.py",
            "pkg/in/sub/__init__.py",
            "pkg/in/sub/one.py",
            "pkg/top.py",
            "pkg/util.py"),
        imports(
            "python",
            "pkg/in/main.py",
            text,
            "pkg/deep/__init__.py",
            "pkg/in/sibling.py",
            "pkg/in/sub/__init__.py",
            "pkg/in/sub/one.py",
            "pkg/top.py",
            "pkg/util.py",
            "other/os/nothing.py"));
  }

  @Test
  void scriptsAreFoundByRelativePath() {
    String text =
        """
        import a from './a';
        import { b } from "../lib";
        const c = require('./c.js');
        export * from './types';
        import('./lazy.mjs');
        import './side.css';
        import react from 'react';
        import d from '@/d';
        import e from './ts-source.js';
        """;
    assertEquals(
        List.of(
            "src/app/a.tsx",
            "src/app/c.js",
            "src/app/lazy.mjs",
            "src/app/side.css",
            "src/app/ts-source.ts",
            "src/app/types.d.ts",
            "src/d.vue",
            "src/lib/index.ts"),
        imports(
            "typescript",
            "src/app/main.ts",
            text,
            "src/app/a.tsx",
            "src/app/c.js",
            "src/app/lazy.mjs",
            "src/app/side.css",
            "src/app/ts-source.ts",
            "src/app/types.d.ts",
            "src/d.vue",
            "src/lib/index.ts",
            "react.js"));
  }

  @Test
  void headersAreFoundBesideOrByTheEndOfTheirPath() {
    String text =
        """
        #include "local.h"
          #  include "../up.h"
        #include "lib/deep.h"
        #include <lib/angle.h>
        #include <stdio.h>
        """;
    assertEquals(
        List.of("inc/lib/angle.h", "inc/lib/deep.h", "src/local.h", "up.h"),
        imports(
            "c",
            "src/main.c",
            text,
            "inc/lib/angle.h",
            "inc/lib/deep.h",
            "inc/local.h",
            "src/local.h",
            "src/stdio.h",
            "up.h"));
  }

  @Test
  void goPackagesAreFoldersOfTheModule() {
    String text =
        """
        package main

        import (
        \t"fmt"
        \tu "example.org/m/util" // used
        \t"example.org/m"
        \t"example.org/elsewhere/util"
        )

        func main() {
        \tx := []string{
        \t"example.org/m/late"
        \t}
        }
        """;
    assertEquals(
        List.of("go/m.go", "go/util/a.go", "go/util/b.go"),
        imports(
            Map.of("example.org/m", "go"),
            "go",
            "go/cmd/main.go",
            text,
            "go/m.go",
            "go/m_test.go",
            "go/util/a.go",
            "go/util/b.go",
            "go/util/a_test.go",
            "go/late/x.go",
            "fmt/fmt.go"));
    assertEquals(List.of(), imports("go", "cmd/main.go", text, "util/a.go"));
  }

  @Test
  void rustRubyAndProtobufAreFound() {
    assertEquals(
        List.of("src/a.rs", "src/b/mod.rs", "src/c/d.rs"),
        imports(
            "rust",
            "src/main.rs",
            "mod a;\npub(crate) mod b;\nuse crate::c::d::Thing;\nmod inline { }\n",
            "src/a.rs",
            "src/b/mod.rs",
            "src/c/d.rs",
            "src/inline.rs"));
    assertEquals(
        List.of("src/a/inner.rs"),
        imports("rust", "src/a.rs", "mod inner;", "src/a/inner.rs", "src/inner.rs"));
    assertEquals(
        List.of("lib/a.rb", "lib/b/c.rb"),
        imports(
            "ruby",
            "lib/main.rb",
            "require_relative 'a'\nrequire 'b/c'\nrequire 'set'\n",
            "lib/a.rb",
            "lib/b/c.rb"));
    assertEquals(
        List.of("proto/x/y.proto"),
        imports("protocol buffer", "proto/z.proto", "import \"x/y.proto\";", "proto/x/y.proto"));
  }

  @Test
  void brokenAndOddTextsImportNothing() {
    for (String language : new String[] {"java", "python", "typescript", "c", "go", "rust"}) {
      for (String text :
          new String[] {
            "",
            "\n",
            "import",
            "from",
            "import .",
            "from . import",
            "#include \"\"",
            "\ud83d",
            "import \"",
            "from .. import *",
            "import ../..",
            "require('.",
            "use crate::"
          }) {
        assertEquals(List.of(), imports(language, "a/b.x", text), language + ": " + text);
      }
    }
  }

  @Test
  void namesSharedByManyFilesCostLittle() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      paths.add(String.format(Locale.ROOT, "p%05d/utils.py", i));
    }
    ImportResolver resolver = new ImportResolver(new PathIndex(paths), Map.of());
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < paths.size(); i++) {
            assertEquals(
                0, resolver.imports("python", i, "import x.utils\nimport nothing\n").length);
          }
        });
  }

  @Test
  void aHugeLineOfDotsIsNoTrouble() {
    assertEquals(List.of(), imports("java", "A.java", "import " + "a.".repeat(500_000)));
    assertEquals(List.of(), imports("python", "a.py", "from " + ".".repeat(500_000) + " import x"));
    assertEquals(List.of(), imports("javascript", "a.js", "from '" + "../".repeat(100_000)));
  }
}
