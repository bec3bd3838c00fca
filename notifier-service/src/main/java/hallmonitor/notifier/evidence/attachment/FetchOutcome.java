package hallmonitor.notifier.evidence.attachment;

import java.util.List;

/** The result of an attempt to fetch. */
sealed interface FetchOutcome {
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
   * No content.
   *
   * @param why in words for a person
   * @param again whether another attempt may succeed
   */
  record Nothing(String why, boolean again) implements FetchOutcome {}
}
