package hallmonitor.ingest.connector.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a record (https://atproto.com/specs/at-uri-scheme), such as {@code
 * at://did:plc:abc/app.bsky.feed.post/3k2a}. It holds its author, and edits do not change it.
 */
record AtUri(String did, String collection, String key) {
  private static final Pattern FORM =
      Pattern.compile("at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/([A-Za-z0-9.-]+)/([A-Za-z0-9._:~-]+)");

  static Optional<AtUri> parse(String uri) {
    Matcher parts = FORM.matcher(uri);
    return parts.matches()
        ? Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  static String of(String did, String collection, String key) {
    return "at://" + did + "/" + collection + "/" + key;
  }

  String uri() {
    return of(did, collection, key);
  }

  /**
   * Returns the web address of the post. It uses the author's id, so it stays valid after a change
   * of name.
   */
  String page() {
    return "https://bsky.app/profile/" + did + "/post/" + key;
  }
}
