package hallmonitor.bench.pictures;

import hallmonitor.bench.pictures.SchoolPictures.Picture;
import hallmonitor.embedded.Folders;
import hallmonitor.messaging.picture.video.Ffmpeg;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.messaging.picture.video.VideoType;
import hallmonitor.messaging.picture.words.Tesseract;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.testparts.FilmMaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures how many frames of ordinary videos alarm someone. Each video fades from a scene without
 * words to two cards of a school and back, as if a phone held by hand had filmed them.
 */
final class VideosMeasure {
  private static final int FRAMES = 5;
  private static final String SIZE = "960x720";

  /** Moving shapes without words, as ffmpeg draws them. */
  private static final List<String> SCENES =
      List.of(
          "mandelbrot=size=%s:rate=10",
          "life=size=%s:rate=10:mold=10:ratio=0.1:life_color=white:death_color=#507030",
          "gradients=size=%s:rate=10:seed=5:speed=0.05",
          "cellauto=size=%s:rate=10:rule=110",
          "smptehdbars=size=%s:rate=10");

  private static final String CARD =
      "[%1$d:v]scale=960:720:force_original_aspect_ratio=decrease,pad=960:720:-1:-1,setsar=1,fps=10,"
          + "format=yuv420p[c%1$d];";

  /** It sways, and has grain as in a dim room. */
  private static final String BY_HAND =
      "rotate=0.03*sin(2*t):fillcolor=gray,scale=1000:-2,"
          + "crop=960:720:20+15*sin(3*t):15+10*cos(2*t),noise=alls=14:allf=t,format=yuv420p";

  private final Tesseract tesseract;
  private final Function<String, Verdict> judge;
  private final boolean show;
  private int frames;
  private int withWords;
  private int withFindings;
  private int alarming;
  private int alarmingVideos;

  /**
   * Creates it.
   *
   * @param judge by the words
   * @param show whether what was read is printed where it alarms
   */
  VideosMeasure(Tesseract tesseract, Function<String, Verdict> judge, boolean show) {
    this.tesseract = tesseract;
    this.judge = judge;
    this.show = show;
  }

  void print() throws IOException, InterruptedException {
    List<Picture> cards = SchoolPictures.all();
    int videos = cards.size() / 2;
    Path folder = Files.createTempDirectory("hall-monitor-films-");
    try (Ffmpeg ffmpeg = new Ffmpeg(Duration.ofMinutes(2), FRAMES)) {
      for (int i = 0; i < videos; i++) {
        look(ffmpeg, film(folder, i, cards.get(2 * i), cards.get(2 * i + 1)));
        System.out.printf("video %d of %d: %d frames so far%n", i + 1, videos, frames);
      }
    } finally {
      Folders.delete(folder);
    }
    System.out.printf(
        Locale.ROOT,
        "frames of ordinary videos: %d of %d videos; words read in %d; a finding in %d; not allowed:"
            + " %d (%.1f %%); videos not allowed: %d%n",
        frames,
        videos,
        withWords,
        withFindings,
        alarming,
        100.0 * alarming / frames,
        alarmingVideos);
  }

  private static byte[] film(Path folder, int number, Picture first, Picture second)
      throws IOException {
    Path one = Files.write(folder.resolve("one.jpg"), first.file());
    Path two = Files.write(folder.resolve("two.jpg"), second.file());
    String scene = SCENES.get(number % SCENES.size()).formatted(SIZE);
    // In every other one, two frames stand in the middle of a fade.
    double fade = 2 - number % 2 / 2.0;
    String fades =
        String.format(
            Locale.ROOT,
            "[s0][c1]xfade=duration=1:offset=%.1f[a];[a][c2]xfade=duration=1:offset=%.1f[b];"
                + "[b][s3]xfade=duration=1:offset=%.1f,",
            fade,
            fade + 3,
            fade + 6);
    return new FilmMaker(folder)
        .made(
            "film.mp4",
            List.of(
                "-f",
                "lavfi",
                "-t",
                "3",
                "-i",
                scene,
                "-loop",
                "1",
                "-t",
                "4",
                "-i",
                one.toString(),
                "-loop",
                "1",
                "-t",
                "4",
                "-i",
                two.toString(),
                "-f",
                "lavfi",
                "-t",
                "3",
                "-i",
                scene,
                "-filter_complex",
                "[0:v]setsar=1,fps=10,format=yuv420p[s0];[3:v]setsar=1,fps=10,format=yuv420p[s3];"
                    + CARD.formatted(1)
                    + CARD.formatted(2)
                    + fades
                    + BY_HAND,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "30",
                "-threads",
                "1"));
  }

  private void look(Ffmpeg ffmpeg, byte[] film) throws IOException, InterruptedException {
    Set<String> said = new LinkedHashSet<>();
    VideoType type = VideoType.of(film).orElseThrow();
    try (VideoFile file =
        VideoFile.write(type, new byte[0], new ByteArrayInputStream(film), film.length)) {
      for (int second : ffmpeg.seconds(file)) {
        Optional<byte[]> frame = ffmpeg.frame(file, second);
        if (frame.isPresent()) {
          said.add(words(frame.get()));
        }
      }
    }
    alarmingVideos += isAlarming(judge.apply(String.join("\n", said))) ? 1 : 0;
  }

  private String words(byte[] frame) throws IOException, InterruptedException {
    String read = tesseract.read(frame).words();
    Verdict verdict = judge.apply(read);
    frames++;
    withWords += read.isBlank() ? 0 : 1;
    withFindings += verdict.findings().isEmpty() ? 0 : 1;
    alarming += isAlarming(verdict) ? 1 : 0;
    if (show && isAlarming(verdict)) {
      System.out.println("  " + read.replace('\n', '/') + "\n    " + verdict);
    }
    return read;
  }

  private static boolean isAlarming(Verdict verdict) {
    return verdict.outcome() != PolicyOutcome.ALLOW;
  }
}
