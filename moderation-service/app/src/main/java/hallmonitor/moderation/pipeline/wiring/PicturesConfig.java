package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the pictures of comments. */
@ConfigMapping(prefix = "hallmonitor.pictures")
public interface PicturesConfig {
  /**
   * Returns whether this server fetches pictures that evidence does not keep, from the sites that
   * have them.
   */
  @WithDefault("true")
  boolean fetch();

  /** Returns the size limit of one picture, in bytes. */
  @WithDefault("5242880")
  long bytes();

  /**
   * Returns how many bytes pictures may take in the archive, including those of evidence, before no
   * more are fetched.
   */
  @WithDefault("2147483648")
  long total();

  /** Returns the time limit of one fetch, including redirects. */
  @WithDefault("10s")
  Duration time();

  /** Returns whether the words in pictures are read and judged. */
  @WithDefault("true")
  boolean read();

  /**
   * Returns the time limit of one run of the program that reads words; a picture takes up to three.
   */
  @WithDefault("20s")
  Duration readTime();

  /** Returns how many pictures are fetched to be read in an hour, at most. */
  @WithDefault("600")
  int hourlyPictures();

  /** Returns how many bytes are fetched to be read in an hour, at most. */
  @WithDefault("536870912")
  long hourlyBytes();

  /** Returns how many bytes of videos are fetched to be looked at in an hour, at most. */
  @WithDefault("268435456")
  long hourlyVideoBytes();

  /** Returns whether a comment goes to review if a picture of it cannot be read. */
  @WithDefault("false")
  boolean reviewUnread();

  /** Returns the size limit of one video, in bytes; 0 to look at none. */
  @WithDefault("26214400")
  long videoBytes();

  /** Returns how many still frames of a video are looked at, from 1 to 10. */
  @WithDefault("5")
  int videoFrames();
}
