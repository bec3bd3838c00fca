package hallmonitor.messaging.picture.video;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The videos in the folder for temporary files. Their names say which process they are of, so that
 * what a killed one left is removed as soon as another one starts.
 */
public final class VideoFolder {
  private static final System.Logger LOG = System.getLogger(VideoFolder.class.getName());
  private static final String NAME = "hall-monitor-video-";

  /** Number and start of a process, in milliseconds since 1970. */
  private static final Pattern OF_PROCESS = Pattern.compile(NAME + "(\\d{1,18})-(\\d{1,18})-.*");

  /** No video is worked on for so long. */
  private static final Duration LEFT = Duration.ofHours(1);

  /**
   * Two processes compute the start of a third one from clocks that may have been set meanwhile.
   */
  private static final Duration SAME_START = Duration.ofMinutes(1);

  private VideoFolder() {}

  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Makes a new file that only this user can read. */
  static Path newFile() throws IOException {
    return Files.createTempFile(folder(), name(ProcessHandle.current()), "");
  }

  private static String name(ProcessHandle process) {
    return NAME + process.pid() + "-" + start(process).toEpochMilli() + "-";
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** Removes what processes left that are no more, as far as it is this user's. */
  public static void removeLeft() {
    Instant before = Instant.now().minus(LEFT);
    Path folder = folder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*")) {
      for (Path file : files) {
        if (isLeft(file, before)) {
          remove(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} cannot be tidied up: {1}", folder, e);
    }
  }

  private static boolean isLeft(Path file, Instant before) throws IOException {
    try {
      return Files.isWritable(file)
          && (isOfTheDead(file.getFileName().toString())
              || Files.getLastModifiedTime(file).toInstant().isBefore(before));
    } catch (NoSuchFileException e) {
      return false; // another thread closed it meanwhile
    }
  }

  private static boolean isOfTheDead(String name) {
    Matcher of = OF_PROCESS.matcher(name);
    if (!of.matches()) {
      return false;
    }
    Instant started = Instant.ofEpochMilli(Long.parseLong(of.group(2)));
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(of.group(1)));
    return process
        .filter(ProcessHandle::isAlive)
        .map(alive -> Duration.between(start(alive), started).abs().compareTo(SAME_START) > 0)
        .orElse(true);
  }

  static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "a video in {0} cannot be removed: {1}", path, e);
    }
  }
}
