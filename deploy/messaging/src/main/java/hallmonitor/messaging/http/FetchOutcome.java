package hallmonitor.messaging.http;

import hallmonitor.messaging.picture.video.VideoFile;
import java.util.List;

/** The result of an attempt to fetch. */
public sealed interface FetchOutcome {
  /**
   * Fetched content.
   *
   * @param redirects all addresses on the way, including the first
   * @param address the machine that answered
   * @param mediaType according to the server; may be empty
   */
  record Body(byte[] content, String mediaType, List<String> redirects, String address)
      implements FetchOutcome {
    public Body {
      redirects = List.copyOf(redirects);
    }
  }

  /**
   * A fetched video. The caller closes it. Only where videos are asked for.
   *
   * @param file with all of it
   */
  record Video(VideoFile file) implements FetchOutcome {}

  /** The obstacle. */
  enum Cause {
    /** It is not an address that is fetched, or it redirects in a circle. */
    ADDRESS,
    /** Its host is in a private network, or unknown. */
    HOST,
    /** Its server no longer has it, or does not give it to strangers. */
    GONE,
    TOO_LARGE,
    TOO_SLOW,
    /** Its server fails or does not answer. */
    SERVER,
    /** There is no space for it here. */
    ROOM,
    /** It is a video, where only its first bytes are read of one. */
    VIDEO
  }

  /**
   * No content.
   *
   * @param why in words for a person
   * @param again whether another attempt may succeed
   * @param bytes that came in vain
   * @param asked whether a server was asked, or it was tried to: not for an address or a host that
   *     is refused at once
   */
  record Nothing(Cause cause, String why, boolean again, long bytes, boolean asked)
      implements FetchOutcome {
    public Nothing(Cause cause, String why, boolean again, long bytes) {
      this(cause, why, again, bytes, true);
    }

    public Nothing(Cause cause, String why, boolean again) {
      this(cause, why, again, 0);
    }
  }

  /** Removes what was fetched, where nobody takes it. */
  default void discard() {
    if (this instanceof Video video) {
      video.file().close();
    }
  }
}
