package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Score;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
  private static final Percentiles CUTS =
      new Percentiles(Score.QUALITY, "eng", Collections.nCopies(19, 2048));
  private static final Cell FIRST =
      new Cell(Kind.WEB, "cc", "eng", 19, -1, 2, 0, 3, 15_000, 60_000);
  private static final Cell SECOND =
      new Cell(Kind.CODE, "git \"quoted\" 名", "java", -1, 7, 0, 5, 1, 10, 40);
  private static final Inventory SMALL =
      Inventory.of(
          InventorySpec.DEFAULT, List.of("java", "eng"), List.of(CUTS), 2, List.of(SECOND, FIRST));

  private static UserError refused(String json) {
    return assertThrows(
        UserError.class,
        () ->
            Inventory.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "i.json"));
  }

  @Test
  void itIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
    SMALL.write(folder.resolve("inventory.json"));
    assertEquals(SMALL, Inventory.read(folder.resolve("inventory.json")));
  }

  @Test
  void itsTextIsOneLineACell() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SMALL.write(out);
    String cuts = String.join(",", Collections.nCopies(19, "2048"));
    assertEquals(
        """
        {
        "format": 1,
        "spec": {"ensemble":["quality"],"tier_score":"code_quality","weighting":"documents",\
        "per_language":true,"length_cuts":[1024,4096,8192,32768,131072],"max_languages":400},
        "uncounted": 2,
        "languages": ["eng","java"],
        "percentiles": [
        {"score":"quality","group":"eng","cuts":[CUTS]}
        ],
        "cells": [
        ["web","cc","eng",19,-1,2,0,3,15000,60000],
        ["code","git \\"quoted\\" 名","java",-1,7,0,5,1,10,40]
        ]
        }
        """
            .replace("CUTS", cuts),
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theOrderInWhichItIsMadeDoesNotShow() {
    assertEquals(
        SMALL,
        Inventory.of(
            InventorySpec.DEFAULT,
            List.of("eng", "java"),
            List.of(CUTS),
            2,
            List.of(FIRST, SECOND)));
  }

  @Test
  void whatIsNoInventoryIsTheUsersError() {
    for (String json : List.of("", "null", "{}", "[1]", "{\"format\": 2}", "not json")) {
      assertTrue(refused(json).getMessage().startsWith("i.json: "), json);
      assertTrue(refused(json).remedy().contains("sluice inventory"), json);
    }
  }

  @Test
  void aFileThatWasCutOffIsTheUsersError() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SMALL.write(out);
    String json = out.toString(StandardCharsets.UTF_8);
    for (int length = 0; length < json.length() - 2; length += 7) {
      refused(json.substring(0, length));
    }
  }

  @Test
  void aCellThatStandsTwiceIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Inventory.of(InventorySpec.DEFAULT, List.of(), List.of(), 0, List.of(FIRST, FIRST)));
  }

  private static Facts facts(String lang, Measures<Score> scores) {
    return new Facts("d", Kind.WEB, "cc", lang, 4096, 9, scores, 3);
  }

  @Test
  void documentsAreClassifiedByTheirOwnLanguagesCuts() {
    Classifier classifier = SMALL.classifier();
    assertEquals(
        new CellKey(Kind.WEB, "cc", "eng", 19, -1, 2, 2),
        classifier.classify(facts("eng", Measures.scores().put(Score.QUALITY, 0.5))));
    assertEquals(
        new CellKey(Kind.WEB, "cc", "eng", 0, -1, 2, 2),
        classifier.classify(facts("eng", Measures.scores().put(Score.QUALITY, 0.49))));
    assertEquals(
        new CellKey(Kind.WEB, "cc", "other", -1, -1, 2, 2),
        classifier.classify(facts("deu", Measures.scores().put(Score.QUALITY, 0.5))));
    assertEquals(
        new CellKey(Kind.WEB, "cc", "other", -1, -1, 2, 2),
        classifier.classify(facts(null, Measures.scores())));
  }

  @Test
  void theEnsembleIsTheGreatestInteger() {
    InventorySpec spec =
        new InventorySpec(
            List.of(Score.QUALITY, Score.MATH),
            Score.CODE_QUALITY,
            Weighting.BYTES,
            false,
            List.of(),
            1);
    List<Integer> rising = new java.util.ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      rising.add(i * 200);
    }
    Classifier classifier =
        new Classifier(
            spec,
            List.of("eng"),
            List.of(
                new Percentiles(Score.QUALITY, "", rising),
                new Percentiles(Score.MATH, "", rising)));
    assertEquals(
        10,
        classifier
            .classify(facts("eng", Measures.scores().put(Score.QUALITY, 0.5).put(Score.MATH, 0.1)))
            .quality());
    assertEquals(
        20 - 1,
        classifier
            .classify(facts("eng", Measures.scores().put(Score.QUALITY, 0.5).put(Score.MATH, 1)))
            .quality());
  }
}
