package hallmonitor.messaging.http;

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
    ROOM
  }

  /**
   * No content.
   *
   * @param why in words for a person
   * @param again whether another attempt may succeed
   */
  record Nothing(Cause cause, String why, boolean again) implements FetchOutcome {}
}
