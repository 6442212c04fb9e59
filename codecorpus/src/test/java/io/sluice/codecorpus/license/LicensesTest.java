package io.sluice.codecorpus.license;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensesTest {
  private static final String BSD =
      """
      Redistribution and use in source and binary forms, with or without
      modification, are permitted provided that the following conditions are met:
      1. Redistributions of source code must retain the above copyright notice.
      2. Redistributions in binary form must reproduce the above copyright notice.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Apache License\\n   Version 2.0, January 2004 | Apache-2.0",
        "GNU GENERAL PUBLIC LICENSE\\n    Version 2, June 1991 | GPL-2.0",
        "GNU GENERAL PUBLIC LICENSE\\n    Version 3, 29 June 2007 | GPL-3.0",
        "GNU LESSER GENERAL PUBLIC LICENSE\\n  Version 3, 29 June 2007 | LGPL-3.0",
        "GNU LESSER GENERAL PUBLIC LICENSE\\n  Version 2.1, February 1999 | LGPL-2.1",
        "GNU AFFERO GENERAL PUBLIC LICENSE\\n Version 3, 19 November 2007 | AGPL-3.0",
        "Mozilla Public License Version 2.0\\n 1.4. \"Covered Software\" | MPL-2.0",
        "Eclipse Public License - v 2.0\\n \"Contribution\" means: | EPL-2.0",
        "This is free and unencumbered software released into the public domain. | Unlicense"
      })
  void wholeLicencesAreKnownByTheirPhrases(String text, String spdx) {
    assertEquals(Optional.of(spdx), Licenses.ofLicenseFile(text.replace("\\n", "\n")));
  }

  @Test
  void theBsdFamilyIsToldApart() {
    assertEquals(Optional.of("BSD-2-Clause"), Licenses.ofLicenseFile(BSD));
    assertEquals(
        Optional.of("BSD-3-Clause"),
        Licenses.ofLicenseFile(
            BSD + "may be used to endorse or promote products derived from this software"));
    assertEquals(
        Optional.of("BSD-4-Clause"),
        Licenses.ofLicenseFile(
            BSD
                + "All advertising materials mentioning features must display\n"
                + "endorse or promote products derived from this software"));
  }

  @Test
  void mitAndIscAreKnownWhateverTheLineBreaksAndQuotes() {
    String mit =
        """
         * Permission is hereby granted, free of charge, to any person
         * obtaining a copy of this software and associated documentation
         * files (the "Software"), to deal in the Software ...
         * The above copyright notice and this permission notice shall be
         * included in all copies.
        """;
    assertEquals(Optional.of("MIT"), Licenses.ofLicenseFile(mit));
    assertEquals(Optional.of("MIT"), Licenses.ofHeader("/*\n" + mit + " */\nint x;\n"));
    assertEquals(
        Optional.of("ISC"),
        Licenses.ofLicenseFile(
            "Permission to use, copy, modify, and/or distribute this software for any purpose "
                + "with or without fee is hereby granted, provided that the above copyright "
                + "notice and this permission notice appear in all copies."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// SPDX-License-Identifier: Apache-2.0 | Apache-2.0",
        "/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */ | "
            + "GPL-2.0-only WITH Linux-syscall-note",
        "# SPDX-License-Identifier: (MIT OR Apache-2.0) | ( MIT OR Apache-2.0 )",
        "<!-- SPDX-License-Identifier: BSD-3-Clause --> | BSD-3-Clause",
        "# Licensed under the Apache License, Version 2.0 (the \"License\") | Apache-2.0",
        "// Licensed under the MIT License. | MIT",
        "# GNU General Public License as published by the Free Software Foundation, either "
            + "version 3 of the License, or (at your option) any later version | GPL-3.0-or-later",
        "# GNU Lesser General Public License v2.1 | LGPL-2.1"
      })
  void headersAreRead(String header, String spdx) {
    assertEquals(Optional.of(spdx), Licenses.ofHeader(header + "\ncode();\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "int x;",
        "All rights reserved.",
        "// SPDX-License-Identifier:",
        "// SPDX-License-Identifier: ((((",
        "\ud83d licen\ude00ce"
      })
  void whatNamesNoLicenceGivesNone(String text) {
    assertEquals(Optional.empty(), Licenses.ofHeader(text));
    assertEquals(Optional.empty(), Licenses.ofLicenseFile(text));
  }

  @Test
  void licenceFilesAreKnownByName() {
    for (String name :
        List.of(
            "LICENSE",
            "LICENSE.txt",
            "License.md",
            "LICENCE",
            "COPYING",
            "COPYING.LESSER",
            "UNLICENSE",
            "LICENSE-MIT",
            "LICENSES")) {
      assertTrue(Licenses.isLicenseFile(name), name);
    }
    for (String name : List.of("license.py", "License.java", "README", "licensed.txt", "copy")) {
      assertFalse(Licenses.isLicenseFile(name), name);
    }
  }

  @Test
  void anEmptyListAllowsEverything() {
    AllowedLicenses all = new AllowedLicenses(List.of());
    assertTrue(all.permits(null));
    assertTrue(all.permits("GPL-3.0"));
    assertTrue(all.permits("((("));
  }

  @Test
  void expressionsAreMetByTheAllowedLicences() {
    AllowedLicenses some = new AllowedLicenses(List.of("mit", "Apache-2.0", "GPL-2.0"));
    assertTrue(some.permits("MIT"));
    assertTrue(some.permits("GPL-2.0-or-later"));
    assertTrue(some.permits("GPL-2.0+"));
    assertTrue(some.permits("GPL-2.0-only WITH Classpath-exception-2.0"));
    assertTrue(some.permits("MIT OR Proprietary"));
    assertTrue(some.permits("( MIT AND Apache-2.0 ) OR Other"));
    assertFalse(some.permits("MIT AND Proprietary"));
    assertFalse(some.permits("Proprietary OR Other AND MIT"));
    assertFalse(some.permits("AGPL-3.0"));
    assertFalse(some.permits(null));
    assertFalse(some.permits("MIT MIT"));
    assertFalse(some.permits("(".repeat(10_000)));
    assertTrue(new AllowedLicenses(List.of("NOASSERTION")).permits(null));
  }
}
