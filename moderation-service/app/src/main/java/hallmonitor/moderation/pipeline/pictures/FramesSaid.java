package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.words.PictureWords;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Read;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Unread;
import hallmonitor.moderation.store.archive.PictureGap;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the frames of a video said so far. Frames that say the same count once. */
final class FramesSaid {
  private final Set<String> words = new LinkedHashSet<>();
  private Optional<IOException> failure = Optional.empty();
  private int frames;

  /** Notes that one frame could not be read. */
  void failed(IOException why) {
    failure = Optional.of(why);
  }

  /** Adds one frame. */
  void add(String said) {
    frames++;
    if (!said.isBlank()) {
      words.add(said);
    }
  }

  /** Returns whether there was no frame at all. */
  boolean isUnseen() {
    return frames == 0 && failure.isEmpty();
  }

  /** Returns whether no frame was read. */
  boolean isEmpty() {
    return frames == 0;
  }

  /**
   * Returns what became of the video: never that all of it was read.
   *
   * @param reader whether there is one
   * @param all whether all frames that are taken of it were looked at
   * @throws IOException if not one frame could be read, and why
   */
  ReadingEnd end(boolean reader, boolean all) throws IOException {
    if (isEmpty() && failure.isPresent()) {
      throw failure.get();
    }
    if (isEmpty()) {
      return new Unread(PictureGap.NO_FRAMES);
    }
    return reader
        ? new Read(
            PictureWords.cut(String.join("\n", words)),
            all && failure.isEmpty() ? PictureGap.FRAMES : PictureGap.SOME_FRAMES)
        : new Unread(PictureGap.NO_READER);
  }
}
