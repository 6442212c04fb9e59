package io.sluice.bench;

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
import org.jsoup.Jsoup;

/**
 * Parses pages again and again: {@code HtmlParserBench PAGES sluice|jsoup ROUNDS}. A page is its
 * length (4 bytes, big-endian) and its UTF-8. Prints the rate of each round in MB/s of the thread's
 * CPU time.
 */
public final class HtmlParserBench {
  private HtmlParserBench() {}

  public static void main(String[] args) throws IOException {
    List<byte[]> pages = read(Path.of(args[0]));
    long bytes = pages.stream().mapToLong(page -> page.length).sum();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    HtmlParser parser = new HtmlParser();
    boolean jsoup = args[1].equals("jsoup");
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      long began = threads.getCurrentThreadCpuTime();
      long nodes = 0;
      for (byte[] page : pages) {
        nodes +=
            jsoup
                ? Jsoup.parse(new String(page, StandardCharsets.UTF_8)).childNodeSize()
                : parser.parse(page, 0, page.length).size();
      }
      double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
      System.out.printf(Locale.ROOT, "%.1f %d%n", bytes / 1e6 / seconds, nodes);
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
