package hallmonitor.moderation.console.tips;

import java.net.URI;

/**
 * A bookmark that opens the form for the page in view. It runs where the reader is, not on a page
 * of ours, so our content security policy neither has to allow it nor does: pressed here, it does
 * nothing.
 */
final class Bookmarklet {
  private Bookmarklet() {}

  /** Returns its address, for a form without a query in its own. */
  static String of(URI form) {
    return "javascript:void(open('" + form + "?link='+encodeURIComponent(location.href)))";
  }
}
