package hallmonitor.messaging.picture.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.picture.program.BoundedProcess.Limits;
import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import hallmonitor.messaging.picture.program.InstalledProgram;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes frames with ffmpeg (Debian package {@code ffmpeg}). It is a program of its own, so that
 * nothing that happens in it can end this one. It gets a stranger's bytes, so all that these could
 * choose is fixed: what takes the file apart, which decoders there are, that nothing but this one
 * file is opened, and how large a picture may be.
 */
public final class Ffmpeg implements FrameTaker, AutoCloseable {
  private static final String PROGRAM = "ffmpeg";
  private static final byte[] NOTHING = {};

  /** Address space: its libraries alone take a third of it. */
  private static final long MEMORY = 1L << 30;

  /** A frame of noise of the longest sides has 1.9 MB. */
  private static final int MOST_OUTPUT = 4 << 20;

  /**
   * A frame of 4K has 8.9 million; of one with 16 frames to refer to, 380 MB are taken. Larger ones
   * take more than a small server has to spare.
   */
  private static final int MOST_PIXELS = 9_000_000;

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
            process -> process.run(List.of(PROGRAM, "-version"), NOTHING).length > 0);
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
  public boolean isIsolated() {
    return program.isIsolated();
  }

  @Override
  public boolean isWorking() {
    try {
      return program.run(oneFrame(input("pipe", VideoType.MATROSKA, "pipe:0", 0)), good()).length
          > 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A gray picture of 16 x 16 (Motion JPEG in Matroska). */
  private static byte[] good() throws IOException {
    try (InputStream file = Ffmpeg.class.getResourceAsStream("one-frame.mkv")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  private static List<String> input(VideoFile video, int second) {
    return input("file", video.type(), "file:" + video.path(), second);
  }

  /** What is said of the input, whatever is made of it. Only its first track that is no cover. */
  private static List<String> input(String protocol, VideoType type, String address, int second) {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "-hide_banner", "-v", "quiet"));
    command.addAll(List.of("-nostdin", "-protocol_whitelist", protocol));
    command.addAll(List.of("-codec_whitelist", DECODERS, "-threads", "1"));
    command.addAll(List.of("-max_pixels", Integer.toString(MOST_PIXELS)));
    command.addAll(List.of("-f", type.demuxer(), "-ss", Integer.toString(second)));
    command.addAll(List.of("-i", address));
    command.addAll(List.of("-map", "0:V:0", "-an", "-sn", "-dn"));
    return command;
  }

  /** Goes through the file without decoding it: what it says of itself may not be true. */
  @Override
  public List<Integer> seconds(VideoFile video) throws IOException, InterruptedException {
    List<String> command = input(video, 0);
    command.addAll(List.of("-c", "copy", "-t", Integer.toString(FrameTimes.LONGEST + 1)));
    command.addAll(List.of("-f", "framecrc", "pipe:1"));
    byte[] packets = answer(() -> program.runUntilFull(command, NOTHING));
    return FrameTimes.of(new String(packets, UTF_8), most);
  }

  @Override
  public Optional<byte[]> frame(VideoFile video, int second)
      throws IOException, InterruptedException {
    List<String> command = oneFrame(input(video, second));
    return Optional.of(answer(() -> program.run(command, NOTHING))).filter(jpeg -> jpeg.length > 0);
  }

  private static List<String> oneFrame(List<String> input) {
    List<String> command = new ArrayList<>(input);
    command.addAll(List.of("-frames:v", "1", "-vf", SMALLER));
    command.addAll(List.of("-threads", "1", "-filter_threads", "1"));
    command.addAll(List.of("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3"));
    command.addAll(List.of("-f", "image2pipe", "pipe:1"));
    return command;
  }

  /** One run. */
  @FunctionalInterface
  private interface Run {
    byte[] answer() throws IOException, InterruptedException;
  }

  /** A file that it trips over says nothing; one that takes too long may do better later. */
  private static byte[] answer(Run run) throws IOException, InterruptedException {
    try {
      return run.answer();
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
