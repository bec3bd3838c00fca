package hallmonitor.messaging.http;

import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.messaging.picture.video.VideoType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of a stranger's server up to a limit: into memory, or, of a video, into a file.
 *
 * @param bytes limit of what is no video
 * @param videoBytes limit of a video; 0 if it is only told that it is one; empty if a video is
 *     nothing special
 * @param came bytes so far
 */
record AnswerReader(long bytes, OptionalLong videoBytes, AtomicLong came) {
  /** The longest that says whether it is a video. */
  private static final int START = 32;

  AnswerReader(long bytes) {
    this(bytes, OptionalLong.empty(), new AtomicLong());
  }

  /**
   * Creates a reader.
   *
   * @param videoBytes limit of a video; 0 if a video is nothing special
   */
  AnswerReader(long bytes, long videoBytes) {
    this(
        bytes,
        videoBytes > 0 ? OptionalLong.of(videoBytes) : OptionalLong.empty(),
        new AtomicLong());
  }

  /** Creates a reader that reads no video, and says that it is one. */
  static AnswerReader unlessVideo(long bytes) {
    return new AnswerReader(bytes, OptionalLong.of(0), new AtomicLong());
  }

  /**
   * Reads it. The answer is not closed here: that would read all of it. It ends with the
   * connection.
   *
   * @param way all addresses on the way, including the first
   */
  FetchOutcome read(@Nullable HttpEntity entity, List<String> way, InetAddress from)
      throws IOException {
    if (entity == null) {
      return new Body(new byte[0], "", way, from.getHostAddress());
    }
    InputStream answer = new CountedStream(entity.getContent(), came);
    byte[] start = videoBytes.isPresent() ? answer.readNBytes(START) : new byte[0];
    Optional<VideoType> video = VideoType.of(start);
    if (video.isPresent() && videoBytes.orElseThrow() == 0) {
      return new Nothing(Cause.VIDEO, "It is a video.", true, start.length);
    }
    if (video.isPresent()) {
      return video(video.get(), start, answer, videoBytes.orElseThrow());
    }
    int more = (int) Math.min(Integer.MAX_VALUE - 8, bytes + 1) - start.length;
    byte[] rest = answer.readNBytes(Math.max(0, more));
    if (start.length + rest.length > bytes) {
      return tooLarge(bytes, start.length + rest.length);
    }
    byte[] content = joined(start, rest);
    String type = entity.getContentType() == null ? "" : entity.getContentType();
    return new Body(content, type, way, from.getHostAddress());
  }

  private static FetchOutcome video(VideoType type, byte[] start, InputStream rest, long most)
      throws IOException {
    VideoFile file;
    try {
      file = VideoFile.write(type, start, rest, most);
    } catch (VideoFile.NoRoom e) {
      return new Nothing(Cause.ROOM, "There is no room for it on this server.", true);
    }
    if (file.bytes() > most) {
      file.close();
      return tooLarge(most, file.bytes());
    }
    return new Video(file);
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    if (start.length == 0) {
      return rest;
    }
    byte[] all = new byte[start.length + rest.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  private static Nothing tooLarge(long most, long came) {
    return new Nothing(Cause.TOO_LARGE, "It is larger than " + most + " bytes.", false, came);
  }
}
