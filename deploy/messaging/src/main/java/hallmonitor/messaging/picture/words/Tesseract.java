package hallmonitor.messaging.picture.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.picture.program.BoundedProcess;
import hallmonitor.messaging.picture.program.BoundedProcess.Limits;
import hallmonitor.messaging.picture.program.InstalledProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  private static final long MEMORY = 1L << 29;
  private static final int MOST_OUTPUT = 4 << 20;

  /** Lowest confidence of a word that counts, from 0 to 100; see {@code deploy/bench/pictures}. */
  private static final double LEAST_CONFIDENCE = 60;

  /** Lowest confidence of the surest word of a line. */
  private static final double SURE = 75;

  private final InstalledProgram program;

  /**
   * Creates a reader. Without the program, or without one of the languages, it is not ready.
   *
   * @param time limit of one run; a picture takes up to three
   */
  public Tesseract(Duration time) {
    program =
        new InstalledProgram(new Limits(time, MEMORY, MOST_OUTPUT), Tesseract::knowsLanguages);
  }

  private static boolean knowsLanguages(BoundedProcess process)
      throws IOException, InterruptedException {
    List<String> known =
        new String(process.run(List.of(PROGRAM, "--list-langs"), new byte[0]), UTF_8)
            .lines()
            .toList();
    return known.containsAll(LANGUAGES);
  }

  @Override
  public boolean isReady() {
    return program.isReady();
  }

  @Override
  public boolean isUndecided() {
    return program.isUndecided();
  }

  @Override
  public PictureWords read(byte[] picture) throws IOException, InterruptedException {
    TextDrawing drawing = TextDrawing.of(picture).orElse(null);
    if (drawing == null) {
      return PictureWords.UNREADABLE;
    }
    List<WordLine> lines = new ArrayList<>();
    for (byte[] page : drawing.pages()) {
      lines.addAll(WordTable.read(new String(table(page), UTF_8)));
    }
    String text = PictureWords.text(lines, LEAST_CONFIDENCE, SURE);
    return new PictureWords(
        true, PictureWords.cut(text), drawing.moving(), text.length() > PictureWords.LONGEST);
  }

  private byte[] table(byte[] png) throws IOException, InterruptedException {
    return program.run(
        List.of(
            PROGRAM,
            "stdin",
            "stdout",
            "-l",
            String.join("+", LANGUAGES),
            "--dpi",
            "150",
            "--psm",
            SPARSE,
            "tsv"),
        png);
  }

  @Override
  public void close() {
    program.close();
  }
}
