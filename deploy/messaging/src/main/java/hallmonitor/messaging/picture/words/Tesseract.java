package hallmonitor.messaging.picture.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.picture.words.BoundedProcess.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words in pictures with Tesseract (Debian packages {@code tesseract-ocr} and {@code
 * tesseract-ocr-spa}). It is a program of its own, so that nothing that happens in it can end this
 * one. It gets no stranger's bytes, only what {@link TextDrawing} drew again.
 */
public final class Tesseract implements WordReader, AutoCloseable {
  private static final String PROGRAM = "tesseract";
  private static final List<String> LANGUAGES = List.of("eng", "spa");

  /** Text may stand anywhere, in no order ({@code --psm 11}). */
  private static final String SPARSE = "11";

  private static final List<String> ISOLATED =
      List.of("unshare", "--user", "--map-current-user", "--net", "--kill-child", "--");

  private static final long MEMORY = 1L << 29;
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final int MOST_OUTPUT = 4 << 20;

  /** Lowest confidence of a word that counts, from 0 to 100; see {@code deploy/bench/pictures}. */
  private static final double LEAST_CONFIDENCE = 60;

  /** Lowest confidence of the surest word of a line. */
  private static final double SURE = 75;

  /** More than this is no picture with some words on it. In UTF-16 units. */
  private static final int LONGEST = 4_000;

  /**
   * What this machine has.
   *
   * @param languages that can be read
   * @param prefix of the command that keeps the network away; empty where the kernel forbids that
   */
  private record Installed(List<String> languages, List<String> prefix) {}

  private final BoundedProcess process;

  /** One run at a time, so that several take no more memory than one. */
  private final Semaphore turn = new Semaphore(1, true);

  private @Nullable Installed installed;
  private long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();

  /**
   * Creates a reader. It looks for the program when it is first needed, and while that is not
   * there, or lacks a language, again each minute.
   *
   * @param time limit of one run; a picture takes up to three
   */
  public Tesseract(Duration time) {
    process =
        new BoundedProcess(
            new Limits(time, MEMORY, MOST_OUTPUT),
            Map.of(
                "PATH",
                "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin",
                "LC_ALL",
                "C.UTF-8",
                "OMP_THREAD_LIMIT",
                "1"));
  }

  private synchronized @Nullable Installed installed() throws InterruptedException {
    if (installed == null && System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos()) {
      lookedAt = System.nanoTime();
      List<String> languages = languages(process);
      if (languages.equals(LANGUAGES)) {
        installed =
            new Installed(languages, runs(process, ISOLATED, "true") ? ISOLATED : List.of());
      }
    }
    return installed;
  }

  private static boolean runs(BoundedProcess process, List<String> prefix, String program)
      throws InterruptedException {
    try {
      process.run(command(prefix, program), new byte[0]);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> languages(BoundedProcess process) throws InterruptedException {
    try {
      List<String> known =
          new String(process.run(List.of(PROGRAM, "--list-langs"), new byte[0]), UTF_8)
              .lines()
              .toList();
      return LANGUAGES.stream().filter(known::contains).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> command(List<String> prefix, String... program) {
    return Stream.concat(prefix.stream(), Stream.of(program)).toList();
  }

  @Override
  public boolean isReady() {
    try {
      return installed() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public PictureWords read(byte[] picture) throws IOException, InterruptedException {
    Installed ready = installed();
    if (ready == null) {
      throw new IllegalStateException("Tesseract is not installed");
    }
    TextDrawing drawing = TextDrawing.of(picture).orElse(null);
    if (drawing == null) {
      return PictureWords.UNREADABLE;
    }
    List<WordLine> lines = new ArrayList<>();
    for (byte[] page : drawing.pages()) {
      lines.addAll(lines(ready, page));
    }
    String text = PictureWords.text(lines, LEAST_CONFIDENCE, SURE);
    return new PictureWords(
        true,
        text.substring(0, Math.min(LONGEST, text.length())),
        drawing.moving(),
        text.length() > LONGEST);
  }

  private List<WordLine> lines(Installed ready, byte[] png)
      throws IOException, InterruptedException {
    turn.acquire();
    try {
      return WordTable.read(new String(table(ready, png), UTF_8));
    } finally {
      turn.release();
    }
  }

  private byte[] table(Installed ready, byte[] png) throws IOException, InterruptedException {
    return process.run(
        command(
            ready.prefix(),
            PROGRAM,
            "stdin",
            "stdout",
            "-l",
            String.join("+", ready.languages()),
            "--dpi",
            "150",
            "--psm",
            SPARSE,
            "tsv"),
        png);
  }

  @Override
  public void close() {
    process.close();
  }
}
