package io.sluice.bench;

import io.sluice.ingest.html.MainText;
import io.sluice.ingest.html.tree.HtmlParser;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jsoup.Jsoup;

/**
 * Reads pages again and again: {@code HtmlBench PAGES parse|jsoup|extract ROUNDS}. A page is its
 * length (4 bytes, big-endian) and its UTF-8. Prints the rate of each round in MB/s of the thread's
 * CPU time, and a sum over what was made.
 */
public final class HtmlBench {
  private HtmlBench() {}

  public static void main(String[] args) throws IOException {
    List<byte[]> pages = read(Path.of(args[0]));
    long bytes = pages.stream().mapToLong(page -> page.length).sum();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ToIntFunction<byte[]> work = work(args[1]);
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      long began = threads.getCurrentThreadCpuTime();
      long made = 0;
      for (byte[] page : pages) {
        made += work.applyAsInt(page);
      }
      double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
      System.out.printf(Locale.ROOT, "%.1f %d%n", bytes / 1e6 / seconds, made);
    }
  }

  private static ToIntFunction<byte[]> work(String name) {
    switch (name) {
      case "parse" -> {
        HtmlParser parser = new HtmlParser();
        return page -> parser.parse(page, 0, page.length).size();
      }
      case "extract" -> {
        MainText mainText = new MainText();
        return page -> mainText.extract(page, "utf-8", "https://a.test/").text().length();
      }
      case "jsoup" -> {
        return page -> Jsoup.parse(new String(page, StandardCharsets.UTF_8)).childNodeSize();
      }
      default ->
          throw new IllegalArgumentException("got " + name + ", allowed parse, jsoup, extract");
    }
  }

  private static List<byte[]> read(Path file) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        byte[] page = new byte[in.readInt()];
        in.readFully(page);
        pages.add(page);
      }
    } catch (EOFException end) {
      return pages;
    }
  }
}
