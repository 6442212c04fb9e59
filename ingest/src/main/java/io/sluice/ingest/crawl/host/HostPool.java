package io.sluice.ingest.crawl.host;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Fetches the hosts of a task: several at the same time, each at its own pace. Hosts are taken from
 * the iterator as places become free, so that memory holds no more of them than are being asked.
 */
public final class HostPool {
  private static final int STOP_SECONDS = 30;

  private final HostTools tools;

  /** A pool for one task. */
  public HostPool(HostTools tools) {
    this.tools = tools;
  }

  /**
   * Fetches them all.
   *
   * @param stopped whether to stop: asked about once a second
   * @throws IOException where the store fails; what is wrong with a host is its own
   */
  public void run(Iterator<HostBatch> hosts, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    PaceConfig config = tools.settings().pace();
    Semaphore places = new Semaphore(config.hostsAtOnce());
    AtomicReference<Throwable> failed = new AtomicReference<>();
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "crawl");
              thread.setDaemon(true);
              return thread;
            });
    try {
      while (hosts.hasNext() && failed.get() == null) {
        HostBatch batch = hosts.next();
        take(places, 1, stopped);
        HostRun run = new HostRun(batch, tools);
        AtomicInteger working = new AtomicInteger(config.connectionsPerHost());
        for (int i = 0; i < config.connectionsPerHost(); i++) {
          threads.execute(() -> work(run, working, places, failed));
        }
      }
      take(places, config.hostsAtOnce(), stopped);
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
    if (failed.get() instanceof IOException e) {
      throw e;
    }
    if (failed.get() != null) {
      throw new IllegalStateException("the crawl failed", failed.get());
    }
  }

  private static void take(Semaphore places, int number, BooleanSupplier stopped)
      throws InterruptedException {
    while (!places.tryAcquire(number, 1, TimeUnit.SECONDS)) {
      if (stopped.getAsBoolean()) {
        throw new InterruptedException("stopped");
      }
    }
  }

  private static void work(
      HostRun run, AtomicInteger working, Semaphore places, AtomicReference<Throwable> failed) {
    boolean whole = false;
    try {
      run.work();
      whole = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed.compareAndSet(null, e);
    } catch (IOException | RuntimeException | Error e) {
      failed.compareAndSet(null, e);
    }
    if (working.decrementAndGet() == 0) {
      try {
        if (whole && failed.get() == null) {
          run.finish();
        }
      } catch (IOException | RuntimeException e) {
        failed.compareAndSet(null, e);
      } finally {
        places.release();
      }
    }
  }
}
