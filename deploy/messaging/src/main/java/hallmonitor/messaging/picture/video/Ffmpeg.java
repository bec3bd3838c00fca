package hallmonitor.messaging.picture.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.picture.program.BoundedProcess.Limits;
import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import hallmonitor.messaging.picture.program.InstalledProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Takes frames with ffmpeg and its ffprobe (Debian package {@code ffmpeg}). Both are programs of
 * their own, so that nothing that happens in them can end this one. They get a stranger's bytes, so
 * all that could be chosen by these is fixed: what takes the file apart, which decoders there are,
 * that nothing but this one file is opened, and how large a picture may be.
 */
public final class Ffmpeg implements FrameTaker, AutoCloseable {
  private static final byte[] NOTHING = {};

  /** Address space: its libraries alone take a third of it. */
  private static final long MEMORY = 1L << 30;

  private static final int MOST_OUTPUT = 8 << 20;

  /** As many as a picture may have. A device of today films 8 million. */
  private static final int MOST_PIXELS = 25_000_000;

  /** More is not read of a picture either. In pixels. */
  private static final int LONGEST_SIDE = 1_600;

  /** What phones, browsers and platforms write. */
  private static final String DECODERS =
      "h264,hevc,av1,libdav1d,libaom-av1,vp8,vp9,libvpx,libvpx-vp9,mpeg4,mjpeg";

  private static final String SMALLER =
      "scale=w='min(%1$d,iw)':h='min(%1$d,ih)':force_original_aspect_ratio=decrease"
          .formatted(LONGEST_SIDE);

  private final InstalledProgram program;
  private final int most;

  /**
   * Creates it. Without the program it is not ready.
   *
   * @param time limit of one run; a video takes one, and one for each frame
   * @param most frames of a video
   */
  public Ffmpeg(Duration time, int most) {
    this.most = most;
    this.program =
        new InstalledProgram(
            new Limits(time, MEMORY, MOST_OUTPUT),
            process ->
                process.run(List.of("ffmpeg", "-version"), NOTHING).length > 0
                    && process.run(List.of("ffprobe", "-version"), NOTHING).length > 0);
  }

  @Override
  public boolean isReady() {
    return program.isReady();
  }

  /** What is said of the input, to both programs. */
  private static List<String> input(String name, VideoFile video, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                name,
                "-hide_banner",
                "-v",
                "quiet",
                "-protocol_whitelist",
                "file",
                "-codec_whitelist",
                DECODERS,
                "-threads",
                "1",
                "-max_pixels",
                Integer.toString(MOST_PIXELS),
                "-f",
                video.type().demuxer()));
    command.addAll(List.of(more));
    return command;
  }

  @Override
  public List<Integer> seconds(VideoFile video) throws IOException, InterruptedException {
    List<String> command =
        input(
            "ffprobe",
            video,
            "-select_streams",
            "V:0",
            "-show_entries",
            "stream=width:format=duration",
            "-of",
            "default=noprint_wrappers=1",
            "file:" + video.path());
    List<String> said = new String(answer(command), UTF_8).lines().toList();
    return said.stream().noneMatch(line -> line.startsWith("width="))
        ? List.of()
        : FrameTimes.of(duration(said), most);
  }

  /** A live stream that was recorded may not say it. */
  private static OptionalDouble duration(List<String> said) {
    return said.stream()
        .filter(line -> line.matches("duration=\\d{1,9}(\\.\\d+)?"))
        .mapToDouble(line -> Double.parseDouble(line.substring("duration=".length())))
        .findFirst();
  }

  @Override
  public Optional<byte[]> frame(VideoFile video, int second)
      throws IOException, InterruptedException {
    List<String> command =
        input("ffmpeg", video, "-nostdin", "-ss", Integer.toString(second), "-i");
    command.add("file:" + video.path());
    // The first track that is no cover; nothing that was attached, spoken or written beside it.
    command.addAll(List.of("-map", "0:V:0", "-an", "-sn", "-dn", "-frames:v", "1"));
    command.addAll(List.of("-vf", SMALLER, "-threads", "1", "-filter_threads", "1"));
    command.addAll(List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3"));
    command.addAll(List.of("-f", "image2pipe", "pipe:1"));
    return Optional.of(answer(command)).filter(jpeg -> jpeg.length > 0);
  }

  /** A file that it trips over says nothing; one that takes too long may do better later. */
  private byte[] answer(List<String> command) throws IOException, InterruptedException {
    try {
      return program.run(command, NOTHING);
    } catch (ProcessFailure e) {
      if (e.isLate()) {
        throw new TooLong(String.valueOf(e.getMessage()));
      }
      return NOTHING;
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
