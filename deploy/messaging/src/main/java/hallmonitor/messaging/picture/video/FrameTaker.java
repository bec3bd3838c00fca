package hallmonitor.messaging.picture.video;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes still frames out of videos. */
public interface FrameTaker {
  /** Thrown if it takes too long. The message contains nothing of the video. */
  final class TooLong extends IOException {
    public TooLong(String message) {
      super(message);
    }
  }

  /** Returns whether it is installed. */
  boolean isReady();

  /** Returns whether it is kept away from the network. */
  boolean isIsolated();

  /**
   * Returns whether it is installed, and takes no frames for now, because it is not known whether
   * it can be kept away from the network.
   */
  boolean isUndecided();

  /** Tries it out, and returns whether it takes a frame of a video that is good. */
  boolean isWorking();

  /**
   * Returns at which seconds a video is looked at, the first one first; empty if it has no moving
   * picture that can be shown here.
   *
   * @throws TooLong if that takes too long; another try may do better
   * @throws IOException if no program can be started
   */
  List<Integer> seconds(VideoFile video) throws IOException, InterruptedException;

  /**
   * Returns what it shows at a second, as a JPEG; empty if nothing, or if frames cannot be taken.
   *
   * @throws TooLong if that takes too long; another try may do better
   * @throws IOException if no program can be started
   */
  Optional<byte[]> frame(VideoFile video, int second) throws IOException, InterruptedException;
}
