package hallmonitor.messaging.picture.words;

import java.io.IOException;

/** Reads the words in a picture. */
public interface WordReader {
  /** Returns whether it is installed. */
  boolean isReady();

  /**
   * Returns whether it is installed, and reads nothing for now, because it is not known whether it
   * can be kept away from the network.
   */
  boolean isUndecided();

  /**
   * Reads a picture.
   *
   * @param picture as a stranger made it
   * @throws IOException if reading fails or takes too long; the message contains nothing of it
   */
  PictureWords read(byte[] picture) throws IOException, InterruptedException;
}
