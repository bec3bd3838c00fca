package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.messaging.picture.video.VideoType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes frames of videos that show what a test says. */
final class FilmProjector implements FrameTaker {
  boolean installed = true;
  boolean works = true;
  boolean isolated = true;
  boolean undecided;

  /** The second at which it takes too long; -1 for none. */
  int late = -1;

  /** What happens before the frame of a second is taken. */
  final Map<Integer, Runnable> before = new TreeMap<>();

  final List<Path> files = new ArrayList<>();
  private final Map<Integer, byte[]> frames = new TreeMap<>();

  static FilmProjector missing() {
    FilmProjector projector = new FilmProjector();
    projector.installed = false;
    return projector;
  }

  /** Returns a video in a file, as a fetch brings it. */
  static VideoFile file(byte[] film) {
    try {
      return VideoFile.write(
          VideoType.MP4, new byte[0], new ByteArrayInputStream(film), Integer.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows a picture with this text. */
  FilmProjector shows(int second, String text) {
    return shows(second, PictureStage.picture(text));
  }

  FilmProjector shows(int second, byte[] picture) {
    frames.put(second, picture);
    return this;
  }

  @Override
  public boolean isReady() {
    return installed;
  }

  @Override
  public boolean isIsolated() {
    return isolated;
  }

  @Override
  public boolean isUndecided() {
    return undecided;
  }

  @Override
  public boolean isWorking() {
    return installed && works;
  }

  @Override
  public List<Integer> seconds(VideoFile video) {
    files.add(video.path());
    return isWorking() ? List.copyOf(frames.keySet()) : List.of();
  }

  @Override
  public Optional<byte[]> frame(VideoFile video, int second) throws IOException {
    before.getOrDefault(second, () -> {}).run();
    if (second == late) {
      throw new TooLong("it took longer than 20 seconds");
    }
    return Optional.ofNullable(frames.get(second)).filter(frame -> frame.length > 0);
  }
}
