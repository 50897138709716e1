package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads files by several threads ahead of the one that stores them, in the same order: a file in a
 * bucket takes some hundredths of a second before its first byte comes. Small files are held whole,
 * some megabytes in all; large ones are left to the thread that stores them. Used by one thread.
 */
final class FileFetcher implements Closeable {
  static final int SMALL = 1 << 20;
  private static final int THREADS = 8;
  private static final int MOST_BYTES = 16 << 20;

  /** What a file counts at least, so that the queue has an end; also held of one that lied. */
  private static final int LEAST = 1 << 16;

  /** A file in the queue; without a future it is a large one. */
  private record Pending(NamedFile file, int weight, Future<FetchedFile> fetching) {}

  private final SortedFiles files;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, FileFetcher::named);
  private final Deque<Pending> queue = new ArrayDeque<>();
  private boolean exhausted;
  private int weight;

  FileFetcher(SortedFiles files) {
    this.files = files;
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "packhorse-files");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The next file, or null at the end. The caller closes it.
   *
   * @throws UnreadableFileException if it can't be read; the one after it may be asked for
   */
  FetchedFile next() throws IOException {
    fill();
    Pending next = queue.poll();
    if (next == null) {
      return null;
    }
    weight -= next.weight();
    return next.fetching() == null ? FetchedFile.unread(next.file()) : wait(next);
  }

  private void fill() throws IOException {
    while (!exhausted && weight < MOST_BYTES) {
      NamedFile file = files.next();
      if (file == null) {
        exhausted = true;
        return;
      }
      boolean large = file.file().size() > SMALL;
      int held = large ? LEAST : (int) Math.max(LEAST, file.file().size());
      weight += held;
      queue.add(
          new Pending(
              file, held, large ? null : threads.submit(() -> FetchedFile.read(file, held))));
    }
  }

  private static FetchedFile wait(Pending pending) throws IOException {
    try {
      return pending.fetching().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new UnreadableFileException(pending.file().file(), (Exception) e.getCause());
    }
  }

  /** Ends reading; what was read and not asked for is forgotten. */
  @Override
  public void close() {
    threads.shutdownNow();
    // A stream that is opened after this stays open until its owner closes it.
    for (Pending pending : queue) {
      if (pending.fetching() != null && !pending.fetching().cancel(true)) {
        closeFetched(pending.fetching());
      }
    }
  }

  private static void closeFetched(Future<FetchedFile> done) {
    try {
      done.get().close();
    } catch (ExecutionException e) {
      // It was not read, so there is nothing to close.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
