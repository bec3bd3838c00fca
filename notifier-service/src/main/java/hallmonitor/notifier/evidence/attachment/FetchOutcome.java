package hallmonitor.notifier.evidence.attachment;

import java.util.List;

/** How an attempt to fetch ended. */
sealed interface FetchOutcome {
  /**
   * @param redirects the addresses that were gone through, the first one included
   * @param address the machine that answered
   * @param mediaType as the server says; may be empty
   */
  record Body(byte[] content, String mediaType, List<String> redirects, String address)
      implements FetchOutcome {
    public Body {
      redirects = List.copyOf(redirects);
    }
  }

  /**
   * @param why in words for a person
   * @param again whether another attempt may end in another way
   */
  record Nothing(String why, boolean again) implements FetchOutcome {}
}
