package io.sluice.dedup.spark;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pages of the kind that MinHash leaves: one frame, the name of a place changed throughout. */
final class TemplatePages {
  static final List<String> UNRELATED =
      List.of(
          "The senate voted late on Thursday to extend the deadline for comments on the harbour "
              + "plan, after fishermen complained that the maps were wrong.",
          "To make the dough, mix flour, salt and cold butter until it looks like crumbs, add an "
              + "egg, and let it rest in the refrigerator for an hour.",
          "A binary search halves the interval in each step, so that a sorted array of a million "
              + "numbers needs no more than twenty comparisons.",
          "The striker scored twice in the second half, and the visitors never recovered from the "
              + "red card shown to their goalkeeper.");

  private TemplatePages() {}

  /** Notices of five offices. */
  static List<String> notices() {
    return List.of(
        notice("Springfield", 4471, "March 3"),
        notice("Riverton", 2083, "May 14"),
        notice("Oakland", 9150, "June 2"),
        notice("Clayton", 3317, "April 21"),
        notice("Dover", 6624, "July 9"));
  }

  private static String notice(String place, int number, String date) {
    return "Cookie notice: this site of the "
        + place
        + " office uses cookies to remember your settings and to count visits. You can refuse them "
        + "in the settings of your browser, version "
        + number
        + " or later, at any time, but some pages may then not work as expected. We do not sell "
        + "data to third parties. Questions about this notice of "
        + date
        + " are answered by our data protection officer in room "
        + number
        + " by letter or by e-mail. The notice was last changed on "
        + date
        + " and applies to all pages of this site.";
  }

  /** Jaccard similarity of the sets of word 5-shingles. */
  static double jaccard(String a, String b) {
    Set<List<String>> left = shingles(a);
    Set<List<String>> right = shingles(b);
    Set<List<String>> both = new HashSet<>(left);
    both.retainAll(right);
    return (double) both.size() / (left.size() + right.size() - both.size());
  }

  private static Set<List<String>> shingles(String text) {
    String[] words = text.split(" ");
    Set<List<String>> shingles = new HashSet<>();
    for (int i = 0; i + 5 <= words.length; i++) {
      shingles.add(List.copyOf(Arrays.asList(words).subList(i, i + 5)));
    }
    return shingles;
  }
}
