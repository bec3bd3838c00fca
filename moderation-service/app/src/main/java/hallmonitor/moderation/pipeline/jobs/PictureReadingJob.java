package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.pictures.PictureReading;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureGap;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads pictures on a few threads, so that a slow site holds up one of them, and videos on another
 * one, so that no picture waits for them.
 */
public final class PictureReadingJob implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PictureReadingJob.class.getName());
  private static final int THREADS = 3;
  private static final int SECONDS_TO_FINISH = 2;

  /** Works on what is due first, and says whether there was something. */
  @FunctionalInterface
  private interface Next {
    boolean isRead() throws SQLException, InterruptedException;
  }

  private final PictureReading reading;
  private final Semaphore free = new Semaphore(THREADS);
  private final Semaphore freeForVideo = new Semaphore(1);
  private final ExecutorService threads = Executors.newCachedThreadPool(PictureReadingJob::thread);
  private final ProgramWatch words;
  private final ProgramWatch frames;
  private final ProgramWatch isolation;
  private final ProgramWatch decision;
  private final boolean on;
  private final boolean videos;
  private volatile boolean failing;

  /**
   * Creates the job.
   *
   * @param on whether the district wants pictures to be read
   * @param videos whether it wants videos to be looked at, too
   */
  public PictureReadingJob(PictureReading reading, boolean on, boolean videos) {
    this.reading = reading;
    this.on = on;
    this.videos = videos;
    this.words =
        new ProgramWatch(
            reading::isReady,
            () -> reading.readAtLast(PictureGap.NO_READER),
            "Tesseract is not installed with English and Spanish, so the words in pictures are not"
                + " read. Install the packages tesseract-ocr and tesseract-ocr-spa, or set"
                + " HALLMONITOR_PICTURES_READ=false.");
    this.frames =
        new ProgramWatch(
            reading::takesFrames,
            () -> reading.readAtLast(PictureGap.NO_FRAME_TAKER),
            "ffmpeg is not installed, so videos are not checked. Install the package ffmpeg, or"
                + " set HALLMONITOR_PICTURES_VIDEO_BYTES=0.");
    this.isolation =
        new ProgramWatch(
            () -> !reading.isNetworkOpen(),
            () -> {},
            "ffmpeg, which reads videos of strangers, has the network of this service: here a"
                + " process may not give up its network (unshare --user --net). Its other limits"
                + " hold.");
    this.decision =
        new ProgramWatch(
            () -> !reading.isHeld(videos ? FetchKind.VIDEO : FetchKind.PICTURE),
            () -> {},
            "It could not be found out whether Tesseract or ffmpeg can be kept away from the network"
                + " here (unshare --user --net): the machine was busy, or lacked memory or"
                + " processes. What they would read waits. This is tried again each minute.");
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "reading-pictures");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to read what is due, and returns. Each thread goes on as long as there is more; the next
   * round adds another thread if that takes long.
   */
  public void round() {
    if (!on || threads.isShutdown()) {
      return;
    }
    try {
      words.look();
      if (videos) {
        frames.look();
        isolation.look();
      }
      decision.look();
      reading.handOver();
      begin(free, reading::readNext);
      begin(freeForVideo, reading::readNextVideo);
    } catch (SQLException | RuntimeException e) {
      failed(e);
    }
  }

  private void begin(Semaphore place, Next next) {
    if (place.tryAcquire()) {
      threads.execute(() -> readAll(place, next));
    }
  }

  private void readAll(Semaphore place, Next next) {
    try {
      boolean more = true;
      while (more && !threads.isShutdown()) {
        more = next.isRead();
        failing = false;
      }
    } catch (SQLException | RuntimeException | LinkageError | StackOverflowError e) {
      failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      place.release();
    }
  }

  private void failed(Throwable e) {
    if (!failing) {
      LOG.log(System.Logger.Level.ERROR, "pictures cannot be read; trying on", e);
    }
    failing = true;
  }

  /** Returns whether the last attempt failed for another reason than its picture. */
  public boolean isFailing() {
    return failing;
  }

  /** Lets threads finish for a moment; what they had is read again. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
